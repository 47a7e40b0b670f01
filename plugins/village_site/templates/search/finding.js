/* Finds pages, and named things within them, by their names. */

const MOST_TERMS = 12;
const MOST_PAGES = 100;
const MOST_NAMES = 5;

/* What a hit counts by where it stands: in a page's title, the name of a thing within it, a former name, the
   page's text. */
const TITLE = 0;
const NAME = 1;
const FORMER = 2;
const TEXT = 3;
const COUNTS = [1, 0.85, 0.9, 0.4];

/* What a hit gains at most for filling its title, and for standing there in a row: less than one contradicted
   accent loses in a query of four words. */
const FILLED = 0.04;
const IN_A_ROW = 0.02;

/* Words in a row in a page's text are a name there, such as that of the commune it once belonged to. */
const NAME_IN_TEXT = 0.88;

/* A finder for pages {location, title, text, former}, all but the first HTML; `formerly` introduces the last. */
function createFinder(pages, formerly) {
  /* Pages and, later, the named things within them are units: `title`, `plain` (it without accents, between
     spaces), `size` (its words), `text` (a page's, as plain) and `page`, the number of the page, which is also
     that of the page's own unit. */
  const units = [];
  const vocabulary = new Map();
  const known = new Map();
  const numbers = new Map();

  /* The vocabulary's entries for the words of a text. Villages of one commune have the same text, and roads of many
     villages the same name: each is read once. */
  function entriesOf(text) {
    let entries = known.get(text);
    if (!entries) {
      known.set(text, entries = []);
      eachWord(text, function (word) { entries.push(entryOf(word.toLowerCase())); });
    }
    return entries;
  }

  function entryOf(key) {
    let entry = vocabulary.get(key);
    if (!entry) vocabulary.set(key, entry = { word: takeApart(key), units: [], places: [] });
    return entry;
  }

  function addWords(unit, place, text) {
    return entriesOf(text).map(function (entry) {
      entry.units.push(unit);
      entry.places.push(place);
      return entry.word.plain;
    });
  }

  function addUnit(page, place, title, location) {
    const plain = addWords(units.length, place, title);
    units.push({
      page: page,
      title: title,
      location: location,
      plain: ' ' + plain.join(' ') + ' ',
      size: plain.length,
      text: ''
    });
  }

  pages.forEach(function (page, number) {
    numbers.set(page.location, number);
    addUnit(number, TITLE, page.title, page.location);
  });
  pages.forEach(function (page, number) {
    addWords(number, FORMER, page.former || '');
    units[number].text = ' ' + addWords(number, TEXT, page.text).join(' ');
  });

  /* Adds the names of things within pages: {location: {way: name}}; a way is an anchor, or `list/#anchor` for
     what stands on a page below. */
  function addNames(names) {
    Object.keys(names).forEach(function (location) {
      const page = numbers.get(location);
      if (page === undefined) return;
      Object.keys(names[location]).forEach(function (way) {
        addUnit(page, NAME, names[location][way], location + (way.indexOf('#') < 0 ? '#' : '') + way);
      });
    });
  }

  /* What a typed word counts in each unit, how it fits there anywhere, whether in the title, and how rare it is.
     Errors are forgiven in names only: in a long text some word is always like another. */
  function look(typed, letters) {
    const counts = new Float32Array(units.length);
    const fitting = new Float32Array(units.length);
    const titled = new Uint8Array(units.length);
    let seen = 0;
    vocabulary.forEach(function (entry) {
      const fits = worth(typed, entry.word, letters);
      if (fits === 0) return;
      const strict = letters === NEVER ? fits : worth(typed, entry.word, NEVER);
      seen += entry.units.length;
      entry.units.forEach(function (unit, at) {
        if (entry.places[at] === TEXT && strict === 0) return;
        counts[unit] = Math.max(counts[unit], fits * COUNTS[entry.places[at]]);
        fitting[unit] = Math.max(fitting[unit], fits);
        if (entry.places[at] <= NAME) titled[unit] = 1;
      });
    });
    return { counts: counts, fitting: fitting, titled: titled, rarity: Math.log(2 + units.length / (1 + seen)) };
  }

  /* The units that have every word or, when `partly`, at least two and half of them. A named thing is taken
     together with its page, and only when it fits some word better than the page does. */
  function hits(words, letters, partly) {
    const looks = words.map(function (typed) { return look(typed, letters); });
    const least = partly ? Math.max(2, words.length / 2) : words.length;
    const row = ' ' + words.map(function (typed) { return typed.plain; }).join(' ');
    const found = [];
    units.forEach(function (unit, number) {
      let met = 0;
      let score = 0;
      let fitting = 0;
      let titled = 0;
      let adds = number === unit.page;
      const lacks = [];
      looks.forEach(function (one, at) {
        const counts = Math.max(one.counts[number], one.counts[unit.page]);
        if (counts === 0) {
          lacks.push(at);
          return;
        }
        met += one.rarity;
        score += one.rarity * counts;
        fitting += one.rarity * one.fitting[number];
        titled += one.titled[number];
        adds = adds || one.counts[number] > one.counts[unit.page];
      });
      if (!adds || looks.length - lacks.length < least) return;
      score = score / met + FILLED * Math.min(1, titled / unit.size);
      if (unit.plain.indexOf(row) >= 0) score += IN_A_ROW;
      if (words.length > 1 && unit.text.indexOf(row) >= 0) score = Math.max(score, NAME_IN_TEXT * fitting / met);
      found.push({ number: number, met: met, score: score, lacks: lacks });
    });
    return found;
  }

  /* The units whose title holds the query, from the start of a word, with its spaces elsewhere: `nambac thanh`. */
  function respaced(words) {
    const row = words.map(function (typed) { return typed.plain; }).join('');
    const found = [];
    units.forEach(function (unit, number) {
      const known = unit.plain.trim().split(' ');
      const start = known.findIndex(function (word, at) { return known.slice(at).join('').startsWith(row); });
      if (start >= 0) found.push({ number: number, met: 1, score: -start, lacks: [] });
    });
    return found;
  }

  /* The hits of each page, [number, hits]; everything best first, and of equally good pages the first. */
  function byPage(found) {
    const groups = new Map();
    found.sort(function (one, two) {
      return two.met - one.met || two.score - one.score || one.number - two.number;
    }).forEach(function (hit) {
      const page = units[hit.number].page;
      if (!groups.has(page)) groups.set(page, []);
      groups.get(page).push(hit);
    });
    return Array.from(groups);
  }

  /* A page of the answer as Material's box takes it: first the page, then what was found within it. The box opens
     what has the highest score on Enter, folds away what has a lower one than the page, and says which of the
     `terms` are missing. */
  function item(number, found, score, typed, letters) {
    const page = pages[number];
    const former = page.former || '';
    const own = found[0].number === number;
    const listed = [number];
    found.forEach(function (hit) {
      if (hit.number !== number && listed.length <= MOST_NAMES) listed.push(hit.number);
    });
    const texts = listed.map(function (unit) { return units[unit].title; }).concat(page.text, former);
    const words = Array.from(typed.values(), function (word) {
      return { typed: word, best: bestFit(word, texts, letters) };
    });
    const terms = {};
    Array.from(typed.keys()).forEach(function (word, at) { terms[word] = found[0].lacks.indexOf(at) < 0; });
    const before = mark(former, words);
    const text = mark(page.text, words) + (before === former ? '' : ' · ' + formerly + ' ' + before);
    return listed.map(function (unit, at) {
      return {
        location: units[unit].location,
        title: mark(units[unit].title, words),
        text: at < 2 ? text : '',
        score: at === 0 ? score : own ? score - 0.5 : score + 0.5,
        terms: at < 2 ? terms : {}
      };
    });
  }

  /* The pages found, best first. Errors are forgiven only when nothing is found without: first in longer words,
     then, of several words, in short ones too. Words are left out only when nothing has them all. */
  function find(query) {
    const typed = new Map();
    eachWord(query.normalize('NFC').replace(/&/g, ' '), function (word) {
      if (typed.size < MOST_TERMS) typed.set(word.toLowerCase(), takeApart(word));
    });
    if (typed.size === 0) return [];
    const words = Array.from(typed.values());
    let letters = NEVER;
    let found = hits(words, letters, false);
    if (!found.length) found = respaced(words);
    [[IN_LONGER, false], [IN_SHORT, false], [NEVER, true], [IN_LONGER, true]].forEach(function (trial) {
      if (found.length || (trial[0] === IN_SHORT && words.length === 1)) return;
      letters = trial[0];
      found = hits(words, letters, trial[1]);
    });
    return byPage(found).slice(0, MOST_PAGES).map(function (group, rank) {
      return item(group[0], group[1], MOST_PAGES - rank, typed, letters);
    });
  }

  return { addNames: addNames, find: find };
}
