/** The bar at the top: whose report it is, whether it is safe, and what one does at any time. */
import type { JSX } from "preact";
import { settings } from "../made";
import { useBench, useDesk, useFiling, usePreferences } from "./bench";
import { Button, EditButton } from "./controls";
import { Icon } from "./icons";
import { Menu, MenuItem, MenuLine } from "./menu";
import { prefer } from "../keeping/preferences";
import { StatusLine } from "./status-line";

interface BarProps {
  guide: boolean;
  onGuide: () => void;
  onFind: () => void;
  onHelp: () => void;
}

export function TopBar({ guide, onGuide, onFind, onHelp }: BarProps): JSX.Element {
  const { leave, go, desk } = useBench();
  const name = useFiling((f) => f.organisation.name);
  const year = useFiling((f) => f.year);
  const undoable = useDesk((d) => d.undoable);
  const redoable = useDesk((d) => d.redoable);
  const turn = (place: { view: string; field: string } | null): void => {
    if (place) go(place.view, place.field);
  };
  return (
    <header class="bar">
      <button type="button" class="bar-home" onClick={leave} title="回到草稿列表">
        <Seal />
        <span class="bar-title">自评报告</span>
      </button>
      <p class="bar-whose">
        <span class="bar-name">{name || "未填组织名称"}</span>
        <span class="bar-year">{year} 年度</span>
      </p>
      <StatusLine />
      <div class="bar-tools">
        <EditButton kind="quiet" icon="undo" disabled={!undoable} title={undoable ? `撤销：${undoable}` : "没有可撤销的修改"} onClick={() => turn(desk.undo())}>撤销</EditButton>
        <EditButton kind="bare" icon="redo" label="重做" disabled={!redoable} title={redoable ? `重做：${redoable}` : "没有可重做的修改"} onClick={() => turn(desk.redo())} />
        <Button kind="quiet" icon="find" title="查找全文（/ 或 Ctrl+K）" onClick={onFind}>查找</Button>
        <span class="bar-guide"><Button kind="quiet" icon="guide" title="指导" expanded={guide} onClick={onGuide}>指导</Button></span>
        <Button kind="main" icon="out" onClick={() => go("export")}>导出</Button>
        <MoreMenu onHelp={onHelp} />
      </div>
    </header>
  );
}

function MoreMenu({ onHelp }: { onHelp: () => void }): JSX.Element {
  const { go, leave } = useBench();
  const { theme, large, guide } = usePreferences();
  return (
    <Menu label="更多">
      <MenuItem onPick={() => go("drafts")}>草稿与快照</MenuItem>
      <MenuItem onPick={() => go("history")}>修改记录</MenuItem>
      <MenuItem onPick={() => go("together")}>分工与合议</MenuItem>
      <MenuLine />
      <MenuItem checked={large} onPick={() => prefer({ large: !large })}>大字</MenuItem>
      <MenuItem checked={guide} onPick={() => prefer({ guide: !guide })}>显示指导栏</MenuItem>
      <MenuItem checked={theme === "auto"} onPick={() => prefer({ theme: "auto" })}>随系统明暗</MenuItem>
      <MenuItem checked={theme === "light"} onPick={() => prefer({ theme: "light" })}>浅色</MenuItem>
      <MenuItem checked={theme === "dark"} onPick={() => prefer({ theme: "dark" })}>深色</MenuItem>
      <MenuLine />
      <MenuItem onPick={onHelp}>键盘操作</MenuItem>
      <MenuItem onPick={leave}>回到草稿列表</MenuItem>
    </Menu>
  );
}

/** A small seal with the first character of 自评, cut like a stamp. */
export function Seal(): JSX.Element {
  return (
    <svg class="seal" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect class="seal-ground" x="1" y="1" width="30" height="30" rx="3" />
      <path class="seal-cut" d="M17 4.5l-2.5 3.5M8.5 8.5h15v18h-15zM8.5 14.5h15M8.5 20.5h15" />
    </svg>
  );
}

/** The regions of a narrow screen, one at a time. */
export type Region = "map" | "writing" | "guide";

export function BottomBar({ view, region, onRegion }: { view: string; region: Region; onRegion: (region: Region) => void }): JSX.Element {
  const { go } = useBench();
  const entry = (name: string, icon: "map" | "pen" | "guide" | "sum" | "out", here: boolean, lead: () => void): JSX.Element => (
    <button type="button" class="bottom-entry" aria-pressed={here} onClick={lead}>
      <Icon name={icon} /><span>{name}</span>
    </button>
  );
  const writes = region === "writing";
  const page = (name: string, icon: "sum" | "out", to: string): JSX.Element =>
    entry(name, icon, writes && view === to, () => { onRegion("writing"); go(to); });
  return (
    <div class="bottom" role="group" aria-label="切换区域">
      {entry("目录", "map", region === "map", () => onRegion("map"))}
      {entry("撰写", "pen", writes && view !== "overview" && view !== "export", () => onRegion("writing"))}
      {entry("指导", "guide", region === "guide", () => onRegion("guide"))}
      {page("汇总", "sum", "overview")}
      {page("导出", "out", "export")}
    </div>
  );
}

/** Said on every page of a demonstration. */
export function DemoLine(): JSX.Element | null {
  return settings.demo ? <aside class="demo" aria-label="演示">演示版本：奖项和单位名称均为虚构，请勿报送。</aside> : null;
}
