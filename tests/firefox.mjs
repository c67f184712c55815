// Firefox driven over WebDriver BiDi. Commands come as lines of JSON, and so go the answers;
// what they mean is said in tests/firefox.py.
import { createInterface } from "node:readline";
import puppeteer from "puppeteer-core";

const { program, profile, downloads } = JSON.parse(process.argv[2]);
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: program,
  userDataDir: profile,
  headless: true,
  timeout: 60_000,
  defaultViewport: { width: 1280, height: 800 },
  extraPrefsFirefox: {
    // As Firefox comes: each local file is an origin of its own. Puppeteer puts them together.
    "security.fileuri.strict_origin_policy": true,
    "browser.download.folderList": 2,
    "browser.download.dir": downloads,
    "browser.download.useDownloadDir": true,
    "browser.download.always_ask_before_handling_new_types": false,
  },
});
const wrong = [];
const asked = [];
let page;

// Without a screen Firefox answers for the reader, who has cancelled: no picker may open.
const WITHOUT_PICKER = `document.addEventListener("click", (event) => {
  if (event.target.type === "file") event.preventDefault();
}, true)`;

const can = {
  async opens({ address }) {
    if (page) await page.close();
    page = await browser.newPage();
    page.setDefaultTimeout(30_000);
    page.on("pageerror", (error) => wrong.push(String(error)));
    page.on("console", (said) => {
      if (["error", "warn"].includes(said.type())) wrong.push(said.text());
    });
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(address);
  },
  evaluates: ({ script, given }) => page.evaluate(`(${script})(...${JSON.stringify(given)})`),
  async clicks({ selector }) {
    const found = await page.$(selector);
    // Away from the edges of the window, where the page may lay a message over it.
    await found.evaluate((element) => element.scrollIntoView({ block: "center" }));
    await found.click();
  },
  async presses({ keys }) {
    for (const key of keys) await page.keyboard.press(key);
  },
  async chooses({ selector, file }) {
    await page.evaluate(WITHOUT_PICKER);
    await page.click(selector);
    const input = await page.waitForSelector("input[type=file]");
    await input.uploadFile(file);
  },
  async prints({ file }) {
    await page.pdf({ path: file, preferCSSPageSize: true });
  },
  async heard() {
    // What the browser itself complains of comes a moment later.
    await new Promise((done) => setTimeout(done, 300));
    return { wrong, asked };
  },
};

const tell = (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`);
tell({ done: { process: browser.process().pid, version: await browser.version() } });
for await (const line of createInterface({ input: process.stdin })) {
  const { what, ...given } = JSON.parse(line);
  try {
    tell({ done: (await can[what](given)) ?? null });
  } catch (error) {
    tell({ failed: String(error) });
  }
}
await browser.close();
