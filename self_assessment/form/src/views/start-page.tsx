/** The first page: drafts on this PC, a new one, a file taken in, and the way to clear all. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { criteria, settings, type Filing } from "../made";
import { dated } from "../filing/moments";
import { sizeOf, type DraftEntry } from "../keeping/drafts";
import { addressOf } from "./address";
import { Question } from "./dialog";
import { Incoming } from "./incoming";
import { LockedFile } from "./locked-file";
import { dueDay } from "./item-map";
import { Button } from "./plain-button";
import { DemoLine, Seal } from "./top-bar";
import { ViewSwitches } from "./view-switches";

export interface StartProps {
  drafts: readonly DraftEntry[] | null;
  lasting: boolean;
  incoming: { filing: Filing; name: string } | null;
  locked: File | null;
  refused: string;
  onNew: () => void;
  onChoose: () => void;
  onFile: (file: Blob, name: string) => void;
  onOpen: (filing: Filing) => void;
  onMerge: (draft: string, filing: Filing) => void;
  onDrop: () => void;
  onRemove: (draft: string) => void;
  onClear: () => void;
}

export function StartPage(props: StartProps): JSX.Element {
  const { drafts, lasting, incoming, locked, refused, onNew, onChoose, onFile } = props;
  const [over, setOver] = useState(false);
  useEffect(() => {
    const heading = document.getElementById(incoming ? "incoming-title" : "locked-title");
    if (heading) heading.focus();
  }, [incoming, locked]);
  const due = dueDay();
  return (
    <div
      class={over ? "start start-over" : "start"}
      onDragOver={(event) => { event.preventDefault(); setOver(true); }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer && event.dataTransfer.files[0];
        if (file) onFile(file, file.name);
      }}
    >
      <DemoLine />
      <main class="start-main" id="main" tabIndex={-1}>
        <header class="start-head">
          <Seal />
          <p class="start-award">{settings.award}</p>
          <h1>自评报告</h1>
          <p class="start-lead">
            对照{criteria.name}（{criteria.standard}）逐条自评，{due ? `每年 ${due}前报送。` : "按通知的日期报送。"}
            不用安装，不连网络；写的内容只在这台电脑上。
          </p>
        </header>
        {!lasting && <p class="note note-strong" role="alert">浏览器不让本页面存东西。可以照常写，但只在这个窗口里，请随时导出。</p>}
        {refused && <p class="note note-strong" role="alert">{refused}</p>}
        {incoming
          ? <Incoming filing={incoming.filing} name={incoming.name} drafts={drafts || []} onOpen={props.onOpen} onMerge={props.onMerge} onDrop={props.onDrop} />
          : locked ? <LockedFile file={locked} onOpened={(content) => onFile(content, locked.name.replace(/\.age$/, ""))} onDrop={props.onDrop} />
          : (
            <div class="start-ways">
              <Way id="start-new" title="新建" says="从名称和代码开始，头二十分钟有引导。" verb="新建自评报告" main onClick={onNew} />
              <Way id="start-import" title="导入" says="自己导出的 JSON 文件、部门的分工文件、同事交来的草稿。" verb="选择文件" onClick={onChoose} />
              <Way id="start-carry" title="沿用上年" says="选上年的文件，文字带过来待更新，得分留作对照。" verb="选择上年文件" onClick={onChoose} />
            </div>
          )}
        <Drafts {...props} />
        <ThisPc {...props} />
        <footer class="start-foot">
          <ViewSwitches />
          <p>{criteria.verified ? `准则数据 ${criteria.verified.on} 由 ${criteria.verified.by} 对照标准文本核对。` : `准则数据（${criteria.standard}）尚未由专人对照标准文本核对。`}表单版本 {settings.edition}。</p>
        </footer>
      </main>
    </div>
  );
}

interface WayProps {
  id: string;
  title: string;
  says: string;
  verb: string;
  main?: boolean;
  onClick: () => void;
}

function Way({ id, title, says, verb, main, onClick }: WayProps): JSX.Element {
  return (
    <section class="way" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <p>{says}</p>
      <Button id={id} kind={main ? "main" : "plain"} onClick={onClick}>{verb}</Button>
    </section>
  );
}

function Drafts({ drafts, onRemove }: StartProps): JSX.Element {
  const [asked, setAsked] = useState<DraftEntry | null>(null);
  return (
    <section class="start-drafts" aria-labelledby="drafts-title">
      <h2 id="drafts-title">本机草稿 {drafts && drafts.length > 0 && <span class="soft">{drafts.length} 份</span>}</h2>
      {drafts === null && <p class="soft">正在读取。</p>}
      {drafts && !drafts.length && <p class="soft">这里还没有草稿。原来有、现在看不到的话，请看页尾说明，或导入自己导出的文件。</p>}
      <ul class="drafts">
        {(drafts || []).map((draft) => (
          <li key={draft.id} class="draft">
            <a href={addressOf(draft.id)} class="draft-open">
              <span class="draft-name">{draft.organisation || (draft.filing ? "未填组织名称" : "内容读不通的草稿")}{draft.part && <span class="draft-part">{draft.part}</span>}</span>
              <span class="draft-facts">
                {draft.year > 0 && <span>{draft.year} 年度</span>}
                <span>{draft.changed ? `修改于 ${dated(draft.changed)}` : "修改时间不明"}</span>
                <span>约 {sizeOf(draft)} 字</span>
                <span>{draft.exported ? `导出于 ${dated(draft.exported)}` : "没有导出过"}</span>
              </span>
            </a>
            <a class="draft-snapshots" href={addressOf(draft.id, "drafts")}>快照<span class="unseen">：{draft.organisation} {draft.year || ""}</span></a>
            <Button kind="bare" icon="remove" label={`删除草稿 ${draft.organisation} ${draft.year || ""}`} onClick={() => setAsked(draft)} />
          </li>
        ))}
      </ul>
      {asked && (
        <Question title="删除这份草稿" yes="删除" onYes={() => { setAsked(null); onRemove(asked.id); }} onNo={() => setAsked(null)}>
          <p>{asked.organisation || "未填组织名称"}，{asked.year} 年度，约 {sizeOf(asked)} 字。草稿和它的快照都会删除，不能恢复。</p>
          <p>{asked.exported ? `上次导出 ${dated(asked.exported)}${asked.changed > asked.exported ? "，之后又改过" : ""}。` : "这份草稿没有导出过。"}</p>
        </Question>
      )}
    </section>
  );
}

/** What it means that drafts are in this browser, and the button that takes them away. */
function ThisPc({ drafts, lasting, onClear }: StartProps): JSX.Element {
  const [asked, setAsked] = useState(false);
  return (
    <section class="start-pc" aria-labelledby="pc-title">
      <h2 id="pc-title">草稿存在哪里</h2>
      <p>草稿在本机浏览器里，不会传到任何地方。清理浏览器数据会把它删掉，所以请常导出，导出的文件才是正本。</p>
      <p>火狐浏览器按表单文件的位置和文件名分开存放：改名、移动或另存一份，就看不到原来的草稿；放回原处、用回原名就有。</p>
      <p>同一台电脑上打开的其他本地网页也能读到这里的草稿（火狐浏览器除外）。公用电脑用完，请先导出，再清除。</p>
      <Button id="clear-pc" disabled={!lasting} onClick={() => setAsked(true)}>清除本机草稿</Button>
      {asked && (
        <Question title="清除本机草稿" yes="全部清除" onYes={() => { setAsked(false); onClear(); }} onNo={() => setAsked(false)}>
          <p>本机浏览器里的 {drafts ? drafts.length : 0} 份草稿、全部快照和本表单的设置都会删除，不能恢复。导出到文件夹的文件不受影响。</p>
          {(drafts || []).some((draft) => !draft.exported || draft.changed > draft.exported) && <p><strong>有草稿改过以后还没有导出。</strong></p>}
        </Question>
      )}
    </section>
  );
}
