/**
 * A drawing as a file of its own: SVG with presentation attributes, for pictures in Word.
 *
 * Colours are those of the light theme; lines differ by their strokes too, so that a report
 * printed without colour can be read.
 */

import type { Drawing, Paint, Shape } from "./drawing";

const INK = "#1F1B18";
const SOFT = "#5C534B";
const RED = "#9E1B22";
const FONT = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',SimHei,sans-serif";

const PAINTS: Readonly<Record<Paint, string>> = {
  ink: `fill="${INK}"`,
  soft: `fill="${SOFT}"`,
  strong: `fill="${INK}" font-weight="600"`,
  grid: `fill="none" stroke="#D8CFC2" stroke-width="1"`,
  axis: `fill="none" stroke="${SOFT}" stroke-width="1"`,
  goal: `fill="none" stroke="${SOFT}" stroke-width="1.5" stroke-dasharray="7 4"`,
  rival: `fill="none" stroke="${INK}" stroke-width="1.5" stroke-dasharray="1.5 3.5"`,
  series: `fill="none" stroke="${RED}" stroke-width="2.5" stroke-linejoin="round"`,
  former: `fill="none" stroke="${SOFT}" stroke-width="1.5" stroke-dasharray="4 3"`,
  mark: `fill="none" stroke="${INK}" stroke-width="2"`,
  rest: `fill="none" stroke="${RED}" stroke-width="1" stroke-dasharray="3 2"`,
  point: `fill="${RED}" stroke="#FFFFFF" stroke-width="1"`,
  area: `fill="${RED}" fill-opacity="0.12" stroke="${RED}" stroke-width="2.5" stroke-linejoin="round"`,
  bar: `fill="${RED}"`,
};

/** The drawing as the text of an SVG file, on white, sized `scale` times its units in pixels. */
export function standalone(drawing: Drawing, scale = 1): string {
  const { width, height } = drawing;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" ` +
    `width="${Math.round(width * scale)}" height="${Math.round(height * scale)}" font-family="${FONT}">` +
    `<title>${escaped(drawing.title)}</title>` +
    `<rect width="${width}" height="${height}" fill="#FFFFFF"/>` +
    `${drawing.shapes.map(part).join("")}</svg>`
  );
}

function part(shape: Shape): string {
  const paint = PAINTS[shape.paint];
  switch (shape.shape) {
    case "line":
      return `<line ${paint} x1="${shape.x1}" y1="${shape.y1}" x2="${shape.x2}" y2="${shape.y2}"/>`;
    case "path":
      return `<path ${paint} d="${shape.d}"/>`;
    case "rect":
      return `<rect ${paint} x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}"/>`;
    case "dot":
      return `<circle ${paint} cx="${shape.x}" cy="${shape.y}" r="${shape.r}"/>`;
    case "text":
      return (
        `<text ${paint} x="${shape.x}" y="${shape.y}" font-size="${shape.size}" ` +
        `text-anchor="${shape.anchor}">${escaped(shape.text)}</text>`
      );
  }
}

const REFUSED = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function escaped(text: string): string {
  return text
    .replace(REFUSED, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}
