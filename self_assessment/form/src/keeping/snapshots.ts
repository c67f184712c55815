/**
 * Snapshots: earlier states of a draft, whole, to go back to.
 *
 * At most `MOST` are kept a draft. The last ones all stay; of those before, the one whose neighbours
 * are nearest in time goes first, so that what remains reaches far back.
 */
import type { Filing } from "../made";
import { has } from "../filing/answers";
import { sum } from "../filing/counting";
import { moment } from "../filing/moments";
import type { Shelf, Writing } from "./shelf";

export const MOST = 20;
const LAST = 6;

export interface Snapshot {
  draft: string;
  at: string;
  /** Why it was taken: 打开时, 自动, 导入前 … */
  why: string;
  organisation: string;
  year: number;
  size: number;
}

let latest = 0;

/** The writings that take a snapshot: they can go with others in one transaction. */
export function snapshotWritings(draft: string, filing: Filing, why: string, size: number): Writing[] {
  // Two in one second must not fall on one key, and their order must hold.
  latest = Math.max(Date.now(), latest + 1);
  const key = [draft, String(latest)];
  const meta: Snapshot = {
    draft, at: moment(new Date(latest)), why, size,
    organisation: filing.organisation.name, year: filing.year,
  };
  return [
    { room: "snapshots", key, value: meta },
    { room: "snapshot_filings", key, value: filing },
  ];
}

export async function takeSnapshot(
  shelf: Shelf, draft: string, filing: Filing, why: string, size: number,
): Promise<void> {
  await shelf.write(snapshotWritings(draft, filing, why, size));
  await thin(shelf, draft);
}

export interface Kept {
  key: string[];
  snapshot: Snapshot;
}

/** The snapshots of a draft, newest first. */
export async function snapshotsOf(shelf: Shelf, draft: string): Promise<Kept[]> {
  const found = await shelf.under("snapshots", draft);
  return found
    .filter(({ key, value }) => Array.isArray(key) && typeof value === "object" && value !== null && has(value, "at"))
    .map(({ key, value }) => ({ key: key as string[], snapshot: value as Snapshot }))
    .reverse();
}

export function snapshotFiling(shelf: Shelf, key: string[]): Promise<unknown> {
  return shelf.get("snapshot_filings", key);
}

async function thin(shelf: Shelf, draft: string): Promise<void> {
  const keys = (await shelf.under("snapshots", draft)).map(({ key }) => key as string[]);
  const gone = tooMany(keys.map((key) => Number(key[1])));
  const writings = gone.flatMap((at): Writing[] => [
    { room: "snapshots", key: keys[at]!, value: undefined },
    { room: "snapshot_filings", key: keys[at]!, value: undefined },
  ]);
  if (writings.length) await shelf.write(writings);
}

/** Which of these times, oldest first, are let go, by place. The first of all always stays. */
export function tooMany(times: readonly number[], most = MOST, last = LAST): number[] {
  const left = times.map((time, place) => ({ time, place }));
  const gone: number[] = [];
  while (left.length > most) {
    let nearest = 1;
    for (let i = 2; i < left.length - last; i++) {
      const gap = (at: number): number => left[at + 1]!.time - left[at - 1]!.time;
      if (gap(i) < gap(nearest)) nearest = i;
    }
    gone.push(left[nearest]!.place);
    left.splice(nearest, 1);
  }
  return gone;
}

export function sizeFrom(sizes: Record<string, number>): number {
  return sum(Object.values(sizes));
}
