/** Find in the whole filing. The browser's own find stays as it is: it searches the page in sight. */
import type { JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { find, MOST_FOUND, passagesOf, type Found } from "../filing/finding";
import { useBench, useDesk } from "./bench";
import { Dialog } from "./dialog";

export function FindDialog({ onClose }: { onClose: () => void }): JSX.Element {
  const { criteria, go } = useBench();
  const filing = useDesk((desk) => desk.filing);
  const [words, setWords] = useState("");
  const [wanted, setWanted] = useState("");
  const passages = useMemo(() => passagesOf(filing, criteria), [filing]);
  const found = useMemo(() => find(passages, wanted), [passages, wanted]);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) input.current.focus();
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => setWanted(words), 120);
    return () => clearTimeout(timer);
  }, [words]);
  const pick = (one: Found): void => {
    onClose();
    go(one.place.view, one.place.field);
    setTimeout(() => mark(one), 350);
  };
  const walk = (event: KeyboardEvent): void => {
    // In a search field the browser's Escape only empties it.
    if (event.key === "Escape") {
      event.preventDefault();
      return onClose();
    }
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!way) return;
    const box = (event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>(".found");
    const at = Array.from(box).indexOf(document.activeElement as HTMLElement);
    const next = at + way < 0 ? input.current : box[Math.min(box.length - 1, at + way)];
    if (next) next.focus();
    event.preventDefault();
  };
  return (
    <Dialog title="查找全文" onClose={onClose} wide>
      <div class="find" onKeyDown={walk}>
        <label class="unseen" for="find-words">要找的文字</label>
        <input ref={input} id="find-words" type="search" value={words} placeholder="要找的文字" autocomplete="off" spellcheck={false} onInput={(event) => setWords(event.currentTarget.value)}
          onKeyDown={(event) => { if (event.key === "Enter" && !event.isComposing && found[0]) pick(found[0]); }} />
        <p class="find-count" role="status">{!wanted.trim() ? "在所有条款、表格和清单里找。" : !found.length ? "没有找到。" : `找到 ${found.length}${found.length === MOST_FOUND ? " 处以上，只列出前面的" : " 处"}。`}</p>
        <ul class="found-list">
          {found.map((one, i) => (
            <li key={i}>
              <button type="button" class="found" onClick={() => pick(one)}>
                <span class="found-place">{one.place.label}</span>
                <span class="found-text">{one.before}<mark>{one.hit}</mark>{one.after}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

/** Marks the hit in the field, where the field shows the same text. */
function mark({ hit, from, to }: Found): void {
  const field = document.activeElement;
  if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) {
    if (field.value.slice(from, to) === hit) field.setSelectionRange(from, to);
  }
}

const KEYS: [string, string][] = [
  ["/ 或 Ctrl+K", "查找全文"],
  ["Ctrl+Z，Ctrl+Y", "撤销，重做（光标在文字里时，撤销的是这一格的文字）"],
  ["Ctrl+S", "立即保存（平时会自动保存）"],
  ["Alt+↑，Alt+↓", "上一个、下一个条款"],
  ["← → 在刻度上", "减一步、加一步；PgUp、PgDn 换档；Delete 清除"],
  ["↑ ↓ Enter 在表格里", "上一行、下一行"],
  ["Esc", "关闭对话框和菜单"],
];

export function HelpDialog({ onClose }: { onClose: () => void }): JSX.Element {
  return (
    <Dialog title="键盘操作" onClose={onClose}>
      <dl class="keys">{KEYS.map(([keys, does]) => <div key={keys}><dt>{keys}</dt><dd>{does}</dd></div>)}</dl>
      <p class="soft">Tab 走遍所有控件；页面开头有“跳到正文”。</p>
    </Dialog>
  );
}
