/**
 * What the journeys share: a real server with an empty city, Chromium, and people who act on screens.
 * A journey does by hand what it proves; steps on the way there go through the same session's API.
 */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import type {
  AttachmentUploaded,
  CaseDetail,
  CasePage,
  DemoPerson,
  Place,
  Session,
  SubmissionAccepted,
  Task,
  TaskPage,
  TaskSummary,
} from "../../server/contract/types.ts";
import { desk, findChromium, launchBrowser, newDevice, phone } from "./browser.ts";
import { palettePng } from "./palette-png.ts";
import { pngPicture } from "./pictures.ts";
import { newId } from "./reports.ts";
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

const photoFile = (name: string) => ({
  name: `${name}.png`,
  mimeType: "image/png",
  buffer: pngPicture(320, 240),
});

/** Chooses a photo from the album, as from a phone, and waits until it has arrived. */
export async function addPhoto({ page }: Actor, name: string, field = page.locator("body")): Promise<void> {
  const arrived = page.waitForResponse((one) => one.url().includes("/api/attachments") && one.status() === 201);
  await field.locator("input[data-album]").first().setInputFiles(photoFile(name));
  await arrived;
}

export interface ReportWords {
  readonly place: string;
  /** What is written into the matter's search, and its title. */
  readonly matter: string;
  readonly description: string;
}

/** 扫码 → type the door's code → 在这里上报 → photo, matter, words; up to the last tap. */
export async function fillReport(actor: Actor, { place, matter, description }: ReportWords): Promise<void> {
  const { page } = actor;
  await page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "首页" }).click();
  await page.getByRole("link", { name: "扫码", exact: true }).click();
  await page.getByRole("textbox", { name: "手工输入编码" }).fill(place);
  await page.getByRole("button", { name: "确定" }).click();
  await page.getByRole("link", { name: "在这里上报" }).click();
  await page.getByText(`编码 ${place}`).waitFor();
  await addPhoto(actor, "现场");
  await page.getByRole("button", { name: "选择事项" }).click();
  await page.getByPlaceholder("查找事项").fill(matter);
  await page.getByRole("dialog").getByRole("button", { name: matter }).first().click();
  await page.getByLabel("情况描述").fill(description);
}

/** What the phone says after sending: number, owner, limit. */
export const sentNote = (page: Page) => page.getByRole("status").filter({ hasText: "编号" });

/** Sends what was filled in. @returns the case as its number and id */
export async function sendReport({ page }: Actor): Promise<CaseName> {
  await page.getByRole("button", { name: "上报", exact: true }).click();
  await page.getByRole("heading", { name: "上报成功" }).first().waitFor();
  const number = /\p{Script=Han}+-\d{8}-\d{4}/u.exec(await sentNote(page).innerText())?.[0];
  const address = await page.getByRole("link", { name: "查看进展" }).getAttribute("href");
  assert.ok(number !== undefined && address !== null);
  return { number, id: address.slice(address.lastIndexOf("/") + 1) };
}

export interface CaseName {
  readonly id: string;
  readonly number: string;
}

async function upload({ page }: Actor): Promise<string> {
  const { request } = page.context();
  const { csrfToken } = (await (await request.get("/api/session")).json()) as Session;
  const response = await request.post(`/api/attachments?id=${newId()}`, {
    headers: { "x-csrf-token": csrfToken },
    multipart: { file: photoFile("现场") },
  });
  assert.equal(response.status(), 201);
  return ((await response.json()) as AttachmentUploaded).id;
}

/** A report through the API, for journeys that prove something later. */
export async function report(actor: Actor, place: string, matter: string): Promise<CaseName> {
  const [{ body: form }, { body: where }] = await Promise.all([
    actor.get<{ version: number }>("/forms/eventReport"),
    actor.get<Place>(`/places/${place}`),
  ]);
  const position = { lng: where.lng, lat: where.lat, source: "place" };
  const description = "现场巡查时发现，影响居民通行";
  const data = { matter, place, position, description, severity: "general", photos: [await upload(actor)] };
  const sent = { id: newId(), form: "eventReport", formVersion: form.version, data, placeCode: place };
  const { status, body } = await actor.post<SubmissionAccepted>("/submissions", sent);
  assert.equal(status, 201, JSON.stringify(body));
  assert.ok(body.case);
  return { id: body.case.id, number: body.case.number };
}

/** The case's open task of this name, as this person is offered it; undefined when he is not. */
export async function offered(actor: Actor, of: CaseName, name: string): Promise<TaskSummary | undefined> {
  const { body } = await actor.get<TaskPage>("/tasks?view=todo&limit=200");
  return body.items.find((task) => task.case.id === of.id && task.name === name);
}

