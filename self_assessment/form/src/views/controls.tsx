/** Buttons, and the controls that edit one field each. All of them know when the desk is closed. */
import type { ComponentChildren, JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { charactersIn } from "../filing/counting";
import { useBench, useDesk } from "./bench";
import { Button } from "./plain-button";

export { Button };

/** A button that changes the filing: not to be pressed while the desk is closed. */
export function EditButton(props: Parameters<typeof Button>[0]): JSX.Element {
  const closed = useDesk((desk) => desk.closed !== "");
  return <Button {...props} disabled={props.disabled || closed} />;
}

interface FieldProps {
  id: string;
  label: ComponentChildren;
  /** One line of help below the label. */
  help?: ComponentChildren;
  /** What is worth a second look, or wrong. */
  hint?: string;
  wrong?: boolean;
  hideLabel?: boolean;
}

function Around(props: FieldProps & { children: ComponentChildren; class?: string }): JSX.Element {
  const { id, label, help, hint, wrong, hideLabel } = props;
  return (
    <div class={`field ${props.class || ""}`}>
      <label for={id} class={hideLabel ? "unseen" : "field-label"}>{label}</label>
      {help && <p class="field-help" id={`${id}-help`}>{help}</p>}
      {props.children}
      {hint && <p class={wrong ? "field-hint field-wrong" : "field-hint"} id={`${id}-hint`}>{hint}</p>}
    </div>
  );
}

function described({ id, help, hint }: FieldProps): string | undefined {
  return [help && `${id}-help`, hint && `${id}-hint`].filter(Boolean).join(" ") || undefined;
}

interface LineProps extends FieldProps {
  value: string;
  onInput: (value: string) => void;
  onLeave?: () => void;
  type?: "text" | "date" | "tel";
  mode?: "numeric" | "decimal" | "text";
  most?: number;
  wide?: "short" | "middle" | "full";
  placeholder?: string;
  list?: string[];
}

/** A field of one line. */
export function LineField(props: LineProps): JSX.Element {
  const closed = useDesk((desk) => desk.closed !== "");
  const { id, value, onInput, onLeave, type = "text", mode, most = 500, wide = "full", placeholder, list } = props;
  return (
    <Around {...props} class={`field-${wide}`}>
      <input
        id={id} type={type} value={value} readOnly={closed} maxLength={type === "date" ? undefined : most}
        inputMode={mode} placeholder={placeholder} autocomplete="off" spellcheck={false}
        min={type === "date" ? "1990-01-01" : undefined} max={type === "date" ? "2199-12-31" : undefined}
        list={list ? `${id}-list` : undefined}
        aria-invalid={props.wrong || undefined} aria-describedby={described(props)}
        onInput={(event) => onInput(event.currentTarget.value)} onBlur={onLeave}
      />
      {list && <datalist id={`${id}-list`}>{list.map((one) => <option key={one} value={one} />)}</datalist>}
    </Around>
  );
}

interface WordsProps extends FieldProps {
  value: string;
  onInput: (value: string) => void;
  onFocus?: () => void;
  rows?: number;
  /** Shows how many characters there are, against the usual number where one is known. */
  count?: boolean;
  usual?: number | null;
  placeholder?: string;
  readOnly?: boolean;
}

/** A field of many lines, which grows with what is written. */
export function WordsField(props: WordsProps): JSX.Element {
  const { id, value, onInput, onFocus, rows = 3, count, usual, placeholder } = props;
  const closed = useDesk((desk) => desk.closed !== "") || !!props.readOnly;
  const { say } = useBench();
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (area.current && !SIZES_ITSELF) fit(area.current);
  }, [value]);
  return (
    <Around {...props} class="field-full">
      <textarea
        ref={area} id={id} rows={rows} value={value} readOnly={closed}
        placeholder={placeholder} aria-describedby={described(props)} onFocus={onFocus}
        onInput={(event) => {
          const text = event.currentTarget.value;
          if (text.length > MOST) say(`一格最多 ${MOST} 字，多出的 ${text.length - MOST} 字没有放进去。`);
          onInput(text.slice(0, MOST));
        }}
      />
      {count && <Count text={value} usual={usual} />}
    </Around>
  );
}

/** The longest text that a filing holds in one field. */
const MOST = 100_000;

/** Newer browsers grow a field by `field-sizing`, and need no measuring. */
const SIZES_ITSELF = typeof CSS !== "undefined" && CSS.supports && CSS.supports("field-sizing", "content");

function fit(area: HTMLTextAreaElement): void {
  const seen = area.clientHeight;
  if (area.scrollHeight > seen) area.style.height = `${area.scrollHeight + 2}px`;
  else if (area.style.height) {
    // To learn whether it could be smaller it must be small for a moment; the page must not jump.
    const top = document.scrollingElement ? document.scrollingElement.scrollTop : 0;
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight + 2}px`;
    if (document.scrollingElement) document.scrollingElement.scrollTop = top;
  }
}

function Count({ text, usual }: { text: string; usual?: number | null }): JSX.Element {
  const length = charactersIn(text);
  return (
    <p class="field-count">
      {length} 字{usual ? `，通常不超过 ${usual} 字` : ""}
      {usual && length > usual ? <strong>，多 {length - usual} 字</strong> : ""}
    </p>
  );
}

interface TickProps {
  id: string;
  label: ComponentChildren;
  help?: ComponentChildren;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

export function TickField({ id, label, help, checked, onChange }: TickProps): JSX.Element {
  const closed = useDesk((desk) => desk.closed !== "");
  return (
    <div class="tick">
      <input
        id={id} type="checkbox" checked={checked} disabled={closed} aria-describedby={help ? `${id}-help` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      {help && <p class="field-help" id={`${id}-help`}>{help}</p>}
    </div>
  );
}

interface ChoiceProps<T extends string> extends FieldProps {
  value: T;
  of: readonly (readonly [T, string])[];
  onChange: (value: T) => void;
  wide?: "short" | "middle" | "full";
}

/** One of a few: a list to open. */
export function ChoiceField<T extends string>(props: ChoiceProps<T>): JSX.Element {
  const closed = useDesk((desk) => desk.closed !== "");
  const { id, value, of, onChange, wide = "short" } = props;
  return (
    <Around {...props} class={`field-${wide}`}>
      <select id={id} value={value} disabled={closed} aria-describedby={described(props)}
        onChange={(event) => onChange(event.currentTarget.value as T)}>
        {of.map(([key, name]) => <option key={key} value={key}>{name}</option>)}
      </select>
    </Around>
  );
}
