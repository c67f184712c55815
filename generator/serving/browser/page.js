// Keeps a page fresh while it is written: reloads it when the site changed, and shows what stands
// in the way. It is added to pages while they are served and is in no file of the site. Whatever
// it shows comes in as text, never as HTML.
(function () {
  "use strict";
  var script = document.currentScript;
  var revision = script.getAttribute("data-revision");
  var source = null;
  var box = null;
  var put = "";
  var lost = 0;

  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function clear() {
    if (box) box.remove();
    box = null;
  }

  function button(words, act) {
    var made = element("button", "", words);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  function fold(state) {
    try { sessionStorage.setItem("preview-folded", put); } catch (e) { /* no store: shown again */ }
    clear();
    box = element("div", "preview-mark");
    box.appendChild(button(state.count + "，点此查看", function () { unfold(state); }));
    document.body.appendChild(box);
  }

  function unfold(state) {
    clear();
    box = element("section", "preview-problems");
    box.setAttribute("role", "alert");
    box.lang = "zh-CN";
    box.appendChild(element("h2", "", state.count + "，网站停在上一次的样子"));
    var list = element("ol");
    state.problems.forEach(function (problem) {
      var item = element("li");
      item.appendChild(element("code", "", problem.place));
      item.appendChild(element("p", "", problem.level + " " + problem.sentence));
      list.appendChild(item);
    });
    box.appendChild(list);
    if (state.rest) box.appendChild(element("p", "preview-rest", state.rest));
    box.appendChild(element("p", "preview-rest", "改好并保存后，这里会自动消失。"));
    box.appendChild(button("收起", function () { fold(state); }));
    document.body.appendChild(box);
  }

  function take(state) {
    if (state.revision !== revision) {
      if (source) source.close();
      if (location.pathname.indexOf(state.mount) !== 0) location.replace(state.mount);
      else location.reload();
      return;
    }
    var now = JSON.stringify(state.problems);
    if (!state.problems.length) {
      clear();
      put = "";
      return;
    }
    if (now === put && box) return;
    put = now;
    var folded = null;
    try { folded = sessionStorage.getItem("preview-folded"); } catch (e) { /* as above */ }
    if (folded === now) fold(state);
    else unfold(state);
  }

  function say(words) {
    var bar = document.querySelector(".preview-status");
    if (!words) {
      if (bar) bar.remove();
      return;
    }
    if (bar) return;
    bar = element("p", "preview-status", words);
    bar.setAttribute("role", "status");
    document.body.appendChild(bar);
  }

  function listen() {
    if (source || document.hidden) return;
    source = new EventSource("/-/events");
    source.addEventListener("state", function (event) {
      clearTimeout(lost);
      lost = 0;
      say("");
      take(JSON.parse(event.data));
    });
    source.addEventListener("error", function () {
      if (!lost) {
        lost = setTimeout(function () {
          say("预览已停止。重新启动后，这里会自动接上。");
        }, 3000);
      }
    });
  }

  // A browser keeps only six connections to one host: a tab that nobody sees gives its own back.
  document.addEventListener("visibilitychange", function () {
    if (document.hidden && source) {
      source.close();
      source = null;
    } else {
      listen();
    }
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && box && box.className === "preview-problems") {
      box.querySelector("button").click();
    }
  });
  listen();
})();
