/* Finds pages by their names, as Vietnamese is typed: with all accents, some or none, in any case, a word cut
   short, one error in a word. Touches neither a page nor the network. Written for browsers since 2018. */

/* What an answer holds at most: pages, and named things within one of them. */
const MOST_PAGES = 100;
const MOST_NAMES = 5;
const MOST_TERMS = 12;

/* What a hit counts by where it stands: a page's title, the name of a thing within it, a former name, the rest. */
const TITLE = 0;
const NAME = 1;
const FORMER = 2;
const TEXT = 3;
const PLACE_COUNTS = [1, 0.85, 0.9, 0.4];

/* And by how it fits: the whole word, its beginning, the word but for one error. */
const WHOLE = 1;
const BEGINNING = 0.9;
const ERROR = 0.6;

/* Lost for each accent that is not there to be typed yet, or that contradicts the one typed. A contradiction
   costs more than a hit can gain by filling its title (FILLED) and standing there in one piece (IN_A_ROW). */
const NOT_TYPED = 0.02;
const CONTRADICTED = 0.18;
const FILLED = 0.1;
const IN_A_ROW = 0.05;

const TONES = '\u0300\u0301\u0303\u0309\u0323';
const WORDS = /&#?\w+;|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/* Calls back with each word of an HTML text and where it begins; a character reference is no word. */
function eachWord(text, visit) {
  for (let found; (found = WORDS.exec(text)) !== null;) {
    if (found[0].charAt(0) !== '&') visit(found[0], found.index);
  }
}

/* A word taken apart: its plain letters, the mark each bears, and the tone, wherever it was typed (hòa, hoà). */
function takeApart(word) {
  const letters = [];
  const marks = [];
  let tone = '';
  for (const sign of word.toLowerCase().normalize('NFD')) {
    if (TONES.indexOf(sign) >= 0) {
      tone = sign;
    } else if (/\p{M}/u.test(sign)) {
      marks[marks.length - 1] += sign;
    } else {
      const crossed = sign === 'đ' || sign === 'ð';
      letters.push(crossed ? 'd' : sign);
      marks.push(crossed ? '-' : '');
    }
  }
  return { plain: letters.join(''), marks: marks, tone: tone };
}

/* What is lost by the accents of a known word that begins with the letters of a typed one. */
function accentLoss(typed, known) {
  let loss = typed.tone === known.tone ? 0 : typed.tone ? CONTRADICTED : NOT_TYPED;
  typed.marks.forEach(function (mark, at) {
    if (mark !== known.marks[at]) loss += mark ? CONTRADICTED : NOT_TYPED;
  });
  return loss;
}

/* One letter too many, too few, another, or two neighbours swapped. In numbers nothing is forgiven. */
function oneErrorApart(one, two) {
  if (Math.abs(one.length - two.length) > 1 || Math.max(one.length, two.length) < 3) return false;
  if (/\d/.test(one + two)) return false;
  let at = 0;
  while (at < one.length && one[at] === two[at]) at += 1;
  const rest = one.slice(at);
  const other = two.slice(at);
  return rest.slice(1) === other.slice(1) || rest === other.slice(1) || rest.slice(1) === other ||
    (rest[0] === other[1] && rest[1] === other[0] && rest.slice(2) === other.slice(2));
}

/* How a typed word fits a known one: WHOLE, BEGINNING, ERROR or 0. */
function fit(typed, known, forgiving) {
  if (known.plain === typed.plain) return WHOLE;
  if (known.plain.startsWith(typed.plain)) return BEGINNING;
  return forgiving && oneErrorApart(typed.plain, known.plain) ? ERROR : 0;
}

/* What a fit is worth in a title; 0 when the words do not fit. */
function worth(typed, known, forgiving) {
  const how = fit(typed, known, forgiving);
  if (how === 0 || how === ERROR) return how;
  return Math.max(how - accentLoss(typed, known), 0.05);
}

/* The words typed, each once. */
function termsOf(query) {
  const terms = new Map();
  eachWord(query.normalize('NFC').replace(/&/g, ' '), function (word) {
    terms.set(word.toLowerCase(), takeApart(word));
  });
  return Array.from(terms, function (pair) {
    return { typed: pair[0], word: pair[1] };
  }).slice(0, MOST_TERMS);
}

/* An HTML text with the letters marked that the terms fit. */
function mark(text, terms, forgiving) {
  let marked = '';
  let done = 0;
  eachWord(text, function (word, start) {
    const known = takeApart(word);
    let length = 0;
    terms.forEach(function (term) {
      const how = fit(term.word, known, forgiving);
      if (how) length = Math.max(length, how === BEGINNING ? span(word, term.word.marks.length) : word.length);
    });
    if (length) {
      marked += text.slice(done, start) + '<mark>' + word.slice(0, length) + '</mark>';
      done = start + length;
    }
  });
  return marked + text.slice(done);
}

/* How long the first letters of a word are, with whatever stands on them. */
function span(word, letters) {
  return new RegExp('^(?:.\\p{M}*){' + letters + '}', 'u').exec(word)[0].length;
}

