// The index of whole texts, by Pagefind. It is loaded at the first search; a browser in which it
// cannot start (Chromium before 96) answers from the titles, without loading it in vain.
var TWO_TABLES = [0, 97, 115, 109, 1, 0, 0, 0, 4, 7, 2, 112, 0, 0, 112, 0, 0]; // as Pagefind's wasm
var PATIENCE = 12000;
var CHECKED = 60; // up to so many pages are read again where punctuation parted a term
var textsPromise = null;

function inTime(promise) {
  return Promise.race([
    promise,
    new Promise(function (_, reject) {
      setTimeout(function () { reject(new Error("too slow")); }, PATIENCE);
    }),
  ]);
}

function loadTexts(root, titles) {
  if (!textsPromise) {
    textsPromise = inTime(startPagefind(root, titles));
    textsPromise.catch(function () {});
  }
  return textsPromise;
}

async function startPagefind(root, titles) {
  if (!WebAssembly.validate(new Uint8Array(TWO_TABLES))) throw new Error("too old");
  var folder = new URL(root + "pagefind/", document.baseURI).href;
  var pagefind = await import(folder + "pagefind.js");
  await pagefind.options({ baseUrl: "/" });
  await pagefind.init();
  var answer = await fetch(folder + "rows.json");
  var known = await answer.json();
  if (known.digest !== titles.digest) throw new Error("another edition");
  var rows = {};
  titles.rows.forEach(function (row, place) {
    var id = known.ids[place];
    row.id = id;
    if (row.address === row.page) rows[id] = row;
  });
  return { pagefind: pagefind, rows: rows };
}

// The rows in whose text every term occurs, with their entries, the best first.
async function byText(texts, terms) {
  var phrases = [];
  terms.forEach(function (term) {
    term.phrases.forEach(function (tokens) { phrases.push(tokens.join(" ")); });
  });
  var scores = null;
  for (var phrase of phrases) {
    var found = await inTime(texts.pagefind.search('"' + phrase + '"'));
    var now = new Map();
    found.results.forEach(function (entry) {
      if (!scores || scores.has(entry.id)) {
        var before = scores ? scores.get(entry.id).score : 0;
        now.set(entry.id, { entry: entry, score: before + entry.score, row: texts.rows[entry.id] });
      }
    });
    scores = now;
  }
  var hits = Array.from(scores ? scores.values() : []).filter(function (hit) { return hit.row; });
  var parted = terms.some(function (term) { return term.phrases.length > 1; });
  if (parted && hits.length <= CHECKED) hits = await confirmed(hits, terms);
  return hits.sort(function (one, other) {
    return other.score - one.score || newest(one.row, other.row);
  });
}

async function confirmed(hits, terms) {
  var texts = await Promise.all(hits.map(function (hit) { return hit.entry.data(); }));
  return hits.filter(function (_, place) {
    var key = keyOf(texts[place].content);
    return terms.every(function (term) { return key.includes(term.key); });
  });
}

// Two signs between which an excerpt is not cut: those of a number, a date, an address.
var PLAIN = /^[\w./:-]{2}$/;

// The part of a text round the first place where it answers, and the heading above that place.
// A row that is itself a part of a page shows how that part begins.
function excerptOf(data, row, terms) {
  var BEFORE = 24;
  var LENGTH = 110;
  var text = data.content;
  var read = tokensIn(text);
  var headings = headingsOf(data, text, read);
  var title = placesOf(row.key, text, read)[0];
  var start = title ? title[1] : 0;
  var end = text.length;
  var place = null;
  if (row.address === row.page) {
    terms.forEach(function (term) {
      placesOf(term.key, text, read).forEach(function (one) {
        if (one[0] >= start && (!place || one[0] < place[0])) place = one;
      });
    });
  } else {
    var next = headings.find(function (heading) { return heading.begin > start; });
    if (next) end = next.begin;
  }
  var from = place ? Math.max(start, place[0] - BEFORE) : start;
  var to = Math.min(end, from + LENGTH);
  while (from > start && PLAIN.test(text.slice(from - 1, from + 1))) from -= 1;
  while (to > from && PLAIN.test(text.slice(to - 1, to + 1))) to -= 1;
  var above = headings.filter(function (heading) { return place && heading.begin <= place[0]; });
  var words = tidied(text.slice(from, to));
  return {
    words: (from > start ? "…" : "") + words + (to < end && !/[。；？]$/.test(words) ? "…" : ""),
    section: above[above.length - 1] || null,
  };
}

// Pagefind ends each block with a full stop and a space; Chinese sentences have ended by then.
function tidied(text) {
  return text
    .replace(/([。；：，？）”》])\s+/g, "$1")
    .replace(/\. /g, " · ")
    .replace(/^[\s.·。，、；：）]+/, "")
    .replace(/[\s.·]+$/, "");
}

function headingsOf(data, text, read) {
  return data.anchors
    .filter(function (anchor) { return anchor.element !== "h1"; })
    .map(function (anchor) {
      var words = anchor.text.replace(/\u200b/g, "").trim();
      var place = placesOf(keyOf(words), text, read)[0];
      return { anchor: anchor.id, words: words, begin: place ? place[0] : -1 };
    })
    .filter(function (heading) { return heading.begin >= 0; });
}
