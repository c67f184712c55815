/** One item being written: its texts, what speaks for and against it, its proof and its score. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Item } from "../made";
import { answerOf, elementOf } from "../filing/answers";
import { findingsOfItem } from "../filing/completeness";
import { contentsOf, elementsOf, type RubricElement } from "../filing/contents";
import { charactersOfItem, usualLength } from "../filing/counting";
import { withElement, withItem } from "../filing/editing";
import { isMine } from "../filing/parts";
import { elementPlace, itemPlace } from "../filing/places";
import { standingOf, STANDING_WORDS, WAITS_WORDS } from "../filing/standing";
import { addressOf } from "./address";
import { useBench, useEdit, useFiling } from "./bench";
import { EditButton, TickField, WordsField } from "./controls";
import { EntryList } from "./entry-list";
import { EvidenceList } from "./evidence-list";
import { Mark } from "./icons";
import { OpinionSection } from "./opinion-section";
import { ScoreSection } from "./score-section";
import { TablesSection } from "./tables-section";

interface ItemPageProps {
  item: Item;
  onElement: (element: string) => void;
}

export function ItemPage({ item, onElement }: ItemPageProps): JSX.Element {
  const { criteria } = useBench();
  const edit = useEdit();
  const assessing = useFiling((f) => f.assignment !== null && f.assignment.kind === "assessing");
  const mine = useFiling((f) => isMine(f, item.id));
  const strengths = useFiling((f) => answerOf(f, item.id).strengths);
  const improvements = useFiling((f) => answerOf(f, item.id).improvements);
  const readOnly = assessing;
  const elements = elementsOf(criteria, item);
  const id = item.id;
  const tables = (
    <section class="part" aria-labelledby={`${id}-tables-title`}>
      <h2 id={`${id}-tables-title`}>结果表</h2>
      <p class="part-help">{item.kind === "result" ? "结果条款靠数据说话：指标、三年以上的数值、目标和对比。" : "过程条款也可以附数据表，说明方法有效。"}</p>
      <TablesSection item={item} readOnly={readOnly} />
    </section>
  );
  return (
    <article class="page">
      <ItemHead item={item} />
      {!mine && <p class="note">这一条不在本次分工之内，写在这里的内容合并时不会自动采用。</p>}
      <Waiting item={item} />
      {elements.map((element) => <ElementText key={element.id} item={item} element={element} readOnly={readOnly} onFocus={() => onElement(element.id)} />)}
      {item.kind === "result" && tables}
      <section class="part" aria-labelledby={`${id}-strengths-title`}>
        <h2 id={`${id}-strengths-title`}>优势</h2>
        <EntryList
          id={`${id}-strengths`} name="优势" place={itemPlace(criteria, id, "strengths", "优势")} entries={strengths} readOnly={readOnly}
          placeholder="一条写一件事，写明凭什么说它好" write={(f, list) => withItem(f, id, { strengths: list })}
        />
      </section>
      <section class="part" aria-labelledby={`${id}-improvements-title`}>
        <h2 id={`${id}-improvements-title`}>改进空间</h2>
        <EntryList
          id={`${id}-improvements`} name="改进空间" place={itemPlace(criteria, id, "improvements", "改进空间")} entries={improvements} readOnly={readOnly}
          placeholder="一条写一个差距，写明差在哪里" write={(f, list) => withItem(f, id, { improvements: list })}
        />
      </section>
      <section class="part" aria-labelledby={`${id}-evidence-title`}>
        <h2 id={`${id}-evidence-title`}>证据</h2>
        <EvidenceList item={item} readOnly={readOnly} />
      </section>
      {item.kind !== "result" && tables}
      {assessing ? <OpinionSection item={item} /> : <ScoreSection item={item} />}
      {!assessing && (
        <section class="part" aria-label="标记">
          <Secret item={item} onChange={(secret) => edit(itemPlace(criteria, id, "secret", "秘密"), secret ? "声明为秘密" : "取消秘密", (f) => withItem(f, id, { secret }))} />
          <Completion item={item} />
        </section>
      )}
      <Neighbours item={item} />
    </article>
  );
}

function ItemHead({ item }: { item: Item }): JSX.Element {
  const { criteria } = useBench();
  const standing = useFiling((f) => standingOf(answerOf(f, item.id)));
  const length = useFiling((f) => charactersOfItem(answerOf(f, item.id)));
  const usual = usualLength(criteria, item);
  return (
    <header class="page-head" id={`${item.id}-top`} tabIndex={-1}>
      <h1><span class="page-number">{item.id}</span> {item.name}</h1>
      <p class="page-facts">
        <span class={`standing standing-${standing}`}><Mark standing={standing} />{STANDING_WORDS[standing]}</span>
        <span>{criteria.rubrics[item.rubric]!.name}条款</span>
        {item.points !== null && <span>{item.points} 分</span>}
        <span>{length} 字{usual ? `，按分值约 ${usual} 字` : ""}</span>
      </p>
    </header>
  );
}

function Waiting({ item }: { item: Item }): JSX.Element | null {
  const { criteria } = useBench();
  const edit = useEdit();
  const waits = useFiling((f) => answerOf(f, item.id).waits);
  if (!waits) return null;
  const why = waits === "carried_over" ? "内容沿用上年，请按本年情况更新。" : "这一条的名称、分值或评分要点与原来的准则不同，请看过内容是否仍然对得上。";
  return (
    <div class="waiting">
      <p><strong>{WAITS_WORDS[waits]}</strong>：{why}</p>
      <EditButton icon="check" onClick={() => edit(itemPlace(criteria, item.id, "top", "待更新"), "标记已更新", (f) => withItem(f, item.id, { waits: "" }))}>已更新</EditButton>
    </div>
  );
}

interface ElementTextProps {
  item: Item;
  element: RubricElement;
  readOnly: boolean;
  onFocus: () => void;
}

function ElementText({ item, element, readOnly, onFocus }: ElementTextProps): JSX.Element {
  const { criteria } = useBench();
  const edit = useEdit();
  const text = useFiling((f) => elementOf(answerOf(f, item.id), element.id).text);
  const place = elementPlace(criteria, item.id, element.id);
  return (
    <section class="part part-text">
      <WordsField
        id={place.field} label={element.name} help={element.says} rows={5} count value={text} readOnly={readOnly} onFocus={onFocus}
        onInput={(value) => edit(place, "修改文字", (f) => withElement(f, item.id, element.id, { text: value }))}
      />
    </section>
  );
}

function Secret({ item, onChange }: { item: Item; onChange: (secret: boolean) => void }): JSX.Element {
  const secret = useFiling((f) => answerOf(f, item.id).secret);
  return <TickField id={`${item.id}-secret`} label="这一条声明为秘密" checked={secret} help="商业秘密或不便公开的内容。导出时可以选择不列入，并注明；得分率仍在。" onChange={onChange} />;
}

function Completion({ item }: { item: Item }): JSX.Element {
  const { criteria, go } = useBench();
  const edit = useEdit();
  const complete = useFiling((f) => answerOf(f, item.id).complete);
  const findings = useFiling((f) => findingsOfItem(f, criteria, item));
  const [asked, setAsked] = useState(false);
  const missing = findings.filter(({ weight }) => weight === "missing");
  const mark = (done: boolean): void => {
    setAsked(done);
    edit(itemPlace(criteria, item.id, "complete", "写完"), done ? "标记已写完" : "改回撰写中", (f) => withItem(f, item.id, { complete: done }));
  };
  return (
    <div class="completion" id={`${item.id}-complete`}>
      {complete
        ? <EditButton icon="pen" onClick={() => mark(false)}>改回撰写中</EditButton>
        : <EditButton kind="main" icon="check" onClick={() => mark(true)}>标记已写完</EditButton>}
      {missing.length > 0 && (complete || asked) && (
        <div class="note">
          <p>标记了已写完，还有 {missing.length} 处没有填：</p>
          <ul>{missing.map((finding, i) => <li key={i}><button type="button" class="link" onClick={() => go(finding.place.view, finding.place.field)}>{finding.says}</button></li>)}</ul>
        </div>
      )}
    </div>
  );
}

function Neighbours({ item }: { item: Item }): JSX.Element {
  const { criteria, draft } = useBench();
  const { items } = contentsOf(criteria);
  const at = items.indexOf(item);
  const before = items[at - 1];
  const after = items[at + 1];
  return (
    <nav class="neighbours" aria-label="前后条款">
      {before ? <a href={addressOf(draft, before.id)}>← {before.id} {before.name}</a> : <span />}
      {after ? <a href={addressOf(draft, after.id)}>{after.id} {after.name} →</a> : <a href={addressOf(draft, "plan")}>改进计划 →</a>}
    </nav>
  );
}
