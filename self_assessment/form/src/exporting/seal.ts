/**
 * Sealed files: an export that only the office, or whoever knows the passphrase, can open.
 *
 * The format is age (age-encryption.org). The work is done in a worker, so that the page stays
 * fluent: a passphrase takes a second or two on purpose.
 */

import code from "worker:./seal.worker";

/** Whom a file is sealed to: a recipient's public key (`age1…`), or a passphrase. */
export type To = { readonly recipient: string } | { readonly passphrase: string };
/** What opens a sealed file: a secret key (`AGE-SECRET-KEY-1…`), or the passphrase. */
export type By = { readonly identity: string } | { readonly passphrase: string };

/** What the worker is asked. */
export interface Ask {
  readonly verb: "seal" | "open";
  readonly bytes: ArrayBuffer;
  readonly key: Partial<Record<"recipient" | "identity" | "passphrase", string>>;
}

/** What it answers: the bytes, or why not. */
export type Answer =
  | { readonly bytes: ArrayBuffer }
  | { readonly refused: "key" | "damaged" | "not_sealed" | "failed"; readonly told: string };

/** Why a file could not be sealed or opened, in a sentence for whoever tried. */
export class Refused extends Error {
  readonly why: Extract<Answer, { refused: string }>["refused"];

  constructor(why: Extract<Answer, { refused: string }>["refused"], verb: Ask["verb"]) {
    super(verb === "seal" ? SEALING[why] : OPENING[why]);
    this.why = why;
  }
}

const SEALING = {
  key: "收件公钥不正确，文件没有加密。请向办公室核对公钥。",
  damaged: "文件没有加密成功，请重试。",
  not_sealed: "文件没有加密成功，请重试。",
  failed: "本浏览器不能加密，请换用新版浏览器，或导出后另行加密。",
} as const;
const OPENING = {
  key: "打不开：口令或密钥与这个文件不符。",
  damaged: "打不开：文件不完整或被改动过。请向对方重新索取。",
  not_sealed: "打不开：这不是加密文件。",
  failed: "本浏览器不能解密，请换用新版浏览器。",
} as const;

const AGE = "application/octet-stream";

/** Seals a file. Rejects with `Refused`. */
export async function sealed(blob: Blob, to: To): Promise<Blob> {
  return new Blob([await asked({ verb: "seal", bytes: await bytesOf(blob), key: to })], { type: AGE });
}

/** Opens a sealed file. Rejects with `Refused`. */
export async function opened(blob: Blob, by: By): Promise<Blob> {
  return new Blob([await asked({ verb: "open", bytes: await bytesOf(blob), key: by })]);
}

/** Whether a file is sealed, by its first line. */
export async function isSealed(blob: Blob): Promise<boolean> {
  const start = await bytesOf(blob.slice(0, 34));
  const text = String.fromCharCode(...new Uint8Array(start));
  return text.startsWith("age-encryption.org/v1") || text.startsWith("-----BEGIN AGE ENCRYPTED FILE-----");
}

function bytesOf(blob: Blob): Promise<ArrayBuffer> {
  return new Response(blob).arrayBuffer();
}

/** One worker for one file: nothing of a key stays behind. */
function asked(ask: Ask): Promise<ArrayBuffer> {
  return new Promise((done, failed) => {
    const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
    const stop = (): void => {
      worker.terminate();
      URL.revokeObjectURL(address);
    };
    const worker = new Worker(address);
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      stop();
      if ("bytes" in data) done(data.bytes);
      else failed(new Refused(data.refused, ask.verb));
    };
    worker.onerror = () => {
      stop();
      failed(new Refused("failed", ask.verb));
    };
    worker.postMessage(ask, [ask.bytes]);
  });
}
