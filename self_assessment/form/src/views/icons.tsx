/** Small signs, drawn with one stroke. They stand beside words, never for them, and are not read out. */
import type { JSX } from "preact";

const PATHS = {
  undo: "M8 5 4 9l4 4M4 9h9a6 6 0 0 1 0 12h-3",
  redo: "m16 5 4 4-4 4M20 9h-9a6 6 0 0 0 0 12h3",
  find: "M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM15.5 15.5 21 21",
  out: "M12 15V4M8 8l4-4 4 4M5 13v7h14v-7",
  in: "M12 4v11M8 11l4 4 4-4M5 16v4h14v-4",
  menu: "M4 7h16M4 12h16M4 17h16",
  close: "m6 6 12 12M18 6 6 18",
  add: "M12 5v14M5 12h14",
  remove: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
  up: "m6 14 6-6 6 6",
  down: "m6 10 6 6 6-6",
  left: "m14 6-6 6 6 6",
  right: "m10 6 6 6-6 6",
  map: "M5 6h2M10 6h9M5 12h2M10 12h9M5 18h2M10 18h9",
  pen: "m5 19 1-4L16 5l3 3L9 18l-4 1ZM14 7l3 3",
  guide: "M12 6c-2-1.5-5-2-8-2v14c3 0 6 .5 8 2 2-1.5 5-2 8-2V4c-3 0-6 .5-8 2ZM12 6v14",
  sum: "M5 20V10M12 20V4M19 20v-7",
  more: "M6 12h.01M12 12h.01M18 12h.01",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  people: "M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM3 20c0-4 2.5-6 6-6s6 2 6 6M16 5.5a3 3 0 0 1 0 5.5M17.5 14.5c2.5.6 3.5 2.5 3.5 5.5",
  check: "m5 12 5 5 9-10",
  back: "M19 12H5M11 6l-6 6 6 6",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** A state by its shape: a ring, a half, a full dot with a tick, a flag. The word stands beside it. */
export function Mark({ standing }: { standing: "empty" | "in_work" | "complete" | "review" }): JSX.Element {
  return (
    <svg class={`mark mark-${standing}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {standing === "review" ? <path d="M4 14V2.5h8.5L10 5.5l2.5 3H4" /> : <circle cx="8" cy="8" r="6" />}
      {standing === "in_work" && <path class="mark-fill" d="M8 2a6 6 0 0 1 0 12Z" />}
      {standing === "complete" && <path class="mark-tick" d="m5 8.2 2.2 2.3L11 6" />}
    </svg>
  );
}
