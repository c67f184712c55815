/** Beside the writing: what the item asks, what is looked for, and what each band looks like. */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { criteria as made, settings, type Item } from "../made";
import { answerOf, has } from "../filing/answers";
import { bandName, contentsOf, elementsOf, rubricOf } from "../filing/contents";
import { bandOf } from "../scoring";
import { addressOf } from "./address";
import { useBench, useFiling } from "./bench";
import { dueDay } from "./item-map";

interface GuidanceProps {
  view: string;
  /** The element or heading that is being written. */
  element: string;
}

export function Guidance({ view, element }: GuidanceProps): JSX.Element {
  const { criteria } = useBench();
  const item = contentsOf(criteria).item.get(view);
  return (
    <div class="guide">
      {item ? <ItemGuidance key={item.id} item={item} element={element} /> : <PlainGuidance view={view} />}
      <Verified />
    </div>
  );
}

function ItemGuidance({ item, element }: { item: Item; element: string }): JSX.Element {
  const [tab, setTab] = useState<"help" | "bands">("help");
  const one = (key: "help" | "bands", name: string): JSX.Element => (
    <button type="button" role="tab" id={`guide-tab-${key}`} aria-selected={tab === key} aria-controls="guide-panel" tabIndex={tab === key ? 0 : -1} onClick={() => setTab(key)}
      onKeyDown={(event) => {
        if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
        const other = key === "help" ? "bands" : "help";
        setTab(other);
        document.getElementById(`guide-tab-${other}`)!.focus();
      }}>{name}</button>
  );
  return (
    <>
      <div class="tabs" role="tablist" aria-label="指导">
        {one("help", "怎么写")}
        {one("bands", "怎么评")}
      </div>
      <div id="guide-panel" role="tabpanel" aria-labelledby={`guide-tab-${tab}`} tabIndex={0}>
        {tab === "help" ? <Help item={item} element={element} /> : <Bands item={item} element={element} />}
      </div>
    </>
  );
}

function Help({ item, element }: { item: Item; element: string }): JSX.Element {
  const { criteria, draft } = useBench();
  const links = item.links.map((id) => contentsOf(criteria).item.get(id)).filter((found): found is Item => !!found);
  return (
    <>
      {item.about && <p class="guide-about">{item.about}</p>}
      {item.questions.length > 0 && <List title="先问自己" lines={item.questions} />}
      {elementsOf(criteria, item).map((each) => (
        <ElementHelp key={each.id} name={each.name} current={each.id === element} looksFor={at(item.looks_for, each.id)} weaknesses={at(item.weaknesses, each.id)} />
      ))}
      {item.evidence.length > 0 && <List title="常用证据" lines={item.evidence} />}
      {links.length > 0 && (
        <section>
          <h3>相关条款</h3>
          <ul>{links.map((link) => <li key={link.id}><a href={addressOf(draft, link.id)}>{link.id} {link.name}</a></li>)}</ul>
        </section>
      )}
      {!item.about && !item.questions.length && <p class="soft">这一条还没有写好指导。</p>}
    </>
  );
}

function at(map: Record<string, string[]>, key: string): readonly string[] {
  return has(map, key) ? map[key]! : [];
}

function List({ title, lines }: { title: string; lines: readonly string[] }): JSX.Element {
  return (
    <section>
      <h3>{title}</h3>
      <ul>{lines.map((line, i) => <li key={i}>{line}</li>)}</ul>
    </section>
  );
}

interface ElementHelpProps {
  name: string;
  current: boolean;
  looksFor: readonly string[];
  weaknesses: readonly string[];
}

/** The element that is being written stands open; the others can be opened. */
function ElementHelp({ name, current, looksFor, weaknesses }: ElementHelpProps): JSX.Element | null {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (current && box.current) box.current.open = true;
  }, [current]);
  if (!looksFor.length && !weaknesses.length) return null;
  return (
    <details ref={box} class={current ? "guide-element guide-current" : "guide-element"}>
      <summary>{name}{current && <span class="guide-now">正在写</span>}</summary>
      {looksFor.length > 0 && <><h4>评审看什么</h4><ul>{looksFor.map((line, i) => <li key={i}>{line}</li>)}</ul></>}
      {weaknesses.length > 0 && <><h4>常见不足</h4><ul>{weaknesses.map((line, i) => <li key={i}>{line}</li>)}</ul></>}
    </details>
  );
}

/** All bands, highest first, with the one the item is in marked. */
function Bands({ item }: { item: Item; element: string }): JSX.Element {
  const { criteria } = useBench();
  const percent = useFiling((f) => answerOf(f, item.id).percent);
  const current = percent === null ? null : bandOf(criteria, percent);
  const rubric = rubricOf(criteria, item);
  return (
    <>
      <p class="guide-about">四个要素放在一起看，选整条最贴近的一档；个别要素有差距不要紧。再看更靠近上一档还是下一档，定下档内的一步。</p>
      {criteria.bands.slice().reverse().map((band) => (
        <section key={band.id} class={band === current ? "guide-band guide-current" : "guide-band"}>
          <h3>{bandName(band, criteria.step)}{band === current && <span class="guide-now">现在 {percent}%</span>}</h3>
          <dl>
            {rubric.elements.map((element) => (
              <div key={element.id}><dt>{element.name}</dt><dd>{rubric.bands[band.id]?.[element.id]}</dd></div>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}

const TOLD: Record<string, string> = {
  about: "名称和代码会印在封面，也用来与获奖名册核对。代码的校验位只作提示，对不上也可以照填。",
  profile: "评审先读组织概述，再读条款。条款里的方法和结果，要能对上这里写的顾客、对手和挑战。",
  plan: "先列对得分和顾客影响大的。每一项都要有人负责、有日期、有衡量办法；做完了也留着，明年可以对照。",
  promotion: "获奖组织有推广先进质量管理经验的义务：开放参观、讲课、发表、结对帮扶都算。",
  incidents: "发生过的事故要如实写明，包括经过、影响和整改。没有发生也要明确说没有。",
  commitment: "勾选之后，打印件仍需法定代表人签字并加盖公章。",
  overview: "总分只在全部条款评完之后出现。虚框是升到下一档的差距，可以用来安排改进的先后。",
  check: "“还缺的”补齐再报；“值得再看一眼的”由你判断。",
  together: "把条款分给部门去写，或请几位评分人各自打分，再回到这里合并和商定。",
  export: "导出的 JSON 文件可以再导入，是备份；Word 用来签字盖章；加密文件只有收件单位能打开。",
  drafts: "草稿存在这台电脑的浏览器里。清理浏览器数据会删掉草稿，导出的文件不受影响。",
};

function PlainGuidance({ view }: { view: string }): JSX.Element {
  const { office, phone, hours } = settings.contact;
  const due = dueDay();
  return (
    <>
      <h2 class="guide-title">说明</h2>
      {TOLD[view] && <p class="guide-about">{TOLD[view]}</p>}
      <section>
        <h3>报送</h3>
        <p>{due ? `获奖的次年起，每年 ${due}前报送当年的自评报告。` : "按通知的日期报送。"}</p>
        {(settings.office || office) && <p>收件：{settings.office || office}{phone && `，${phone}`}{hours && `（${hours}）`}</p>}
      </section>
    </>
  );
}

function Verified(): JSX.Element {
  const { verified, standard } = made;
  return (
    <p class="guide-verified">
      准则数据：{standard}。{verified ? `${verified.on} 由 ${verified.by} 对照标准文本核对。` : "条款编号、名称和分值尚未由专人对照标准文本核对；指导和档位说明是本表单自己的话。"}
    </p>
  );
}
