/** An open draft: the map, the view that is being worked in, the guidance; one at a time on a phone. */
import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Filing } from "../made";
import { contentsOf } from "../filing/contents";
import { viewName } from "../filing/places";
import { prefer } from "../keeping/preferences";
import { AboutPage } from "./about-page";
import { addressNow, focusField, type Address } from "./address";
import { useBench, useDesk, usePreferences } from "./bench";
import { CheckPage } from "./check-page";
import { Button } from "./controls";
import { DraftsPage } from "./drafts-page";
import { CommitmentPage, IncidentsPage, PromotionPage } from "./duties-pages";
import { ExportPage } from "./export-page";
import { FindDialog, HelpDialog } from "./find-dialog";
import { FirstSteps } from "./first-steps";
import { Guidance } from "./guidance";
import { HistoryPage, RetiredPage } from "./history-page";
import { ItemMap } from "./item-map";
import { ItemPage } from "./item-page";
import { MergePage } from "./merge-page";
import { OverviewPage } from "./overview-page";
import { PlanPage } from "./plan-page";
import { ProfilePage } from "./profile-page";
import { Warnings } from "./status-line";
import { TogetherPage } from "./together-page";
import { BottomBar, DemoLine, TopBar, type Region } from "./top-bar";

/** Views of wide tables: the guidance makes room. */
const WIDE = new Set(["overview", "together", "merge", "history"]);

interface ShellProps {
  address: Address;
  incoming: Filing | null;
  onTakeIn: () => void;
  onMerged: () => void;
  onTakeOver: () => void;
}

export function Shell({ address, incoming, onTakeIn, onMerged, onTakeOver }: ShellProps): JSX.Element {
  const { criteria } = useBench();
  const view = address.view || "about";
  const [region, setRegion] = useState<Region>("writing");
  const [dialog, setDialog] = useState<"" | "find" | "help">("");
  const [element, setElement] = useState("");
  const { guide } = usePreferences();
  const main = useRef<HTMLElement>(null);
  useEffect(() => setElement(""), [view]);
  useArrival(address, main, () => setRegion("writing"));
  useShortcuts(view, () => setDialog("find"));
  useEffect(() => {
    document.title = `${viewName(criteria, view) || "自评报告"} · 自评报告`;
  }, [view]);
  return (
    <div class={`shell region-${region}${guide ? "" : " guide-folded"}${WIDE.has(view) ? " view-wide" : ""}`}>
      <a class="skip" href="#main" onClick={(event) => { event.preventDefault(); main.current!.focus(); }}>跳到正文</a>
      <DemoLine />
      <TopBar guide={region === "guide"} onGuide={() => setRegion(region === "guide" ? "writing" : "guide")} onFind={() => setDialog("find")} onHelp={() => setDialog("help")} />
      <ClosedLine onTakeOver={onTakeOver} />
      <Warnings />
      <div class="regions">
        <div class="region region-of-map"><ItemMap view={view} /></div>
        <main class="region region-of-writing" id="main" ref={main} tabIndex={-1}>
          <FirstSteps />
          <View view={view} incoming={incoming} onElement={setElement} onTakeIn={onTakeIn} onMerged={onMerged} />
        </main>
        <aside class="region region-of-guide" aria-label="指导">
          <div class="guide-close"><Button kind="bare" icon="close" label="收起指导" onClick={() => setRegion("writing")} /></div>
          <div class="guide-fold">
            <Button kind="quiet" icon={guide ? "right" : "left"} expanded={guide} onClick={() => prefer({ guide: !guide })}>{guide ? "收起指导" : "指导"}</Button>
          </div>
          <div class="guide-body"><Guidance view={view} element={element} /></div>
        </aside>
      </div>
      <BottomBar view={view} region={region} onRegion={setRegion} />
      {dialog === "find" && <FindDialog onClose={() => setDialog("")} />}
      {dialog === "help" && <HelpDialog onClose={() => setDialog("")} />}
    </div>
  );
}

interface ViewProps {
  view: string;
  incoming: Filing | null;
  onElement: (element: string) => void;
  onTakeIn: () => void;
  onMerged: () => void;
}

function View({ view, incoming, onElement, onTakeIn, onMerged }: ViewProps): JSX.Element {
  const { criteria } = useBench();
  const item = contentsOf(criteria).item.get(view);
  if (item) return <ItemPage key={item.id} item={item} onElement={onElement} />;
  switch (view) {
    case "profile": return criteria.profile ? <ProfilePage onHeading={onElement} /> : <AboutPage />;
    case "plan": return <PlanPage />;
    case "promotion": return <PromotionPage />;
    case "incidents": return <IncidentsPage />;
    case "commitment": return <CommitmentPage />;
    case "overview": return <OverviewPage />;
    case "check": return <CheckPage />;
    case "together": return <TogetherPage onTakeIn={onTakeIn} />;
    case "merge": return incoming ? <MergePage incoming={incoming} onDone={onMerged} /> : <TogetherPage onTakeIn={onTakeIn} />;
    case "export": return <ExportPage />;
    case "drafts": return <DraftsPage />;
    case "history": return <HistoryPage />;
    case "retired": return <RetiredPage />;
    default: return <AboutPage />;
  }
}

/** Why nothing can be changed here, and the way to change that. */
function ClosedLine({ onTakeOver }: { onTakeOver: () => void }): JSX.Element | null {
  const closed = useDesk((desk) => desk.closed);
  if (!closed) return null;
  return (
    <div class="warnings" role="region" aria-label="只读">
      <div class="warning" role="alert">
        <p><strong>只读。</strong>{closed}</p>
        <div class="warning-actions"><Button id="take-over" onClick={onTakeOver}>转到这里编辑</Button></div>
      </div>
    </div>
  );
}

/** Coming to a view starts at its top; coming to a field, in the field. */
function useArrival(address: Address, main: { current: HTMLElement | null }, arrived: () => void): void {
  const first = useRef(true);
  useLayoutEffect(() => {
    if (!first.current) arrived();
    if (address.field) {
      const timer = setTimeout(() => focusField(address.field), 30);
      return () => clearTimeout(timer);
    }
    window.scrollTo(0, 0);
    const current = document.querySelector(".map-entry[aria-current=page]");
    if (current && current.scrollIntoView) current.scrollIntoView({ block: "nearest" });
    if (!first.current && main.current) main.current.focus({ preventScroll: true });
    first.current = false;
    return undefined;
  }, [address]);
}

function useShortcuts(view: string, onFind: () => void): void {
  const { desk, go, criteria, autosave } = useBench();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const inText = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLSelectElement;
      const control = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      if (document.querySelector("dialog[open]")) return;
      if ((control && key === "k") || (key === "/" && !inText && !control)) {
        event.preventDefault();
        onFind();
      } else if (control && key === "s") {
        event.preventDefault();
        void autosave.now();
      } else if (control && (key === "z" || key === "y") && !(inText && isWords(event.target))) {
        event.preventDefault();
        const place = key === "y" || event.shiftKey ? desk.redo() : desk.undo();
        if (place) go(place.view, place.field);
      } else if (event.altKey && (key === "arrowdown" || key === "arrowup")) {
        const { items } = contentsOf(criteria);
        const at = items.findIndex(({ id }) => id === addressNow().view);
        const next = items[at + (key === "arrowdown" ? 1 : -1)];
        if (next) {
          event.preventDefault();
          go(next.id);
        }
      }
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [view]);
}

/** A field of text has an undo of its own, of the browser's. */
function isWords(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !["checkbox", "radio", "button"].includes(target.type));
}
