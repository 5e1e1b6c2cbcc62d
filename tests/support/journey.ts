/**
 * What the journeys share: a real server with an empty city, Chromium, and people who act on screens.
 * A journey does by hand what it proves; steps on the way there go through the same session's API.
 */
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import type { DemoPerson, Place, Session } from "../../server/contract/types.ts";
import { desk, findChromium, launchBrowser, newDevice, phone } from "./browser.ts";
import { startTestServer, type TestServer, type TestServerOptions } from "./server.ts";

/** Roles whose first page is the phone's; everybody else works at a desk. */
const onPhone = new Set(["gridWorker", "gridLeader"]);

/** One person with a device of his own: its own cookies, storage and screen. */
export interface Actor {
  readonly page: Page;
  readonly person: DemoPerson;
  readonly onPhone: boolean;
  /** Through the session of the screen. @returns status and parsed body */
  readonly get: <T>(path: string) => Promise<Answer<T>>;
  readonly post: <T>(path: string, body: unknown) => Promise<Answer<T>>;
  /** Exceptions in the page that nobody saw. */
  readonly mishaps: readonly string[];
}

interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

export interface Journey {
  readonly server: TestServer;
  /** Signs in by choosing the post on the sign-in page. `nth` chooses among those who share a post. */
  readonly signInAs: (role: string, unit: string, nth?: number) => Promise<Actor>;
  /** Somebody without account, on a phone of his own; in English when asked. */
  readonly visitor: (english?: boolean) => Promise<Visitor>;
}

export interface Visitor {
  readonly page: Page;
  readonly mishaps: readonly string[];
}

interface Running {
  server?: TestServer;
  browser?: Browser;
  /** A step has failed. */
  broken?: boolean;
  readonly actors: Actor[];
}

/** A suite in Chromium with a server of its own; where there is no Chromium it is not defined and says so. */
export function journey(name: string, define: (journey: () => Journey) => void, options: TestServerOptions = {}): void {
  if (findChromium() === undefined) {
    console.log(`not run: ${name} (no Chromium found)`);
    return;
  }
  describe(`journey: ${name}`, function () {
    this.timeout(60_000);
    const running: Running = { actors: [] };
    before(async () => {
      [running.server, running.browser] = await Promise.all([startTestServer(options), launchBrowser()]);
    });
    // A journey is one story: what comes after a broken step tells nothing.
    beforeEach(() => assert.ok(running.broken !== true, "the step before worked"));
    afterEach(async function () {
      if (this.currentTest?.state !== "failed") return;
      running.broken = true;
      await saveScreens(running.actors, this.currentTest.title);
    });
    after(async () => {
      await running.browser?.close();
      await running.server?.stop();
    });
    define(() => ({
      server: serverOf(running),
      signInAs: (role, unit, nth = 0) => signIn(running, { role, unit, nth }),
      visitor: (english = false) => visit(running, english),
    }));
  });
}

function serverOf({ server }: Running): TestServer {
  assert.ok(server, "the server runs");
  return server;
}

/** What everybody saw when a journey failed, in the system's temporary folder. */
async function saveScreens(actors: readonly Actor[], title: string): Promise<void> {
  const folder = join(tmpdir(), "gridloom-journeys");
  mkdirSync(folder, { recursive: true });
  for (const { page, person } of actors.filter((each) => !each.page.isClosed())) {
    const path = join(folder, `${title.replace(/[^\w]+/g, "-").slice(0, 60)}-${person.id}.png`);
    await page.screenshot({ path, fullPage: true }).catch(() => undefined);
    console.log(`      screen of ${person.id}: ${path}`);
  }
}

async function visit({ server, browser }: Running, english: boolean): Promise<Visitor> {
  assert.ok(server !== undefined && browser !== undefined);
  const device = await newDevice(browser, server.url, { size: phone, english });
  device.setDefaultTimeout(15_000);
  const page = await device.newPage();
  const mishaps: string[] = [];
  page.on("pageerror", (error) => mishaps.push(error.message));
  return { page, mishaps };
}

interface Post {
  readonly role: string;
  readonly unit: string;
  readonly nth: number;
}

async function signIn(running: Running, post: Post): Promise<Actor> {
  const { server, browser } = running;
  assert.ok(server !== undefined && browser !== undefined);
  const person = (await server.people()).filter((each) => each.role === post.role && each.unit === post.unit)[post.nth];
  assert.ok(person, `somebody is ${post.role} at ${post.unit}`);
  const isPhone = onPhone.has(post.role);
  const device = await newDevice(browser, server.url, { size: isPhone ? phone : desk });
  device.setDefaultTimeout(15_000);
  const page = await device.newPage();
  const mishaps: string[] = [];
  page.on("pageerror", (error) => mishaps.push(error.message));
  await choosePost(page, person);
  const actor = { page, person, onPhone: isPhone, mishaps, ...doorOf(page) };
  if (isPhone) await standIn(actor, post.unit);
  running.actors.push(actor);
  return actor;
}

/** The phone knows where it is: at the first place of its own grid. */
async function standIn(actor: Actor, grid: string): Promise<void> {
  const { body } = await actor.get<readonly Place[]>("/places?limit=200");
  const place = body.find((each) => each.grid === grid);
  assert.ok(place, `${grid} has places`);
  const device = actor.page.context();
  await device.setGeolocation({ longitude: place.lng, latitude: place.lat, accuracy: 8 });
  await device.grantPermissions(["geolocation"]);
}

async function choosePost(page: Page, person: DemoPerson): Promise<void> {
  await page.goto("/");
  await page.getByPlaceholder("查找岗位").fill(person.name);
  const post = `${person.roleTitle["zh-CN"]} · ${person.unitTitle["zh-CN"]}`;
  await page.getByRole("button", { name: post }).filter({ hasText: person.name }).click();
  await page.waitForURL(/\/(m|desk|admin)/);
}

/** The API as this screen may use it: the same cookie, the same token. */
function doorOf(page: Page): Pick<Actor, "get" | "post"> {
  const { request } = page.context();
  const answerOf = async <T>(response: { status(): number; text(): Promise<string> }): Promise<Answer<T>> => {
    const text = await response.text();
    return { status: response.status(), body: (text === "" ? undefined : JSON.parse(text)) as T };
  };
  const token = async () => ((await (await request.get("/api/session")).json()) as Session).csrfToken;
  return {
    get: async (path) => answerOf(await request.get(`/api${path}`)),
    post: async (path, body) => {
      const headers = { "x-csrf-token": await token(), "content-type": "application/json" };
      return answerOf(await request.post(`/api${path}`, { headers, data: JSON.stringify(body) }));
    },
  };
}
