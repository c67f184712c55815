// What was found, written into the page. All words are set as text, never as HTML.
function element(name, className, children) {
  var made = document.createElement(name);
  if (className) made.className = className;
  (children || []).forEach(function (child) { made.append(child); });
  return made;
}

function linked(address, words, className) {
  var link = element("a", className, [].concat(words));
  link.setAttribute("href", address);
  return link;
}

function marked(text, terms) {
  return markedParts(text, terms).map(function (part) {
    return part[1] ? element("mark", "", [part[0]]) : part[0];
  });
}

function resultOf(row, terms, root) {
  var facts = [element("span", "tag", [row.group ? row.kind + " · " + row.group : row.kind])];
  if (row.on) {
    var time = element("time", "", [row.on]);
    time.setAttribute("datetime", row.on);
    facts.push(time);
  }
  if (row.district) facts.push(element("span", "", [row.district]));
  row.names.forEach(function (name, place) {
    var asked = terms.some(function (term) { return row.nameKeys[place].includes(term.key); });
    if (asked) facts.push(element("span", "", marked(name, terms)));
  });
  if (row.state) {
    var state = element("span", "state", [row.state]);
    if (row.state === "已撤销") state.setAttribute("data-state", "revoked");
    facts.push(state);
  }
  var title = element("h2", "", [linked(root + row.address, marked(row.title, terms))]);
  return element("li", "", [title, element("p", "search-facts", facts)]);
}

// The excerpt comes from a file of its own, so it is added when it is there.
async function addExcerpt(item, row, entry, terms, root) {
  var excerpt;
  try {
    excerpt = excerptOf(await entry.data(), row, terms);
  } catch (reason) {
    return; // a result without an excerpt is still a result
  }
  var words = element("p", "search-excerpt", marked(excerpt.words, terms));
  if (excerpt.section) {
    var address = root + row.page + "#" + excerpt.section.anchor;
    words.append(" ", linked(address, "见“" + excerpt.section.words + "”", "search-section"));
  }
  item.append(words);
}

function choiceOf(facet, label, counts, chosen) {
  var id = "search-" + facet;
  var name = element("label", "", [label]);
  name.setAttribute("for", id);
  var select = element("select");
  select.id = id;
  select.name = facet;
  [["", 0]].concat(counts).forEach(function (pair) {
    var option = element("option", "", [pair[0] ? pair[0] + "（" + pair[1] + "）" : "全部"]);
    option.value = pair[0];
    option.selected = pair[0] === (chosen || "");
    select.append(option);
  });
  return element("span", "search-choice", [name, select]);
}
