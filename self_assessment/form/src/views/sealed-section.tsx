/** A file that only the office can open, or only who knows the passphrase. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { settings } from "../made";
import type { Secrets } from "../exporting/secrets";
import { useBench } from "./bench";
import { Button } from "./controls";
import { sealedOutput, type Output } from "./outputs";
import { moment } from "../filing/moments";

const SHORTEST = 10;
const OFFICE = settings.office || settings.contact.office || "收件单位";

interface SealedProps {
  secrets: Secrets;
  busy: boolean;
  onMade: (out: () => Promise<Output>, isBackup: boolean) => void;
}

export function SealedSection({ secrets, busy, onMade }: SealedProps): JSX.Element {
  const { desk, say } = useBench();
  const [phrase, setPhrase] = useState("");
  const [again, setAgain] = useState("");
  const withPhrase = (): void => {
    if (phrase.length < SHORTEST) return say(`口令至少 ${SHORTEST} 个字符。`);
    if (phrase !== again) return say("两次输入的口令不一样。");
    onMade(() => sealedOutput(desk.filing, secrets, { passphrase: phrase }, moment()), true);
  };
  return (
    <section class="part" aria-labelledby="export-sealed-title">
      <h2 id="export-sealed-title">加密文件</h2>
      {settings.recipient
        ? (
          <div class="output output-inner">
            <p>用{OFFICE}的公钥加密，路上谁也打不开，自己也打不开，所以不能当备份。</p>
            <Button id="export-age" disabled={busy} onClick={() => onMade(() => sealedOutput(desk.filing, secrets, { recipient: settings.recipient! }, moment()), false)}>加密给收件单位</Button>
          </div>
        )
        : <p class="soft">这份表单没有带收件单位的公钥。</p>}
      <details>
        <summary>用口令加密</summary>
        <p>口令忘了就打不开，没有别的办法。请用另外的途径告诉收件人。</p>
        <div class="form-grid">
          <div class="field field-middle">
            <label class="field-label" for="export-phrase">口令</label>
            <input id="export-phrase" type="password" autocomplete="new-password" value={phrase} onInput={(event) => setPhrase(event.currentTarget.value)} />
          </div>
          <div class="field field-middle">
            <label class="field-label" for="export-phrase-again">再输入一次</label>
            <input id="export-phrase-again" type="password" autocomplete="new-password" value={again} onInput={(event) => setAgain(event.currentTarget.value)} />
          </div>
        </div>
        <Button id="export-age-phrase" disabled={busy || !phrase} onClick={withPhrase}>用口令加密</Button>
      </details>
    </section>
  );
}
