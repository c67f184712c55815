/**
 * A drawing of plain values: shapes on a ground, before anybody decides how they are written.
 *
 * The same drawing becomes SVG with classes in the page (`figure.tsx`), and SVG with attributes
 * for a picture in Word (`standalone.ts`). Lengths are in units of the drawing.
 */

/** What a shape is painted as. The page paints them in `charts.css`, pictures in `standalone.ts`. */
export type Paint =
  | "ink" | "soft" | "strong" // text
  | "grid" | "axis" | "goal" | "rival" | "series" | "former" | "mark" | "rest" // lines and outlines
  | "point" | "area" | "bar"; // grounds

export type Shape =
  | { readonly shape: "line"; readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number; readonly paint: Paint }
  | { readonly shape: "path"; readonly d: string; readonly paint: Paint }
  | { readonly shape: "rect"; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly paint: Paint }
  | { readonly shape: "dot"; readonly x: number; readonly y: number; readonly r: number; readonly paint: Paint }
  | { readonly shape: "text"; readonly x: number; readonly y: number; readonly text: string; readonly size: number; readonly anchor: Anchor; readonly paint: Paint };

export type Anchor = "start" | "middle" | "end";

/** `title` is one sentence that says what the drawing shows; `says` reads its values out. */
export interface Drawing {
  readonly kind: "trend" | "radar" | "bars";
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly says: string;
  readonly shapes: readonly Shape[];
}

/** To a tenth of a unit, so that the same drawing has the same bytes anywhere. */
export function tidy(length: number): number {
  return Math.round(length * 10) / 10 || 0;
}

export function line(x1: number, y1: number, x2: number, y2: number, paint: Paint): Shape {
  return { shape: "line", x1: tidy(x1), y1: tidy(y1), x2: tidy(x2), y2: tidy(y2), paint };
}

export function rect(x: number, y: number, width: number, height: number, paint: Paint): Shape {
  return { shape: "rect", x: tidy(x), y: tidy(y), width: tidy(width), height: tidy(height), paint };
}

export function dot(x: number, y: number, r: number, paint: Paint): Shape {
  return { shape: "dot", x: tidy(x), y: tidy(y), r, paint };
}

/** A line of text on its baseline. */
export function words(
  x: number, y: number, text: string, size: number, paint: Paint = "ink", anchor: Anchor = "start",
): Shape {
  return { shape: "text", x: tidy(x), y: tidy(y), text, size, anchor, paint };
}

/** How wide a line of text is, by a careful guess: a Chinese character fills a square. */
export function breadth(text: string, size: number): number {
  let squares = 0;
  for (const sign of text) squares += (sign.codePointAt(0) ?? 0) < 0x2e80 ? 0.6 : 1;
  return squares * size;
}

/** As much of a text as fits in `width`, ended by … where something is left. Whole in `says`. */
export function shortened(text: string, width: number, size: number): string {
  if (breadth(text, size) <= width) return text;
  let kept = "";
  for (const sign of text) {
    if (breadth(`${kept}${sign}…`, size) > width) break;
    kept += sign;
  }
  return `${kept}…`;
}
