/** The ways out: a file to keep and to go on with, one to sign, one to calculate with, one to send. */
import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import { Refused } from "../exporting/seal";
import { secretParts, type Secrets } from "../exporting/secrets";
import { findingsOf } from "../filing/completeness";
import { moment, spokenMoment } from "../filing/moments";
import { download } from "../keeping/putting-out";
import { useBench, useDesk, useFiling } from "./bench";
import { unreadFields } from "./check-page";
import { Button, TickField } from "./controls";
import { Dialog } from "./dialog";
import { jsonOutput, OUTPUTS, printNow, type Output, type OutputKind } from "./outputs";
import { PageHead } from "./page-head";
import { SealedSection } from "./sealed-section";

export function ExportPage(): JSX.Element {
  const { desk, autosave, say } = useBench();
  const [without, setWithout] = useState(false);
  const [busy, setBusy] = useState<OutputKind | "">("");
  const [text, setText] = useState<{ name: string; text: string } | null>(null);
  const exported = useFiling((f) => f.exported);
  const secrets = useFiling((f) => secretParts(f).length);
  const choice: Secrets = without && secrets > 0 ? "leave_out" : "keep";

  const make = async (kind: OutputKind, out: (at: string) => Promise<Output>, isBackup: boolean): Promise<void> => {
    setBusy(kind);
    await breath();
    try {
      const at = moment();
      const { blob, name } = await out(at);
      if (!blob.size) throw new Error("empty");
      if (!download(blob, name)) setText({ name, text: await blob.text() });
      else say(`已导出 ${name}，在浏览器的下载文件夹里。`);
      // Only a whole file that the form can take in again counts as an export.
      if (isBackup && choice === "keep") {
        desk.mark({ exported: at });
        void autosave.snapshot("导出时");
      }
    } catch (reason) {
      say(reason instanceof Refused ? reason.message
        : `没有做成：${kind === "json" ? "请再试一次，或用下面的文本框复制全文。" : "请先导出 JSON 文件，再试一次。"}`);
      console.error(reason);
    } finally {
      setBusy("");
    }
  };
  const copy = async (): Promise<void> => {
    const { blob, name } = await jsonOutput(desk.filing, choice, moment());
    setText({ name, text: await blob.text() });
  };

  return (
    <article class="page">
      <PageHead view="export" title="导出">{exported ? `上次导出 ${spokenMoment(exported)}。` : "还没有导出过。"}写一阵就导出一份 JSON，它能原样再导入。</PageHead>
      <Before />
      {secrets > 0 && (
        <section class="part" aria-label="秘密内容">
          <TickField id="export-secrets" label={`不列入声明为秘密的内容（${secrets} 处）`} checked={without} help="导出的文件里注明“〔声明为秘密，本件未列入〕”。这样导出的文件不能当备份。" onChange={setWithout} />
        </section>
      )}
      <ul class="outputs">
        {OUTPUTS.map((output) => (
          <OutputRow key={output.kind} title={output.title} says={output.says}>
            <Button
              id={`export-${output.kind}`} kind={output.kind === "json" ? "main" : "plain"} disabled={busy !== ""}
              onClick={() => void make(output.kind, (at) => output.make(desk.filing, choice, at), output.kind === "json")}
            >
              {busy === output.kind ? "正在做…" : output.verb}
            </Button>
          </OutputRow>
        ))}
        <OutputRow title="打印或存为 PDF" says="版式与 Word 相同，文字不截断。在打印窗口里选“另存为 PDF”。">
          <Button id="export-print" disabled={busy !== ""} onClick={() => printNow(desk.filing, choice)}>打印</Button>
        </OutputRow>
      </ul>
      <SealedSection secrets={choice} onMade={(out, backup) => void make("age", out, backup)} busy={busy !== ""} />
      <section class="part">
        <h2>下载不了的时候</h2>
        <p>有的电脑禁止浏览器下载。可以把全文当文本复制，粘到记事本里，存成 .json 文件。</p>
        <Button id="export-text" onClick={() => void copy()}>显示全文文本</Button>
      </section>
      {text && <TextDialog name={text.name} text={text.text} onClose={() => setText(null)} />}
    </article>
  );
}

/** A pause in which the page shows that something is being made. */
function breath(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
}

function OutputRow({ title, says, children }: { title: string; says: string; children: ComponentChildren }): JSX.Element {
  return (
    <li class="output">
      <div>
        <h2>{title}</h2>
        <p>{says}</p>
      </div>
      {children}
    </li>
  );
}

/** What is worth knowing before one exports to hand in. */
function Before(): JSX.Element | null {
  const { criteria, go } = useBench();
  const missing = useFiling((f) => findingsOf(f, criteria).filter(({ weight }) => weight === "missing").length);
  const rough = useDesk((d) => d.rough);
  const unread = unreadFields(rough).length;
  if (!missing && !unread) return null;
  return (
    <div class="note">
      <p>
        {unread > 0 && `有 ${unread} 处输入没有认出（例如表格里不是数字），不会进入导出的文件。`}
        {missing > 0 && `报送前还缺 ${missing} 处。只是存一份备份的话，现在就可以导出。`}
      </p>
      <Button onClick={() => go("check")}>看缺什么</Button>
    </div>
  );
}

function TextDialog({ name, text, onClose }: { name: string; text: string; onClose: () => void }): JSX.Element {
  const { say } = useBench();
  const copy = (): void => {
    const area = document.getElementById("export-text-area") as HTMLTextAreaElement;
    area.select();
    // `navigator.clipboard` is not there on every engine that opens files from disk.
    const done = document.execCommand("copy");
    say(done ? "已复制全文。" : "没有复制成，请按 Ctrl+C。");
  };
  return (
    <Dialog title="全文文本" onClose={onClose} wide>
      <p>复制下面全部文字，粘到记事本，存为“{name}”，编码选 UTF-8。</p>
      <textarea id="export-text-area" class="raw" rows={10} readOnly value={text} aria-label="全文文本" />
      <div class="actions"><Button kind="main" onClick={copy}>复制全文</Button></div>
    </Dialog>
  );
}
