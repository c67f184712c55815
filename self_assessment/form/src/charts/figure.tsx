/** A drawing in the page: SVG painted by the classes of `charts.css`, read out by its words. */

import type { JSX } from "preact";

import "./charts.css";
import type { Drawing, Shape } from "./drawing";

/** The drawing as an image with a name (its sentence) and a description (its values). */
export function Figure({ drawing }: { drawing: Drawing }): JSX.Element {
  return (
    <svg
      class={`chart chart-${drawing.kind}`}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      width={drawing.width}
      height={drawing.height}
      role="img"
      aria-label={`${drawing.title}。${drawing.says}`}
    >
      <title>{drawing.title}</title>
      <desc>{drawing.says}</desc>
      {drawing.shapes.map(part)}
    </svg>
  );
}

function part(shape: Shape): JSX.Element {
  const painted = `paint-${shape.paint}`;
  switch (shape.shape) {
    case "line":
      return <line class={painted} x1={shape.x1} y1={shape.y1} x2={shape.x2} y2={shape.y2} />;
    case "path":
      return <path class={painted} d={shape.d} />;
    case "rect":
      return <rect class={painted} x={shape.x} y={shape.y} width={shape.width} height={shape.height} />;
    case "dot":
      return <circle class={painted} cx={shape.x} cy={shape.y} r={shape.r} />;
    case "text":
      return (
        <text class={painted} x={shape.x} y={shape.y} font-size={shape.size} text-anchor={shape.anchor}>
          {shape.text}
        </text>
      );
  }
}
