/** Ids that no other filing, draft, table or contribution has. */

/** A letter and sixteen bytes of chance in hex: `f3c1…`. */
export function newId(letter: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return letter + Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
