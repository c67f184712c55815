/** The score of an item: the ruler, what its band says, and the bands of the elements as a hint. */
import type { JSX } from "preact";
import type { CriteriaSet, Item } from "../made";
import { answerOf, elementOf, has } from "../filing/answers";
import { bandName, elementsOf, rubricOf } from "../filing/contents";
import { withElement, withPercent } from "../filing/editing";
import { elementPlace, itemPlace } from "../filing/places";
import { bandOf, suggested } from "../scoring";
import { useBench, useDesk, useEdit, useFiling } from "./bench";
import { Ruler } from "./ruler";

export function ScoreSection({ item }: { item: Item }): JSX.Element {
  const { criteria } = useBench();
  const edit = useEdit();
  const answer = useFiling((f) => answerOf(f, item.id));
  const consensus = useFiling((f) => (has(f.consensus, item.id) ? f.consensus[item.id]! : null));
  const lastYear = useFiling((f) => f.last_year);
  const former = lastYear && has(lastYear.percents, item.id) ? lastYear.percents[item.id]! : null;
  const range = suggested(criteria, elementsOf(criteria, item).map((e) => elementOf(answer, e.id).band));
  const outside = range && answer.percent !== null && (answer.percent < range.low || answer.percent > range.high);
  const many = answer.percent !== null && answer.percent >= 70 && answer.improvements.length > answer.strengths.length;
  return (
    <section class="part part-score" aria-labelledby={`${item.id}-score-title`}>
      <h2 id={`${item.id}-score-title`}>评分</h2>
      <p class="part-help">四个要素放在一起看，选最贴近整条的一档，再在档内定一步。要素档位只提示范围，不参与计算。</p>
      <ElementBands item={item} />
      <Ruler
        id={`${item.id}-score`} label={`${item.id} ${item.name}得分率`} criteria={criteria} item={item}
        percent={answer.percent} range={range} former={former}
        onChange={(percent) => edit(itemPlace(criteria, item.id, "score", "评分"), percent === null ? "清除评分" : "评分", (f) => withPercent(f, criteria, item.id, percent))}
      />
      {outside && <p class="note">得分率不在要素档位提示的 {range.low}–{range.high}% 之内。可以如此，请确认是整条看下来的判断。</p>}
      {many && <p class="note">得分率 {answer.percent}%，改进空间（{answer.improvements.length} 条）却多于优势（{answer.strengths.length} 条），请再看一遍。</p>}
      {consensus && answer.percent !== consensus.percent && <p class="note">合议商定的是 {consensus.percent}%，与现在的得分率不同。</p>}
      <BandWords criteria={criteria} item={item} percent={answer.percent} />
    </section>
  );
}

/** One row an element, one column a band, in line with the ruler. */
function ElementBands({ item }: { item: Item }): JSX.Element {
  const { criteria } = useBench();
  const edit = useEdit();
  const closed = useDesk((desk) => desk.closed !== "");
  const answer = useFiling((f) => answerOf(f, item.id));
  const shares = criteria.bands.map((band) => `${(band.high - band.low) / criteria.step + 1}fr`).join(" ");
  return (
    <div class="bands">
      {elementsOf(criteria, item).map((element) => {
        const chosen = elementOf(answer, element.id).band;
        const place = elementPlace(criteria, item.id, element.id);
        const choose = (band: string | null): void =>
          edit({ ...place, field: `${place.field}-band` }, "选要素档位", (f) => withElement(f, item.id, element.id, { band }));
        return (
          <fieldset key={element.id} class="bands-row">
            <legend>{element.name}</legend>
            <div class="bands-choices" style={{ gridTemplateColumns: shares }}>
              {criteria.bands.map((band) => (
                <label key={band.id} class={chosen === band.id ? "bands-choice bands-chosen" : "bands-choice"} title={rubricOf(criteria, item).bands[band.id]?.[element.id]}>
                  <input
                    type="radio" name={`${place.field}-band`} checked={chosen === band.id} disabled={closed}
                    onChange={() => choose(band.id)}
                    onClick={() => { if (chosen === band.id) choose(null); }}
                  />
                  <span class="unseen">{bandName(band, criteria.step)} 档</span>
                </label>
              ))}
            </div>
          </fieldset>
        );
      })}
    </div>
  );
}

/** What the band of a percent looks like, element by element. */
export function BandWords({ criteria, item, percent }: { criteria: CriteriaSet; item: Item; percent: number | null }): JSX.Element | null {
  const band = percent === null ? null : bandOf(criteria, percent);
  if (!band) return null;
  const words = rubricOf(criteria, item).bands[band.id] || {};
  return (
    <dl class="band-words" aria-label={`${bandName(band, criteria.step)} 档的说明`}>
      {elementsOf(criteria, item).map((element) => (
        <div key={element.id}>
          <dt>{element.name}</dt>
          <dd>{words[element.id]}</dd>
        </div>
      ))}
    </dl>
  );
}
