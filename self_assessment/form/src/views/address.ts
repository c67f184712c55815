/**
 * Where the reader is, as the part of the address after `#`: `#/<draft>/<view>/<field>`.
 *
 * So the browser's own back and forward work, and a reloaded page opens where it was.
 */

export interface Address {
  draft: string;
  view: string;
  field: string;
}

export function addressNow(): Address {
  const [draft = "", view = "", field = ""] = location.hash.replace(/^#\/?/, "").split("/").map(plain);
  return { draft, view, field };
}

export function addressOf(draft: string, view = "", field = ""): string {
  return `#/${[draft, view, field].filter(Boolean).map(encodeURIComponent).join("/")}`;
}

function plain(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}

/** Puts the cursor in a field, opens what folds it away, and brings it into sight. */
export function focusField(field: string): boolean {
  const found = document.getElementById(field);
  if (!found) return false;
  for (let up = found.parentElement; up; up = up.parentElement) {
    if (up instanceof HTMLDetailsElement) up.open = true;
  }
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  found.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
  const control = found.matches("input, textarea, select, button, [tabindex]")
    ? found
    : found.querySelector<HTMLElement>("input, textarea, select, button, [tabindex]");
  (control || found).focus({ preventScroll: true });
  return true;
}

/** Does something as soon as the page shows what was just changed: before the next key. */
export function afterwards(act: () => void): void {
  void Promise.resolve().then(act);
}
