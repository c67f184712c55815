/** What a filing still lacks before it is handed in, each with the place to put it right. */
import type { CriteriaSet, Filing, Item, ItemAnswer, ResultsTable } from "../made";
import { answerOf, elementOf, profileOf } from "./answers";
import { contentsOf, elementsOf } from "./contents";
import { charactersOfProfile, charactersOfReport } from "./counting";
import { codeHint } from "./credit-code";
import {
  aboutPlace, elementPlace, itemPlace, plainPlace, profilePlace, tablePlace, type Place,
} from "./places";
import { WAITS_WORDS } from "./standing";

export interface Finding {
  /** `missing`: the report is not whole without it. `look`: worth a second look. */
  weight: "missing" | "look";
  says: string;
  place: Place;
}

const known = new WeakMap<Filing, Finding[]>();
const knownOfItems = new WeakMap<ItemAnswer, Map<string, Finding[]>>();

/** All findings, in the order of the report. */
export function findingsOf(filing: Filing, criteria: CriteriaSet): Finding[] {
  let findings = known.get(filing);
  if (!findings) {
    findings = [
      ...aboutFindings(filing),
      ...profileFindings(filing, criteria),
      ...contentsOf(criteria).items.flatMap((item) => findingsOfItem(filing, criteria, item)),
      ...restFindings(filing, criteria),
    ];
    known.set(filing, findings);
  }
  return findings;
}

/** Those of one item: looked for anew only where its answer changed. */
export function findingsOfItem(filing: Filing, criteria: CriteriaSet, item: Item): Finding[] {
  const answer = answerOf(filing, item.id);
  let byItem = knownOfItems.get(answer);
  if (!byItem) knownOfItems.set(answer, (byItem = new Map()));
  let findings = byItem.get(item.id);
  if (!findings) byItem.set(item.id, (findings = itemFindings(answer, criteria, item)));
  return findings;
}

const missing = (place: Place, says: string): Finding => ({ weight: "missing", says, place });
const look = (place: Place, says: string): Finding => ({ weight: "look", says, place });

function aboutFindings(filing: Filing): Finding[] {
  const { organisation, award } = filing;
  const found: Finding[] = [];
  if (!organisation.name.trim()) found.push(missing(aboutPlace("name", "组织名称"), "组织名称没有填"));
  if (!organisation.credit_code) found.push(missing(aboutPlace("credit_code", "统一社会信用代码"), "统一社会信用代码没有填"));
  else if (codeHint(organisation.credit_code)) found.push(look(aboutPlace("credit_code", "统一社会信用代码"), codeHint(organisation.credit_code)));
  if (!award.name.trim()) found.push(missing(aboutPlace("award", "奖项"), "奖项没有填"));
  if (award.year === null) found.push(missing(aboutPlace("award_year", "表彰年份"), "表彰年份没有填"));
  if (!organisation.contact.trim() || !organisation.phone.trim()) found.push(missing(aboutPlace("contact", "联系人"), "联系人或电话没有填"));
  return found;
}

function profileFindings(filing: Filing, criteria: CriteriaSet): Finding[] {
  const found: Finding[] = [];
  for (const heading of contentsOf(criteria).headings) {
    const answer = profileOf(filing, heading.id);
    const place = profilePlace(criteria, heading.id);
    if (!answer.text.trim()) found.push(missing(place, "没有写"));
    else if (answer.waits) found.push(missing(place, `${WAITS_WORDS[answer.waits]}，看过后点“已更新”`));
  }
  const limit = criteria.profile && criteria.profile.limit;
  const length = charactersOfProfile(filing, criteria);
  if (limit && length > limit) found.push(look(plainPlace("profile", "top", "篇幅"), `共 ${length} 字，常见上限是 ${limit} 字`));
  return found;
}

