/** The first page of the report, the commitment to sign, and who files. */

import type { CriteriaSet, Filing, Settings } from "../../made";
import { EMPTY } from "./blocks";
import type { Block, Cover, Fact, Pledge } from "./blocks";

/** The first page. Its date is that of the commitment: the day on which somebody signs. */
export function cover(filing: Filing, criteria: CriteriaSet, settings: Settings): Cover {
  const { organisation, award, assignment } = filing;
  const marks = [
    ...(filing.left_out.length ? ["本件未列入声明为秘密的内容，未列入处均有标注"] : []),
    ...(assignment ? [`本件为分工稿：${assignment.taken_by}承担${assignment.kind === "assessing" ? "评分" : "撰写"}`] : []),
  ];
  return {
    award: award.name || settings.award,
    title: "自评报告",
    year: `${filing.year} 年度`,
    facts: facts([
      ["组织名称", organisation.name || EMPTY],
      ["统一社会信用代码", organisation.credit_code],
      ["获奖届次", award.round],
      ["表彰年份", award.year === null ? "" : `${award.year}`],
      ["证书编号", award.certificate],
      ["自评准则", `《${criteria.name}》${criteria.standard}`],
    ]),
    organisation: organisation.name,
    date: day(filing.commitment.on),
    marks,
    demo: settings.demo,
  };
}

/** The promise, in words of our own, and who signs for it. */
export function commitment(filing: Filing): Pledge {
  return {
    paragraphs: [
      `本组织对照准则开展了 ${filing.year} 年度自我评价，并就本报告承诺如下：`,
      "一、完整。准则要求说明的内容都已如实说明，没有回避不足和事故；未填写之处均已标明。",
      "二、真实。所列数据、事例和证据来自本组织的实际工作，没有编造、夸大或挪用。",
      "三、准确。数据有原始记录可查，口径前后一致，对比数据注明了来源。",
      "本组织愿意接受核查，并对违反以上承诺的后果承担责任。",
    ],
    representative: filing.commitment.representative,
    organisation: filing.organisation.name,
    date: day(filing.commitment.on),
    mark: filing.commitment.accepted ? "" : "〔填报人尚未在表单中确认本承诺〕",
  };
}

/** Who files, as a table of facts. */
export function filer(filing: Filing): Block[] {
  const facts = filerFacts(filing).map(([label, value]) => ({ label, value: value.trim() ? value : EMPTY }));
  return [{ block: "facts", facts }];
}

/** What is asked of who files and of the honour, in order: its words, and the answer. */
export function filerFacts({ organisation, award }: Filing): [string, string][] {
  return [
    ["组织名称", organisation.name],
    ["统一社会信用代码", organisation.credit_code],
    ["所在区", organisation.district],
    ["行业", organisation.sector],
    ["地址", organisation.address],
    ["职工人数", organisation.employees],
    ["负责部门", organisation.department],
    ["联系人", organisation.contact],
    ["联系电话", organisation.phone],
    ["奖项", award.name],
    ["届次或评定", award.round],
    ["表彰年份", award.year === null ? "" : `${award.year}`],
    ["证书编号", award.certificate],
  ];
}

/** `2026年6月30日`, with blanks to fill in by hand where the day is not known. */
export function day(on: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(on);
  if (!parts) return "　　　　年　　月　　日";
  return `${parts[1]}年${Number(parts[2])}月${Number(parts[3])}日`;
}

function facts(pairs: readonly (readonly [string, string])[]): Fact[] {
  return pairs.filter(([, value]) => value.trim()).map(([label, value]) => ({ label, value }));
}
