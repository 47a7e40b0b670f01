/* The light search page: gets the index, answers what is typed. What it says stands in the page.

   The first part of the index is fetched when the page opens: whoever comes here comes to search, and on a slow
   network it arrives while the name is being typed. The names within villages are fetched after the first key, so
   that somebody who only looks at the list of communes does not pay for them. */
const PAUSE = 150;
/* Milliseconds within which a frame that is ready stands on the screen, on slow phones too. */
const DRAWN = 300;
const AT_ONCE = 20;

const root = new URL('../', location.href).href;
const given = window.VILLAGES_SEARCH;
const cards = given && given.cards;
const field = document.getElementById('q');
const form = field.form;
const said = document.getElementById('said');
const list = document.getElementById('found');
const more = document.getElementById('more');
const communes = document.getElementById('communes');

let answers = null;
let names = '';
let fetching = false;
let found = [];
let drawn = '';
let timer = 0;

function begin(index) {
  answers = createAnswers(index);
  names = index.config.villages.names;
}

/* Gets what is missing; a failure is said where it matters, and the next key tries again. */
function fetchMissing() {
  if (fetching || given) return;
  if (!answers) {
    fetchPart('search/search_index.json', function (index) {
      begin(index);
      fetchMissing();
    });
  } else if (names && field.value.trim()) {
    fetchPart(names, function (within) {
      names = '';
      answers.addNames(within);
    });
  }
}

/* Whether the part comes or not, what is typed by then is answered. */
function fetchPart(address, take) {
  fetching = true;
  fetch(root + address, { mode: 'same-origin' }).then(function (response) {
    if (!response.ok) throw new Error(response.status);
    return response.json();
  }).then(function (part) {
    fetching = false;
    take(part);
  }, function () {
    fetching = false;
  }).then(reply);
}

/* Whether the page of a code is left out, as those of houses are in a copy for a USB stick. */
function isLeftOut(code) {
  return cards && cards.codes.indexOf(code) < 0;
}

/* A folder of the site as a link; opened as files, it has no page but the one that is named. */
function addressOf(path) {
  if (path.startsWith('Q/') && isLeftOut(path.slice(2, -1))) return cards.online + path;
  const address = root + path;
  return location.protocol === 'file:' ? address.replace(/\/(#|$)/, '/index.html$1') : address;
}

function element(name, html) {
  const made = document.createElement(name);
  made.innerHTML = html;
  return made;
}

function linkTo(item) {
  const link = element('a', '<b>' + item.title + '</b>');
  link.href = addressOf(item.location);
  return link;
}

/* A page of the answer: a link to what fits best, with where that is, then to what else was found there. Titles
   and texts are HTML, escaped where the index was written. */
function entry(items) {
  const page = items[0];
  const best = items.reduce(function (one, other) { return other.score > one.score ? other : one; });
  const made = document.createElement('li');
  const link = linkTo(best);
  const where = best === page ? page.text : page.title + ', ' + page.text;
  if (where) link.appendChild(element('span', where));
  made.appendChild(link);
  const lacking = Object.keys(best.terms).filter(function (word) { return !best.terms[word]; });
  if (lacking.length) {
    made.appendChild(document.createElement('p')).textContent = said.dataset.lacking + ' ' + lacking.join(', ');
  }
  const others = items.filter(function (item) { return item !== best; });
  if (others.length) {
    const within = document.createElement('ul');
    others.forEach(function (item) {
      within.appendChild(document.createElement('li')).appendChild(linkTo(item));
    });
    made.appendChild(within);
  }
  return made;
}

function draw() {
  const from = list.children.length;
  found.slice(from, from + AT_ONCE).forEach(function (items) { list.appendChild(entry(items)); });
  more.hidden = list.children.length === found.length;
}

/* Unless the same stands there: somebody may be on a link of it by now. */
function drawAnew() {
  const fresh = JSON.stringify(found);
  if (fresh === drawn) return;
  drawn = fresh;
  list.textContent = '';
  draw();
}

/* Screen readers read what is said when it changes, and only then. */
function say(text) {
  if (said.textContent !== text) said.textContent = text;
}

function reply() {
  const query = field.value.trim();
  const texts = said.dataset;
  const code = codeIn(query);
  clearTimeout(timer);
  communes.hidden = query !== '';
  found = query && answers ? answers.find(query) : [];
  const lost = isCode(code) && isLeftOut(code);
  if (lost) found[0][0].text = cards.english.replace('#', code);
  drawAnew();
  if (!query) say('');
  else if (lost) say(cards.vietnamese.replace('#', code));
  else if (found.length) say(found.length === 1 ? texts.one : texts.many.replace('#', found.length));
  else if (fetching) say(texts.busy);
  else {
    say(answers ? texts.none : texts.failed);
    communes.hidden = false;
  }
}

/* In the address, so that whoever comes back from a page finds what was found; some in-app browsers refuse. */
function keep() {
  const query = field.value.trim();
  try {
    history.replaceState(null, '', query ? '?q=' + encodeURIComponent(query) : location.pathname);
  } catch (refused) { /* then the field is empty again */ }
}

field.addEventListener('input', function () {
  clearTimeout(timer);
  timer = setTimeout(function () {
    fetchMissing();
    reply();
  }, PAUSE);
});
form.addEventListener('submit', function (event) {
  const code = codeIn(field.value);
  event.preventDefault();
  if (isCode(code) && !isLeftOut(code)) {
    location.href = addressOf('Q/' + code + '/');
    return;
  }
  keep();
  fetchMissing();
  reply();
  /* Off the field, so that a phone takes its keyboard away; the next Tab leads to what was found. */
  form.querySelector('button').focus();
});
list.addEventListener('click', keep);
more.addEventListener('click', function () {
  const before = list.children.length;
  draw();
  list.children[before].querySelector('a').focus();
});

document.getElementById('by-hand').hidden = true;
form.hidden = false;
const wanted = new URLSearchParams(location.search).get('q');
if (wanted) field.value = wanted.slice(0, field.maxLength);
if (given) {
  begin(given.index);
  answers.addNames(given.names);
}
if (field.value) {
  fetchMissing();
  reply();
} else {
  /* Once the page is drawn: on a slow network the two would share the line. A key asks at once. */
  requestAnimationFrame(function () { setTimeout(fetchMissing, DRAWN); });
}
