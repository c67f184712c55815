/** The criteria set as one walks through it: items, headings, bands by id, and what follows what. */
import type { Band, Category, CriteriaSet, Heading, Item, Rubric } from "../made";

/** One side from which an item is judged. */
export type RubricElement = Rubric["elements"][number];

export interface Contents {
  items: Item[];
  headings: Heading[];
  item: Map<string, Item>;
  heading: Map<string, Heading>;
  category: Map<string, Category>;
}

const walked = new WeakMap<CriteriaSet, Contents>();

export function contentsOf(criteria: CriteriaSet): Contents {
  let contents = walked.get(criteria);
  if (!contents) {
    const items: Item[] = [];
    const category = new Map<string, Category>();
    for (const one of criteria.categories) {
      for (const item of one.items) {
        items.push(item);
        category.set(item.id, one);
      }
    }
    const headings = (criteria.profile ? criteria.profile.groups : []).flatMap((g) => g.headings);
    contents = {
      items,
      headings,
      item: new Map(items.map((item) => [item.id, item])),
      heading: new Map(headings.map((heading) => [heading.id, heading])),
      category,
    };
    walked.set(criteria, contents);
  }
  return contents;
}

export function rubricOf(criteria: CriteriaSet, item: Item): Rubric {
  return criteria.rubrics[item.rubric]!;
}

export function elementsOf(criteria: CriteriaSet, item: Item): RubricElement[] {
  return rubricOf(criteria, item).elements;
}

export function bandById(criteria: CriteriaSet, id: string | null): Band | undefined {
  return criteria.bands.find((band) => band.id === id);
}

/** The steps of the score control: 0, 5 … 100. */
export function stepsOf(criteria: CriteriaSet): number[] {
  const steps: number[] = [];
  for (let percent = 0; percent <= 100; percent += criteria.step) steps.push(percent);
  return steps;
}

/** `10–25%`, or `0、5%` where a band has but its two ends. */
export function bandName(band: Band, step: number): string {
  return band.high - band.low <= step ? `${band.low}、${band.high}%` : `${band.low}–${band.high}%`;
}
