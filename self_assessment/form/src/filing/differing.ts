/** Where two texts differ, clause by clause: what both have is plain, what only one has is marked. */

export interface Stretch {
  text: string;
  /** Whether the other text lacks it. */
  own: boolean;
}

const CLAUSE = /[^，。；、！？：\n]*[，。；、！？：\n]+|[^，。；、！？：\n]+/g;
const MOST = 4_000_000;

/** Both texts in stretches that alternate between common and own. */
export function differing(one: string, other: string): [Stretch[], Stretch[]] {
  const a = one.match(CLAUSE) || [];
  const b = other.match(CLAUSE) || [];
  if (a.length * b.length > MOST) return [[{ text: one, own: true }], [{ text: other, own: true }]];
  const common = longestCommon(a, b);
  return [stretches(a, common.map(([i]) => i)), stretches(b, common.map(([, j]) => j))];
}

/** Pairs of places of the longest common sequence of clauses. */
function longestCommon(a: readonly string[], b: readonly string[]): [number, number][] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] = a[i] === b[j]
        ? lengths[(i + 1) * width + j + 1]! + 1
        : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++;
    else j++;
  }
  return pairs;
}

function stretches(clauses: readonly string[], common: readonly number[]): Stretch[] {
  const shared = new Set(common);
  const found: Stretch[] = [];
  clauses.forEach((text, at) => {
    const own = !shared.has(at);
    const last = found[found.length - 1];
    if (last && last.own === own) last.text += text;
    else found.push({ text, own });
  });
  return found;
}
