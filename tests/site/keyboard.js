// Notes, while a test presses Tab, what gets the focus and how that shows; then says what is wrong.
// Given to a browser by test_keyboard.py before the first key.
(() => {
  const RING = 2; // so much of a focus ring must be left on every side, in pixels
  const reached = new Set();
  const wrong = new Set();
  const words = node => `${node.tagName.toLowerCase()} “${(node.getAttribute("aria-label") || node.textContent || node.id).trim().replace(/\s+/g, " ").slice(0, 24)}”`;

  // The ring of a node, cut off where something over it hides what overflows.
  function ringIsCut(node, style) {
    const wide = parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset);
    for (let up = node.parentElement; up && up !== document.body && up !== document.documentElement; up = up.parentElement) {
      const around = getComputedStyle(up);
      const frame = up.getBoundingClientRect();
      const visible = value => value === "visible";
      for (const box of node.getClientRects()) {
        const beside = !visible(around.overflowX) && (box.left - wide + RING < frame.left || (box.right + wide - RING > frame.right && up.scrollWidth <= up.clientWidth));
        const above = !visible(around.overflowY) && (box.top - wide + RING < frame.top || box.bottom + wide - RING > frame.bottom) && up.scrollHeight <= up.clientHeight;
        if (beside || above) return up;
      }
    }
    return null;
  }

  // Some of it is in sight, and not behind another thing.
  function covered(node) {
    return ![...node.getClientRects()].some(box => {
      const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
      const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
      if (right <= left || bottom <= top) return false;
      return node.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
    });
  }

  document.addEventListener("focusin", event => {
    const node = event.target;
    if (reached.has(node)) return;
    reached.add(node);
    const style = getComputedStyle(node);
    const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    if (!ring) wrong.add(`no ring round ${words(node)}`);
    else {
      const by = ringIsCut(node, style);
      if (by) wrong.add(`the ring round ${words(node)} is cut by ${by.tagName.toLowerCase()}.${by.className}`);
    }
    if (covered(node)) wrong.add(`${words(node)} has the focus out of sight`);
  });

  window.keyboardReport = () => {
    const controls = document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']");
    for (const node of controls) {
      const shown = node.checkVisibility({ visibilityProperty: true }) && !node.disabled;
      if (shown && !reached.has(node)) wrong.add(`Tab does not reach ${words(node)}`);
    }
    return [...wrong];
  };
  return document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']").length;
})()
