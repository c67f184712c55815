// The one door to what building makes of the Python side: see self_assessment/building.
import criteriaMade from "@made/criteria.json";
import type { CriteriaSet, Outline } from "@made/criteria";
import type { Filing } from "@made/filing";
import outlinesMade from "@made/outlines.json";
import type { Settings } from "@made/settings";
import settingsMade from "@made/settings.json";
import validate from "@made/validate.js";

export type * from "@made/criteria";
export type * from "@made/filing";
export type { ContactTold, Settings } from "@made/settings";

/** The criteria set that this form answers. `digest` is what a filing's `criteria.digest` holds. */
export const criteria = criteriaMade as unknown as CriteriaSet;

/** Every criteria set that was known when the form was made, this one among them, by outline. */
export const outlines = outlinesMade as unknown as readonly Outline[];

/** Whose award it is, when a report is due, where to seal it to. */
export const settings = settingsMade as unknown as Settings;

/** What is wrong with a value, as ajv tells it: where, by which rule. It says so in no language. */
export interface Fault {
  instancePath: string;
  keyword: string;
  params: Record<string, unknown>;
}

/**
 * Whether a value is a filing of this version. What an earlier writer left out is filled in, in
 * the value itself. `validateFiling.errors` then holds the first fault, or null.
 */
export const validateFiling = ((value: unknown): value is Filing => {
  const valid = validate(value) && everyRowAsWideAsItsYears(value as Filing);
  validateFiling.errors = valid ? null : (validate.errors ?? [WIDTH]);
  return valid;
}) as { (value: unknown): value is Filing; errors: Fault[] | null };
validateFiling.errors = null;

const WIDTH: Fault = { instancePath: "/items", keyword: "rowWidth", params: {} };

function everyRowAsWideAsItsYears(filing: Filing): boolean {
  return Object.values(filing.items).every((item) =>
    item.tables.every((table) => table.rows.every((row) => row.values.length === table.years.length)),
  );
}
