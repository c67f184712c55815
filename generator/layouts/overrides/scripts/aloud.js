// 朗读本页: an article read aloud, sentence by sentence, each marked while it is heard. Nothing is
// shown where the device has no Chinese voice of its own: other voices would send the text away.
(function () {
  "use strict";
  var article = document.querySelector("article.reading");
  var title = article && article.querySelector("h1");
  var speech = window.speechSynthesis;
  if (!title || !speech || !window.SpeechSynthesisUtterance) return;
  var choices = window.readingChoices;
  var PACES = { slow: 0.75, "": 1, fast: 1.3 };
  var UNREAD = "nav, script, style, svg, button, form, select, summary, details:not([open]), [hidden], [aria-hidden=true], .aloud, .visually-hidden";
  var BLOCK = /^(ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|DETAILS|DIV|DL|FIGCAPTION|FIGURE|FOOTER|H[1-6]|HEADER|HR|LI|OL|P|PRE|SECTION|TABLE|UL)$/;

  // Mandarin, of the device itself; that of the mainland before others.
  function voiceOf() {
    var found = speech.getVoices().filter(function (voice) {
      var lang = voice.lang.replace("_", "-");
      return /^(zh|cmn)\b/i.test(lang) && !/-(HK|MO)\b/i.test(lang) && voice.localService !== false;
    });
    function rank(voice) {
      return /-(CN|Hans)\b/i.test(voice.lang.replace("_", "-")) ? 0 : 1;
    }
    return found.sort(function (one, other) {
      return rank(one) - rank(other);
    })[0];
  }

  // What a voice would say wrong: dates as sums, times as ratios, telephone numbers as millions.
  function sayable(text) {
    return text
      .replace(/(\d{4})-(\d{1,2})-(\d{1,2})/g, function (_, year, month, day) {
        return year + "年" + Number(month) + "月" + Number(day) + "日";
      })
      .replace(/(\d{1,2})[:：](\d{2})(?!\d)/g, function (_, hour, minute) {
        return Number(hour) + "点" + (Number(minute) ? Number(minute) + "分" : "");
      })
      .replace(/([点分])\s*[—–-]\s*(?=\d)/g, "$1至")
      .replace(/\b(0\d{2,3})-(\d{7,8})\b/g, function (_, area, number) {
        return (area + number).split("").join(" ");
      })
      .replace(/〔(\d{4})〕\s*(\d+)\s*号/g, "$1年$2号")
      .replace(/(\d)\s+(?=[年月日个项家名份份页])/g, "$1")
      .replace(/\s*[·|/]\s*/g, "，")
      .replace(/\s+(?=[，。]|$)/g, "")
      .replace(/\s+/g, " ")
      .trim();
  }

  function isRead(node) {
    return !node.matches(UNREAD) && node.getClientRects().length > 0;
  }

  // The text of neighbours in one block: each text node with its place, and a comma where two
  // things stand apart without a sign between them.
  function textOf(nodes) {
    var parts = [];
    var whole = "";
    function apart(one, other) {
      return [[one, other], [other, one]].some(function (pair) {
        var holder = pair[0].parentNode;
        return !holder.contains(pair[1]) && getComputedStyle(holder).display !== "inline";
      });
    }
    function take(node) {
      if (node.nodeType === 1) {
        if (isRead(node)) [].forEach.call(node.childNodes, take);
      } else if (node.nodeType === 3 && node.data.trim()) {
        var last = parts[parts.length - 1];
        if (last && apart(last.text, node) && !/[，。：；、（]\s*$/.test(whole)) whole += "，";
        parts.push({ text: node, start: whole.length });
        whole += node.data;
      }
    }
    nodes.forEach(take);
    return { whole: whole, parts: parts };
  }

  // One thing to be said: its words, and what is marked meanwhile. `mark` gives what undoes it.
  var units;
  function addUnit(words, mark) {
    var said = sayable(words);
    if (/[\u4e00-\u9fff\w]/.test(said)) units.push({ said: said, mark: mark });
  }
  function addWhole(node, words) {
    addUnit(words, function () {
      node.classList.add("spoken");
      return {
        node: node,
        undo: function () {
          node.classList.remove("spoken");
          if (!node.className) node.removeAttribute("class");
        },
      };
    });
  }
  function addSentences(nodes) {
    var text = textOf(nodes);
    var end = 0;
    (text.whole.match(/[^。！？；]+[。！？；]*[”’」』）]*/g) || []).forEach(function (sentence) {
      var from = text.whole.indexOf(sentence, end);
      end = from + sentence.length;
      var to = end;
      addUnit(sentence, function () {
        return markText(text.parts, from, to);
      });
    });
  }

  // Puts the signs of a block from one place to another into spans, and takes them out again so
  // that the very same text nodes stand there as before.
  function markText(parts, from, to) {
    var undone = [];
    var first;
    parts.forEach(function (part) {
      var text = part.text;
      var begin = Math.max(from - part.start, 0);
      var end = Math.min(to - part.start, text.length);
      if (end <= begin || !text.parentNode || !text.data.slice(begin, end).trim()) return;
      var middle = begin ? text.splitText(begin) : text;
      var rest = end - begin < middle.length ? middle.splitText(end - begin) : null;
      var span = document.createElement("span");
      span.className = "spoken";
      middle.parentNode.insertBefore(span, middle);
      span.appendChild(middle);
      first = first || span;
      undone.push(function () {
        span.parentNode.replaceChild(middle, span);
        if (rest) {
          middle.data += rest.data;
          rest.remove();
        }
        if (middle !== text) {
          text.data += middle.data;
          middle.remove();
        }
      });
    });
    return {
      node: first,
      undo: function () {
        undone.forEach(function (undo) {
          undo();
        });
      },
    };
  }

  function addRows(table) {
    if (table.caption && isRead(table.caption)) addSentences([].slice.call(table.caption.childNodes));
    var heads = table.tHead ? [].map.call(table.tHead.rows[0].cells, wordsOf) : [];
    [].forEach.call(table.tBodies, function (body) {
      [].forEach.call(body.rows, function (row) {
        var cells = [].map.call(row.cells, function (cell, place) {
          var words = wordsOf(cell);
          return words && heads[place] ? heads[place] + "：" + words : words;
        });
        if (row.getClientRects().length) addWhole(row, cells.filter(Boolean).join("，") + "。");
      });
    });
  }
  function addPairs(list) {
    [].forEach.call(list.querySelectorAll("dd"), function (dd) {
      var dt = dd.previousElementSibling;
      var pair = dd.parentNode === list ? dd : dd.parentNode;
      if (isRead(dd)) addWhole(pair, (dt && dt.tagName === "DT" ? wordsOf(dt) + "：" : "") + wordsOf(dd) + "。");
    });
  }
  function wordsOf(node) {
    return textOf([].slice.call(node.childNodes)).whole.trim();
  }

  function gather(node) {
    if (!isRead(node)) return;
    if (node.tagName === "TABLE") return addRows(node);
    if (node.tagName === "DL") return addPairs(node);
    var beside = [];
    function flush() {
      if (beside.length) addSentences(beside);
      beside = [];
    }
    [].forEach.call(node.childNodes, function (child) {
      if (child.nodeType === 1 && BLOCK.test(child.tagName)) {
        flush();
        gather(child);
      } else beside.push(child);
    });
    flush();
  }

  // The controls: one button that starts, pauses and goes on, one that stops, and the pace.
  var box = document.createElement("div");
  box.className = "aloud";
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", "朗读");
  function add(parent, name, words) {
    var made = document.createElement(name);
    if (words) made.textContent = words;
    if (name === "button") {
      made.type = "button";
      made.className = "button";
    }
    return parent.appendChild(made);
  }
  var main = add(box, "button", "朗读本页");
  var stopper = add(box, "button", "停止");
  var label = add(box, "label", "语速");
  var pace = add(label, "select");
  [["slow", "慢"], ["", "正常"], ["fast", "快"]].forEach(function (each) {
    add(pace, "option", each[1]).value = each[0];
  });
  var trouble = add(box, "span");
  trouble.setAttribute("role", "status");

  var state = "idle";
  var place = 0;
  var current = null; // the utterance: a browser that loses sight of it never says it has ended
  var marked = null;

  function show(next) {
    state = next;
    main.textContent = { idle: "朗读本页", reading: "暂停", paused: "继续" }[state];
    stopper.hidden = label.hidden = state === "idle";
    document.documentElement.toggleAttribute("data-aloud", state !== "idle");
  }
  function unmark() {
    if (marked) marked.undo();
    marked = null;
  }
  function calm() {
    return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  }
  function bringIntoSight(node) {
    var at = node.getBoundingClientRect();
    if (at.top >= box.offsetHeight && at.bottom <= window.innerHeight) return;
    node.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
  }

  function say(which) {
    unmark();
    place = which;
    if (place >= units.length) return stop();
    marked = units[place].mark();
    if (marked.node) bringIntoSight(marked.node);
    var voice = voiceOf();
    var utterance = new SpeechSynthesisUtterance(units[place].said);
    if (voice) utterance.voice = voice;
    utterance.lang = voice ? voice.lang : "zh-CN";
    utterance.rate = PACES[pace.value];
    utterance.onend = function () {
      if (current !== utterance) return;
      current = null; // some devices end a sentence that is paused: it is then said again
      if (state === "reading") say(place + 1);
    };
    utterance.onerror = function () {
      if (current !== utterance || state !== "reading") return;
      stop();
      trouble.textContent = "这台设备没有读出来，请稍后再试";
    };
    current = utterance;
    speech.speak(utterance);
  }
  function silence() {
    current = null;
    speech.cancel();
    speech.resume(); // a browser that was paused when it was silenced would stay so
  }
  function start() {
    trouble.textContent = "";
    units = [];
    gather(article);
    silence();
    show("reading");
    say(0);
  }
  function pause() {
    show("paused");
    speech.pause();
  }
  function goOn() {
    show("reading");
    if (current) speech.resume();
    else {
      silence();
      say(place);
    }
  }
  function stop() {
    silence();
    unmark();
    show("idle");
  }

  main.addEventListener("click", function () {
    ({ idle: start, reading: pause, paused: goOn })[state]();
  });
  stopper.addEventListener("click", function () {
    stop();
    main.focus();
  });
  pace.addEventListener("change", function () {
    if (choices) choices.choose("pace", pace.value);
    if (state === "reading") {
      silence();
      say(place);
    } else if (state === "paused") silence();
  });
  window.addEventListener("pagehide", function () {
    if (state !== "idle") stop();
  });

  // Voices may come late; where none comes, nothing is shown.
  function offer() {
    var there = !!voiceOf();
    if (there && !box.parentNode) {
      var head = title.closest("header.holder") || title;
      var facts = head.nextElementSibling;
      if (facts && facts.classList.contains("facts")) head = facts;
      head.insertAdjacentElement("afterend", box);
      pace.value = (choices && choices.chosen().pace) || "";
    }
    if (!there && state !== "idle") stop();
    box.hidden = !there;
  }
  show("idle");
  offer();
  if (speech.addEventListener) speech.addEventListener("voiceschanged", offer);
  else speech.onvoiceschanged = offer;
})();
