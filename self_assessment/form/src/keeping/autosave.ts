/**
 * Saving without being asked: what changed is on the shelf within a second of the first key.
 *
 * A save writes in one transaction, and only where the draft still has the revision that this
 * window knows. A draft that held much is not overwritten with one that holds nothing.
 */
import type { Filing } from "../made";
import { spoken } from "../filing/moments";
import { plainPlace } from "../filing/places";
import type { Desk } from "./desk";
import { entryFor, writingsFor, type DraftEntry } from "./drafts";
import { forgetWords, leaveWords } from "./last-words";
import type { Shelf } from "./shelf";
import { sizeFrom, snapshotWritings, takeSnapshot } from "./snapshots";
import { Watched } from "./watched";

export type Saved =
  | { standing: "saved"; at: Date }
  | { standing: "saving"; at: Date | null }
  | { standing: "failed"; at: Date | null; why: string; asks?: "emptied" };

const SOON = 350;
const AGAIN = 5000;
const SNAPSHOT_EVERY = 10 * 60 * 1000;
const MUCH = 200;

export class Autosave extends Watched {
  saved: Saved;
  private written: Filing | null;
  private writtenRough: Record<string, string>;
  private sizes: Record<string, number>;
  private revision: number;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  private snapshotAt = 0;
  private mayEmpty = false;
  private readonly unwatch: () => void;

  /** `onShelf` is what the shelf has of it; null for a draft that is not there yet. */
  constructor(
    readonly desk: Desk, readonly shelf: Shelf, readonly draft: string,
    onShelf: { filing: Filing; entry: DraftEntry; rough: Record<string, string> } | null,
    private readonly conflicted: () => void,
  ) {
    super();
    this.written = onShelf && onShelf.filing;
    this.writtenRough = onShelf ? onShelf.rough : {};
    this.sizes = onShelf ? onShelf.entry.sizes : {};
    this.revision = onShelf ? onShelf.entry.revision : 0;
    this.saved = onShelf
      ? { standing: "saved", at: savedAt(onShelf.entry) }
      : { standing: "saving", at: null };
    this.unwatch = desk.watch(() => this.notice());
    if (!onShelf) this.notice();
  }

  get pending(): boolean {
    return this.desk.filing !== this.written || this.desk.rough !== this.writtenRough;
  }

  get size(): number {
    return sizeFrom(this.sizes);
  }

