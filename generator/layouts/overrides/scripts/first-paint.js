// How a reader wants to read, put on the page's root before anything is painted. It stands in the
// head of every page, named in the policy by its hash; settings.js and aloud.js go on from here.
// What is kept stays on the reader's device, under the site's mount: two sites of one host may be
// read in two ways.
(function (root) {
  "use strict";
  var KEY = "award-site:reading:1:" + root.getAttribute("data-mount");
  // Everything that can be chosen. What is not chosen has no attribute; the size is then 大.
  var CHOICES = {
    view: ["elder"],
    size: ["standard", "largest"],
    look: ["light", "dark", "contrast"],
    pointer: ["large"],
    pace: ["slow", "fast"],
  };

  function show(chosen) {
    Object.keys(CHOICES).forEach(function (name) {
      if (CHOICES[name].indexOf(chosen[name]) >= 0) root.setAttribute("data-" + name, chosen[name]);
      else root.removeAttribute("data-" + name);
    });
  }
  function chosen() {
    var found = {};
    Object.keys(CHOICES).forEach(function (name) {
      if (root.hasAttribute("data-" + name)) found[name] = root.getAttribute("data-" + name);
    });
    return found;
  }
  // Nothing, where nothing is kept, or it is no longer what it was, or the browser keeps nothing.
  function kept() {
    try {
      return JSON.parse(localStorage.getItem(KEY)) || {};
    } catch (none) {
      return {};
    }
  }
  // Shows a choice and keeps it. False where the browser keeps nothing: then it holds on this page.
  function choose(name, value) {
    var all = chosen();
    all[name] = value;
    show(all);
    return keep();
  }
  function keep() {
    try {
      var all = chosen();
      if (Object.keys(all).length) localStorage.setItem(KEY, JSON.stringify(all));
      else localStorage.removeItem(KEY);
      return true;
    } catch (blocked) {
      return false;
    }
  }
  function forget() {
    show({});
    return keep();
  }

  window.readingChoices = { key: KEY, chosen: chosen, choose: choose, forget: forget, renew: function () { show(kept()); } };
  show(kept());
  root.setAttribute("data-scripts", "");
})(document.documentElement);
