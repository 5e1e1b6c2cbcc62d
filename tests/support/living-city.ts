/**
 * One demo city with its cases and one browser, shared by all tests of the desk, the administration and the results:
 * loading a city takes seconds. Each test takes cases of its own and leaves the others alone.
 */
import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import type {
  CaseSummary,
  FormSummary,
  Place,
  SubmissionAccepted,
  TaskPage,
  TaskSummary,
} from "../../server/contract/types.ts";
import { desk, findChromium, launchBrowser, newDevice } from "./browser.ts";
import { type Client, startTestServer, type TestServer } from "./server.ts";

export interface LivingCity {
  readonly server: TestServer;
  readonly browser: Browser;
}

let started: Promise<TestServer> | undefined;
let opened: Promise<LivingCity> | undefined;

/** The same city for tests that need no browser. */
export function cityServer(): Promise<TestServer> {
  started ??= startTestServer({ city: true });
  return started;
}

async function open(): Promise<LivingCity> {
  const [server, browser] = await Promise.all([cityServer(), launchBrowser()]);
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
  await (await started)?.stop();
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

const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** Sends one photo and gives its id. */
async function sendPhoto(client: Client): Promise<string> {
  const id = randomUUID();
  const { status, body } = await client.upload(`/attachments?id=${id}`, pixel);
  if (status !== 201) throw new Error(`Expected the photo to be taken but got ${JSON.stringify(body)}`);
  return id;
}

/** A grid worker of 南苑 reports a blocked sewer at a known door: the case then waits for 城管中队 to sign for it. */
export async function reportSewer(): Promise<CaseSummary> {
  const { server } = await livingCity();
  const worker = await server.as("gridWorker", "xingfuGrid1");
  const places = (await worker.get<Place[]>("/places?street=nanyuan&limit=200")).body;
  const place = places.find((each) => each.grid === "xingfuGrid1");
  const form = (await worker.get<FormSummary[]>("/forms?street=nanyuan")).body.find(
    (each) => each.key === "eventReport",
  );
  if (place === undefined || form === undefined) throw new Error("Expected a door in xingfuGrid1 and the report form");
  const position = { lng: place.lng, lat: place.lat, source: "place" };
  const data = {
    photos: [await sendPhoto(worker), await sendPhoto(worker)],
    ...{ matter: "sewerBlocked", place: place.code, position, severity: "general", onSpot: false },
    description: "楼前下水道堵塞，污水外溢，行人绕行",
  };
  const sent = await worker.post<SubmissionAccepted>("/submissions", {
    ...{ id: randomUUID(), form: form.key, formVersion: form.version, data, position, placeCode: place.code },
  });
  if (sent.body.case === undefined) throw new Error(`Expected a case but got ${JSON.stringify(sent.body)}`);
  return sent.body.case;
}

/** The open task of this name in a case, as `client` sees it in his inbox. */
export async function openTask(client: Client, of: CaseSummary, name: string): Promise<TaskSummary> {
  const { body } = await client.get<TaskPage>(`/tasks?view=todo&q=${encodeURIComponent(of.number)}&limit=10`);
  const found = body.items.find((task) => task.case.id === of.id && task.name === name);
  if (found === undefined) throw new Error(`Expected “${name}” in ${of.number} but got ${JSON.stringify(body.items)}`);
  return found;
}

/** Signs for a case that has just been reported. */
export async function signFor(client: Client, task: TaskSummary): Promise<void> {
  const data = { decision: "accept" };
  const done = await client.post(`/tasks/${task.street}/${task.id}/complete`, { submissionId: randomUUID(), data });
  if (done.status !== 200) throw new Error(`Expected to sign for ${task.id} but got ${JSON.stringify(done.body)}`);
}
