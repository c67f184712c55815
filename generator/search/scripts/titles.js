// The rows of all pages, fetched at the first search: titles.py says what is in them.
var rowsPromise = null;

function loadRows(root) {
  if (!rowsPromise) {
    rowsPromise = fetch(new URL(root + "search/titles.json", document.baseURI))
      .then(function (answer) {
        if (!answer.ok) throw new Error(String(answer.status));
        return answer.json();
      })
      .then(readRows);
    rowsPromise.catch(function () { rowsPromise = null; });
  }
  return rowsPromise;
}

function readRows(file) {
  function word(number) { return file.words[number]; }
  var rows = file.rows.map(function (row, place) {
    var names = row[7].map(word);
    return {
      place: place,
      address: row[0],
      page: row[0].split("#")[0],
      title: row[1],
      kind: word(row[2]),
      group: word(row[3]),
      on: typeof row[4] === "number" ? word(row[4]) : row[4],
      years: row[5].map(word),
      district: word(row[6]),
      names: names,
      state: word(row[8]),
      key: keyOf(row[1]),
      nameKeys: names.map(keyOf),
    };
  });
  return { digest: file.digest, rows: rows };
}

// How well a row's title answers: 0 it is the title, 1 it is another name of it (文号, 行业), 2 it
// begins the title, 3 it is in it, 4 each term is in one or the other, -1 not at all.
function fitOf(row, whole, terms) {
  if (row.key === whole) return 0;
  if (row.nameKeys.includes(whole)) return 1;
  if (row.key.startsWith(whole)) return 2;
  if (row.key.includes(whole)) return 3;
  var all = terms.every(function (term) {
    return row.key.includes(term.key) || row.nameKeys.some(function (key) { return key.includes(term.key); });
  });
  return all ? 4 : -1;
}

// The rows that the titles alone find, the best first, among equals the newest.
function byTitle(rows, terms) {
  var whole = terms.map(function (term) { return term.key; }).join("");
  return rows
    .map(function (row) { return { row: row, fit: fitOf(row, whole, terms) }; })
    .filter(function (found) { return found.fit >= 0; })
    .sort(function (one, other) { return one.fit - other.fit || newest(one.row, other.row); })
    .map(function (found) { return found.row; });
}

function newest(one, other) {
  return one.on < other.on ? 1 : one.on > other.on ? -1 : one.place - other.place;
}
