/**
 * Pixels of few colours as a PNG with a palette: a quarter of what a canvas writes, and the same
 * bytes from the same pixels in every browser.
 */

import { zlibSync } from "fflate";

/** `rgba`: four bytes a pixel, opaque, row by row. */
export function png(rgba: Uint8ClampedArray, width: number, height: number): Uint8Array {
  for (let bits = 5; ; bits -= 1) {
    const found = indexed(rgba, width, height, bits);
    if (found) return file(width, height, found.palette, found.rows);
  }
}

/** The rows with a filter byte each, and the palette; null where `bits` a channel are too many colours. */
function indexed(
  rgba: Uint8ClampedArray, width: number, height: number, bits: number,
): { rows: Uint8Array; palette: number[] } | null {
  const most = (1 << bits) - 1;
  const rows = new Uint8Array((width + 1) * height);
  const places = new Int16Array(1 << (3 * bits)).fill(-1);
  const palette: number[] = [];
  const shift = 8 - bits;
  for (let y = 0, at = 0, to = 0; y < height; y += 1) {
    to += 1; // filter: none
    for (let x = 0; x < width; x += 1, at += 4, to += 1) {
      const r = (rgba[at] ?? 0) >> shift;
      const g = (rgba[at + 1] ?? 0) >> shift;
      const b = (rgba[at + 2] ?? 0) >> shift;
      const colour = (r << (2 * bits)) | (g << bits) | b;
      let place = places[colour] ?? -1;
      if (place < 0) {
        place = palette.length / 3;
        if (place > 255) return null;
        places[colour] = place;
        for (const part of [r, g, b]) palette.push(Math.round((part * 255) / most));
      }
      rows[to] = place;
    }
  }
  return { rows, palette };
}

function file(width: number, height: number, palette: readonly number[], rows: Uint8Array): Uint8Array {
  const size = [width, height].flatMap((n) => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255]);
  const parts = [
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk("IHDR", Uint8Array.from([...size, 8, 3, 0, 0, 0])),
    chunk("PLTE", Uint8Array.from(palette)),
    chunk("IDAT", zlibSync(rows, { level: 6 })),
    chunk("IEND", new Uint8Array(0)),
  ];
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const whole = new Uint8Array(data.length + 12);
  const view = new DataView(whole.buffer);
  view.setUint32(0, data.length);
  for (let at = 0; at < 4; at += 1) whole[4 + at] = name.charCodeAt(at);
  whole.set(data, 8);
  view.setUint32(data.length + 8, crc(whole.subarray(4, data.length + 8)));
  return whole;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function crc(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes) c = (TABLE[(c ^ byte) & 255] ?? 0) ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}
