/** Full-text find: every text of a filing with the place that shows it. */
import type { CriteriaSet, Filing } from "../made";
import { answerOf, elementOf, profileOf } from "./answers";
import { contentsOf, elementsOf } from "./contents";
import {
  aboutPlace, elementPlace, itemPlace, plainPlace, profilePlace, tablePlace, type Place,
} from "./places";

export interface Passage {
  place: Place;
  text: string;
}

export interface Found {
  place: Place;
  /** The words around the hit. */
  before: string;
  hit: string;
  after: string;
  /** Where the hit stands in the text of the field. */
  from: number;
  to: number;
}

const AROUND = 24;
export const MOST_FOUND = 200;

/** The texts of a filing, in the order of the report. */
export function passagesOf(filing: Filing, criteria: CriteriaSet): Passage[] {
  const { organisation, award } = filing;
  const { items, headings } = contentsOf(criteria);
  return [
    { place: aboutPlace("name", "组织名称"), text: organisation.name },
    { place: aboutPlace("sector", "行业"), text: organisation.sector },
    { place: aboutPlace("address", "地址"), text: organisation.address },
    { place: aboutPlace("contact", "联系人"), text: organisation.contact },
    { place: aboutPlace("award", "奖项"), text: award.name },
    ...headings.map(({ id }) => ({ place: profilePlace(criteria, id), text: profileOf(filing, id).text })),
    ...items.flatMap((item): Passage[] => {
      const answer = answerOf(filing, item.id);
      const line = (field: string, label: string, text: string): Passage => ({
        place: itemPlace(criteria, item.id, field, label), text,
      });
      return [
        ...elementsOf(criteria, item).map((e) => ({
          place: elementPlace(criteria, item.id, e.id), text: elementOf(answer, e.id).text,
        })),
        ...answer.strengths.map((text, i) => line(`strengths-${i}`, "优势", text)),
        ...answer.improvements.map((text, i) => line(`improvements-${i}`, "改进空间", text)),
        ...answer.evidence.map((e, i) => line(`evidence-${i}`, "证据", [e.title, e.kind, e.kept].filter(Boolean).join("，"))),
        ...answer.tables.flatMap((table) => [table.title, table.note, ...table.rows.flatMap((row) => [row.name, row.benchmark.source])]
          .map((text) => ({ place: tablePlace(criteria, item.id, table), text }))),
      ];
    }),
    ...filing.plan.map((s, i) => ({ place: plainPlace("plan", `${i}-what`, `第 ${i + 1} 项`), text: [s.what, s.owner, s.measure].filter(Boolean).join("，") })),
    ...filing.promotion.map((p, i) => ({ place: plainPlace("promotion", `${i}-what`, `第 ${i + 1} 项`), text: [p.what, p.audience].filter(Boolean).join("，") })),
    ...filing.incidents.entries.map((e, i) => ({ place: plainPlace("incidents", `${i}-what`, `第 ${i + 1} 项`), text: [e.what, e.remedy].filter(Boolean).join("，") })),
    ...Object.entries(filing.consensus).map(([id, c]) => ({ place: plainPlace("together", `consensus-${id}`, `${id} 合议`), text: c.reasons })),
    ...filing.retired.map((r, i) => ({ place: plainPlace("retired", String(i), r.name || r.id), text: r.text })),
  ].filter(({ text }) => text);
}

/** Every place where the words stand, whatever their case and width; at most `MOST_FOUND`. */
export function find(passages: readonly Passage[], words: string): Found[] {
  const wanted = folded(words.trim());
  const found: Found[] = [];
  if (!wanted) return found;
  for (const { place, text } of passages) {
    const plain = folded(text);
    for (let at = plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, at + wanted.length)) {
      const to = at + wanted.length;
      found.push({
        place, from: at, to,
        before: (at > AROUND ? "…" : "") + text.slice(Math.max(0, at - AROUND), at),
        hit: text.slice(at, to),
        after: text.slice(to, to + AROUND) + (to + AROUND < text.length ? "…" : ""),
      });
      if (found.length === MOST_FOUND) return found;
    }
  }
  return found;
}

/** Small letters and half-width signs, one for one, so that places in the text stay the same. */
function folded(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[A-Z]/g, (sign) => sign.toLowerCase());
}
