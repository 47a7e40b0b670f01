/* The site's service worker: pages that were read once open without a net.

   Above all it must never show an old phone number to somebody who has a net. So the network is asked first for
   every page, each time; the saved copy is shown when no answer came in time, says that it is one, and gives way
   when the answer comes. It knows no list of pages: it keeps what is read, and with any page of a village what
   that village's people need in danger.

   It needs no more than ECMAScript 2018, for phones whose WebView was last updated that year. */
'use strict';
{% include "offline/own.js" %}

/* How long the network has before a saved copy is shown, in milliseconds. */
const PATIENCE = 3000;
/* How long an answer that came late waits for its page to reload. */
const WAITS = 10000;

/* The number tells how entries are written; with another one a phone forgets what it has. */
const CACHES = {
  fallback: OWN + {{ ("fallback " ~ version)|tojson }},
  villages: OWN + 'villages 1',
  pages: OWN + 'pages 1',
  assets: OWN + 'assets 1',
  pictures: OWN + 'pictures 1'
};
/* Whatever was kept longest ago goes first. What villages need has a place of its own: the pages of a long walk
   from door to door do not push it out. */
const MOST = { fallback: 1, villages: 60, pages: 60, assets: 40, pictures: 30 };

const FALLBACK = ROOT + {{ fallback|tojson }};
const EMERGENCY = {{ emergency|tojson }};
const SEARCH = ROOT + 'search/';
const SEARCH_INDEX = SEARCH + 'search_index.json';
const WORDS = {{ words|tojson }};
const LIST = {{ heading|tojson }};
/* The folders at our root; any other is a neighbour's. */
const FOLDERS = {{ folders|tojson }};

/* Pages of this site name this worker, and nothing else does: not a host's own error page, not a neighbour below
   our path, not the sign-in page of somebody's Wi-Fi. */
const OURS = /<script data-sw="([^"]*)"( data-lost)?/;
/* The theme's files have a new name with every new content. */
const HASHED = /\.[0-9a-f]{8}\.min\.(?:css|js)(?:\?en)?$/;

/* What was asked while a saved copy was shown instead, and answers that wait for their page to reload. */
const asking = new Map();
const arrived = new Map();

self.addEventListener('install', event => {
  self.skipWaiting();
  event.waitUntil(fetch(FALLBACK, { cache: 'no-cache' }).then(answer => {
    if (answer.status !== 200) throw new Error('no fallback page: ' + answer.status);
    return answer.text().then(html => put('fallback', FALLBACK, html, answer));
  }));
});

self.addEventListener('activate', event => {
  const current = Object.keys(CACHES).map(kind => CACHES[kind]);
  const old = name => name.startsWith(OWN) && !current.includes(name);
  event.waitUntil(Promise.all([
    caches.keys().then(names => Promise.all(names.filter(old).map(name => caches.delete(name)))),
    self.clients.claim()
  ]));
});

/* Whatever is not answered here, the browser fetches as if there were no worker. */
self.addEventListener('fetch', event => {
  const request = event.request;
  if (request.method !== 'GET' || !request.url.startsWith(ROOT) || request.headers.has('range')) return;
  if (request.mode === 'navigate') {
    event.respondWith(openPage(event));
  } else {
    const kind = kindOf(request);
    if (kind) event.respondWith(openPart(event, kind));
  }
});

/* A page says which saved copy it is, or with null that it may be kept. */
self.addEventListener('message', event => {
  const page = event.source;
  if (!page || !page.url.startsWith(ROOT)) return;
  event.waitUntil(event.data === null ? ask(page.url).kept : tell(page, event.data));
});

/* ---- pages ---- */

async function openPage(event) {
  const address = event.request.url;
  const page = plain(address);
  const late = arrived.get(page);
  arrived.delete(page);
  if (late && Date.now() - late.at < WAITS) return late.answer;

  const asked = ask(address);
  event.waitUntil(asked.kept);
  const saved = await find(page);
  if (!saved) return (await asked.answer) || fallback(page);
  const answer = await within(PATIENCE, asked.answer);
  if (isAnswer(answer)) return answer;
  asking.set(page, asked);
  return savedCopy(saved);
}

/* Asks the network, past the browser's own cache, which may be hours old. `answer` is null where there is no net;
   `kept` comes when all is kept that should be. A redirect is left to the browser, so that the address changes
   and with it what the page's links mean. */
function ask(address) {
  const answer = fetch(address, { cache: 'no-cache', credentials: 'same-origin', redirect: 'manual' }).catch(() => null);
  const page = plain(address);
  const kept = answer
    .then(found => found && keep(page, found))
    .then(html => html && Promise.all([keepParts(page, html), keepVillage(page, html)]))
    .catch(() => undefined); /* a full phone, a connection that broke off: then this page is not kept */
  return { answer: answer, kept: kept };
}

