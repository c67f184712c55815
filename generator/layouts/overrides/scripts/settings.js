// 长辈版 and 阅读设置: the controls of the header. What they choose is shown and kept by
// first-paint.js. Where this script does not arrive the controls are not to be seen.
(function () {
  "use strict";
  var root = document.documentElement;
  var choices = window.readingChoices;
  var elder = document.querySelector("[data-turn=elder]");
  var opener = document.querySelector("[data-turn=settings]");
  var panel = document.getElementById("settings");
  if (!choices || !elder || !panel) return;
  var said = panel.querySelector("[role=status]");
  var radios = [].slice.call(panel.querySelectorAll("input"));

  function all(selector) {
    return [].slice.call(document.querySelectorAll(selector));
  }

  // In 长辈版 the numbers of a chart stand open below it, and close again with it.
  function openNumbers(open) {
    all(open ? ".chart-numbers:not([open])" : ".chart-numbers[data-opened]").forEach(function (fold) {
      fold.open = open;
      fold.toggleAttribute("data-opened", open);
    });
  }

  // Each cell of a wide table gets the words over its column, which stand before it where a row is
  // shown as a card. A table of two columns fits as it is; one whose cells span others is left alone.
  function labelTables() {
    all(".table-box table:not(.rows):not(.holders):not([data-labelled])").forEach(function (table) {
      var head = table.tHead && table.tHead.rows.length === 1 ? table.tHead.rows[0].cells : [];
      if (head.length < 3 || table.querySelector("[colspan], [rowspan]")) return;
      [].forEach.call(table.tBodies, function (body) {
        [].forEach.call(body.rows, function (row) {
          [].forEach.call(row.cells, function (cell, place) {
            if (place && head[place]) cell.setAttribute("data-label", head[place].textContent.trim());
          });
        });
      });
      table.setAttribute("data-labelled", "");
    });
  }

  // In 长辈版 a link by itself is as high as a button; one within a sentence stays in its line.
  function markLoneLinks() {
    all("main a:not([data-alone])").forEach(function (link) {
      var around = link.parentNode;
      if (around.tagName === "SUP" || around.textContent.trim() !== link.textContent.trim()) return;
      if (getComputedStyle(link).display === "inline") link.setAttribute("data-alone", "");
    });
  }

  function refresh() {
    var chosen = choices.chosen();
    var isElder = chosen.view === "elder";
    elder.textContent = isElder ? "标准版" : "长辈版";
    radios.forEach(function (radio) {
      radio.checked = (chosen[radio.name] || "") === radio.value;
    });
    panel.querySelector("[data-for=elder]").hidden = !isElder;
    if (isElder) {
      labelTables();
      markLoneLinks();
    }
    openNumbers(isElder);
  }

  function tell(words, isKept) {
    said.textContent = words + (isKept ? "" : "。这个浏览器不保存设置，换一页后要重新选择");
  }
  function toView(view) {
    var isKept = choices.choose("view", view);
    refresh();
    tell(view === "elder" ? "已换成长辈版" : "已换成标准版", isKept);
  }
  function turn(open) {
    panel.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
    if (!open) opener.focus();
  }

  elder.addEventListener("click", function () {
    toView(choices.chosen().view === "elder" ? "" : "elder");
  });
  opener.addEventListener("click", function () {
    turn(panel.hidden);
  });
  panel.addEventListener("change", function (event) {
    var radio = event.target;
    if (radio.name === "view") return toView(radio.value);
    var isKept = choices.choose(radio.name, radio.value);
    refresh();
    tell("已换成" + radio.parentNode.textContent.trim(), isKept);
  });
  panel.querySelector("[data-turn=default]").addEventListener("click", function () {
    var isKept = choices.forget();
    refresh();
    tell("已恢复默认", isKept);
  });
  panel.querySelector("[data-turn=close]").addEventListener("click", function () {
    turn(false);
  });
  document.addEventListener("keydown", function (event) {
    var within = panel.contains(event.target) || event.target === opener;
    if (event.key === "Escape" && !panel.hidden && within) turn(false);
  });

  // Other tabs follow, and so does a page that a browser had put aside.
  function renew() {
    choices.renew();
    refresh();
  }
  window.addEventListener("storage", function (event) {
    if (event.key === choices.key || event.key === null) renew();
  });
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) renew();
  });

  refresh();
  root.setAttribute("data-scripts", "ready");
})();
