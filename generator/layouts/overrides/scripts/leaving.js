// A link that leaves the government's sites asks first. Without this script it is a plain link.
(function () {
  "use strict";
  var meta = document.querySelector("meta[name=SiteName]");
  var question = "您访问的链接即将离开“" + (meta ? meta.content : document.title) + "”，是否继续？";
  var asked, box;

  function leaves(link) {
    if (!/^https?:$/.test(link.protocol)) return false;
    return link.host !== location.host && !/(^|\.)gov\.cn$/.test(link.hostname);
  }

  function go() {
    var link = asked;
    box.close();
    if (link.target === "_blank") window.open(link.href, "_blank", "noopener");
    else location.href = link.href;
  }

  function button(words, press) {
    var made = document.createElement("button");
    made.type = "button";
    made.className = "button";
    made.textContent = words;
    made.addEventListener("click", press);
    return made;
  }

  function made() {
    var dialog = document.createElement("dialog");
    var words = document.createElement("p");
    var where = document.createElement("p");
    var choice = document.createElement("div");
    dialog.className = "leaving";
    dialog.setAttribute("aria-labelledby", "leaving-words");
    words.id = "leaving-words";
    words.textContent = question;
    where.className = "leaving-where";
    choice.className = "actions";
    choice.appendChild(button("继续访问", go));
    choice.appendChild(button("放弃", function () { dialog.close(); }));
    dialog.append(words, where, choice);
    dialog.addEventListener("close", function () { asked.focus(); });
    document.body.appendChild(dialog);
    return dialog;
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a[href]");
    if (!link || event.defaultPrevented || event.button || !leaves(link)) return;
    event.preventDefault();
    asked = link;
    if (!window.HTMLDialogElement) {
      if (window.confirm(question)) location.href = link.href;
      return;
    }
    box = box || made();
    box.querySelector(".leaving-where").textContent = link.href;
    box.showModal();
  });
})();
