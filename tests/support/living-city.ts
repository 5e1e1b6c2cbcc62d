/**
 * One demo city with its cases and one browser, shared by all tests of the desk and the administration:
 * loading a city takes seconds. Each test takes cases of its own and leaves the others alone.
 */
import type { Browser, Page } from "playwright-core";
import type { TaskPage, TaskSummary } from "../../server/contract/types.ts";
import { desk, findChromium, launchBrowser, newDevice } from "./browser.ts";
import { type Client, startTestServer, type TestServer } from "./server.ts";

export interface LivingCity {
  readonly server: TestServer;
  readonly browser: Browser;
}

let opened: Promise<LivingCity> | undefined;

async function open(): Promise<LivingCity> {
  const [server, browser] = await Promise.all([startTestServer({ city: true }), launchBrowser()]);
  return { server, browser };
}

export function livingCity(): Promise<LivingCity> {
  opened ??= open();
  return opened;
}

// A root hook: whichever file came last, server and browser end with the run.
after(async () => {
  const city = await opened;
  await city?.browser.close();
  await city?.server.stop();
});

/** A suite that needs Chromium and the city; where there is no Chromium it is not defined and says so (decided.md 24). */
export function inChromium(name: string, define: () => void): void {
  if (findChromium() === undefined) {
    console.log(`not run: ${name} (no Chromium found)`);
    return;
  }
  describe(name, function () {
    this.timeout(120_000);
    define();
  });
}

export interface DeskPage {
  readonly page: Page;
  /** What went wrong in the page that nobody saw: exceptions, not failed requests. */
  readonly mishaps: readonly string[];
}

interface DeskOptions {
  readonly size?: { readonly width: number; readonly height: number };
  readonly english?: boolean;
  readonly dark?: boolean;
}

/** A fresh device on which `client` is signed in, at `path`. */
export async function deskPage(client: Client, path: string, options: DeskOptions = {}): Promise<DeskPage> {
  const { browser, server } = await livingCity();
  const device = await newDevice(browser, server.url, { size: desk, ...options });
  const at = client.cookie.indexOf("=");
  await device.addCookies([{ name: client.cookie.slice(0, at), value: client.cookie.slice(at + 1), url: server.url }]);
  const page = await device.newPage();
  const mishaps: string[] = [];
  page.on("pageerror", (error) => mishaps.push(error.message));
  await page.goto(path);
  return { page, mishaps };
}

/** The first open task of this name in the view, or an error that says what is missing in the demo city. */
export async function someTask(
  client: Client,
  view: string,
  wanted: (task: TaskSummary) => boolean = () => true,
): Promise<TaskSummary> {
  const { body } = await client.get<TaskPage>(`/tasks?view=${view}&limit=200`);
  const found = body.items.find(wanted);
  if (found === undefined) throw new Error(`Expected a task in ${view} among ${String(body.items.length)}`);
  return found;
}
