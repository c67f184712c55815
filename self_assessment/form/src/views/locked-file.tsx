/** A sealed file came in: the passphrase opens it, if it was sealed to one. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { opened } from "../exporting/seal";
import { Button } from "./plain-button";

interface LockedFileProps {
  file: File;
  onOpened: (content: Blob) => void;
  onDrop: () => void;
}

export function LockedFile({ file, onOpened, onDrop }: LockedFileProps): JSX.Element {
  const [phrase, setPhrase] = useState("");
  const [says, setSays] = useState("");
  const [busy, setBusy] = useState(false);
  const open = async (): Promise<void> => {
    setBusy(true);
    setSays("");
    try {
      onOpened(await opened(file, { passphrase: phrase }));
    } catch (reason) {
      setSays(reason instanceof Error ? reason.message : "打不开这个文件。");
      setBusy(false);
    }
  };
  return (
    <section class="incoming" aria-labelledby="locked-title">
      <h2 id="locked-title" tabIndex={-1}>“{file.name}”是加密文件</h2>
      <p>用口令加密的，在这里输入口令打开。加密给收件单位的，只有收件单位能打开。</p>
      <form onSubmit={(event) => { event.preventDefault(); if (!busy && phrase) void open(); }}>
        <div class="field field-middle">
          <label class="field-label" for="locked-phrase">口令</label>
          <input id="locked-phrase" type="password" autocomplete="off" value={phrase} onInput={(event) => setPhrase(event.currentTarget.value)} />
        </div>
        {says && <p class="note note-strong" role="alert">{says}</p>}
        <div class="actions">
          <Button kind="main" id="locked-open" disabled={busy || !phrase} onClick={() => void open()}>{busy ? "正在打开…" : "打开"}</Button>
          <Button kind="quiet" onClick={onDrop}>不要了</Button>
        </div>
      </form>
    </section>
  );
}
