/**
 * The score control: the bands as a ruler, one tick a step. A slider to keyboards and readers; the
 * chosen step is said in words and points.
 */
import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import type { Band, CriteriaSet, Item } from "../made";
import { bandName, stepsOf } from "../filing/contents";
import { ahead, bandOf, score, type Range } from "../scoring";
import { useDesk } from "./bench";
import { Button } from "./controls";

interface RulerProps {
  id: string;
  label: string;
  criteria: CriteriaSet;
  item: Item;
  percent: number | null;
  onChange: (percent: number | null) => void;
  /** What the element bands suggest, and the percent of last year, to look at. */
  range?: Range | null;
  former?: number | null;
  /** Percents of several assessors, to look at. */
  others?: { name: string; percent: number }[];
}

export function Ruler(props: RulerProps): JSX.Element {
  const { id, label, criteria, item, percent, onChange, range, former, others } = props;
  const closed = useDesk((desk) => desk.closed !== "");
  const track = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const steps = stepsOf(criteria);
  const columns = { gridTemplateColumns: `repeat(${steps.length}, 1fr)` };
  const band = percent === null ? null : bandOf(criteria, percent);

  const set = (next: number): void => {
    if (!closed) onChange(Math.max(0, Math.min(100, next)));
  };
  const stepAt = (event: PointerEvent): number => {
    const box = track.current!.getBoundingClientRect();
    const at = Math.floor(((event.clientX - box.left) / box.width) * steps.length);
    return steps[Math.max(0, Math.min(steps.length - 1, at))]!;
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = keyed(event.key, percent, criteria);
    if (next === undefined) return;
    event.preventDefault();
    if (next === null) {
      if (!closed) onChange(null);
    } else set(next);
  };

  return (
    <div class="ruler">
      <div class="ruler-frame">
        <Button kind="bare" icon="left" label="减一步" disabled={closed || percent === 0} onClick={() => set(percent === null ? 50 : percent - criteria.step)} />
        <div
          ref={track} id={id} class="ruler-track" style={columns} role="slider" tabIndex={0}
          aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={percent === null ? undefined : percent}
          aria-valuetext={scoreInWords(criteria, item, percent)} aria-disabled={closed || undefined}
          onKeyDown={keys}
          onPointerDown={(event) => {
            if (event.button !== 0) return;
            // Mouse only: a finger may be on its way down the page, and taps come as clicks.
            if (event.pointerType === "mouse") {
              track.current!.setPointerCapture(event.pointerId);
              set(stepAt(event));
            }
          }}
          onPointerMove={(event) => {
            setPointed(stepAt(event));
            if (event.pointerType === "mouse" && event.buttons === 1) set(stepAt(event));
          }}
          onPointerLeave={() => setPointed(null)}
          onClick={(event) => set(stepAt(event as unknown as PointerEvent))}
        >
          {criteria.bands.map((each) => <BandSpan key={each.id} band={each} criteria={criteria} chosen={band === each} />)}
          {steps.map((step, i) => (
            <span key={step} class={tickClass(step, percent, pointed, former, criteria)} style={{ gridColumn: `${i + 1}`, gridRow: "1" }}>
              {step === percent && <span class="ruler-value">{step}%</span>}
              {step === pointed && step !== percent && <span class="ruler-pointed">{step}</span>}
            </span>
          ))}
        </div>
        <Button kind="bare" icon="right" label="加一步" disabled={closed || percent === 100} onClick={() => set(percent === null ? 50 : percent + criteria.step)} />
      </div>
      <div class="ruler-below" style={columns} aria-hidden="true">
        {range && <span class="ruler-range" style={{ gridColumn: `${range.low / criteria.step + 1} / ${range.high / criteria.step + 2}` }}>要素提示 {range.low}–{range.high}%</span>}
        {former !== null && former !== undefined && <span class="ruler-former" style={{ gridColumn: `${former / criteria.step + 1}` }}>▴</span>}
        {(others || []).map((one, i) => (
          <span key={i} class="ruler-other" style={{ gridColumn: `${one.percent / criteria.step + 1}` }}>{one.name}</span>
        ))}
      </div>
      <p class="ruler-says">
        <strong>{scoreInWords(criteria, item, percent)}</strong>
        {percent !== null && <NextBand criteria={criteria} item={item} percent={percent} />}
        {former !== null && former !== undefined && <span class="soft">上年 {former}%（▴）。</span>}
        {percent !== null && <Button kind="quiet" disabled={closed} onClick={() => onChange(null)}>清除评分</Button>}
      </p>
    </div>
  );
}

function BandSpan({ band, criteria, chosen }: { band: Band; criteria: CriteriaSet; chosen: boolean }): JSX.Element {
  const column = { gridColumn: `${band.low / criteria.step + 1} / ${band.high / criteria.step + 2}`, gridRow: "2" };
  return <span class={chosen ? "ruler-band ruler-band-chosen" : "ruler-band"} style={column}>{bandName(band, criteria.step).replace("%", "")}</span>;
}

function tickClass(step: number, percent: number | null, pointed: number | null, former: number | null | undefined, criteria: CriteriaSet): string {
  return ["ruler-tick",
    criteria.bands.some((band) => band.low === step) && "ruler-tick-first",
    percent !== null && step <= percent && "ruler-tick-full",
    step === percent && "ruler-tick-chosen",
    step === pointed && "ruler-tick-pointed",
    step === former && "ruler-tick-former",
  ].filter(Boolean).join(" ");
}

function NextBand({ criteria, item, percent }: { criteria: CriteriaSet; item: Item; percent: number }): JSX.Element | null {
  const next = ahead(criteria, item.points, percent);
  if (!next) return null;
  return <span class="soft">到 {bandName(next.band, criteria.step)} 档还差 {next.percent}%{next.points === null ? "" : `，可增 ${next.points} 分`}。</span>;
}

/** `55%，在 50–65% 档，得 27.5 分（满分 50 分）。` */
export function scoreInWords(criteria: CriteriaSet, item: Item, percent: number | null): string {
  if (percent === null) return "还没有评分。";
  const band = bandOf(criteria, percent);
  const points = item.points === null ? "" : `，得 ${score(item.points, percent)} 分（满分 ${item.points} 分）`;
  return `${percent}%${band ? `，在 ${bandName(band, criteria.step)} 档` : ""}${points}。`;
}

/** The percent that a key leads to; `null` takes the score away, `undefined` is no key of the ruler. */
export function keyed(key: string, percent: number | null, criteria: CriteriaSet): number | null | undefined {
  const from = percent === null ? 50 : percent;
  const lows = criteria.bands.map((band) => band.low);
  switch (key) {
    case "ArrowRight":
    case "ArrowUp": return percent === null ? from : Math.min(100, from + criteria.step);
    case "ArrowLeft":
    case "ArrowDown": return percent === null ? from : Math.max(0, from - criteria.step);
    case "PageUp": return lows.find((low) => low > from) ?? 100;
    case "PageDown": return lows.slice().reverse().find((low) => low < from) ?? 0;
    case "Home": return 0;
    case "End": return 100;
    case "Delete":
    case "Backspace": return percent === null ? undefined : null;
    default: return undefined;
  }
}
