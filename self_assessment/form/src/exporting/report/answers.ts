/** The items by category: texts by element, strengths, improvement areas, results, evidence. */

import { answerOf, elementOf, has } from "../../filing/answers";
import { bandById, bandName, contentsOf, elementsOf } from "../../filing/contents";
import { WAITS_WORDS, isBlank } from "../../filing/standing";
import type { CriteriaSet, Filing, Item, ItemAnswer, RubricElement } from "../../made";
import { score } from "../../scoring";
import { LEFT_OUT } from "../secrets";
import { EMPTY, heading, line, text } from "./blocks";
import type { Block } from "./blocks";
import { marked } from "./marks";
import { results } from "./results";

export function itemBlocks(filing: Filing, criteria: CriteriaSet): Block[] {
  const known = contentsOf(criteria).item;
  const strays = Object.keys(filing.items).filter((id) => !known.has(id) && !isBlank(filing.items[id]!));
  return [
    ...criteria.categories.flatMap((category) => [
      heading(2, `${category.id} ${category.name}${pointed(category.points)}`, `category-${category.id}`),
      ...category.items.flatMap((item) => [
        heading(3, `${item.id} ${item.name}${pointed(item.points)}`, `item-${item.id}`),
        ...answered(filing, criteria, item, elementsOf(criteria, item)),
      ]),
    ]),
    ...(strays.length ? [heading(2, "准则中没有的条款", "strays")] : []),
    ...strays.flatMap((id) => [heading(3, id, `item-${id}`), ...answered(filing, criteria, id, [])]),
  ];
}

function answered(filing: Filing, criteria: CriteriaSet, item: Item | string, elements: readonly RubricElement[]): Block[] {
  const id = typeof item === "string" ? item : item.id;
  const answer = answerOf(filing, id);
  const facts = line(scored(criteria, item, answer), "facts");
  if (filing.left_out.some((one) => one.item === id && one.table === null)) return [facts, line(LEFT_OUT, "mark")];
  const marks = marked([WAITS_WORDS[answer.waits], answer.secret ? "声明为秘密" : ""]);
  if (isBlank(answer)) return [facts, ...marks, line(EMPTY, "mark")];
  return [
    facts,
    ...marks,
    ...elements.flatMap((element) => written(criteria, element.name, elementOf(answer, element.id))),
    ...Object.keys(answer.elements)
      .filter((key) => !elements.some((element) => element.id === key) && has(answer.elements, key))
      .filter((key) => elementOf(answer, key).text.trim())
      .flatMap((key) => written(criteria, key, elementOf(answer, key))),
    ...results(filing, id, answer),
    ...points("优势", answer.strengths),
    ...points("改进空间", answer.improvements),
    ...proofs(answer),
  ];
}

function written(criteria: CriteriaSet, name: string, element: ItemAnswer["elements"][string]): Block[] {
  const band = bandById(criteria, element.band);
  const said = band ? `${name}（要素档位 ${bandName(band, criteria.step)}）` : name;
  return [line(said, "label"), text(element.text)];
}

/** `得分率 55%　得分 27.5 / 50　档位 50–65%` */
function scored(criteria: CriteriaSet, item: Item | string, answer: ItemAnswer): string {
  if (answer.percent === null) return "未评分";
  const points = typeof item === "string" ? null : item.points;
  const band = bandById(criteria, answer.band);
  return [
    `得分率 ${answer.percent}%`,
    points === null ? "" : `得分 ${score(points, answer.percent)} / ${points}`,
    band ? `档位 ${bandName(band, criteria.step)}` : "",
  ].filter(Boolean).join("　");
}

function points(name: string, items: readonly string[]): Block[] {
  const said = items.filter((item) => item.trim());
  return said.length ? [line(name, "label"), { block: "list", items: said }] : [];
}

/** The evidence of an item by its numbers in the list at the end, where it is told in full. */
function proofs(answer: ItemAnswer): Block[] {
  if (answer.evidence.length === 0) return [];
  const items = answer.evidence.map(({ title, kind }) => `${title || EMPTY}${kind ? `（${kind}）` : ""}`);
  return [line("证据（存放处见证据清单）", "label"), { block: "list", items }];
}

function pointed(points: number | null): string {
  return points === null ? "" : `（${points} 分）`;
}
