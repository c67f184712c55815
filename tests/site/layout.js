// What is wrong with the layout of a page as it stands, as sentences. Given to a browser by
// test_layout.py; it changes nothing.
(() => {
  const SLACK = 1.5; // pixels: rounding of a browser is not a fault
  const wrong = new Set();
  const root = document.documentElement;

  const name = node => {
    const own = node.id ? `#${node.id}` : node.className && node.className.baseVal === undefined
      ? `.${String(node.className).trim().split(/\s+/).join(".")}` : "";
    return node.tagName.toLowerCase() + (own === "." ? "" : own);
  };
  const quoted = text => `“${text.trim().replace(/\s+/g, " ").slice(0, 24)}”`;
  const ancestors = node => {
    const found = [];
    for (let up = node; up && up !== root; up = up.parentElement) found.push(up);
    return found;
  };
  const styles = new Map();
  const styleOf = node => {
    if (!styles.has(node)) styles.set(node, getComputedStyle(node));
    return styles.get(node);
  };
  // For screen readers alone: one pixel large, or outside until it has the focus.
  const unseen = node => ancestors(node).some(up => {
    const style = styleOf(up), box = up.getBoundingClientRect();
    return style.clip === "rect(0px, 0px, 0px, 0px)" || (style.position === "absolute" && box.bottom < 0);
  });
  const visible = node => node.checkVisibility // which came with Chromium 105
    ? node.checkVisibility({ visibilityProperty: true, opacityProperty: true }) : node.getClientRects().length > 0;
  const shown = node => visible(node) && !unseen(node);
  const across = (one, other) => Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = (one, other) => Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  const within = (box, node) => {
    const left = Math.max(box.left, node.left), right = Math.min(box.right, node.right);
    const top = Math.max(box.top, node.top), bottom = Math.min(box.bottom, node.bottom);
    return { left, right, top, bottom };
  };

  // Every line of text that is shown: where its signs stand, without the space between lines.
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode, node = text.parentElement;
    if (!text.data.trim() || ["SCRIPT", "STYLE", "NOSCRIPT", "OPTION", "TITLE", "DESC"].includes(node.tagName.toUpperCase())) continue;
    if (!shown(node)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const drawing = node.closest("svg");
    for (const rect of range.getClientRects()) {
      if (rect.width < 1 || rect.height < 1) continue;
      const size = drawing ? rect.height * .6 : Math.min(rect.height, parseFloat(styleOf(node).fontSize) * .8);
      const middle = (rect.top + rect.bottom) / 2;
      const box = { left: rect.left, right: rect.right, top: middle - size / 2, bottom: middle + size / 2 };
      lines.push({ node, text: text.data, box, drawing });
    }
  }

  for (const line of lines) {
    let scrolled = false;
    for (const up of ancestors(line.node)) {
      const style = styleOf(up), frame = up.getBoundingClientRect();
      for (const [axis, low, high] of [["overflowX", "left", "right"], ["overflowY", "top", "bottom"]]) {
        const hides = style[axis] === "hidden" || style[axis] === "clip";
        if (["auto", "scroll"].includes(style[axis]) && up !== document.body) {
          if (axis === "overflowX") scrolled = true;
          line.box = within(line.box, { ...{ left: -1e6, right: 1e6, top: -1e6, bottom: 1e6 }, [low]: frame[low], [high]: frame[high] });
        } else if (hides && up.tagName !== "svg" && style.textOverflow !== "ellipsis" && !scrolled) {
          if (line.box[low] < frame[low] - SLACK || line.box[high] > frame[high] + SLACK) {
            wrong.add(`cut by ${name(up)}: ${quoted(line.text)}`);
          }
        }
      }
    }
    if (!scrolled && (line.box.left < -SLACK || line.box.right > innerWidth + SLACK)) {
      wrong.add(`outside the window: ${quoted(line.text)}`);
    }
  }

  // Text over text, and text over a picture that it does not belong to.
  const seen = lines.filter(line => line.box.right - line.box.left > 1 && line.box.bottom - line.box.top > 1);
  seen.sort((one, other) => one.box.top - other.box.top);
  seen.forEach((one, place) => {
    for (let next = place + 1; next < seen.length && seen[next].box.top < one.box.bottom; next += 1) {
      const other = seen[next];
      if (one.node === other.node && one.text === other.text) continue;
      if (across(one.box, other.box) > SLACK && down(one.box, other.box) > SLACK) {
        wrong.add(`${quoted(one.text)} and ${quoted(other.text)} lie over each other`);
      }
    }
  });
  for (const picture of document.querySelectorAll("img, svg")) {
    if (picture.parentElement.closest("svg") || !shown(picture)) continue;
    const box = picture.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) continue;
    for (const line of seen) {
      if (picture.contains(line.node)) continue;
      if (across(box, line.box) > SLACK && down(box, line.box) > SLACK) wrong.add(`${quoted(line.text)} lies over ${name(picture)}`);
    }
  }

  // Two things to press over each other.
  const controls = [];
  for (const node of document.querySelectorAll("a[href], button, input, select, textarea, summary")) {
    if (shown(node)) for (const box of node.getClientRects()) controls.push({ node, box });
  }
  controls.sort((one, other) => one.box.top - other.box.top);
  controls.forEach((one, place) => {
    for (let next = place + 1; next < controls.length && controls[next].box.top < one.box.bottom; next += 1) {
      const other = controls[next];
      if (one.node.contains(other.node) || other.node.contains(one.node)) continue;
      if (across(one.box, other.box) > SLACK && down(one.box, other.box) > 4) {
        wrong.add(`${quoted(one.node.textContent)} and ${quoted(other.node.textContent)} are pressed at one place`);
      }
    }
  });

  const far = root.scrollWidth - innerWidth;
  if (far > 0) wrong.add(`scrolls sideways by ${far} px`);
  return [...wrong];
})()
