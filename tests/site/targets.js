// What can be pressed on a page and is smaller than a number of pixels, as sentences. A link within
// a sentence keeps to its line (WCAG 2.2, 2.5.8: the exception “inline”).
least => {
  const small = [];
  for (const node of document.querySelectorAll("a[href], button, summary, select, textarea, input, label.choice")) {
    if (!node.getClientRects().length || node.type === "radio" || node.classList.contains("skip")) continue;
    if (getComputedStyle(node).visibility === "hidden") continue;
    const within = node.parentElement.textContent.trim() !== node.textContent.trim();
    if (getComputedStyle(node).display === "inline" && (within || node.parentElement.tagName === "SUP")) continue;
    const box = node.getBoundingClientRect();
    if (box.height < least - .5 || box.width < least - .5) {
      small.push(`${node.tagName.toLowerCase()} “${node.textContent.trim().slice(0, 24)}” ${Math.round(box.width)} × ${Math.round(box.height)}`);
    }
  }
  return small;
}
