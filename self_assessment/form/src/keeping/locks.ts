/** One window writes a draft at a time; the others read. Held by Web Locks. */

export interface Hold {
  /** `unguarded`: the browser has no locks; the draft's revision is then the only guard. */
  standing: "held" | "elsewhere" | "unguarded";
  release: () => void;
}

export interface Wishes {
  /** Another window took the draft over. */
  lost: () => void;
  /** The window that wrote has closed: this one holds the draft now. */
  freed: () => void;
}

const PATIENCE = 250;

const name = (draft: string): string => `self-assessment/${draft}`;

/** Asks for a draft. While another window has it, this one waits in line and is told by `freed`. */
export async function hold(draft: string, wishes: Wishes): Promise<Hold> {
  const { locks } = navigator;
  if (!locks) return { standing: "unguarded", release: () => undefined };
  let letGo = (): void => undefined;
  const until = new Promise<void>((resolve) => (letGo = resolve));
  let over = false;
  const release = (): void => {
    over = true;
    letGo();
  };
  const ask = (): Promise<Hold["standing"]> => new Promise((resolve) => {
    locks.request(name(draft), { ifAvailable: true }, (lock) => {
      resolve(lock ? "held" : "elsewhere");
      return lock ? until : undefined;
    }).then(undefined, () => (over ? undefined : wishes.lost()));
  });
  let standing = await ask();
  if (standing === "elsewhere") {
    // A page that is loaded anew may meet its own lock of a moment ago.
    await new Promise((resolve) => setTimeout(resolve, PATIENCE));
    standing = await ask();
  }
  if (standing === "elsewhere") {
    locks.request(name(draft), () => {
      if (over) return undefined;
      wishes.freed();
      return until;
    }).then(undefined, () => (over ? undefined : wishes.lost()));
  }
  return { standing, release };
}

/** Takes a draft from whichever window has it. */
export async function takeOver(draft: string, lost: () => void): Promise<Hold> {
  let letGo = (): void => undefined;
  const until = new Promise<void>((resolve) => (letGo = resolve));
  let over = false;
  await new Promise<void>((resolve) => {
    navigator.locks.request(name(draft), { steal: true }, () => {
      resolve();
      return until;
    }).then(undefined, () => (over ? undefined : lost()));
  });
  return {
    standing: "held",
    release: () => {
      over = true;
      letGo();
    },
  };
}
