/** A filing that nobody has written in yet. */
import type { CriteriaSet, Filing } from "../made";
import { newId } from "./ids";
import { moment } from "./moments";

/** An empty filing for one year. `digest` is that of the criteria; `madeWith` the form's edition. */
export function newFiling(year: number, criteria: CriteriaSet, award: string, madeWith: string): Filing {
  const now = moment();
  return {
    format: "self-assessment-filing",
    schema_version: 1,
    id: newId("f"),
    year,
    created: now,
    changed: now,
    exported: null,
    made_with: madeWith,
    organisation: {
      name: "", credit_code: "", district: "", sector: "", address: "",
      employees: "", contact: "", department: "", phone: "",
    },
    award: { name: award, round: "", year: null, certificate: "" },
    criteria: { id: criteria.id, digest: criteria.digest },
    profile: {},
    items: {},
    plan: [],
    promotion: [],
    incidents: { none: null, entries: [] },
    commitment: { accepted: false, representative: "", on: "" },
    assignment: null,
    assessments: [],
    consensus: {},
    totals: { items: {}, categories: {}, total: null },
    last_year: null,
    left_out: [],
    retired: [],
    history: [],
  };
}
