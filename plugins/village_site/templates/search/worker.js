/* Talks to Material's search box, which speaks to this worker as to its own: SETUP with the index is answered by
   READY, QUERY with what is typed by RESULT. More than one RESULT for a QUERY is welcome; the last stays. */
const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;

/* Pages in English ask for this worker so. */
const ENGLISH = location.search === '?en';
/* What there is in English too: a village's page and its places, by the same anchors. */
const IN_ENGLISH = /^thon\/[^/]+\/(?:$|#|dia-diem\/)/;

let index = null;
let answers = null;
let names = '';
let asked = '';
let answered = '';

/* Made when the box has had its first answer, to an empty query, and so is ready. */
function getAnswers() {
  if (!answers) answers = createAnswers(index, ENGLISH);
  return answers;
}

/* Leads whoever reads English to what there is in it. */
function led(item) {
  if (ENGLISH && IN_ENGLISH.test(item.location)) item.location = 'en/' + item.location;
  return item;
}

/* Answers unless the same was answered before: the box would only draw it anew. */
function reply() {
  const items = asked.trim() ? getAnswers().find(asked).map(function (found) { return found.map(led); }) : [];
  const fresh = JSON.stringify([asked, items]);
  if (fresh !== answered) postMessage({ type: RESULT, data: { items: items } });
  answered = fresh;
}

/* The names within pages are fetched once somebody types, and what is typed by then is answered again. Where
   they do not come, pages are found all the same, and the next key asks anew. */
function fetchNames() {
  const address = names;
  if (!address || !/^http/.test(location.protocol)) return;
  names = '';
  fetch(new URL('../../../' + address, location.href).href).then(function (response) {
    if (!response.ok) throw new Error(response.status);
    return response.json();
  }).then(function (found) {
    getAnswers().addNames(found);
    reply();
  }).catch(function () {
    names = address;
  });
}

addEventListener('message', function (event) {
  const message = event.data;
  if (message.type === SETUP) {
    index = message.data;
    names = index.config.villages.names;
    postMessage({ type: READY });
  } else if (message.type === QUERY) {
    asked = message.data;
    reply();
    getAnswers();
    if (asked.trim()) fetchNames();
  }
});
