/**
 * Files of earlier schema versions, brought along one version at a time.
 *
 * `STEPS[n]` makes version n + 1 of version n. Version 1 is the first that was ever published, so
 * there is no step yet; the twin of this chain is `self_assessment/filing/upgrades.py`.
 */
export const VERSION = 1;

export type Raw = Record<string, unknown>;
export type Step = (filing: Raw) => Raw;

export const STEPS: Record<number, Step> = {};

/** The file as version `to`; `null` where no chain leads there. */
export function upgraded(filing: Raw, steps: Record<number, Step> = STEPS, to = VERSION): Raw | null {
  let next = filing;
  for (let version = Number(filing["schema_version"]); version < to; version++) {
    const step = steps[version];
    if (!step) return null;
    next = { ...step(next), schema_version: version + 1 };
  }
  return next;
}
