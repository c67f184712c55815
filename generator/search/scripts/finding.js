// A search: titles first, then texts; and the three things by which what was found can be narrowed.
var FACETS = ["kind", "group", "year", "district"];

async function find(root, query) {
  var terms = termsOf(query);
  var titles = await loadRows(root);
  var hits = terms.length ? byTitle(titles.rows, terms) : [];
  var answer = { terms: terms, rows: hits, entries: new Map(), titlesOnly: false };
  if (!terms.length) return answer;
  try {
    var texts = await loadTexts(root, titles);
    var seen = new Set(hits.map(function (row) { return row.page; }));
    (await byText(texts, terms)).forEach(function (hit) {
      answer.entries.set(hit.row.id, hit.entry);
      if (!seen.has(hit.row.page)) answer.rows.push(hit.row);
    });
  } catch (reason) {
    answer.titlesOnly = true;
  }
  return answer;
}

function valuesOf(row, facet) {
  return facet === "year" ? row.years : row[facet] ? [row[facet]] : [];
}

function narrowed(rows, chosen, but) {
  return rows.filter(function (row) {
    return FACETS.every(function (facet) {
      return facet === but || !chosen[facet] || valuesOf(row, facet).includes(chosen[facet]);
    });
  });
}

// The values of a facet among what the other facets leave, with how many each would show.
function countsOf(rows, facet, chosen) {
  var counts = new Map();
  var left = narrowed(rows, chosen, facet).sort(function (one, other) { return one.place - other.place; });
  left.forEach(function (row) {
    valuesOf(row, facet).forEach(function (value) { counts.set(value, (counts.get(value) || 0) + 1); });
  });
  var entries = Array.from(counts.entries());
  if (facet === "year") entries.sort(function (one, other) { return one[0] < other[0] ? 1 : -1; });
  return entries;
}
