/* The page around the codes: reads what is typed, asks the site, says what it found. Whatever comes from the
   network, the address or the field is shown as text. */
var PATIENCE = 12000;
var main = document.getElementById('finder');
var form = main.querySelector('form');
var field = document.getElementById('code');
var answer = document.getElementById('answer');
var stated = main.getAttribute('data-roots');
var root = findRoot();
var turn = 0;

/* Where the site begins. The page at /Q/ knows; the 404 page, which answers at any depth and perhaps on
   another host than it was built for, trusts the addresses it was told where they fit its own. */
function findRoot() {
  var home = document.getElementById('home').href;
  if (stated === null) return home;
  var here = stated.split(' ').map(absolute).filter(function (address) {
    return location.href.indexOf(address) === 0;
  }).sort(function (one, two) { return two.length - one.length; });
  if (here.length) return here[0];
  var before = /^(.*\/)q\//i.exec(location.pathname);
  return before ? location.origin + before[1] : home;
}

function absolute(address) {
  var link = document.createElement('a');
  link.href = address;
  return link.href;
}

/* What stands after /Q/ in the 404 page's address; elsewhere its last part, if that can be a code. */
function codeInAddress() {
  var path = location.pathname;
  try { path = decodeURIComponent(path); } catch (malformed) { /* then it is shown as it came */ }
  var asked = /^.*\/q\/(.*?)(\/(index\.html?)?)?$/i.exec(path);
  if (asked) return codeIn(asked[1]).length === LENGTH ? shown(codeIn(asked[1])) : asked[1];
  var last = symbolsIn(path.replace(/\/$/, '').replace(/^.*\//, ''));
  if (last.length === LENGTH + 1) last = last.replace(/^Q/, '');
  return last.length === LENGTH && !strangePlaces(last).length ? shown(last) : '';
}

function pageOf(code) {
  return root + 'Q/' + code + '/';
}

/* Asks for a code's page: {code, title, saved} when there is one; title is null when there is none,
   undefined when nobody could tell. */
function ask(code) {
  var late = new Promise(function (resolve, reject) { setTimeout(reject, PATIENCE); });
  return Promise.race([fromSite(code), late]).catch(function () { return fromCache(code); });
}

/* 'same-origin' keeps a redirect from asking another host. */
function fromSite(code) {
  return fetch(pageOf(code), { mode: 'same-origin' }).then(function (response) {
    if (response.status === 404 || response.status === 410) return { code: code, title: null };
    if (!response.ok) throw new Error(response.status);
    return response.text().then(function (html) {
      var title = titleIn(html, code);
      if (title === null && navigator.onLine === false) throw new Error('offline');
      return { code: code, title: title };
    });
  });
}

function fromCache(code) {
  var unknown = { code: code };
  if (!window.caches) return unknown;
  return caches.match(pageOf(code), { ignoreVary: true }).then(function (response) {
    return response ? response.text().then(function (html) {
      var title = titleIn(html, code);
      return title === null ? unknown : { code: code, title: title, saved: true };
    }) : unknown;
  }).catch(function () { return unknown; });
}

/* The title of a code's page; null for any other page, since some hosts answer everything with a page.
   A parsed document runs no script and loads nothing; its style would be against this page's policy. */
function titleIn(html, code) {
  var page = new DOMParser().parseFromString(html.replace(/<style>[^]*?<\/style>/, ''), 'text/html');
  var footer = page.querySelector('footer');
  return footer && footer.textContent.indexOf(shown(code)) >= 0 ? page.title : null;
}

/* Gives a promise that is kept when the answer stands on the page. */
function find() {
  var typed = codeIn(field.value);
  var possible = candidates(typed);
  var mine = turn += 1;
  if (!possible.length) {
    say([part(typed.length === LENGTH ? 'say-strange' : 'say-length', wordsFor(typed))]);
    return Promise.resolve();
  }
  say([part('say-busy', {})]);
  return Promise.all(possible.map(ask)).then(function (found) {
    if (mine === turn) say(told(typed, found));
  });
}

function told(typed, found) {
  var words = wordsFor(typed);
  var pages = found.filter(function (one) { return typeof one.title === 'string'; });
  var unknown = found.some(function (one) { return one.title === undefined; });
  if (!pages.length) {
    return [part(unknown ? 'say-unknown' : isCode(typed) ? 'say-none' : 'say-none-near', words)];
  }
  var parts = pages.map(function (one) { return offer(typed, one); });
  parts.unshift(part(isCode(typed) ? 'say-found' : 'say-near', words));
  if (unknown) parts.push(part('say-unasked', words));
  return parts;
}

function wordsFor(typed) {
  var places = strangePlaces(typed);
  var strange = places.map(function (place) { return typed.charAt(place); });
  var known = strange.filter(function (sign, at) { return !/[?*]/.test(sign) && strange.indexOf(sign) === at; });
  return { code: shown(typed), count: typed.length, unclear: places.length, strange: known.join(', ') };
}

/* One page to open, and in which place its code differs from the typed one. */
function offer(typed, one) {
  var words = { code: shown(one.code), title: one.title, saved: one.saved };
  typed.split('').forEach(function (symbol, place) {
    if (symbol !== one.code.charAt(place)) {
      words.place = place + 1;
      words.symbol = one.code.charAt(place);
    }
  });
  var made = part('say-offer', words);
  made.querySelector('a').href = pageOf(one.code);
  return made;
}

/* A prepared text with its words filled in; lines about a word that there is none for are left out. */
function part(id, words) {
  var made = document.importNode(document.getElementById(id).content, true);
  Array.prototype.forEach.call(made.querySelectorAll('[data-if]'), function (line) {
    if (!words[line.getAttribute('data-if')]) line.parentNode.removeChild(line);
  });
  Array.prototype.forEach.call(made.querySelectorAll('[data-fill]'), function (line) {
    line.textContent = line.textContent.replace(/\{(\w+)\}/g, function (all, word) { return words[word]; });
  });
  relink(made);
  return made;
}

function say(parts) {
  answer.textContent = '';
  parts.forEach(function (made) { answer.appendChild(made); });
}

function relink(within) {
  Array.prototype.forEach.call(within.querySelectorAll('a[data-to]'), function (link) {
    link.href = root + link.getAttribute('data-to');
  });
}

relink(document);
document.getElementById('by-hand').hidden = true;
form.hidden = false;
form.addEventListener('submit', function (event) {
  event.preventDefault();
  /* Off the field, so that a phone takes its keyboard away; the next Tab leads to what was found. */
  form.querySelector('button').focus();
  find().then(function () { answer.scrollIntoView({ block: 'nearest' }); });
});
if (stated !== null) field.value = codeInAddress().slice(0, field.maxLength);
if (field.value) find();
