/** Whether the work is safe: when it was last saved, when last exported. Always in sight. */
import type { JSX } from "preact";
import { useEffect, useReducer } from "preact/hooks";
import type { Filing } from "../made";
import { spoken, spokenMoment } from "../filing/moments";
import { savedInWords } from "../keeping/autosave";
import { useBench, useFile, useFiling, useSaved } from "./bench";
import { Button } from "./controls";

const DAY = 24 * 60 * 60 * 1000;

export function StatusLine(): JSX.Element {
  const { shelf, autosave } = useBench();
  const saved = useSaved();
  const exported = useFiling((f) => f.exported);
  const fileStanding = useFile((file) => file.standing);
  const fileAt = useFile((file) => file.writtenAt);
  useEveryMinute();
  const out = fileStanding === "ready" && fileAt
    ? `文件 ${spoken(fileAt)}`
    : exported ? `上次导出 ${spokenMoment(exported)}` : "还没有导出";
  const trouble = saved.standing === "failed" || !shelf.lasting;
  return (
    <p class={`status${trouble ? " status-trouble" : ""}`} data-saved={saved.standing} data-pending={autosave.pending || undefined}>
      <span class="status-saved">{savedInWords(saved, shelf.lasting)}</span>
      <span class="status-dot" aria-hidden="true"> · </span>
      <span class="status-out">{out}</span>
    </p>
  );
}

function useEveryMinute(): void {
  const [, again] = useReducer<number, void>((n) => n + 1, 0);
  useEffect(() => {
    const timer = setInterval(() => again(), 60_000);
    return () => clearInterval(timer);
  }, []);
}

/** Lines across the page: only where there is something to know or to do. */
export function Warnings(): JSX.Element | null {
  const { shelf, autosave, go, file } = useBench();
  const saved = useSaved();
  const overdue = useFiling(exportIsOld);
  const asks = useFile((f) => f.standing);
  const lines: JSX.Element[] = [];
  if (!shelf.lasting) {
    lines.push(
      <Warning key="passing" words="浏览器不让本页面存东西，写的内容只在这个窗口里，关闭就没有了。请勤导出。">
        <Button onClick={() => go("export")}>去导出</Button>
      </Warning>,
    );
  }
  if (saved.standing === "failed") {
    lines.push(
      <Warning key="failed" words={saved.why} urgent>
        {saved.asks === "emptied"
          ? <><Button onClick={() => autosave.bringBack()}>恢复内容</Button><Button onClick={() => void autosave.emptyIt()}>确实清空</Button></>
          : <><Button onClick={() => go("export")}>去导出</Button><Button onClick={() => void autosave.now()}>再存一次</Button></>}
      </Warning>,
    );
  }
  if (asks === "asks") {
    lines.push(
      <Warning key="file" words={`重新打开浏览器后，要再允许一次才能写入文件“${file.name}”。`}>
        <Button onClick={() => void file.allow()}>允许写入</Button>
        <Button kind="quiet" onClick={() => void file.forget()}>不再写入</Button>
      </Warning>,
    );
  }
  if (asks === "failed") {
    lines.push(
      <Warning key="file-failed" words={`没有写进文件“${file.name}”，它可能被移走或正被别的程序打开。`}>
        <Button onClick={() => void file.write()}>再写一次</Button>
        <Button onClick={() => go("export")}>去导出</Button>
      </Warning>,
    );
  }
  if (overdue && asks !== "ready") {
    lines.push(
      <Warning key="old" words={overdue}>
        <Button onClick={() => go("export")}>去导出</Button>
      </Warning>,
    );
  }
  return lines.length ? <div class="warnings" role="region" aria-label="提醒">{lines}</div> : null;
}

function Warning({ words, urgent, children }: { words: string; urgent?: boolean; children: preact.ComponentChildren }): JSX.Element {
  return (
    <div class="warning" role={urgent ? "alert" : undefined}>
      <p>{words}</p>
      <div class="warning-actions">{children}</div>
    </div>
  );
}

/** Why an export is due: the last one is older than a day of work; empty where it is not. */
export function exportIsOld(filing: Filing, now: number = Date.now()): string {
  const since = Date.parse(filing.exported || filing.created);
  if (now - since < DAY || Date.parse(filing.changed) - since < 60_000) return "";
  return filing.exported
    ? `上次导出是 ${spokenMoment(filing.exported)}，之后又改过。浏览器的数据可能被清理，导出的文件才算稳妥。`
    : "这份草稿还没有导出过。浏览器的数据可能被清理，导出的文件才算稳妥。";
}