function itemFindings(answer: ItemAnswer, criteria: CriteriaSet, item: Item): Finding[] {
  const found: Finding[] = [];
  const empty = elementsOf(criteria, item).filter((e) => !elementOf(answer, e.id).text.trim());
  if (empty.length) {
    const names = empty.map((element) => element.name).join("、");
    found.push(missing(elementPlace(criteria, item.id, empty[0]!.id), `${names}没有写`));
  }
  if (item.kind === "result" && !answer.tables.length) {
    found.push(missing(itemPlace(criteria, item.id, "tables", "结果表"), "结果条款还没有结果表"));
  }
  for (const table of answer.tables) found.push(...tableFindings(criteria, item, table));
  const score = itemPlace(criteria, item.id, "score", "评分");
  if (answer.percent === null) found.push(missing(score, "没有评分"));
  if (answer.waits) found.push(missing(itemPlace(criteria, item.id, "top", "待复核"), `${WAITS_WORDS[answer.waits]}，看过后点“已更新”`));
  const { strengths, improvements } = answer;
  if (answer.percent !== null && answer.percent >= 70 && improvements.length > strengths.length) {
    found.push(look(score, `得分率 ${answer.percent}%，改进空间（${improvements.length} 条）却多于优势（${strengths.length} 条），请再看一遍`));
  }
  if (answer.percent !== null && !strengths.length && !improvements.length) {
    found.push(look(itemPlace(criteria, item.id, "strengths", "优势"), "评了分，优势和改进空间都没有写"));
  }
  if (!answer.evidence.length && !answer.tables.length) {
    found.push(look(itemPlace(criteria, item.id, "evidence", "证据"), "没有列证据"));
  }
  if (!found.some((f) => f.weight === "missing") && !answer.complete) {
    found.push(look(itemPlace(criteria, item.id, "complete", "写完"), "内容齐了，还没有标记已写完"));
  }
  return found;
}

function tableFindings(criteria: CriteriaSet, item: Item, table: ResultsTable): Finding[] {
  const found: Finding[] = [];
  const place = tablePlace(criteria, item.id, table);
  if (!table.rows.some((row) => row.name.trim())) found.push(missing(place, "没有指标"));
  const short = table.rows.filter((row) => row.name.trim() && row.values.filter(Boolean).length < 3);
  if (short.length) found.push(look(place, `“${short[0]!.name}”${short.length > 1 ? `等 ${short.length} 个指标` : ""}不足三年数值；没有数值的年份请在说明里写原因`));
  const bare = table.rows.filter((row) => row.benchmark.value && !row.benchmark.source.trim());
  if (bare.length) found.push(look(place, `“${bare[0]!.name}”有对比值，没有写来源`));
  const nameless = table.rows.filter((row) => !row.name.trim() && row.values.some(Boolean));
  if (nameless.length) found.push(missing(place, "有数值，没有指标名称"));
  return found;
}

function restFindings(filing: Filing, criteria: CriteriaSet): Finding[] {
  const found: Finding[] = [];
  const improvements = contentsOf(criteria).items.some((item) => answerOf(filing, item.id).improvements.length);
  if (!filing.plan.length) {
    found.push(missing(plainPlace("plan", "top", ""), improvements ? "列了改进空间，还没有改进计划" : "没有改进计划"));
  }
  filing.plan.forEach((step, i) => {
    if (!step.owner.trim() || !step.due) {
      found.push(missing(plainPlace("plan", `${i}-what`, `第 ${i + 1} 项`), "没有负责人或完成日期"));
    }
  });
  if (!filing.promotion.length) found.push(missing(plainPlace("promotion", "top", ""), "没有写推广情况"));
  if (filing.incidents.none === null) found.push(missing(plainPlace("incidents", "none", ""), "没有说明有无事故"));
  if (filing.incidents.none === false && !filing.incidents.entries.length) found.push(missing(plainPlace("incidents", "top", ""), "选了有事故，还没有写明"));
  const { commitment } = filing;
  if (!commitment.accepted) found.push(missing(plainPlace("commitment", "accepted", ""), "没有承诺"));
  if (!commitment.representative.trim()) found.push(missing(plainPlace("commitment", "representative", "法定代表人"), "没有填"));
  if (!commitment.on) found.push(missing(plainPlace("commitment", "on", "日期"), "没有填"));
  const limit = criteria.limits.report;
  const length = charactersOfReport(filing, criteria);
  if (limit && length > limit) found.push(look(plainPlace("overview", "top", "篇幅"), `全文 ${length} 字，常见上限是 ${limit} 字`));
  return found;
}
