// The page: reads its address, searches, shows, and keeps the address in step with what is shown.
var PORTION = 20;
var LABELS = { group: "种类", year: "年份", district: "所在区" };
var place = function (name) { return document.getElementById(name); };
var box = place("search-words");
var root = place("search").getAttribute("data-root");
var chosen = {};
var answer = null;
var shown = 0;
var turn = 0;
var waiting = 0;

function readAddress() {
  var asked = new URLSearchParams(location.search);
  box.value = asked.get("q") || "";
  FACETS.forEach(function (facet) { chosen[facet] = asked.get(facet) || ""; });
}

function addressOf(query, choice) {
  var asked = new URLSearchParams();
  if (query) asked.set("q", query);
  FACETS.forEach(function (facet) { if (query && choice[facet]) asked.set(facet, choice[facet]); });
  return location.pathname + (String(asked) ? "?" + asked : "");
}

function query() { return box.value.trim().replace(/\s+/g, " "); }

function say(words) { place("search-count").textContent = words; }

async function search() {
  clearTimeout(waiting);
  var mine = (turn += 1);
  var words = query();
  history.replaceState(null, "", addressOf(words, chosen));
  document.title = (words ? words + " - " : "") + document.title.replace(/^.*(?=搜索 - )/, "");
  if (!words) return clear();
  if (!answer) say("正在查找……");
  var found;
  try {
    found = await find(root, words);
  } catch (reason) {
    if (mine === turn) fail();
    return;
  }
  if (mine !== turn) return; // a later search has been begun
  answer = found;
  show();
}

function hideResults() {
  answer = null;
  place("search-found").textContent = "";
  ["search-kinds", "search-choices", "search-limits", "search-found"].forEach(function (name) {
    place(name).hidden = true;
  });
  place("search-more").parentNode.hidden = true;
  place("search-lists").hidden = false;
}

function clear() {
  hideResults();
  place("search-hint").hidden = false;
  say("");
}

function fail() {
  hideResults();
  say("没有连上搜索所需的文件。请检查网络后再试，或从下面的栏目查找。");
}

function show() {
  var rows = narrowed(answer.rows, chosen, "");
  var none = !answer.rows.length;
  say(none ? "没有找到“" + query() + "”。请换一个说法，或只写其中的一两个词。"
    : rows.length ? "找到 " + rows.length + " 条"
      : "筛选后没有结果，共找到 " + answer.rows.length + " 条。请放宽筛选。");
  var limits = place("search-limits");
  limits.hidden = !answer.titlesOnly;
  limits.textContent = "这里的浏览器或网络不能查找全文，结果只来自标题、文号和行业。";
  place("search-hint").hidden = true;
  place("search-lists").hidden = !none;
  showKinds(none);
  showChoices(none);
  place("search-found").textContent = "";
  place("search-found").hidden = !rows.length;
  shown = 0;
  showMore(rows);
}

function showKinds(none) {
  var line = place("search-kinds");
  var counts = countsOf(answer.rows, "kind", Object.assign({}, chosen, { group: "" }));
  line.hidden = none || (counts.length < 2 && !chosen.kind);
  line.textContent = "";
  if (line.hidden) return;
  var all = counts.reduce(function (sum, pair) { return sum + pair[1]; }, 0);
  [["", all]].concat(counts).forEach(function (pair) {
    var choice = Object.assign({}, chosen, { kind: pair[0], group: "" });
    var link = linked(addressOf(query(), choice), [pair[0] || "全部", " ", element("small", "", [String(pair[1])])]);
    if (pair[0] === chosen.kind) link.setAttribute("aria-current", "true");
    link.addEventListener("click", function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      chosen = choice;
      narrow();
      var now = line.querySelector("[aria-current]");
      if (now) now.focus();
    });
    line.append(link);
  });
}

function showChoices(none) {
  var group = place("search-choices");
  group.textContent = "";
  Object.keys(LABELS).forEach(function (facet) {
    var counts = countsOf(answer.rows, facet, chosen);
    var useful = counts.length > 1 && (facet !== "group" || chosen.kind);
    if (none || !(useful || chosen[facet])) return;
    var choice = choiceOf(facet, LABELS[facet], counts, chosen[facet]);
    choice.querySelector("select").addEventListener("change", function (event) {
      chosen[facet] = event.target.value;
      narrow();
      var now = place("search-" + facet);
      if (now) now.focus();
    });
    group.append(choice);
  });
  group.hidden = !group.children.length;
}

function narrow() {
  history.replaceState(null, "", addressOf(query(), chosen));
  show();
}

function showMore(rows) {
  var list = place("search-found");
  var first = null;
  rows.slice(shown, shown + PORTION).forEach(function (row) {
    var item = resultOf(row, answer.terms, root);
    var entry = answer.entries.get(row.id);
    if (entry) addExcerpt(item, row, entry, answer.terms, root);
    list.append(item);
    first = first || item.querySelector("a");
  });
  shown += PORTION;
  var more = place("search-more");
  more.parentNode.hidden = shown >= rows.length;
  more.onclick = function () { showMore(rows).focus(); };
  return first;
}

// Arrow keys walk through the results; Escape leads back to the box, and there empties it.
function walk(event) {
  var links = Array.from(document.querySelectorAll("#search-found h2 a"));
  var here = links.indexOf(document.activeElement);
  if (event.key === "Escape") {
    if (document.activeElement === box && box.value) {
      box.value = "";
      search();
    }
    box.focus();
  } else if (event.key === "ArrowDown" && (document.activeElement === box || here >= 0)) {
    if (!links[here + 1]) return;
    links[here + 1].focus();
  } else if (event.key === "ArrowUp" && here >= 0) {
    (links[here - 1] || box).focus();
  } else {
    return;
  }
  event.preventDefault();
}

function begin() {
  place("search-form").hidden = false;
  readAddress();
  place("search-form").addEventListener("submit", function (event) {
    event.preventDefault();
    search();
  });
  box.addEventListener("input", function (event) {
    if (event.isComposing) return; // letters of a Chinese word that is still being chosen
    clearTimeout(waiting);
    waiting = setTimeout(search, 250);
  });
  box.addEventListener("compositionend", function () { waiting = setTimeout(search, 250); });
  place("search").addEventListener("keydown", walk);
  window.addEventListener("popstate", function () { readAddress(); search(); });
  if (query()) {
    search();
  } else {
    place("search-hint").hidden = false;
    box.focus();
  }
}

begin();
