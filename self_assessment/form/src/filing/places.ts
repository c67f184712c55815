/**
 * Places of a filing: which view shows it, which field of the view it is, and what people call it.
 *
 * A view is an item's id or one of the names below; a field is the id of its control in the page.
 * Together they are the address after `#`, so that a place can be gone to and come back to.
 */
import type { CriteriaSet, ResultsTable } from "../made";
import { contentsOf, elementsOf } from "./contents";

export interface Place {
  view: string;
  field: string;
  label: string;
}

export const VIEWS: Record<string, string> = {
  about: "基本信息",
  profile: "组织概述",
  plan: "改进计划",
  promotion: "推广情况",
  incidents: "事故情况",
  commitment: "承诺",
  overview: "汇总",
  check: "检查",
  together: "分工与合议",
  export: "导出",
  drafts: "草稿与快照",
  history: "修改记录",
  retired: "旧准则内容",
};

export function viewName(criteria: CriteriaSet, view: string): string {
  const item = contentsOf(criteria).item.get(view);
  return item ? `${item.id} ${item.name}` : VIEWS[view] || "";
}

export function aboutPlace(field: string, label: string): Place {
  return { view: "about", field: `about-${field}`, label: `基本信息 · ${label}` };
}

export function profilePlace(criteria: CriteriaSet, heading: string): Place {
  const found = contentsOf(criteria).heading.get(heading);
  return { view: "profile", field: `profile-${heading}`, label: `组织概述 · ${found ? found.name : heading}` };
}

export function elementPlace(criteria: CriteriaSet, item: string, element: string): Place {
  const found = contentsOf(criteria).item.get(item);
  const name = found && elementsOf(criteria, found).find((each) => each.id === element);
  return itemPlace(criteria, item, element, name ? name.name : element);
}

export function tablePlace(criteria: CriteriaSet, item: string, table: ResultsTable): Place {
  return itemPlace(criteria, item, `table-${table.id}`, `结果表${table.title ? `“${table.title}”` : ""}`);
}

/** A field of an item's view: `strengths`, `evidence`, `score` … */
export function itemPlace(criteria: CriteriaSet, item: string, field: string, label: string): Place {
  return { view: item, field: `${item}-${field}`, label: `${viewName(criteria, item)} · ${label}` };
}

/** A field of one of the plain views. */
export function plainPlace(view: string, field: string, label: string): Place {
  return { view, field: `${view}-${field}`, label: label ? `${VIEWS[view]} · ${label}` : VIEWS[view]! };
}
