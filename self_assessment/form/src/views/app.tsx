/** The form as a whole: the first page, or one open draft. */
import type { JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { criteria, settings, type Filing } from "../made";
import { newFiling } from "../filing/beginning";
import { takenIn } from "../filing/taking-in";
import { draftsOn, removeDraft, type DraftEntry } from "../keeping/drafts";
import { forgetPreferences } from "../keeping/preferences";
import { forgetWords } from "../keeping/last-words";
import { chooseFiles } from "../keeping/putting-out";
import { openShelf, passingShelf, type Shelf } from "../keeping/shelf";
import { addressNow, addressOf, focusField, type Address } from "./address";
import { BenchContext, type Bench } from "./bench";
import { DamagedPage } from "./damaged-page";
import { fitted } from "./incoming";
import { newDraft, openedDraft, type OpenDraft, type Opening } from "./opening";
import { printOnRequest } from "./outputs";
import { Shell } from "./shell";
import { StartPage } from "./start-page";
import { Toast, type Said } from "./toast";

const TAKES = ".json,.age,application/json";

export function App({ shelf: first }: { shelf: Shelf }): JSX.Element {
  const [shelf, setShelf] = useState(first);
  const [address, setAddress] = useState<Address>(addressNow);
  const [drafts, setDrafts] = useState<DraftEntry[] | null>(null);
  const [opening, setOpening] = useState<Opening | null>(null);
  const [incoming, setIncoming] = useState<{ filing: Filing; name: string } | null>(null);
  const [locked, setLocked] = useState<File | null>(null);
  const [refused, setRefused] = useState("");
  const [said, setSaid] = useState<Said | null>(null);
  const current = useRef<OpenDraft | null>(null);

  const say = (words: string, action?: Said["action"]): void => setSaid({ words, action, at: Date.now() });
  const list = (): void => void draftsOn(shelf).then(setDrafts, () => setDrafts([]));
  const goTo = (draft: string, view = "", field = ""): void => {
    const next = addressOf(draft, view, field);
    if (location.hash === next && field) focusField(field);
    else location.hash = next;
  };

  useEffect(() => {
    const moved = (): void => setAddress(addressNow());
    window.addEventListener("hashchange", moved);
    return () => window.removeEventListener("hashchange", moved);
  }, []);
  useEffect(() => setSaid((now) => (now && Date.now() - now.at > 1500 ? null : now)), [address.view, address.draft]);
  useLeaving(current);
  useEffect(() => printOnRequest(() => (current.current ? current.current.desk.filing : null)), []);

  // Open the draft that the address names, after the one before has been put away.
  useEffect(() => {
    let over = false;
    const before = current.current;
    current.current = null;
    setOpening(null);
    void (before ? before.end() : Promise.resolve()).catch(() => undefined).then(async () => {
      if (!address.draft) {
        document.title = "自评报告";
        return list();
      }
      const next = await openedDraft(shelf, address.draft, say).catch((reason): Opening => ({ draft: address.draft, damaged: `草稿打不开（${String(reason)}）。` }));
      if (over) return "desk" in next ? next.end() : undefined;
      if ("desk" in next) current.current = next;
      setOpening(next);
    });
    return () => {
      over = true;
    };
  }, [address.draft, shelf]);

  const begin = (filing: Filing, view = ""): void => {
    newDraft(shelf, filing).then((draft) => {
      setIncoming(null);
      setRefused("");
      goTo(draft, view, view === "about" ? "about-name" : "");
    }, (reason: Error) => setRefused(reason.message));
  };
  const take = async (file: Blob, name: string): Promise<void> => {
    const outcome = await takenIn(file);
    setIncoming("filing" in outcome ? { filing: outcome.filing, name } : null);
    setLocked("sealed" in outcome ? new File([file], name) : null);
    setRefused("refused" in outcome ? outcome.refused : "");
  };
  const choose = async (): Promise<void> => {
    const [file] = await chooseFiles(TAKES);
    if (file) await take(file, file.name);
  };
  const takeInto = async (): Promise<void> => {
    const [file] = await chooseFiles(TAKES);
    if (!file || !current.current) return;
    const outcome = await takenIn(file);
    if ("filing" in outcome) {
      setIncoming({ filing: fitted(outcome.filing).filing, name: file.name });
      goTo(address.draft, "merge");
    } else say("sealed" in outcome ? "这是加密的文件。请回到草稿列表，从“导入”输入口令打开，再与本机草稿合并。" : outcome.refused);
  };
  const clear = async (): Promise<void> => {
    await shelf.clear().then(() => say("本机草稿已清除。"), () => say("没有清除干净：请关闭其他打开本表单的窗口，再试一次。"));
    forgetPreferences();
    forgetWords();
    setShelf(await openShelf().catch(passingShelf));
  };

  const bench = useMemo((): Bench | null => {
    if (!opening || !("desk" in opening)) return null;
    const { draft, desk, autosave, file } = opening;
    return { criteria, shelf, desk, autosave, file, draft, say, go: (view, field) => goTo(draft, view, field), leave: () => (location.hash = addressOf("")) };
  }, [opening]);

  return (
    <>
      {!address.draft && (
        <StartPage
          drafts={drafts} lasting={shelf.lasting} incoming={incoming} refused={refused}
          onNew={() => begin(newFiling(new Date().getFullYear(), criteria, settings.award, settings.edition), "about")}
          locked={locked} onChoose={() => void choose()} onFile={(file, name) => void take(file, name)} onOpen={(filing) => begin(filing)}
          onMerge={(draft, filing) => { setIncoming({ filing, name: "" }); goTo(draft, "merge"); }}
          onDrop={() => { setIncoming(null); setLocked(null); }}
          onRemove={(draft) => void removeDraft(shelf, draft).then(list, list)} onClear={() => void clear()}
        />
      )}
      {address.draft && !opening && <main class="start-main"><p class="soft">正在打开。</p></main>}
      {address.draft && opening && "damaged" in opening && <DamagedPage shelf={shelf} draft={opening.draft} why={opening.damaged} onRestore={(filing) => begin(filing)} />}
      {address.draft && bench && opening && "desk" in opening && (
        <BenchContext.Provider value={bench}>
          <Shell
            key={opening.draft} address={address} incoming={incoming && incoming.filing} onTakeIn={() => void takeInto()}
            onMerged={() => setIncoming(null)} onTakeOver={() => void opening.takeOver()}
          />
        </BenchContext.Provider>
      )}
      <Toast said={said} onGone={() => setSaid(null)} />
    </>
  );
}

/** Closing the window, or going to another: what is not saved yet is saved now. */
function useLeaving(current: { current: OpenDraft | null }): void {
  useEffect(() => {
    const save = (): void => {
      if (current.current) current.current.autosave.goodbye();
    };
    const hidden = (): void => {
      if (document.visibilityState === "hidden") save();
    };
    const ask = (event: BeforeUnloadEvent): void => {
      save();
      const open = current.current;
      if (open && open.autosave.pending && open.autosave.saved.standing === "failed") {
        event.preventDefault();
        event.returnValue = "";
      }
    };
    window.addEventListener("pagehide", save);
    window.addEventListener("beforeunload", ask);
    document.addEventListener("visibilitychange", hidden);
    return () => {
      window.removeEventListener("pagehide", save);
      window.removeEventListener("beforeunload", ask);
      document.removeEventListener("visibilitychange", hidden);
    };
  }, []);
}
