// Filters a list by its facets and by name, at once and in the address, so that what one sees can
// be shared. Without this script each facet is a link to a page of its own, and nothing is lost.
(function () {
  "use strict";
  var finder = document.querySelector("[data-finder]");
  var root = finder && finder.getAttribute("data-finder");
  if (!root) return;
  var links = [].slice.call(finder.querySelectorAll("a[data-facet]"));
  var found = document.getElementById("found");

  function facetOf(link) {
    return link.getAttribute("data-facet");
  }
  function valueOf(link) {
    return link.getAttribute("data-value");
  }
  var facets = links.map(facetOf).filter(function (facet, place, all) {
    return all.indexOf(facet) === place;
  });

  // What is chosen: one value a facet, and the words looked for in names (q).
  function chosenIn(query) {
    var asked = new URLSearchParams(query);
    var chosen = {};
    facets.concat("q").forEach(function (key) {
      var value = (asked.get(key) || "").trim();
      if (value) chosen[key] = value;
    });
    return chosen;
  }
  function queryOf(chosen) {
    var asked = new URLSearchParams();
    facets.concat("q").forEach(function (key) {
      if (chosen[key]) asked.set(key, chosen[key]);
    });
    var text = asked.toString();
    return text ? "?" + text : "";
  }
  // The choice with one value put in, or taken out where it was chosen already.
  function turned(chosen, key, value) {
    var other = Object.assign({}, chosen);
    if (other[key] === value) delete other[key];
    else other[key] = value;
    return other;
  }

  // On the page of one facet: its links lead to the whole list, with both chosen.
  if (!found) {
    var here = {};
    links.forEach(function (link) {
      if (link.hasAttribute("aria-current")) here[facetOf(link)] = valueOf(link);
    });
    links.forEach(function (link) {
      if (!link.hasAttribute("aria-current") && !here[facetOf(link)]) {
        link.href = root + queryOf(turned(here, facetOf(link), valueOf(link)));
      }
    });
    return;
  }

  var rows = [].slice.call(document.querySelectorAll("[data-group] [data-year]"));
  var groups = [].slice.call(document.querySelectorAll("[data-group]"));
  var none = document.querySelector("[data-none]");
  var chips = finder.querySelector(".chips");
  var form = finder.querySelector("form");
  var box = form.querySelector("input");
  var counters = JSON.parse(found.getAttribute("data-counters"));

  function plain(text) {
    return text.normalize("NFKC").toLowerCase();
  }
  var entries = rows.map(function (row) {
    var link = row.querySelector("a");
    var entry = { row: row, thing: link.href, name: plain(link.textContent), shown: true };
    facets.forEach(function (facet) {
      entry[facet] = row.getAttribute("data-" + facet);
    });
    return entry;
  });

  function fits(entry, chosen, words, but) {
    return (
      facets.every(function (facet) {
        return facet === but || !chosen[facet] || entry[facet] === chosen[facet];
      }) &&
      words.every(function (word) {
        return entry.name.indexOf(word) >= 0;
      })
    );
  }

  // 24 家获奖组织、8 名获奖个人，共 33 项荣誉: as the page says it, for the rows that are left.
  function inWords(left) {
    var seen = {};
    var things = left.filter(function (entry) {
      var first = !seen[entry.thing];
      seen[entry.thing] = true;
      return first;
    });
    var parts = [];
    counters.forEach(function (counter) {
      var number = things.filter(function (entry) {
        return !counter[0] || entry[counter[0]] === counter[1];
      }).length;
      if (number) parts.push(number + " " + counter[2]);
    });
    var unit = found.getAttribute("data-unit");
    var more = unit && left.length > things.length ? "，共 " + left.length + " " + unit : "";
    return parts.join("、") + more + found.getAttribute("data-tail");
  }

  function nameOf(key, value) {
    if (key === "q") return "名称含“" + value + "”";
    var same = links.filter(function (link) {
      return facetOf(link) === key && valueOf(link) === value;
    });
    return same.length ? same[0].querySelector("span").textContent : value;
  }

  function addChip(chosen, key) {
    var item = document.createElement("li");
    var link = document.createElement("a");
    var said = document.createElement("span");
    said.className = "visually-hidden";
    said.textContent = "移除筛选：";
    link.appendChild(said);
    link.appendChild(document.createTextNode(nameOf(key, chosen[key])));
    link.href = root + queryOf(turned(chosen, key, chosen[key]));
    link.setAttribute("data-chip", key);
    item.appendChild(link);
    chips.appendChild(item);
  }

  function show(chosen) {
    var words = plain(chosen.q || "").split(/\s+/);
    entries.forEach(function (entry) {
      entry.shown = fits(entry, chosen, words);
      entry.row.hidden = !entry.shown;
    });
    var left = entries.filter(function (entry) {
      return entry.shown;
    });
    groups.forEach(function (group) {
      var count = group.querySelectorAll("[data-year]:not([hidden])").length;
      group.hidden = count === 0;
      group.querySelector("[data-group-count]").textContent = count;
    });
    none.hidden = left.length > 0;
    found.textContent = left.length ? inWords(left) : "没有符合条件的结果";
    links.forEach(function (link) {
      var key = facetOf(link);
      var value = valueOf(link);
      var count = entries.filter(function (entry) {
        return entry[key] === value && fits(entry, chosen, words, key);
      }).length;
      link.querySelector("small").textContent = count;
      link.classList.toggle("filters-none", count === 0);
      if (chosen[key] === value) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
      link.href = root + queryOf(turned(chosen, key, value));
    });
    chips.textContent = "";
    Object.keys(chosen).forEach(function (key) {
      addChip(chosen, key);
    });
    chips.hidden = chips.children.length === 0;
    if (document.activeElement !== box) box.value = chosen.q || "";
  }

  function go(chosen) {
    history.pushState(null, "", queryOf(chosen) || location.pathname);
    show(chosen);
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a[data-facet], a[data-chip], [data-none] a");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(chosenIn(new URL(link.href).search));
    if (!document.contains(link) || link.closest("[hidden]")) found.focus();
  });
  // While one types, the address follows without filling the history.
  function look() {
    var chosen = chosenIn(location.search);
    delete chosen.q;
    if (box.value.trim()) chosen.q = box.value.trim();
    history.replaceState(null, "", queryOf(chosen) || location.pathname);
    show(chosen);
  }
  box.addEventListener("input", function (event) {
    if (!event.isComposing) look();
  });
  box.addEventListener("compositionend", look);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    found.focus();
  });
  window.addEventListener("popstate", function () {
    box.value = chosenIn(location.search).q || "";
    show(chosenIn(location.search));
  });

  form.hidden = false;
  box.value = chosenIn(location.search).q || "";
  show(chosenIn(location.search));
})();