/* A host in trouble has no answer, and says nothing about the page. */
function isAnswer(response) {
  return Boolean(response) && response.status < 500 && response.status !== 429;
}

/* Keeps a page of ours; gives its HTML. A page that is gone is forgotten: what it told may have been withdrawn. The
   answer itself is left to whoever shows it. Only a page's is copied, so that no film or document is held twice. */
async function keep(page, response) {
  if (response.status === 404 || response.status === 410) return forget(page);
  const type = response.headers.get('content-type') || '';
  if (response.status !== 200 || response.type !== 'basic' || !/^text\/html/i.test(type)) return undefined;
  const html = await response.clone().text();
  const ours = OURS.exec(html);
  if (ours && ours[2]) return forget(page); /* some hosts say 200 with the page for what is not there */
  if (!ours || new URL(ours[1], page).href !== self.location.href) return undefined;
  await put(isLasting(page) ? 'villages' : 'pages', page, html, response);
  return html;
}

async function forget(page) {
  await Promise.all(['villages', 'pages'].map(async kind => (await caches.open(CACHES[kind])).delete(page)));
  return undefined;
}

/* Style sheets, scripts and the search index that a page asks for, as far as they are not there yet: those of the
   first page came before this worker did. */
async function keepParts(page, html) {
  const named = (html.match(/"[^"\s]+\.(?:css|js)(?:\?en)?"/g) || []).map(part => new URL(part.slice(1, -1), page).href);
  if (/workers\/search|search_index/.test(html)) named.push(SEARCH_INDEX);
  const assets = await caches.open(CACHES.assets);
  await Promise.all(named.map(async part => {
    if (!part.startsWith(ROOT) || part === self.location.href || await assets.match(part)) return;
    const answer = await fetch(part, { credentials: 'same-origin' });
    if (isWhole(answer)) await store('assets', part, rewrapped(answer, await answer.blob()));
  }));
}

/* What to do in an emergency holds everybody's number in the village. Whoever reads the large pages, and so has
   what they look like, gets the village's own as well. */
async function keepVillage(page, html) {
  const village = villageOf(page, html);
  if (!village) return;
  const wanted = [emergencyOf(village)];
  if (/<link rel="stylesheet"/.test(html)) wanted.push(village);
  await Promise.all(wanted.filter(other => other !== page).map(async other => {
    const answer = await fetch(other, { cache: 'no-cache', credentials: 'same-origin' });
    await keep(other, answer);
  }));
}

/* The address of the village a page is of, or ''. Its own address says so, or, for a plate's, its first link. */
function villageOf(page, html) {
  const path = page.slice(ROOT.length);
  const own = /^(?:en\/)?thon\/[^/]+\//.exec(path);
  if (own) return ROOT + own[0];
  const link = path.startsWith('Q/') && /href="([^"]*thon\/[^/"]+\/)"/.exec(html);
  return link ? new URL(link[1], page).href : '';
}

/* There is one for readers of all languages. */
function emergencyOf(village) {
  return village.replace(ROOT + 'en/', ROOT) + EMERGENCY;
}

/* True for a village's own page and for what to do in an emergency. */
function isLasting(page) {
  const village = villageOf(page, '');
  return Boolean(village) && (page === village || page === emergencyOf(village));
}

async function find(page) {
  for (const kind of ['villages', 'pages']) {
    const saved = await (await caches.open(CACHES[kind])).match(page);
    if (saved) return saved;
  }
  return undefined;
}

/* The address a page is kept under: what somebody searched for is not part of it. */
function plain(address) {
  const url = new URL(address);
  return url.origin + url.pathname.replace(/\/index\.html$/, '/');
}

/* ---- copies ---- */

async function savedCopy(saved) {
  const html = await saved.text();
  const lang = /<html[^>]* lang="?en\b/i.test(html) ? 'en' : 'vi';
  const day = new Date(saved.headers.get('x-saved'));
  const date = lang === 'en'
    ? day.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
    : day.toLocaleDateString('en-GB'); /* 21/11/2026, as in Vietnam */
  return rewrapped(saved, noted(html, WORDS[lang].saved.replace('{date}', date), await markOf(html)));
}

/* The page with a note on top. `mark` is what its script asks with whether there is a newer one. */
function noted(html, words, mark) {
  const note = '<p class="note vs-saved" id="vs-saved" role="status" data-mark="' + mark + '">' + words + '</p>';
  return html.replace(/<body[^>]*>/, body => body + note);
}

async function markOf(html) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(html));
  return Array.from(new Uint8Array(digest), byte => byte.toString(16)).join('');
}