  /** Writes what is not written yet. Resolves when it stands, or when it is known that it does not. */
  async now(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    while (this.running) await this.running;
    if (!this.pending || this.desk.closed) return;
    this.running = this.write().catch((reason) => {
      this.say(failed(this.saved.at, whyNotSaved(reason)));
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.now(), AGAIN);
    }).then(() => {
      this.running = null;
    });
    await this.running;
    if (this.pending && this.saved.standing !== "failed") this.notice();
  }

  /** The window goes away: what is not written yet is written, and left where it is safe at once. */
  goodbye(): void {
    if (!this.pending || this.desk.closed || !this.shelf.lasting) return;
    leaveWords(this.draft, this.revision, this.desk.filing, this.desk.rough);
    void this.now();
  }

  /** What is on the shelf comes back to the desk. */
  bringBack(): void {
    if (this.written) this.desk.replace(this.written, plainPlace("drafts", "top", ""), "恢复已保存的内容");
  }

  /** The writer did mean to empty the draft. */
  emptyIt(): Promise<void> {
    this.mayEmpty = true;
    return this.now();
  }

  snapshot(why: string): Promise<void> {
    this.snapshotAt = Date.now();
    return takeSnapshot(this.shelf, this.draft, this.desk.filing, why, this.size).catch(() => undefined);
  }

  /** Another window wrote last: what it wrote is on the desk now. */
  taken(filing: Filing, entry: DraftEntry, rough: Record<string, string>): void {
    this.written = filing;
    this.writtenRough = rough;
    this.sizes = entry.sizes;
    this.revision = entry.revision;
    this.say({ standing: "saved", at: savedAt(entry) });
  }

  end(): void {
    clearTimeout(this.timer);
    this.unwatch();
  }

  private notice(): void {
    if (!this.pending || this.desk.closed) return;
    if (this.saved.standing === "saved") this.say({ standing: "saving", at: this.saved.at });
    // The first key starts the clock and further keys do not put it off.
    if (this.timer === undefined) this.timer = setTimeout(() => void this.now(), SOON);
  }

  private async write(): Promise<void> {
    const { filing, rough } = this.desk;
    const { writings, sizes } = writingsFor(this.draft, this.written, filing);
    if (rough !== this.writtenRough) writings.push({ room: "parts", key: [this.draft, "rough"], value: rough });
    const next = { ...this.sizes };
    for (const [part, size] of Object.entries(sizes)) {
      if (size === null) delete next[part];
      else next[part] = size;
    }
    const emptied = this.written !== null && sizeFrom(this.sizes) >= MUCH && sizeFrom(next) * 20 < sizeFrom(this.sizes);
    if (emptied && !this.mayEmpty) {
      this.say({ ...failed(this.saved.at, "草稿变成了空白，没有覆盖已保存的内容。"), asks: "emptied" });
      return;
    }
    const before = this.written;
    const snapshot = before && (emptied || Date.now() - this.snapshotAt > SNAPSHOT_EVERY);
    if (snapshot) writings.push(...snapshotWritings(this.draft, before, emptied ? "清空前" : "自动", sizeFrom(this.sizes)));
    const known = this.revision;
    writings.push({ room: "drafts", key: this.draft, value: entryFor(this.draft, filing, next, known + 1) });
    const done = await this.shelf.write(writings, {
      room: "drafts", key: this.draft,
      allows: (value) => revisionIn(value) === known,
    });
    if (!done) {
      await takeSnapshot(this.shelf, this.draft, filing, "未存入的修改", sizeFrom(next)).catch(() => undefined);
      this.say(failed(this.saved.at, "这份草稿已在另一窗口改过，本窗口的修改没有存入，留在快照里。"));
      this.conflicted();
      return;
    }
    this.written = filing;
    this.writtenRough = rough;
    this.sizes = next;
    this.revision = known + 1;
    this.mayEmpty = false;
    if (snapshot) this.snapshotAt = Date.now();
    forgetWords(this.draft);
    this.say(this.pending ? { standing: "saving", at: new Date() } : { standing: "saved", at: new Date() });
  }

  private say(saved: Saved): void {
    this.saved = saved;
    this.tell();
  }
}

function savedAt(entry: DraftEntry): Date {
  return new Date(entry.saved || entry.changed || Date.now());
}

function failed(at: Date | null, why: string): Saved & { standing: "failed" } {
  return { standing: "failed", at, why };
}

function revisionIn(value: unknown): number {
  const entry = value as DraftEntry | undefined;
  return entry && typeof entry.revision === "number" ? entry.revision : 0;
}

/** Why the browser did not keep it, and what to do. */
export function whyNotSaved(reason: unknown): string {
  const name = reason instanceof Error || reason instanceof DOMException ? reason.name : "";
  if (name === "QuotaExceededError") {
    return "本机留给浏览器的空间已满，刚才的修改没有存入。请现在导出，再清理磁盘或删除旧草稿；之后会自动再存。";
  }
  return "浏览器没有存入刚才的修改。请现在导出；每 5 秒会自动再试一次。";
}

/** `已保存 14:03`, `正在保存`, `未能保存`. */
export function savedInWords(saved: Saved, lasting: boolean): string {
  if (!lasting) return "只在本窗口，未存入本机";
  if (saved.standing === "failed") return "未能保存";
  if (saved.standing === "saving") return "正在保存";
  return `已保存 ${spoken(saved.at)}`;
}
