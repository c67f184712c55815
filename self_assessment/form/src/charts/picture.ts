/** A drawing as a PNG, by a canvas of the browser: what Word and WPS show alike. */

import type { Drawing } from "./drawing";
import { standalone } from "./standalone";

/** Makes the bytes of a PNG, `scale` pixels to a unit. Fails where the page has no canvas. */
export async function picture(drawing: Drawing, scale = 2): Promise<Uint8Array> {
  const image = new Image();
  const loaded = new Promise<void>((done, failed) => {
    image.onload = () => done();
    image.onerror = () => failed(new Error("the drawing is no picture"));
  });
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standalone(drawing, scale))}`;
  await loaded;
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(drawing.width * scale);
  canvas.height = Math.round(drawing.height * scale);
  const ground = canvas.getContext("2d");
  if (!ground) throw new Error("no canvas");
  ground.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob>((done, failed) => {
    canvas.toBlob((made) => (made ? done(made) : failed(new Error("no picture"))), "image/png");
  });
  return new Uint8Array(await new Response(blob).arrayBuffer());
}
