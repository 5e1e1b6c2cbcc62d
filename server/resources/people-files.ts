/** People as Excel files: the list, the template, the import and what is wrong with it. */
import type { Person } from "../access/actor.ts";
import type { Container } from "../container.ts";
import type { Invitations, InvitedPerson, PersonSummary } from "../contract/types.ts";
import { workbookType, writeWorkbook, type Sheet } from "../external/write-workbook.ts";
import type { Handlers } from "../http/call.ts";
import { answer, Content, notFound, type Outcome } from "../http/outcome.ts";
import { importColumns } from "../runtime/import-columns.ts";
import type { CheckedFile } from "../runtime/import-people.ts";
import type { InvitedMany } from "../runtime/invite-many.ts";
import { dayOf } from "../views/moments.ts";

type Mine = Pick<
  Handlers,
  "people.invite" | "people.export" | "people.template" | "people.import" | "people.importProblems"
>;

async function file(name: string, sheets: readonly Sheet[]): Promise<Outcome<Content>> {
  const disposition = `attachment; filename="people.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`;
  return answer(new Content(workbookType, await writeWorkbook(sheets), { "Content-Disposition": disposition }));
}

const header = importColumns.map((column) => column.title);
const widths = importColumns.map((column) => column.width);

/** One line a post, so that the file can be imported again. */
function listed(people: readonly PersonSummary[]): Sheet {
  const rows = people.flatMap((person) => {
    const posts = person.posts.length > 0 ? person.posts : [undefined];
    return posts.map((post) => [
      ...[person.name, person.workPhone ?? "", person.login ?? ""],
      ...[post?.unitTitle["zh-CN"] ?? "", post?.roleTitle["zh-CN"] ?? ""],
    ]);
  });
  return { title: "人员", header, rows, widths };
}

/** The posts that the person may give at once, for copying. */
function choices({ catalogue, runtime }: Container, principal: Person): Sheet {
  const rows = runtime.register
    .choices(principal)
    .filter((choice) => !choice.proposal)
    .map(({ unit, role }) => [catalogue.unitTitle(unit)["zh-CN"], catalogue.roleTitle(role)["zh-CN"], unit, role]);
  return {
    title: "可填的单位和岗位",
    header: ["单位", "岗位", "单位编号", "岗位编号"],
    rows,
    widths: [26, 16, 20, 20],
  };
}

const marked = (): Sheet => ({
  ...{ title: "人员", rows: [], widths },
  header: importColumns.map((column) =>
    column.required && column.key !== "login" && column.key !== "phone" ? `${column.title}*` : column.title,
  ),
});

/** The bad rows as they were, with where and why. */
function faulty({ lines, problems }: CheckedFile): Sheet {
  const byLine = new Map<number, string[]>();
  for (const { line, columnTitle, zh } of problems)
    byLine.set(line, [...(byLine.get(line) ?? []), `${columnTitle}：${zh}`]);
  const rows = lines
    .filter(({ line }) => byLine.has(line))
    .map(({ line, cells }) => [
      ...importColumns.map(({ key }) => cells[key]),
      ...[String(line), (byLine.get(line) ?? []).join(" ")],
    ]);
  return { title: "错误行", header: [...header, "原行号", "错误说明"], rows, widths: [...widths, 8, 60] };
}

/** To hand out or to send: one line a person. */
function invitationSheet(items: readonly InvitedPerson[], timeZone: string): Sheet {
  return {
    title: "邀请码",
    header: ["姓名", "单位和岗位", "登录名", "邀请码", "邀请链接", "有效期至"],
    rows: items.map(({ name, posts, login, code, link, until }) => [
      ...[name, posts.map((post) => post["zh-CN"]).join("；"), login, code, link],
      dayOf(Date.parse(until), timeZone),
    ]),
    widths: [12, 36, 18, 24, 48, 14],
  };
}

async function invitations(container: Container, { items, skipped }: InvitedMany): Promise<Invitations> {
  // In the fragment: it is never sent to a server, so it stands in no log.
  const linked = items.map((each) => ({ ...each, link: `${container.settings.publicUrl}/join#${each.code}` }));
  const sheet = await writeWorkbook([invitationSheet(linked, container.catalogue.timeZone)]);
  return { items: linked, skipped: [...skipped], sheet: Buffer.from(sheet).toString("base64") };
}

export function peopleFiles(container: Container): Mine {
  const { register } = container.runtime;
  return {
    "people.invite": async ({ principal, query, body: { people } }) => {
      const wish = { ...(people === undefined ? {} : { people }), filter: query };
      const invited = await register.inviteMany(principal, wish, container.wall.now());
      return invited === undefined ? notFound() : answer(await invitations(container, invited));
    },
    "people.export": async ({ principal, query }) => {
      const people = await register.allPeople(principal, query);
      if (people === undefined) return notFound();
      await register.noteExport(principal, people.length);
      return file("人员名单.xlsx", [listed(people)]);
    },
    "people.template": async ({ principal }) => file("人员导入模板.xlsx", [marked(), choices(container, principal)]),
    "people.import": async ({ principal, query, body }) => register.importFile(principal, body.bytes, query.mode),
    "people.importProblems": async ({ principal, body }) => {
      const checked = await register.checkFile(principal, body.bytes);
      return checked.ok ? file("人员导入错误行.xlsx", [faulty(checked.value)]) : checked;
    },
  };
}
