/** A drawing as a PNG, by a canvas of the browser: what Word and WPS show alike. */

import type { Drawing } from "./drawing";
import { png } from "./png";
import { standalone } from "./standalone";

/** The bytes of a PNG, `scale` pixels to a unit. Rejects where the page has no canvas. */
export async function picture(drawing: Drawing, scale = 2): Promise<Uint8Array> {
  const image = new Image();
  const loaded = new Promise<void>((done, failed) => {
    image.onload = () => done();
    image.onerror = () => failed(new Error("the drawing is no picture"));
  });
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standalone(drawing, scale))}`;
  await loaded;
  const canvas = document.createElement("canvas");
  const { width, height } = Object.assign(canvas, {
    width: Math.round(drawing.width * scale),
    height: Math.round(drawing.height * scale),
  });
  const ground = canvas.getContext("2d", { willReadFrequently: true });
  if (!ground) throw new Error("no canvas");
  ground.drawImage(image, 0, 0, width, height);
  return png(ground.getImageData(0, 0, width, height).data, width, height);
}
