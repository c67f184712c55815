/** For an assessor who has a filing to judge: the percent, the strengths, the improvement areas. */
import type { JSX } from "preact";
import type { Item, Opinion } from "../made";
import { opinionOf, withAssessor, withOpinion } from "../filing/assessing";
import { newId } from "../filing/ids";
import { itemPlace } from "../filing/places";
import { useBench, useEdit, useFiling } from "./bench";
import { WordsField } from "./controls";
import { Ruler } from "./ruler";
import { BandWords } from "./score-section";

export function OpinionSection({ item }: { item: Item }): JSX.Element {
  const { criteria } = useBench();
  const edit = useEdit();
  const own = useFiling((f) => f.assessments[f.assessments.length - 1]);
  const assessor = useFiling((f) => f.assignment!.taken_by);
  const opinion = opinionOf(own, item.id);
  const put = (field: keyof Opinion, label: string, change: Partial<Opinion>): void =>
    edit(itemPlace(criteria, item.id, `opinion-${field}`, `评分人意见 · ${label}`), "写意见", (f) => {
      const last = f.assessments[f.assessments.length - 1];
      const id = last ? last.id : newId("a");
      return withOpinion(last ? f : withAssessor(f, assessor, id), id, item.id, change);
    });
  const id = `${item.id}-opinion`;
  return (
    <section class="part part-score" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>我的评分意见</h2>
      <p class="part-help">评分人：{assessor}。请独立判断；别人的意见不在这份文件里。</p>
      <Ruler id={`${item.id}-score`} label={`${item.id} ${item.name}得分率`} criteria={criteria} item={item} percent={opinion.percent} onChange={(percent) => put("percent", "得分率", { percent })} />
      <BandWords criteria={criteria} item={item} percent={opinion.percent} />
      <WordsField id={`${id}-strengths`} label="优势" rows={3} value={opinion.strengths} onInput={(strengths) => put("strengths", "优势", { strengths })} />
      <WordsField id={`${id}-improvements`} label="改进空间" rows={3} value={opinion.improvements} onInput={(improvements) => put("improvements", "改进空间", { improvements })} />
      <WordsField id={`${id}-note`} label="说明" rows={2} value={opinion.note} onInput={(note) => put("note", "说明", { note })} />
    </section>
  );
}
