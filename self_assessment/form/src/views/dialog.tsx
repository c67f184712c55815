/** A question or a tool above the page. The browser's own dialog keeps the focus inside. */
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Button } from "./controls";

interface DialogProps {
  title: string;
  children: ComponentChildren;
  onClose: () => void;
  wide?: boolean;
}

export function Dialog({ title, children, onClose, wide }: DialogProps): JSX.Element {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = box.current!;
    const before = document.activeElement;
    if (dialog.showModal) dialog.showModal();
    else dialog.setAttribute("open", "");
    return () => {
      if (dialog.open && dialog.close) dialog.close();
      if (before instanceof HTMLElement && document.contains(before)) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={box} class={wide ? "dialog dialog-wide" : "dialog"} aria-labelledby="dialog-title"
      onCancel={(event) => { event.preventDefault(); onClose(); }}
      onClick={(event) => { if (event.target === box.current) onClose(); }}
    >
      <div class="dialog-body">
        <header class="dialog-head">
          <h2 id="dialog-title">{title}</h2>
          <Button kind="bare" icon="close" label="关闭" onClick={onClose} />
        </header>
        {children}
      </div>
    </dialog>
  );
}

interface QuestionProps {
  title: string;
  children: ComponentChildren;
  yes: string;
  no?: string;
  onYes: () => void;
  onNo: () => void;
}

/** A question with two answers; the one that changes nothing is where the focus starts. */
export function Question({ title, children, yes, no = "取消", onYes, onNo }: QuestionProps): JSX.Element {
  return (
    <Dialog title={title} onClose={onNo}>
      {children}
      <div class="actions">
        <Button onClick={onNo}>{no}</Button>
        <Button kind="main" onClick={onYes}>{yes}</Button>
      </div>
    </Dialog>
  );
}