/** Completes a task through the API. `photos: true` stands for one fresh photo. */
export async function complete(
  actor: Actor,
  of: CaseName,
  name: string,
  data: Readonly<Record<string, unknown>>,
): Promise<void> {
  const task = await offered(actor, of, name);
  assert.ok(task, `${actor.person.id} is offered ${name}`);
  const path = `/tasks/${task.street}/${task.id}`;
  const { body: shown } = await actor.get<Task>(path);
  const photos = data["photos"] === true ? { photos: [await upload(actor)] } : {};
  const sent = { submissionId: newId(), data: { ...data, ...photos }, revision: shown.revision };
  const { status, body } = await actor.post(`${path}/complete`, sent);
  assert.equal(status, 200, JSON.stringify(body));
}

export async function caseOf(actor: Actor, { id }: CaseName): Promise<CaseDetail> {
  const { status, body } = await actor.get<CaseDetail>(`/cases/${id}`);
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}

/** Finds the task in his list by the case's number and opens it, as one does in the morning. */
export async function openTask(actor: Actor, of: CaseName, name: string): Promise<void> {
  if (actor.onPhone) await openOnPhone(actor.page, of, name);
  else await openAtDesk(actor.page, of, name);
}

async function openOnPhone(page: Page, { number }: CaseName, name: string): Promise<void> {
  await page.goto("/m");
  await page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "待办" }).click();
  await page.getByRole("link").filter({ hasText: number }).filter({ hasText: name }).click();
  await page.getByRole("button", { name: "提交" }).waitFor();
}

async function openAtDesk(page: Page, { number }: CaseName, name: string): Promise<void> {
  await page.goto("/desk");
  const row = page.getByRole("row").filter({ hasText: number }).filter({ hasText: name });
  await row.dblclick();
  await page.getByRole("heading", { name, exact: true }).waitFor();
}

/** The part of the screen in which a task is filled in. */
export const taskForm = ({ page, onPhone: isPhone }: Actor) =>
  isPhone ? page.locator("main") : page.locator(".gl-task");

/** Taps an answer of a question with a few answers. */
export async function choose(actor: Actor, question: string, answer: string): Promise<void> {
  const group = taskForm(actor).getByRole("radiogroup", { name: question });
  await group.getByRole("radio", { name: answer, exact: true }).check();
}

/** Sends the task's form and waits until the screen says that it is done. */
export async function submitTask(actor: Actor, of: CaseName): Promise<void> {
  const { page } = actor;
  await page.getByRole("button", { name: "提交" }).click();
  if (actor.onPhone) await page.getByRole("heading", { name: "办理成功" }).first().waitFor();
  else await page.getByRole("alert").or(page.getByRole("status")).filter({ hasText: of.number }).first().waitFor();
}

/** Opens the case's page, as from a link in a notice. */
export async function openCase({ page, onPhone: isPhone }: Actor, { id, number }: CaseName): Promise<void> {
  await page.goto(isPhone ? `/m/cases/${id}` : `/desk/case/${id}`);
  await page.getByText(number).first().waitFor();
}

/** 快进时间, one of its buttons; done when the screen says what fell due. */
export async function moveClock({ page }: Actor, by: "快进 1 小时" | "快进 1 天"): Promise<void> {
  await page.getByRole("button", { name: "快进时间" }).click();
  const sheet = page.getByRole("dialog", { name: "快进时间" });
  await sheet.getByRole("button", { name: by }).click();
  await sheet.getByText(/^现在是 /).waitFor();
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "hidden" });
}

/** Opens what the phone folds away: number, level, rule. */
export async function moreFacts({ page }: Actor): Promise<void> {
  await page.getByText("更多情况", { exact: true }).click();
}

export async function findCases(actor: Actor, q: string): Promise<CasePage["items"]> {
  return (await actor.get<CasePage>(`/cases?q=${encodeURIComponent(q)}`)).body.items;
}

/** Where the pictures of the README go; only with PICTURES=1. */
const album = join(import.meta.dirname, "..", "journeys", "pictures");
export const wantsPictures = process.env["PICTURES"] === "1";

export async function picture({ page }: Actor, name: string): Promise<void> {
  if (!wantsPictures) return;
  await page.waitForLoadState("networkidle");
  await page.mouse.move(0, 0);
  mkdirSync(album, { recursive: true });
  writeFileSync(join(album, `${name}.png`), palettePng(await page.screenshot({ animations: "disabled" })));
}
