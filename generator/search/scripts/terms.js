// Text as a search compares it: Chinese characters one by one, other letters and digits in runs,
// small letters, no punctuation. slips.py cuts the pages in the same way.
var IDEOGRAPH = "[\\u3005\\u3007\\u3400-\\u9fff\\uf900-\\ufaff]|[\\u{20000}-\\u{3ffff}]";
var TOKEN = new RegExp(IDEOGRAPH + "|(?:(?!" + IDEOGRAPH + ")\\p{L})+|\\p{N}+", "gu");

function tokensOf(text) {
  return text.normalize("NFKC").toLowerCase().match(TOKEN) || [];
}

// What titles are compared by.
function keyOf(text) {
  return tokensOf(text).join("");
}

var DIGITS = "零一二三四五六七八九";

// 17 as articles write it: 十七. Articles have numbers of one to three digits.
function numeral(number) {
  var hundreds = Math.floor(number / 100);
  var tens = Math.floor(number / 10) % 10;
  var ones = number % 10;
  var words = hundreds ? DIGITS[hundreds] + "百" : "";
  if (tens) words += (tens === 1 && !hundreds ? "" : DIGITS[tens]) + "十";
  else if (hundreds && ones) words += DIGITS[0];
  return words + (ones ? DIGITS[ones] : "");
}

// A query in the words that the pages use: 第17条 is 第十七条 there, 怎么申报 is 怎样申报.
function inOurWords(query) {
  return query
    .normalize("NFKC")
    .replace(/第\s*([1-9][0-9]{0,2})\s*条/g, function (_, number) { return "第" + numeral(+number) + "条"; })
    .replace(/怎么样?|如何/g, "怎样");
}

// The terms of a query: each must occur. A term is given as it was written, with its key and with
// its phrases, the runs between punctuation: Pagefind counts a sign of punctuation as a word.
function termsOf(query) {
  return inOurWords(query)
    .split(/\s+/)
    .map(function (word) {
      var phrases = word
        .split(/[^\p{L}\p{N}]+/u)
        .map(tokensOf)
        .filter(function (tokens) { return tokens.length; });
      return { key: keyOf(word), phrases: phrases };
    })
    .filter(function (term) { return term.key; });
}

// Where each token of a text stands, so that what was found by key can be shown as it is written.
function tokensIn(text) {
  var found = [];
  var key = "";
  var match;
  TOKEN.lastIndex = 0;
  while ((match = TOKEN.exec(text))) {
    found.push({ begin: key.length, from: match.index, to: match.index + match[0].length });
    key += match[0].normalize("NFKC").toLowerCase();
  }
  return { key: key, tokens: found };
}

// The places of a key in a text, as pairs of first and last character.
function placesOf(key, text, read) {
  var places = [];
  var start = key ? read.key.indexOf(key) : -1;
  while (start !== -1) {
    var end = start + key.length;
    var inside = read.tokens.filter(function (token, place) {
      var next = read.tokens[place + 1];
      return token.begin < end && (next ? next.begin : read.key.length) > start;
    });
    places.push([inside[0].from, inside[inside.length - 1].to]);
    start = read.key.indexOf(key, end);
  }
  return places;
}

// A text as parts, those that a term is found in marked: [[words, whether marked], …].
function markedParts(text, terms) {
  var read = tokensIn(text);
  var places = [];
  terms.forEach(function (term) { places = places.concat(placesOf(term.key, text, read)); });
  places.sort(function (one, other) { return one[0] - other[0]; });
  var parts = [];
  var done = 0;
  places.forEach(function (place) {
    if (place[1] <= done) return;
    var from = Math.max(place[0], done);
    if (from > done) parts.push([text.slice(done, from), false]);
    parts.push([text.slice(from, place[1]), true]);
    done = place[1];
  });
  if (done < text.length) parts.push([text.slice(done), false]);
  return parts;
}
