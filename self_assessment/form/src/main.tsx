/**
 * The form's entry. The line that asks for a newer browser is in the page from the start; it goes
 * away only once the form stands, and comes back with the reason where the start fails.
 */
import { render } from "preact";
import "./styles/form.css";
import { applyPreferences } from "./keeping/preferences";
import { openShelf, passingShelf, type Shelf } from "./keeping/shelf";
import { App } from "./views/app";
import { watchHands } from "./views/hands";
import { watchRoom } from "./views/room";

async function start(): Promise<void> {
  applyPreferences();
  watchHands();
  watchRoom();
  const shelf: Shelf = await openShelf().catch(passingShelf);
  render(<App shelf={shelf} />, document.getElementById("app")!);
  const banner = document.getElementById("banner");
  if (banner) banner.hidden = true;
}

start().catch((reason) => {
  const banner = document.getElementById("banner");
  if (!banner) return;
  banner.hidden = false;
  banner.textContent = `表单没有启动，请用新版浏览器打开；本机草稿没有受影响。（${String(reason)}）`;
});
