/**
 * A file on the reader's disk that the form writes by itself, where the browser has that: chosen
 * once, then brought up to date silently. After a restart the browser wants one click more.
 */
import type { Shelf } from "./shelf";
import { Watched } from "./watched";

interface Handle {
  name: string;
  queryPermission?: (of: { mode: "readwrite" }) => Promise<PermissionState>;
  requestPermission?: (of: { mode: "readwrite" }) => Promise<PermissionState>;
  createWritable: () => Promise<{ write: (data: Blob) => Promise<void>; close: () => Promise<void> }>;
}

type Picker = (of: {
  suggestedName: string;
  types: { description: string; accept: Record<string, string[]> }[];
}) => Promise<Handle>;

export type FileStanding = "none" | "ready" | "asks" | "failed";

const picker = (): Picker | undefined => (window as unknown as { showSaveFilePicker?: Picker }).showSaveFilePicker;

/** Whether the browser can keep a file up to date. */
export const canKeepFile = (): boolean => typeof picker() === "function";

const EVERY = 3000;

export class KeptFile extends Watched {
  standing: FileStanding = "none";
  name = "";
  writtenAt: Date | null = null;
  private handle: Handle | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly shelf: Shelf, private readonly draft: string,
    private readonly content: () => Blob, private readonly written: () => void,
  ) {
    super();
  }

  /** The file chosen at an earlier time, if there is one. */
  async remember(): Promise<void> {
    const kept = (await this.shelf.get("handles", this.draft).catch(() => null)) as Handle | null | undefined;
    if (!kept || !kept.createWritable) return;
    this.handle = kept;
    this.name = kept.name;
    const state = kept.queryPermission ? await kept.queryPermission({ mode: "readwrite" }).catch(() => "prompt") : "granted";
    this.say(state === "granted" ? "ready" : "asks");
  }

  /** Lets the reader choose a file. False where they did not. */
  async choose(suggestedName: string): Promise<boolean> {
    const pick = picker();
    if (!pick) return false;
    try {
      const types = [{ description: "自评报告", accept: { "application/json": [".json"] } }];
      this.handle = await pick({ suggestedName, types });
    } catch {
      return false;
    }
    this.name = this.handle.name;
    await this.shelf.write([{ room: "handles", key: this.draft, value: this.handle }]).catch(() => undefined);
    return this.write();
  }

  /** Asks the browser again, by a click of the reader. */
  async allow(): Promise<boolean> {
    const ask = this.handle && this.handle.requestPermission;
    const state = ask ? await ask.call(this.handle, { mode: "readwrite" }).catch(() => "denied") : "granted";
    return state === "granted" ? this.write() : false;
  }

  async forget(): Promise<void> {
    clearTimeout(this.timer);
    this.handle = null;
    this.name = "";
    await this.shelf.write([{ room: "handles", key: this.draft, value: undefined }]).catch(() => undefined);
    this.say("none");
  }

  /** Something changed: the file follows shortly. */
  follow(): void {
    if (this.standing !== "ready" || this.timer !== undefined) return;
    this.timer = setTimeout(() => void this.write(), EVERY);
  }

  /** The draft is put away: what the file has not got yet goes there now. */
  async finish(): Promise<void> {
    if (this.timer !== undefined) await this.write();
  }

  async write(): Promise<boolean> {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (!this.handle) return false;
    try {
      const file = await this.handle.createWritable();
      await file.write(this.content());
      await file.close();
    } catch (reason) {
      this.say(reason instanceof DOMException && reason.name === "NotAllowedError" ? "asks" : "failed");
      return false;
    }
    this.writtenAt = new Date();
    this.written();
    this.say("ready");
    return true;
  }

  private say(standing: FileStanding): void {
    this.standing = standing;
    this.tell();
  }
}
