/* What a code is: symbols of one alphabet whose values, each times the weight of its place, sum up to a
   multiple of the alphabet's size. Written for browsers since 2018, hence the old syntax. */
var ALPHABET = {{ alphabet|tojson }};
var WEIGHTS = {{ weights|tojson }};
var LENGTH = WEIGHTS.length;

/* The letters and digits of a text in upper case, and the marks people put for what they cannot read.
   Hyphens, spaces, brackets and the like are left out; full-width signs become plain ones. */
function symbolsIn(text) {
  return text.normalize('NFKC').toUpperCase().split('').filter(function (sign) {
    return /[0-9?*]/.test(sign) || sign.toLowerCase() !== sign.toUpperCase();
  }).join('');
}

/* The only symbol that makes a code right at a place, whatever stands there, when the other places stay. */
function fitting(code, place) {
  var others = WEIGHTS.reduce(function (sum, weight, at) {
    return at === place ? sum : sum + weight * ALPHABET.indexOf(code.charAt(at));
  }, 0);
  return ALPHABET.split('').filter(function (symbol, value) {
    return (others + WEIGHTS[place] * value) % ALPHABET.length === 0;
  })[0];
}

/* The places, from 0, of symbols that no code has. */
function strangePlaces(code) {
  return code.split('').map(function (symbol, place) {
    return ALPHABET.indexOf(symbol) < 0 ? place : -1;
  }).filter(function (place) { return place >= 0; });
}

function isCode(code) {
  return code.length === LENGTH && !strangePlaces(code).length &&
    fitting(code, LENGTH - 1) === code.charAt(LENGTH - 1);
}

/* The codes that a typed one may stand for: itself when it is right, else those that differ in one place.
   None when its length is wrong or two places cannot be known. */
function candidates(code) {
  var strange = strangePlaces(code);
  if (code.length !== LENGTH || strange.length > 1) return [];
  if (isCode(code)) return [code];
  var places = strange.length ? strange : WEIGHTS.map(function (weight, place) { return place; });
  return places.map(function (place) {
    return code.slice(0, place) + fitting(code, place) + code.slice(place + 1);
  });
}

/* A typed code without its decoration: from a whole address what follows /Q/, and from a code that something was
   appended to, or that words stand before ("mã số 7K3M-XT4M"), the code. */
function codeIn(text) {
  var code = symbolsIn(text.replace(/^.*\/q\//i, ''));
  var first = code.slice(0, LENGTH);
  var last = code.slice(-LENGTH);
  if (isCode(first)) return first;
  return isCode(last) && strangePlaces(code.slice(0, -LENGTH)).length ? last : code;
}

function shown(code) {
  return code.length === LENGTH ? code.slice(0, LENGTH / 2) + '-' + code.slice(LENGTH / 2) : code;
}
