/** An open draft put together: desk, autosave, file, and the lock that says who may write. */
import { criteria, settings, type Filing } from "../made";
import { newId } from "../filing/ids";
import { moment } from "../filing/moments";
import { plainPlace } from "../filing/places";
import { Autosave } from "../keeping/autosave";
import { Desk } from "../keeping/desk";
import { openDraft } from "../keeping/drafts";
import { KeptFile } from "../keeping/file-handle";
import { lastWords } from "../keeping/last-words";
import { hold, takeOver, type Hold } from "../keeping/locks";
import { preferences } from "../keeping/preferences";
import type { Shelf } from "../keeping/shelf";
import { answersThese } from "../filing/new-edition";
import { fitted } from "./incoming";
import { fileContent } from "./outputs";

export interface OpenDraft {
  draft: string;
  desk: Desk;
  autosave: Autosave;
  file: KeptFile;
  takeOver: () => Promise<void>;
  end: () => Promise<void>;
}

export type Opening = OpenDraft | { draft: string; damaged: string };

const HOUR = 60 * 60 * 1000;
const ELSEWHERE = "这份草稿正在另一个窗口编辑，这里只能看。";
const MOVED = "这份草稿已转到另一个窗口编辑，这里只能看。";
const PASSED = "这份草稿已在另一个窗口改过，这里只能看。本窗口没有存入的修改留在快照里。";

/** Puts a new filing on the shelf as a draft of its own; resolves with the draft's id. */
export async function newDraft(shelf: Shelf, filing: Filing): Promise<string> {
  const draft = newId("d");
  const desk = new Desk(filing, () => "");
  const autosave = new Autosave(desk, shelf, draft, null, () => undefined);
  await autosave.now();
  autosave.end();
  if (autosave.saved.standing === "failed") throw new Error(autosave.saved.why);
  return draft;
}

export async function openedDraft(shelf: Shelf, draft: string, say: (words: string) => void): Promise<Opening> {
  const found = await openDraft(shelf, draft);
  if ("damaged" in found) return { draft, damaged: found.damaged };
  const words = lastWords(draft, found.entry.revision);
  const { filing: latest, rough } = words || found;
  const desk = new Desk(latest, () => preferences().who, rough);
  const autosave = new Autosave(desk, shelf, draft, found, () => desk.close(PASSED));
  const file = new KeptFile(shelf, draft, () => fileContent(desk.filing), () => {
    // Now and then only: every mark is a change, which the file would follow.
    const last = Date.parse(desk.filing.exported || "");
    if (!(Date.now() - last < HOUR)) desk.mark({ exported: moment() });
  });
  autosave.watch(() => {
    if (autosave.saved.standing === "saved") file.follow();
  });

  const reload = async (): Promise<void> => {
    const now = await openDraft(shelf, draft);
    if ("damaged" in now) return;
    autosave.taken(now.filing, now.entry, now.rough);
    desk.closed = "";
    desk.reload(now.filing, now.rough);
  };
  const lost = (): void => void autosave.now().then(() => desk.close(MOVED));
  let lock: Hold = await hold(draft, {
    lost,
    freed: () => void reload().then(() => say("另一个窗口已关闭，现在可以在这里编辑。")),
  });
  if (lock.standing === "elsewhere") desk.close(ELSEWHERE);
  else {
    if (words) void autosave.now();
    await file.remember();
    void autosave.snapshot("打开时");
    if (!answersThese(desk.filing, criteria)) {
      const { filing, says } = fitted(desk.filing);
      desk.replace(filing, plainPlace("check", "top", ""), `改按 ${settings.edition} 版表单的准则`);
      say(says.replace("文件", "草稿"));
    }
  }
  return {
    draft, desk, autosave, file,
    async takeOver() {
      const own = lock;
      lock = await takeOver(draft, lost);
      own.release();
      // The other window writes what it still has; then this one reads.
      await new Promise((resolve) => setTimeout(resolve, 700));
      await reload();
    },
    async end() {
      await autosave.now();
      await file.finish();
      autosave.end();
      lock.release();
    },
  };
}
