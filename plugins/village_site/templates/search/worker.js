/* Talks to Material's search box, which speaks to this worker as to its own: SETUP with the index is answered by
   READY, QUERY with what is typed by RESULT. More than one RESULT for a QUERY is welcome; the last stays. */
const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;

let finder = null;
let pages = [];
let settings = {};
let asked = '';
let answer = '';

/* Made when the box has had its first answer, to an empty query, and so is ready. */
function getFinder() {
  if (!finder) finder = createFinder(pages, settings.former);
  return finder;
}

/* The page of a typed code, which is asked for only when somebody follows the link: there is no list of codes. A
   wrong code comes after what has its letters, and leads to the page that helps with codes one symbol off. */
function find(query) {
  if (!query.trim()) return [];
  const code = codeIn(query);
  const found = getFinder().find(query);
  if (!candidates(code).length) return found;
  const item = {
    location: 'Q/' + code + '/',
    title: settings.code + ' <mark>' + shown(code) + '</mark>',
    text: isCode(code) ? settings.codeRight : settings.codeWrong,
    score: isCode(code) ? MOST_PAGES + 1 : 0,
    terms: {}
  };
  return isCode(code) ? [[item]].concat(found) : found.concat([[item]]);
}

/* Answers unless the same was answered before: the box would only draw it anew. */
function reply() {
  const items = find(asked);
  const fresh = JSON.stringify([asked, items]);
  if (fresh !== answer) postMessage({ type: RESULT, data: { items: items } });
  answer = fresh;
}

/* The names within pages are fetched once somebody types, and what is typed by then is answered again. Where
   they do not come, pages are found all the same, and the next key asks anew. */
function fetchNames() {
  const address = settings.names;
  if (!address || !/^http/.test(location.protocol)) return;
  settings.names = '';
  fetch(new URL('../../../' + address, location.href).href).then(function (response) {
    if (!response.ok) throw new Error(response.status);
    return response.json();
  }).then(function (names) {
    getFinder().addNames(names);
    reply();
  }).catch(function () {
    settings.names = address;
  });
}

addEventListener('message', function (event) {
  const message = event.data;
  if (message.type === SETUP) {
    pages = message.data.docs;
    settings = message.data.config.villages;
    postMessage({ type: READY });
  } else if (message.type === QUERY) {
    asked = message.data;
    reply();
    getFinder();
    if (asked.trim()) fetchNames();
  }
});
