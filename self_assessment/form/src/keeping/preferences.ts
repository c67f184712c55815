/** How one likes the form on this PC: none of it belongs to a filing. Losing it costs nothing. */
import { Watched } from "./watched";

export interface Preferences {
  /** The name that stands in the history of changes. */
  who: string;
  theme: "auto" | "light" | "dark";
  large: boolean;
  guide: boolean;
  /** Drafts whose first steps were put away. */
  led: string[];
}

const KEY = "mayor-quality-award.self-assessment";
const FIRST: Preferences = { who: "", theme: "auto", large: false, guide: true, led: [] };

let current: Preferences | null = null;
const told = new Watched();

export function preferences(): Preferences {
  if (!current) {
    current = { ...FIRST };
    try {
      const kept = JSON.parse(localStorage.getItem(KEY) || "{}") as Partial<Preferences>;
      if (typeof kept.who === "string") current.who = kept.who.slice(0, 100);
      if (kept.theme === "light" || kept.theme === "dark") current.theme = kept.theme;
      if (kept.large === true) current.large = true;
      if (kept.guide === false) current.guide = false;
      if (Array.isArray(kept.led)) current.led = kept.led.filter((id) => typeof id === "string");
    } catch {
      // Unreadable or forbidden: the first preferences do.
    }
  }
  return current;
}

export function prefer(change: Partial<Preferences>): void {
  current = { ...preferences(), ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(current));
  } catch {
    // It holds for this window.
  }
  applyPreferences();
  told.tell();
}

export function forgetPreferences(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // There was nothing to forget.
  }
  current = { ...FIRST };
  applyPreferences();
  told.tell();
}

export const onPreferences = (watcher: () => void): (() => void) => told.watch(watcher);

const systemIsDark = matchMedia("(prefers-color-scheme: dark)");

/** Puts theme and size on the page, for the styles; the system's own theme as long as none is chosen. */
export function applyPreferences(): void {
  const { theme, large } = preferences();
  const root = document.documentElement;
  const shown = theme === "auto" ? (systemIsDark.matches ? "dark" : "light") : theme;
  root.setAttribute("data-theme", shown);
  systemIsDark.onchange = applyPreferences;
  if (large) root.setAttribute("data-large", "");
  else root.removeAttribute("data-large");
}
