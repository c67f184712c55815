// The state of a publicity or a consultation on the reader's day. The dates stand in the page; without this
// script they still say everything. Days are China's: the period ends there, wherever one reads.
(function () {
  "use strict";
  var script = document.currentScript;
  var pretended = script && script.getAttribute("data-today");
  var today = pretended || new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10);

  function daysLeft(last) {
    return Math.round((Date.parse(last) - Date.parse(today)) / 86400000);
  }

  document.querySelectorAll("[data-first][data-last]").forEach(function (mark) {
    var first = mark.getAttribute("data-first");
    var last = mark.getAttribute("data-last");
    var state = today < first ? "upcoming" : today > last ? "ended" : "open";
    var left = daysLeft(last);
    var open = mark.getAttribute("data-open");
    var words = {
      upcoming: "未开始",
      ended: "已结束",
      open: left > 0 ? open + "，还有 " + left + " 天" : open + "，今天截止",
    };
    mark.setAttribute("data-state", state);
    mark.textContent = words[state];
    mark.hidden = false;
  });

  document.querySelectorAll("[data-stage-first]").forEach(function (stage) {
    var first = stage.getAttribute("data-stage-first");
    var last = stage.getAttribute("data-stage-last") || first;
    var state = today < first ? "next" : today > last ? "done" : "current";
    var word = stage.querySelector(".stage-word");
    stage.setAttribute("data-stage", state);
    if (word) {
      word.textContent = { next: "未开始", current: "进行中", done: "已完成" }[state];
      word.hidden = false;
    }
  });

  // Where a page gathers what is open now, what has ended leaves that place.
  document.querySelectorAll("[data-only-open]").forEach(function (list) {
    var shown = 0;
    list.querySelectorAll("li").forEach(function (row) {
      var mark = row.querySelector("[data-first][data-last]");
      row.hidden = !mark || mark.getAttribute("data-state") === "ended";
      if (!row.hidden) shown += 1;
    });
    list.hidden = shown === 0;
    var none = document.getElementById(list.getAttribute("data-only-open"));
    if (none) none.hidden = shown !== 0;
  });
})();
