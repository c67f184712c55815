/** How this draft is kept: its file, its snapshots, and the ways back. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { validateFiling, type Filing } from "../made";
import { dated, moment, spoken } from "../filing/moments";
import { plainPlace } from "../filing/places";
import { canKeepFile } from "../keeping/file-handle";
import { snapshotFiling, snapshotsOf, type Kept } from "../keeping/snapshots";
import { fileName } from "../exporting/naming";
import { fitted } from "./incoming";
import { useBench, useDesk, useFile } from "./bench";
import { Button, EditButton } from "./controls";
import { Question } from "./dialog";
import { PageHead } from "./page-head";

export function DraftsPage(): JSX.Element {
  const { shelf, autosave } = useBench();
  return (
    <article class="page">
      <PageHead view="drafts" title="草稿与快照">这份草稿存在本机浏览器里，每次修改一秒内保存。{shelf.lasting ? `现在约 ${autosave.size} 字。` : "本窗口现在存不进去，请导出。"}</PageHead>
      <FileSection />
      <Snapshots />
      <section class="part">
        <h2>要知道的</h2>
        <ul class="plain-list">
          <li>清理浏览器数据、重装系统、换电脑，草稿都会没有。导出的文件不受影响。</li>
          <li>这台电脑上打开的其他本地网页，也能读到浏览器里的草稿。公用电脑用完，请导出后在草稿列表里清除。</li>
          <li>火狐浏览器按文件位置分开存放：把表单文件移动或改名，会看不到原来的草稿，移回去就有。</li>
        </ul>
      </section>
    </article>
  );
}

function FileSection(): JSX.Element {
  const { file, desk } = useBench();
  const standing = useFile((f) => f.standing);
  const writtenAt = useFile((f) => f.writtenAt);
  return (
    <section class="part" aria-labelledby="drafts-file">
      <h2 id="drafts-file">跟着更新的文件</h2>
      {!canKeepFile() && <p>这个浏览器不能自动写文件。请常用“导出”，把 JSON 文件存到自己的文件夹。</p>}
      {canKeepFile() && standing === "none" && (
        <>
          <p>选一次位置，以后每次修改都会自动写进那个文件，等于随时在导出。</p>
          <EditButton onClick={() => void file.choose(fileName(desk.filing, "json", moment()))}>选择文件位置</EditButton>
        </>
      )}
      {standing !== "none" && (
        <>
          <p>文件：{file.name}{writtenAt ? `，${spoken(writtenAt)} 写入` : ""}{standing === "asks" ? "，等待允许" : standing === "failed" ? "，没有写进去" : ""}。</p>
          <div class="actions">
            {standing === "asks" && <Button onClick={() => void file.allow()}>允许写入</Button>}
            {standing !== "asks" && <Button onClick={() => void file.write()}>现在写一次</Button>}
            <Button kind="quiet" onClick={() => void file.forget()}>不再写入</Button>
          </div>
        </>
      )}
    </section>
  );
}

function Snapshots(): JSX.Element {
  const { shelf, draft, desk, autosave, say } = useBench();
  const [kept, setKept] = useState<Kept[] | null>(null);
  const [asked, setAsked] = useState<Kept | null>(null);
  const closed = useDesk((d) => d.closed !== "");
  const load = (): void => void snapshotsOf(shelf, draft).then(setKept, () => setKept([]));
  useEffect(load, [draft]);
  const restore = async (one: Kept): Promise<void> => {
    setAsked(null);
    const value = await snapshotFiling(shelf, one.key).catch(() => null);
    if (!value || !validateFiling(value)) return say("这份快照读不通，没有恢复。");
    await autosave.snapshot("恢复前");
    desk.replace({ ...fitted(value as Filing).filing, exported: desk.filing.exported, history: desk.filing.history }, plainPlace("drafts", "top", ""), `恢复到 ${dated(one.snapshot.at)} 的快照`);
    await autosave.now();
    load();
    say(`已恢复到 ${dated(one.snapshot.at)} 的快照。`, { label: "撤销", act: () => desk.undo() });
  };
  return (
    <section class="part" aria-labelledby="drafts-snapshots">
      <h2 id="drafts-snapshots">快照</h2>
      <p class="part-help">打开时、写作中每十分钟、导入和合并之前自动留一份，最多 20 份。恢复前会再留一份，恢复后也能撤销。</p>
      <div class="actions"><EditButton onClick={() => void autosave.snapshot("手动").then(load)}>现在留一份</EditButton></div>
      {kept && !kept.length && <p class="soft">还没有快照。</p>}
      {kept && kept.length > 0 && (
        <ul class="snapshots">
          {kept.map((one) => (
            <li key={one.key.join()}>
              <span class="snapshot-at">{dated(one.snapshot.at)}</span>
              <span>{one.snapshot.why}</span>
              <span class="soft">约 {one.snapshot.size} 字</span>
              <Button disabled={closed} onClick={() => setAsked(one)}>恢复</Button>
            </li>
          ))}
        </ul>
      )}
      {asked && (
        <Question title="恢复这份快照" yes="恢复" onYes={() => void restore(asked)} onNo={() => setAsked(null)}>
          <p>全文回到 {dated(asked.snapshot.at)} 的样子（{asked.snapshot.why}，约 {asked.snapshot.size} 字）。现在的内容会先留一份快照。</p>
        </Question>
      )}
    </section>
  );
}