/* A finder for pages {location, title, text, former}, all but `location` HTML. */
function createFinder(pages) {
  /* Pages and, later, the named things within them are units: `title`, `plain` (it without accents, between
     spaces), `size` (its words) and `page`, the number of the page. A page's own unit has the page's number. */
  const units = [];
  const vocabulary = new Map();
  const numbers = new Map();

  function addWords(unit, place, text) {
    const plain = [];
    eachWord(text, function (word) {
      const key = word.toLowerCase();
      let entry = vocabulary.get(key);
      if (!entry) vocabulary.set(key, entry = { word: takeApart(key), units: [], places: [] });
      entry.units.push(unit);
      entry.places.push(place);
      plain.push(entry.word.plain);
    });
    return plain;
  }

  function addUnit(page, place, title, location) {
    const plain = addWords(units.length, place, title);
    units.push({ page: page, title: title, location: location, plain: ' ' + plain.join(' ') + ' ', size: plain.length });
  }

  pages.forEach(function (page, number) {
    numbers.set(page.location, number);
    addUnit(number, TITLE, page.title, page.location);
    addWords(number, FORMER, page.former || '');
    addWords(number, TEXT, page.text);
  });

  /* The names of things within pages: {location: {anchor: name}}. */
  function addNames(names) {
    Object.keys(names).forEach(function (location) {
      const page = numbers.get(location);
      if (page === undefined) return;
      Object.keys(names[location]).forEach(function (anchor) {
        addUnit(page, NAME, names[location][anchor], location + '#' + anchor);
      });
    });
  }

  /* What a term counts in each unit, whether it stands in the unit's own title, and how rare it is. */
  function look(term, forgiving) {
    const counts = new Float32Array(units.length);
    const titled = new Uint8Array(units.length);
    let seen = 0;
    vocabulary.forEach(function (entry) {
      const fits = worth(term.word, entry.word, forgiving);
      if (fits === 0) return;
      seen += entry.units.length;
      entry.units.forEach(function (unit, at) {
        const place = entry.places[at];
        counts[unit] = Math.max(counts[unit], fits * PLACE_COUNTS[place]);
        if (place <= NAME) titled[unit] = 1;
      });
    });
    return { counts: counts, titled: titled, rarity: Math.log(2 + units.length / (1 + seen)) };
  }

  /* The units in which every term is found or, when `partly`, terms that make up half of the query; a named
     thing together with its page, when it fits a term better than the page alone does. */
  function hits(terms, forgiving, partly) {
    const looks = terms.map(function (term) { return look(term, forgiving); });
    const all = looks.reduce(function (sum, one) { return sum + one.rarity; }, 0);
    const row = ' ' + terms.map(function (term) { return term.word.plain; }).join(' ');
    const found = [];
    units.forEach(function (unit, number) {
      let met = 0;
      let score = 0;
      let titled = 0;
      let adds = number === unit.page;
      looks.forEach(function (one) {
        const own = one.counts[number];
        const counts = Math.max(own, one.counts[unit.page]);
        if (counts === 0) return;
        met += one.rarity;
        score += one.rarity * counts;
        titled += one.titled[number];
        adds = adds || own > one.counts[unit.page];
      });
      if (!adds || met === 0 || (met < all && !(partly && met * 2 >= all))) return;
      score = score / met + FILLED * Math.min(1, titled / unit.size) + (unit.plain.indexOf(row) >= 0 ? IN_A_ROW : 0);
      found.push({ number: number, met: met, score: score });
    });
    return found;
  }

  /* The units whose title holds the query when no space is trusted: `nambac thanh`, `nam bac tha nh`. */
  function joined(terms) {
    const row = terms.map(function (term) { return term.word.plain; }).join('');
    if (row.length < 4) return [];
    const found = [];
    units.forEach(function (unit, number) {
      const at = unit.plain.replace(/ /g, '').indexOf(row);
      if (at >= 0) found.push({ number: number, met: 1, score: ERROR - at / 1000 });
    });
    return found;
  }

  function better(one, two) {
    return two.met - one.met || two.score - one.score || one.number - two.number;
  }

  /* The hits of each page, best first; the pages by their best hit. */
  function byPage(found) {
    const groups = new Map();
    found.sort(better).forEach(function (hit) {
      const page = units[hit.number].page;
      if (groups.has(page)) groups.get(page).push(hit); else groups.set(page, [hit]);
    });
    return Array.from(groups).slice(0, MOST_PAGES);
  }

  /* One page of an answer, as Material's box takes it: the page first, then the named things within it. The box
     opens the item of the highest score on Enter and folds away those of a lower one than the page's. */
  function item(page, found, rank, terms, forgiving) {
    const doc = pages[page];
    const score = MOST_PAGES - rank;
    const missing = {};
    terms.forEach(function (term) { missing[term.typed] = true; });
    const former = doc.former ? mark(doc.former, terms, forgiving) : '';
    const text = mark(doc.text, terms, forgiving) + (former === (doc.former || '') ? '' : '\n' + former);
    const names = found.filter(function (hit) { return hit.number !== page; }).slice(0, MOST_NAMES);
    return { page: doc, former: former };
  }

  return { addNames: addNames };
}
