/** Seals and opens, apart from the page. Asked once, answers once. */

import { Decrypter, Encrypter, armor } from "age-encryption";

import type { Answer, Ask } from "./seal";

/** The work factor of passphrases, as a power of two: what age itself uses. */
const WORK = 18;

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<Ask>) => void) | null;
  postMessage(answer: Answer, passed?: Transferable[]): void;
};

/**
 * In Chromium 78 a worker of a blob has no `crypto.subtle`, and age computes by itself only where
 * it is told that the browser does not support the curve.
 */
if (!self.crypto.subtle) {
  const unsupported = (): Promise<never> => Promise.reject(new DOMException("", "NotSupportedError"));
  Object.defineProperty(self.crypto, "subtle", { value: { importKey: unsupported } });
}

scope.onmessage = ({ data }) => {
  work(data).then(
    (bytes) => scope.postMessage({ bytes }, [bytes]),
    (error: unknown) => scope.postMessage({ refused: why(data, String(error)), told: String(error) }),
  );
};

async function work({ verb, bytes, key }: Ask): Promise<ArrayBuffer> {
  const given = new Uint8Array(bytes);
  const made = verb === "seal" ? await seal(given, key) : await open(given, key);
  return made.buffer.slice(made.byteOffset, made.byteOffset + made.byteLength) as ArrayBuffer;
}

function seal(bytes: Uint8Array, key: Ask["key"]): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  if (key.passphrase !== undefined) {
    encrypter.setScryptWorkFactor(WORK);
    encrypter.setPassphrase(key.passphrase);
  } else keyed(() => encrypter.addRecipient((key.recipient ?? "").trim()));
  return encrypter.encrypt(bytes);
}

function open(bytes: Uint8Array, key: Ask["key"]): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  if (key.passphrase !== undefined) decrypter.addPassphrase(key.passphrase);
  else keyed(() => decrypter.addIdentity((key.identity ?? "").trim()));
  return decrypter.decrypt(binary(bytes));
}

/** The file itself, where it came wrapped as text for a letter. */
function binary(bytes: Uint8Array): Uint8Array {
  const start = String.fromCharCode(...bytes.subarray(0, 11));
  return start === "-----BEGIN " ? armor.decode(new TextDecoder().decode(bytes)) : bytes;
}

/** A key that cannot even be read is a wrong key. */
function keyed(add: () => void): void {
  try {
    add();
  } catch (error) {
    throw new Error(`no identity: ${String(error)}`);
  }
}

function why({ verb, bytes }: Ask, told: string): Extract<Answer, { refused: string }>["refused"] {
  const start = String.fromCharCode(...new Uint8Array(bytes.slice(0, 18)));
  if (verb === "open" && start !== "age-encryption.org" && !start.startsWith("-----BEGIN AGE")) return "not_sealed";
  if (/no identity/.test(told)) return "key";
  return verb === "open" ? "damaged" : "failed";
}
