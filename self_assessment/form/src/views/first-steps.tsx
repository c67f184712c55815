/** The first twenty minutes: five steps to a first export. Each is done by doing it, in any order. */
import type { JSX } from "preact";
import type { CriteriaSet, Filing } from "../made";
import { answerOf } from "../filing/answers";
import { contentsOf } from "../filing/contents";
import { charactersOfItem } from "../filing/counting";
import { prefer } from "../keeping/preferences";
import { useBench, useFiling, usePreferences } from "./bench";
import { Button } from "./controls";
import { Icon } from "./icons";

interface FirstStep {
  name: string;
  says: string;
  done: boolean;
  view: string;
  field: string;
}

const ENOUGH = 30;

/** The steps as far as this filing is. */
export function firstSteps(filing: Filing, criteria: CriteriaSet): FirstStep[] {
  const { items } = contentsOf(criteria);
  const begun = items.find(({ id }) => charactersOfItem(answerOf(filing, id)) >= ENOUGH);
  const first = begun || items[0]!;
  const { organisation, award } = filing;
  return [
    { name: "写上名称和代码", says: "报告封面要用，也用来与获奖名册核对。", done: !!organisation.name.trim() && !!organisation.credit_code, view: "about", field: "about-name" },
    { name: "核对年度和奖项", says: "填上获奖（表彰）的年份。", done: award.year !== null && !!award.name.trim(), view: "about", field: "about-award_year" },
    { name: "写第一个条款", says: "右侧有这一条的指导：先看“先问自己”，写几句就算开始。", done: !!begun, view: first.id, field: `${first.id}-${criteria.rubrics[first.rubric]!.elements[0]!.id}` },
    { name: "给它评一次分", says: "看右侧“怎么评”，选最贴近的一档，再定一步；以后可以改。", done: items.some(({ id }) => answerOf(filing, id).percent !== null), view: first.id, field: `${first.id}-score` },
    { name: "导出第一份文件", says: "导出 JSON 存到自己的文件夹：这才是不会丢的那一份。", done: filing.exported !== null, view: "export", field: "export-json" },
  ];
}

export function FirstSteps(): JSX.Element | null {
  const { criteria, draft, go } = useBench();
  const { led } = usePreferences();
  // A new object each time would render with every key; what is done is told by one string.
  const standing = useFiling((f) => firstSteps(f, criteria).map((step) => `${step.done ? 1 : 0}${step.field}`).join(" "));
  const part = useFiling((f) => f.assignment !== null || f.last_year !== null);
  const filing = useBench().desk.filing;
  if (led.includes(draft) || part) return null;
  const steps = firstSteps(filing, criteria);
  const done = steps.filter((step) => step.done).length;
  const next = steps.find((step) => !step.done);
  const leave = (): void => prefer({ led: [...led.slice(-50), draft] });
  return (
    <aside class="steps" aria-label="头二十分钟" data-standing={standing}>
      <div class="steps-head">
        <p><strong>{next ? `第 ${steps.indexOf(next) + 1} 步：${next.name}` : "五步都走完了。"}</strong> <span class="soft">{next ? next.says : "往后照着目录一条条写，随时可以停。"}</span></p>
        <div class="steps-actions">
          {next && <Button kind="main" onClick={() => go(next.view, next.field)}>去做这一步</Button>}
          <Button kind="quiet" onClick={leave}>{next ? "不用引导" : "收起"}</Button>
        </div>
      </div>
      <ol class="steps-list" aria-label={`五步走完 ${done} 步`}>
        {steps.map((step) => (
          <li key={step.field} class={step.done ? "step-done" : step === next ? "step-next" : ""} aria-current={step === next ? "step" : undefined}>
            {step.done ? <Icon name="check" /> : <span class="step-dot" />}
            <span>{step.name}{step.done && <span class="unseen">，已完成</span>}</span>
          </li>
        ))}
      </ol>
    </aside>
  );
}
