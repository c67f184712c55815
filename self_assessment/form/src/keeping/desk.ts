/**
 * The filing on the desk: one at a time, with its undo and with those who watch it.
 *
 * Filings are never changed, so a step back is a filing kept. Typing in one place is one step until
 * the writer pauses or goes elsewhere.
 */
import type { Filing } from "../made";
import { noted } from "../filing/history";
import { moment } from "../filing/moments";
import type { Place } from "../filing/places";
import { Watched } from "./watched";

interface Step {
  filing: Filing;
  place: Place;
  what: string;
  at: number;
}

const PAUSE = 2500;
const MOST_STEPS = 300;

export class Desk extends Watched {
  /** Why nothing can be changed now; empty while it can. */
  closed = "";
  /** Texts typed into fields that cannot hold them: half a code, a word where a number belongs. */
  rough: Record<string, string>;
  private past: Step[] = [];
  private future: Step[] = [];

  constructor(public filing: Filing, public who: () => string, rough: Record<string, string> = {}) {
    super();
    this.rough = rough;
  }

  /** Makes an edit at a place; `what` is said in the history and beside 撤销. */
  edit(place: Place, what: string, change: (filing: Filing) => Filing): void {
    if (this.closed) return;
    const before = this.filing;
    const after = change(before);
    if (after === before) return;
    const now = Date.now();
    const last = this.past[this.past.length - 1];
    const goingOn = last && last.place.field === place.field && last.what === what &&
      now - last.at < PAUSE && !this.future.length;
    if (goingOn) last.at = now;
    else {
      this.past.push({ filing: before, place, what, at: now });
      if (this.past.length > MOST_STEPS) this.past.shift();
    }
    this.future = [];
    const changed = { ...after, changed: moment() };
    this.put(noted(changed, this.who(), place.label.slice(0, 500), what));
  }

  /** Ends the step that typing is in, so that what comes next is undone by itself. */
  pause(): void {
    const last = this.past[this.past.length - 1];
    if (last) last.at = 0;
  }

  /** Another filing in its place (imported, restored): one step that can be undone like any other. */
  replace(filing: Filing, place: Place, what: string): void {
    this.edit(place, what, () => filing);
    this.pause();
  }

  /** The filing with something that is no edit of its writer: when it was exported. */
  mark(change: Partial<Pick<Filing, "exported" | "made_with">>): void {
    this.put({ ...this.filing, ...change });
  }

  /** What stands on the shelf now, because another window wrote it: there is nothing to undo. */
  reload(filing: Filing, rough: Record<string, string>): void {
    this.past = [];
    this.future = [];
    this.rough = rough;
    this.put(filing);
  }

  get undoable(): string {
    const last = this.past[this.past.length - 1];
    return last && !this.closed ? `${last.place.label} · ${last.what}` : "";
  }

  get redoable(): string {
    const next = this.future[this.future.length - 1];
    return next && !this.closed ? `${next.place.label} · ${next.what}` : "";
  }

  undo(): Place | null {
    return this.turn(this.past, this.future, "撤销");
  }

  redo(): Place | null {
    return this.turn(this.future, this.past, "重做");
  }

  setRough(field: string, text: string | null): void {
    if (this.closed || (text === null && !(field in this.rough))) return;
    const { [field]: _gone, ...rest } = this.rough;
    this.rough = text === null ? rest : { ...rest, [field]: text };
    this.tell();
  }

  /** Takes away what was typed into fields whose id begins so: they are gone, or others now. */
  forgetRough(start: string): void {
    const kept = Object.entries(this.rough).filter(([field]) => field.indexOf(start) !== 0);
    if (kept.length === Object.keys(this.rough).length) return;
    this.rough = Object.fromEntries(kept);
    this.tell();
  }

  close(reason: string): void {
    this.closed = reason;
    this.tell();
  }

  private turn(from: Step[], to: Step[], verb: string): Place | null {
    const step = this.closed ? undefined : from.pop();
    if (!step) return null;
    const now = this.filing;
    to.push({ ...step, filing: now, at: 0 });
    this.forgetRough(step.place.field);
    // What was done to the filing as a file is not undone: its history and its exports.
    const back = { ...step.filing, history: now.history, exported: now.exported, changed: moment() };
    this.put(noted(back, this.who(), step.place.label.slice(0, 500), `${verb}：${step.what}`));
    return step.place;
  }

  private put(filing: Filing): void {
    this.filing = filing;
    this.tell();
  }
}
