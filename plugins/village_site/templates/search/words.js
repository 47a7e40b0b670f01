/* Vietnamese words as people type them: with all accents, some or none, in any case, cut short, or with one
   letter wrong. Touches neither a page nor the network; written for browsers since 2018. */

/* How a typed word fits a known one: the whole of it, its beginning, or but for one error. */
const WHOLE = 1;
const BEGINNING = 0.9;
const ERROR = 0.6;

/* How many letters a word must have for an error to be forgiven: no number of them, most words, nearly all. */
const NEVER = Infinity;
const IN_LONGER = 3;
const IN_SHORT = 2;

/* What is lost for each accent that was not typed, and for each that contradicts the one typed. */
const NOT_TYPED = 0.005;
const CONTRADICTED = 0.3;

const TONES = '\u0300\u0301\u0303\u0309\u0323';

/* Calls back with each word of an HTML text and where it begins; a character reference is no word. */
function eachWord(text, visit) {
  const words = /&#?\w+;|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
  for (let found = words.exec(text); found !== null; found = words.exec(text)) {
    if (found[0].charAt(0) !== '&') visit(found[0], found.index);
  }
}

/* A word taken apart: its plain letters, the mark each bears, and the tone, wherever it was typed (hòa, hoà). */
function takeApart(word) {
  const marks = [];
  let plain = '';
  let tone = '';
  for (const sign of word.toLowerCase().normalize('NFD')) {
    if (TONES.indexOf(sign) >= 0) {
      tone = sign;
    } else if (/\p{M}/u.test(sign)) {
      marks[marks.length - 1] += sign;
    } else {
      const crossed = sign === 'đ' || sign === 'ð';  /* they look alike in capitals, and neither decomposes */
      plain += crossed ? 'd' : sign;
      marks.push(crossed ? '-' : '');
    }
  }
  return { plain: plain, marks: marks, tone: tone };
}

/* What is lost by the accents of a known word that begins with the letters of a typed one. */
function accentLoss(typed, known) {
  let loss = typed.tone === known.tone ? 0 : typed.tone ? CONTRADICTED : NOT_TYPED;
  typed.marks.forEach(function (mark, at) {
    if (mark !== known.marks[at]) loss += mark ? CONTRADICTED : NOT_TYPED;
  });
  return loss;
}

/* One letter too many, too few or another, or two neighbours swapped. In numbers nothing is forgiven. */
function oneErrorApart(one, two) {
  if (Math.abs(one.length - two.length) > 1) return false;
  if (/\d/.test(one + two)) return false;
  let at = 0;
  while (at < one.length && one[at] === two[at]) at += 1;
  const rest = one.slice(at);
  const other = two.slice(at);
  return rest.slice(1) === other.slice(1) || rest === other.slice(1) || rest.slice(1) === other ||
    (rest[0] === other[1] && rest[1] === other[0] && rest.slice(2) === other.slice(2));
}

/* WHOLE, BEGINNING, ERROR (only in words of so many letters) or 0. */
function fit(typed, known, letters) {
  if (known.plain === typed.plain) return WHOLE;
  if (known.plain.startsWith(typed.plain)) return BEGINNING;
  const long = Math.max(typed.plain.length, known.plain.length) >= letters;
  return long && oneErrorApart(typed.plain, known.plain) ? ERROR : 0;
}

/* The same, less what the accents lose. */
function worth(typed, known, letters) {
  const fits = fit(typed, known, letters);
  return fits < BEGINNING ? fits : Math.max(fits - accentLoss(typed, known), 0.05);
}

/* How well a typed word fits the best of some HTML texts. */
function bestFit(typed, texts, letters) {
  let best = 0;
  texts.forEach(function (text) {
    eachWord(text, function (word) { best = Math.max(best, fit(typed, takeApart(word), letters)); });
  });
  return best;
}

/* An HTML text with the letters marked that typed words fit, each as well as its `best`. */
function mark(text, words) {
  let marked = '';
  let done = 0;
  eachWord(text, function (word, start) {
    const known = takeApart(word);
    let length = 0;
    words.forEach(function (one) {
      const fits = fit(one.typed, known, one.best === ERROR ? IN_SHORT : NEVER);
      if (fits === 0 || fits !== one.best) return;
      length = Math.max(length, fits === BEGINNING ? span(word, one.typed.marks.length) : word.length);
    });
    if (length === 0) return;
    marked += text.slice(done, start) + '<mark>' + word.slice(0, length) + '</mark>';
    done = start + length;
  });
  return marked + text.slice(done);
}

/* How long the first letters of a word are, with whatever stands on them. */
function span(word, letters) {
  return new RegExp('^(?:.\\p{M}*){' + letters + '}', 'u').exec(word)[0].length;
}
