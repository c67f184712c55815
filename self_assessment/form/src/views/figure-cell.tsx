/**
 * A cell for a number. What is typed stays in sight whatever it is: a number goes into the filing,
 * anything else is kept as typed and marked, until somebody puts it right.
 */
import type { JSX } from "preact";
import { has } from "../filing/answers";
import { readFigure } from "../filing/figures";
import { useBench, useDesk } from "./bench";

interface FigureCellProps {
  id: string;
  label: string;
  value: string;
  onValue: (value: string, percent: boolean) => void;
}

export function FigureCell({ id, label, value, onValue }: FigureCellProps): JSX.Element {
  const { desk } = useBench();
  const closed = useDesk((d) => d.closed !== "");
  const rough = useDesk((d) => (has(d.rough, id) ? d.rough[id]! : null));
  return (
    <input
      id={id} class="cell cell-figure" type="text" inputMode="decimal" aria-label={label} value={rough === null ? value : rough}
      readOnly={closed} maxLength={60} autocomplete="off"
      aria-invalid={rough !== null && readFigure(rough) === null ? true : undefined}
      title={rough !== null && readFigure(rough) === null ? "这里填数字" : undefined}
      onInput={(event) => {
        const typed = event.currentTarget.value;
        const read = readFigure(typed);
        // A number that is written in another way stands as typed until the cell is left.
        desk.setRough(id, read && read.value === typed ? null : typed);
        if (read) onValue(read.value, read.percent);
        else if (value) onValue("", false);
      }}
      onBlur={() => {
        if (rough !== null && readFigure(rough)) desk.setRough(id, null);
      }}
    />
  );
}

interface WholeCellProps {
  id: string;
  label: string;
  value: number | null;
  low: number;
  high: number;
  onValue: (value: number | null) => void;
  /** Whether it may stay empty. */
  optional?: boolean;
  class?: string;
}

/** A field for a whole number, such as a year, by the same rule. */
export function WholeField({ id, label, value, low, high, onValue, optional, class: look }: WholeCellProps): JSX.Element {
  const { desk } = useBench();
  const closed = useDesk((d) => d.closed !== "");
  const rough = useDesk((d) => (has(d.rough, id) ? d.rough[id]! : null));
  const whole = (typed: string): number | null | undefined => {
    const plain = typed.normalize("NFKC").trim().replace(/年度?$/, "");
    if (!plain) return optional ? null : undefined;
    const number = /^\d{1,4}$/.test(plain) ? Number(plain) : NaN;
    return number >= low && number <= high ? number : undefined;
  };
  return (
    <input
      id={id} class={look} type="text" inputMode="numeric" aria-label={label} maxLength={6} autocomplete="off" readOnly={closed}
      value={rough !== null ? rough : value === null ? "" : String(value)}
      aria-invalid={rough !== null ? true : undefined} title={rough !== null ? `这里填 ${low}–${high} 之间的年份` : undefined}
      onInput={(event) => {
        const typed = event.currentTarget.value;
        const read = whole(typed);
        desk.setRough(id, read === undefined ? typed : null);
        if (read !== undefined) onValue(read);
      }}
    />
  );
}
