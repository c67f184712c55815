/** A list of things to do, opened by a button; arrows walk it, Escape closes it. */
import { createContext, type ComponentChildren, type JSX } from "preact";
import { useContext, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon } from "./icons";

const Close = createContext<() => void>(() => undefined);

export function Menu({ label, children }: { label: string; children: ComponentChildren }): JSX.Element {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpen(false);
    if (opener.current) opener.current.focus();
  };
  useLayoutEffect(() => {
    if (!open || !box.current) return undefined;
    const first = box.current.querySelector<HTMLElement>("[role^=menuitem]");
    if (first) first.focus();
    const outside = (event: Event): void => {
      if (box.current && !box.current.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  }, [open]);
  const walk = (event: KeyboardEvent): void => {
    if (event.key === "Escape" || event.key === "Tab") {
      if (event.key === "Escape") event.preventDefault();
      return close();
    }
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!way || !box.current) return;
    event.preventDefault();
    const items = Array.from(box.current.querySelectorAll<HTMLElement>("[role^=menuitem]"));
    const at = items.indexOf(document.activeElement as HTMLElement);
    items[(at + way + items.length) % items.length]!.focus();
  };
  return (
    <div class="menu" ref={box}>
      <button ref={opener} type="button" class="button button-quiet" aria-haspopup="menu" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="menu" /><span>{label}</span>
      </button>
      {open && (
        <div class="menu-list" role="menu" aria-label={label} onKeyDown={walk}>
          <Close.Provider value={close}>{children}</Close.Provider>
        </div>
      )}
    </div>
  );
}

interface MenuItemProps {
  children: ComponentChildren;
  checked?: boolean;
  onPick: () => void;
}

export function MenuItem({ children, checked, onPick }: MenuItemProps): JSX.Element {
  const close = useContext(Close);
  const pick = (): void => {
    close();
    onPick();
  };
  return (
    <button type="button" class="menu-item" tabIndex={-1} role={checked === undefined ? "menuitem" : "menuitemcheckbox"} aria-checked={checked} onClick={pick}>
      <span class="menu-tick">{checked && <Icon name="check" />}</span>
      {children}
    </button>
  );
}

export function MenuLine(): JSX.Element {
  return <div class="menu-line" role="separator" />;
}