/* Tells a saved copy whether the network has another page. An equal one only takes the note away: on a slow net
   a page that reloads for nothing, or again and again, is worse than none. */
async function tell(client, mark) {
  const page = plain(client.url);
  const asked = asking.get(page) || ask(client.url);
  asking.set(page, asked); /* it may be asked again before there is an answer */
  const answer = await asked.answer;
  if (asking.get(page) === asked) asking.delete(page);
  if (!isAnswer(answer)) return;
  const same = answer.status === 200 && await markOf(await answer.clone().text()) === mark;
  if (!same) arrived.set(page, { answer: answer, at: Date.now() });
  client.postMessage(same ? 'same' : 'newer');
  await asked.kept;
}

/* What is shown of a page that was never kept, when there is no net. A page that is kept under its address with a
   slash at the end is opened there. Else a list of all that is kept stands at the address that was asked for, so
   that it becomes the page as soon as there is a net. */
async function fallback(page) {
  if (await find(page + '/')) return Response.redirect(page + '/');
  const saved = await (await caches.open(CACHES.fallback)).match(FALLBACK);
  if (!saved) return Response.error();
  const kept = await list(); /* as it is: in titles a $ means nothing */
  const html = (await saved.text()).split('"../').join('"' + ROOT).replace('</main>', () => kept + '</main>');
  return rewrapped(saved, noted(html, WORDS.vi.none, ''), 503);
}

/* What was kept, as HTML: villages first, then the last pages read. */
async function list() {
  const items = [];
  for (const kind of ['villages', 'pages']) {
    const cache = await caches.open(CACHES[kind]);
    for (const request of (await cache.keys()).reverse()) {
      const html = await (await cache.match(request)).text();
      const title = /<title>([^<]*)<\/title>/.exec(html);
      const lang = /<html[^>]* lang="?en\b/i.test(html) ? ' lang="en"' : '';
      const address = request.url.replace(/&/g, '&amp;').replace(/"/g, '%22');
      if (title) items.push('<li><a href="' + address + '"' + lang + '>' + title[1] + '</a></li>');
    }
  }
  return items.length ? '<section><h2>' + LIST + '</h2><ul class="rows">' + items.join('') + '</ul></section>' : '';
}

/* ---- parts of pages ---- */

/* Where a part belongs; undefined for what is none, such as a document, a film, the site's data, or what is not
   ours. */
function kindOf(request) {
  const [folder, below] = request.url.slice(ROOT.length).split('/');
  if (below !== undefined && !FOLDERS.includes(folder)) return undefined;
  if (request.destination === 'image') return 'pictures';
  if (['style', 'script', 'worker', 'font', 'manifest'].includes(request.destination)) return 'assets';
  return request.url.startsWith(SEARCH) ? 'assets' : undefined;
}

async function openPart(event, kind) {
  const request = event.request;
  const saved = await (await caches.open(CACHES[kind])).match(request.url);
  if (saved && HASHED.test(request.url)) return saved;
  const asked = fetch(request).catch(() => null);
  event.waitUntil(asked.then(answer => answer && keepPart(kind, request.url, answer.clone())).catch(() => undefined));
  if (!saved) return (await asked) || Response.error();
  const answer = await within(PATIENCE, asked);
  return isAnswer(answer) ? answer : saved;
}

async function keepPart(kind, address, answer) {
  if (answer.status === 404 || answer.status === 410) await (await caches.open(CACHES[kind])).delete(address);
  if (isWhole(answer)) await store(kind, address, rewrapped(answer, await answer.blob()));
}

/* Not what another origin answered, not an error, not a part of a file. */
function isWhole(answer) {
  return answer.status === 200 && answer.type === 'basic';
}

/* ---- the caches ---- */

function put(kind, address, html, response) {
  const page = rewrapped(response, html);
  page.headers.set('x-saved', new Date().toISOString());
  return store(kind, address, page);
}

/* A response of its own: browsers refuse one that came by way of a redirect where a page is opened. */
function rewrapped(response, body, status) {
  const headers = new Headers(response.headers);
  headers.delete('content-encoding');
  headers.delete('content-length');
  if (typeof body === 'string') headers.set('content-type', 'text/html; charset=utf-8');
  return new Response(body, { status: status || 200, headers: headers });
}

async function store(kind, address, response) {
  const cache = await caches.open(CACHES[kind]);
  await cache.put(address, response);
  const kept = await cache.keys();
  await Promise.all(kept.slice(0, Math.max(0, kept.length - MOST[kind])).map(oldest => cache.delete(oldest)));
}

/* The answer, or null when it takes longer. */
function within(time, answer) {
  return Promise.race([answer, new Promise(resolve => setTimeout(resolve, time, null))]);
}
