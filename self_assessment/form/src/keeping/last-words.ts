/**
 * What was typed in the last moment before a window closed.
 *
 * A write to IndexedDB that begins while the page goes away may not end. localStorage is written at
 * once, so it holds the filing until the draft is opened again. It is not trusted with more: a
 * killed browser may lose it.
 */
import type { Filing } from "../made";
import { read } from "../filing/taking-in";

const keyOf = (draft: string): string => `mayor-quality-award.self-assessment.${draft}`;

interface Words {
  /** The revision on the shelf that this filing goes on from. */
  revision: number;
  filing: string;
  rough: Record<string, string>;
}

export function leaveWords(draft: string, revision: number, filing: Filing, rough: Record<string, string>): void {
  const words: Words = { revision, filing: JSON.stringify(filing), rough };
  try {
    localStorage.setItem(keyOf(draft), JSON.stringify(words));
  } catch {
    // Too long or forbidden: the write to IndexedDB is then all there is.
  }
}

/** The filing that goes on from this revision, if one was left. It is taken away by being read. */
export function lastWords(draft: string, revision: number): { filing: Filing; rough: Record<string, string> } | null {
  try {
    const kept = localStorage.getItem(keyOf(draft));
    if (!kept) return null;
    localStorage.removeItem(keyOf(draft));
    const words = JSON.parse(kept) as Words;
    const taken = words.revision === revision ? read(words.filing) : null;
    return taken && "filing" in taken ? { filing: taken.filing, rough: words.rough || {} } : null;
  } catch {
    return null;
  }
}

/** They are on the shelf now, or their draft is gone. */
export function forgetWords(draft?: string): void {
  try {
    const keys = draft ? [keyOf(draft)] : Object.keys(localStorage).filter((key) => key.indexOf(keyOf("")) === 0);
    keys.forEach((key) => localStorage.removeItem(key));
  } catch {
    // There was nothing to forget.
  }
}
