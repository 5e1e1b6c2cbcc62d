/** What people of a journey do: on their screens by words and labels, or through the API of the same session. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type {
  AttachmentUploaded,
  CaseDetail,
  CasePage,
  Place,
  Session,
  SubmissionAccepted,
  Task,
  TaskPage,
  TaskSummary,
} from "../../server/contract/types.ts";
import type { Actor } from "./journey.ts";
import { palettePng } from "./palette-png.ts";
import { pngPicture } from "./pictures.ts";
import { newId } from "./reports.ts";

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
  const answered = page.waitForResponse((one) => one.url().endsWith("/complete"));
  await page.getByRole("button", { name: "提交" }).click();
  assert.equal((await answered).status(), 200);
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
  await page.getByRole("tooltip").first().waitFor({ state: "hidden" });
  mkdirSync(album, { recursive: true });
  writeFileSync(join(album, `${name}.png`), palettePng(await page.screenshot({ animations: "disabled" })));
}
