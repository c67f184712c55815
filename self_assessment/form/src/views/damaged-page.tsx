/** A draft that cannot be read: its bytes to take away, its snapshots to go back to. The rest goes on. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { validateFiling, type Filing } from "../made";
import { dated, stamp } from "../filing/moments";
import { rawBytes } from "../keeping/drafts";
import { download } from "../keeping/putting-out";
import type { Shelf } from "../keeping/shelf";
import { snapshotFiling, snapshotsOf, type Kept } from "../keeping/snapshots";
import { addressOf } from "./address";
import { Button } from "./plain-button";

interface DamagedProps {
  shelf: Shelf;
  draft: string;
  why: string;
  onRestore: (filing: Filing) => void;
}

export function DamagedPage({ shelf, draft, why, onRestore }: DamagedProps): JSX.Element {
  const [kept, setKept] = useState<Kept[]>([]);
  const [says, setSays] = useState("");
  const [raw, setRaw] = useState("");
  useEffect(() => void snapshotsOf(shelf, draft).then(setKept, () => setKept([])), [draft]);
  const take = async (): Promise<void> => {
    const text = await rawBytes(shelf, draft);
    if (!download(new Blob([text], { type: "application/json" }), `草稿原始数据_${stamp()}.json`)) setRaw(text);
  };
  const restore = async (one: Kept): Promise<void> => {
    const value = await snapshotFiling(shelf, one.key).catch(() => null);
    if (value && validateFiling(value)) onRestore(value as Filing);
    else setSays("这份快照也读不通，请试另一份。");
  };
  return (
    <main class="start-main" id="main" tabIndex={-1}>
      <header class="start-head"><h1>这份草稿打不开</h1></header>
      <p>{why}没有改动它，也没有用空白内容覆盖它。</p>
      <div class="actions">
        <Button kind="main" id="damaged-raw" onClick={() => void take()}>下载原始数据</Button>
        <a class="button button-plain" href={addressOf("")}><span>回到草稿列表</span></a>
      </div>
      {raw && <textarea class="raw" rows={8} readOnly value={raw} aria-label="原始数据" />}
      {kept.length > 0 && <h2>从快照恢复为新草稿</h2>}
      {says && <p class="note" role="alert">{says}</p>}
      <ul class="snapshots">
        {kept.map((one) => (
          <li key={one.key.join()}>
            <span class="snapshot-at">{dated(one.snapshot.at)}</span><span>{one.snapshot.why}</span><span class="soft">约 {one.snapshot.size} 字</span>
            <Button onClick={() => void restore(one)}>恢复</Button>
          </li>
        ))}
      </ul>
    </main>
  );
}
