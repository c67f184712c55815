/**
 * Drafts: filings in work on this PC, each under an id of chance.
 *
 * A draft is kept in parts, one an item, so that saving writes what changed and not everything. Its
 * entry in the list has what the chooser shows, and a revision: who writes must have read the last
 * one, or two windows would undo each other's work.
 */
import type { Filing } from "../made";
import { moment } from "../filing/moments";
import { read, type TakenIn } from "../filing/taking-in";
import { forgetWords } from "./last-words";
import { Unreadable, type Shelf, type Writing } from "./shelf";

export interface DraftEntry {
  id: string;
  /** The filing's own id: a part comes back to the draft that has the same. */
  filing: string;
  organisation: string;
  year: number;
  /** When the filing was changed, when it was put here, when it was exported. */
  changed: string;
  saved: string;
  exported: string | null;
  /** Characters written, by part; their sum is shown. */
  sizes: Record<string, number>;
  revision: number;
  /** Who took it, where it is a part of a filing. */
  part: string;
}

export type OpenedDraft =
  | { entry: DraftEntry; filing: Filing; rough: Record<string, string> }
  | { entry: DraftEntry | null; damaged: string };

export async function draftsOn(shelf: Shelf): Promise<DraftEntry[]> {
  const found = await shelf.under("drafts");
  return found
    .map(({ key, value }) => (isEntry(value) ? value : lostEntry(String(key))))
    .sort((a, b) => (a.changed < b.changed ? 1 : -1));
}

function isEntry(value: unknown): value is DraftEntry {
  const entry = value as DraftEntry | null;
  return typeof entry === "object" && entry !== null && typeof entry.id === "string" &&
    typeof entry.changed === "string" && typeof entry.sizes === "object" && entry.sizes !== null;
}

function lostEntry(id: string): DraftEntry {
  return { id, filing: "", organisation: "", year: 0, changed: "", saved: "", exported: null, sizes: {}, revision: 0, part: "" };
}

export function sizeOf(entry: DraftEntry): number {
  return Object.values(entry.sizes).reduce((sum, size) => sum + size, 0);
}

/** A draft as it stands on the shelf, or why it cannot be read. */
export async function openDraft(shelf: Shelf, id: string): Promise<OpenedDraft> {
  const value = await shelf.get("drafts", id).catch(() => undefined);
  const parts = await shelf.under("parts", id);
  const entry = isEntry(value) ? value : parts.length ? lostEntry(id) : null;
  if (!entry) return { entry: null, damaged: "本机没有这份草稿。" };
  const raw: Record<string, unknown> = {};
  const items: Record<string, unknown> = {};
  let rough: Record<string, string> = {};
  for (const { key, value: part } of parts) {
    const name = Array.isArray(key) ? key[1]! : String(key);
    if (part instanceof Unreadable) return { entry, damaged: "草稿的一部分从磁盘读不出来。" };
    if (name === "rough") rough = textsIn(part);
    else if (name === "head") Object.assign(raw, part);
    else if (name.indexOf("items/") === 0) items[name.slice(6)] = part;
    else raw[name] = part;
  }
  let taken: TakenIn;
  try {
    taken = read(JSON.stringify({ ...raw, items }));
  } catch (reason) {
    return { entry, damaged: `草稿的内容读不通（${String(reason)}）。` };
  }
  if ("filing" in taken) return { entry, filing: taken.filing, rough };
  return { entry, damaged: "refused" in taken ? taken.refused.replace("，没有导入", "") : "草稿的内容读不通。" };
}

function textsIn(value: unknown): Record<string, string> {
  const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(entries.filter(([, text]) => typeof text === "string"));
}

/** Whatever the shelf holds of a draft, as text, readable or not. */
export async function rawBytes(shelf: Shelf, id: string): Promise<string> {
  const rooms = await Promise.all([
    shelf.get("drafts", id).catch(String),
    shelf.under("parts", id),
    shelf.under("snapshot_filings", id),
  ]);
  return JSON.stringify({ draft: id, entry: rooms[0], parts: rooms[1], snapshots: rooms[2] }, (_, value) =>
    typeof value === "bigint" ? String(value) : value, 1);
}

const SEPARATE: (keyof Filing)[] = ["profile", "plan", "promotion", "assessments", "consensus", "retired", "history"];

/** What is to be written so that a shelf that has `before` has `after`; sizes of the parts touched. */
export function writingsFor(
  id: string, before: Filing | null, after: Filing,
): { writings: Writing[]; sizes: Record<string, number | null> } {
  const writings: Writing[] = [];
  const sizes: Record<string, number | null> = {};
  const put = (name: string, value: unknown): void => {
    writings.push({ room: "parts", key: [id, name], value });
    sizes[name] = value === undefined ? null : name === "history" ? 0 : weightOf(value);
  };
  for (const [item, answer] of Object.entries(after.items)) {
    if (!before || before.items[item] !== answer) put(`items/${item}`, answer);
  }
  for (const item of Object.keys(before ? before.items : {})) {
    if (!(item in after.items)) put(`items/${item}`, undefined);
  }
  for (const name of SEPARATE) {
    if (!before || before[name] !== after[name]) put(name, after[name]);
  }
  const head: Partial<Record<keyof Filing, unknown>> = { ...after };
  for (const name of SEPARATE) delete head[name];
  delete head.items;
  const { organisation, award, incidents, commitment } = after;
  writings.push({ room: "parts", key: [id, "head"], value: head });
  sizes["head"] = weightOf([organisation.name, organisation.address, organisation.contact, award.round, incidents, commitment.representative]);
  return { writings, sizes };
}

/** The characters of all texts in a part; a score counts as one. */
function weightOf(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (typeof value === "number") return 1;
  if (typeof value !== "object" || value === null) return 0;
  let weight = 0;
  for (const key in value) {
    if (!PASSED_OVER.has(key)) weight += weightOf((value as Record<string, unknown>)[key]);
  }
  return weight;
}

const PASSED_OVER = new Set(["id", "years", "band", "waits", "good", "complete", "secret", "at", "state", "kind"]);

export function entryFor(
  id: string, filing: Filing, sizes: Record<string, number>, revision: number,
): DraftEntry {
  return {
    id,
    filing: filing.id,
    organisation: filing.organisation.name,
    year: filing.year,
    changed: filing.changed,
    saved: moment(),
    exported: filing.exported,
    sizes,
    revision,
    part: filing.assignment ? filing.assignment.taken_by : "",
  };
}

/** A draft and all that belongs to it taken away. */
export async function removeDraft(shelf: Shelf, id: string): Promise<void> {
  forgetWords(id);
  const writings: Writing[] = [
    { room: "drafts", key: id, value: undefined },
    { room: "handles", key: id, value: undefined },
  ];
  for (const room of ["parts", "snapshots", "snapshot_filings"] as const) {
    for (const { key } of await shelf.under(room, id)) writings.push({ room, key, value: undefined });
  }
  await shelf.write(writings);
}
