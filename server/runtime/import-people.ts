/**
 * People from an Excel file: every row checked first, then the good rows in one transaction, or all or none. A row is
 * one post of one person; a person is known again by login, else by telephone, so the same file twice changes nothing.
 */
import type { Person } from "../access/actor.ts";
import { exclude, mayAppoint } from "../access/appoint.ts";
import type { ImportProblem, ImportResult } from "../contract/types.ts";
import { readWorkbook, type Workbook } from "../external/read-workbook.ts";
import { answer, refuse, refuseWith, type Outcome } from "../http/outcome.ts";
import { problem } from "../http/problems.ts";
import type { Reader, Tx } from "../store/index.ts";
import { knownPeople, type ListedPerson } from "../store/person-list.ts";
import { postsOf } from "../store/posts.ts";
import { record } from "./change-register.ts";
import type { RuntimeContext } from "./context.ts";
import { importColumns, type ImportColumn } from "./import-columns.ts";
import { importFault, type ImportFault } from "./import-faults.ts";
import { loginOf, nameOf, phoneOf } from "./person-words.ts";
import { isManageable, pathOf, pathsSeen } from "./seen-person.ts";
import { grouped } from "./read-register.ts";
import { isWithin } from "../access/unit-tree.ts";
import { forgetStaffing } from "./staffing.ts";

const mostRows = 10_000;

interface Line {
  /** As Excel numbers it. */
  readonly line: number;
  readonly cells: Readonly<Record<ImportColumn, string>>;
}

/** A row that can be imported. */
interface Entry {
  readonly line: number;
  readonly name: string;
  readonly phone: string | null;
  readonly login: string | null;
  readonly unit: string;
  readonly role: string;
  /** Id of somebody who is there already. */
  readonly known: string | undefined;
  /** He has the post already. */
  readonly held: boolean;
}

export interface CheckedFile {
  readonly lines: readonly Line[];
  readonly entries: readonly Entry[];
  readonly problems: readonly ImportProblem[];
}

const letterOf = (at: number): string => String.fromCharCode(65 + at);

interface Columns {
  readonly at: Readonly<Record<ImportColumn, number>>;
}

function columnsIn(header: readonly string[]): Outcome<Columns> {
  const clean = header.map((cell) => cell.replaceAll(/[\s*＊]/g, "").toLowerCase());
  const found = importColumns.map(
    (column) => [column.key, clean.findIndex((cell) => column.names.includes(cell))] as const,
  );
  const missing = importColumns.filter(
    (column) => column.required && found.find(([key]) => key === column.key)?.[1] === -1,
  );
  if (missing.length > 0)
    return refuseWith("IMPORT_COLUMNS_MISSING", { columns: missing.map((column) => column.title).join("、") });
  return answer({ at: Object.fromEntries(found) as Record<ImportColumn, number> });
}

function linesOf({ rows }: Workbook, { at }: Columns): readonly Line[] {
  return rows.slice(1).flatMap((row, index) => {
    if (row.every((cell) => cell === "")) return [];
    const cells = Object.fromEntries(importColumns.map(({ key }) => [key, row[at[key]] ?? ""]));
    return [{ line: index + 2, cells: cells as Record<ImportColumn, string> }];
  });
}

/** What rows are checked against. */
interface Ground {
  readonly context: RuntimeContext;
  readonly principal: Person;
  readonly columns: Columns;
  readonly formulas: ReadonlySet<string>;
  readonly units: ReadonlyMap<string, readonly string[]>;
  readonly roles: ReadonlyMap<string, string>;
  readonly byLogin: ReadonlyMap<string, ListedPerson>;
  readonly byPhone: ReadonlyMap<string, ListedPerson>;
  readonly posts: ReadonlyMap<string, ReadonlySet<string>>;
  /** People of the file's earlier rows, by login or telephone. */
  readonly earlier: Map<string, { readonly line: number; readonly name: string; readonly roles: string[] }>;
  readonly seenRows: Map<string, number>;
  readonly manageable: (row: ListedPerson) => boolean;
}

const simple = (words: string): string => words.normalize("NFKC").replaceAll(/\s/g, "").toLowerCase();

function wordMaps({ catalogue }: RuntimeContext) {
  const units = new Map<string, string[]>();
  for (const unit of catalogue.tree.units)
    for (const word of new Set([unit.code, unit.title["zh-CN"], unit.title.en ?? ""].map(simple)))
      if (word !== "") units.set(word, [...(units.get(word) ?? []), unit.code]);
  const roles = new Map(
    catalogue
      .roles()
      .flatMap((role) =>
        [role.key, role.title["zh-CN"], role.title.en ?? ""].map((word) => [simple(word), role.key] as const),
      ),
  );
  return { units, roles };
}

async function groundOf(
  context: RuntimeContext,
  read: Reader,
  principal: Person,
  book: Workbook,
  columns: Columns,
): Promise<Ground> {
  const known = await knownPeople(read);
  const rows = [];
  for (let at = 0; at < known.length; at += 500)
    rows.push(
      ...(await postsOf(
        read,
        known.slice(at, at + 500).map((row) => row.id),
      )),
    );
  const byPerson = grouped(rows);
  const posts = new Map<string, Set<string>>();
  for (const [id, each] of byPerson)
    posts.set(id, new Set(each.filter((post) => post.to_at === null).map((post) => `${post.unit}/${post.role}`)));
  const byPhone = new Map<string, ListedPerson>();
  for (const row of known) if (row.workPhone !== null && row.state === "active") byPhone.set(row.workPhone, row);
  return {
    ...{ context, principal, columns, formulas: book.formulas, ...wordMaps(context), posts, byPhone },
    byLogin: new Map(known.flatMap((row) => (row.login === null ? [] : [[row.login, row] as const]))),
    ...{ earlier: new Map(), seenRows: new Map() },
    manageable: (row) => isManageable(context, principal, { row, posts: byPerson.get(row.id) ?? [] }),
  };
}

type Told = { readonly column: ImportColumn; readonly fault: ImportFault };

/** The unit that the words name, `unknown` or `ambiguous`; among those of the principal when several bear the name. */
function unitOf(ground: Ground, words: string): string {
  const { context, principal, units } = ground;
  const paths = pathsSeen(principal, "person.manage");
  const found = (units.get(simple(words)) ?? []).filter((code) => {
    const path = pathOf(context, code);
    return path !== undefined && paths.some((each) => isWithin(path, each));
  });
  return found.length > 1 ? "ambiguous" : (found[0] ?? "unknown");
}

function postFaults(ground: Ground, unit: string, role: string | undefined, cells: Line["cells"]): Told[] {
  const { context, principal } = ground;
  if (unit === "unknown") return [{ column: "unit", fault: importFault("UNIT_UNKNOWN", { value: cells.unit }) }];
  if (unit === "ambiguous") return [{ column: "unit", fault: importFault("UNIT_AMBIGUOUS", { value: cells.unit }) }];
  if (role === undefined) return [{ column: "role", fault: importFault("ROLE_UNKNOWN", { value: cells.role }) }];
  const { catalogue } = context;
  const kind = catalogue.tree.get(unit)?.kind ?? "";
  if (
    catalogue
      .roles()
      .find((each) => each.key === role)
      ?.at.includes(kind) !== true
  )
    return [
      {
        column: "role",
        fault: importFault("ROLE_NOT_HERE", { unit: catalogue.unitTitle(unit)["zh-CN"], value: cells.role }),
      },
    ];
  const how = mayAppoint(principal, { role, path: catalogue.tree.path(unit) });
  return how === "now" ? [] : [{ column: "role", fault: importFault("ROLE_NOT_YOURS", { value: cells.role }) }];
}

/** Somebody known, or why the row contradicts what is known. */
function knownOf(
  ground: Ground,
  words: { name: string; phone: string | null; login: string | null },
): ListedPerson | Told | undefined {
  const { name, phone, login } = words;
  const byLogin = login === null ? undefined : ground.byLogin.get(login);
  const byPhone = phone === null ? undefined : ground.byPhone.get(phone);
  if (byLogin !== undefined && byPhone !== undefined && byLogin.id !== byPhone.id)
    return { column: "phone", fault: importFault("PHONE_OF_OTHER", {}) };
  const found = byLogin ?? byPhone;
  if (found === undefined) return undefined;
  const column = byLogin === undefined ? "phone" : "login";
  if (found.name !== name || found.state !== "active")
    return { column, fault: importFault(column === "login" ? "LOGIN_OF_OTHER" : "PHONE_OF_OTHER", {}) };
  if (column === "phone" && login !== null && found.login !== null && found.login !== login)
    return { column: "login", fault: importFault("LOGIN_DIFFERS", {}) };
  return ground.manageable(found) ? found : { column: "name", fault: importFault("PERSON_NOT_YOURS", {}) };
}

/** The same login or telephone on an earlier row must be the same person; the same row twice is a mistake. */
function earlierFaults(ground: Ground, line: Line, entry: Entry): Told[] {
  const names = [
    entry.login === null ? undefined : `login ${entry.login}`,
    entry.phone === null ? undefined : `phone ${entry.phone}`,
  ];
  const faults: Told[] = [];
  for (const [at, key] of names.entries()) {
    const before = key === undefined ? undefined : ground.earlier.get(key);
    if (before === undefined || before.name === entry.name) continue;
    faults.push({
      column: at === 0 ? "login" : "phone",
      fault: importFault(at === 0 ? "LOGIN_TWICE" : "PHONE_TWICE", { line: before.line }),
    });
  }
  const row = `${entry.login ?? entry.phone ?? entry.name} ${entry.unit} ${entry.role}`;
  const twin = ground.seenRows.get(row);
  if (twin !== undefined) faults.push({ column: "name", fault: importFault("ROW_TWICE", { line: twin }) });
  const roles = names.flatMap((key) => (key === undefined ? [] : (ground.earlier.get(key)?.roles ?? [])));
  if (exclude([...roles, entry.role])) faults.push({ column: "role", fault: importFault("ROLES_EXCLUDE", {}) });
  if (faults.length > 0) return faults;
  ground.seenRows.set(row, line.line);
  for (const key of names)
    if (key !== undefined && !ground.earlier.has(key))
      ground.earlier.set(key, { line: line.line, name: entry.name, roles: [entry.role] });
  return [];
}

function wordFaults({ cells }: Line): Told[] {
  const faults: Told[] = [];
  if (cells.name === "") faults.push({ column: "name", fault: importFault("MISSING", { column: "姓名" }) });
  else if (nameOf(cells.name) === undefined) faults.push({ column: "name", fault: importFault("NAME_INVALID", {}) });
  if (phoneOf(cells.phone) === undefined) faults.push({ column: "phone", fault: importFault("PHONE_INVALID", {}) });
  if (loginOf(cells.login) === undefined) faults.push({ column: "login", fault: importFault("LOGIN_INVALID", {}) });
  if (cells.unit === "") faults.push({ column: "unit", fault: importFault("MISSING", { column: "单位" }) });
  if (cells.role === "") faults.push({ column: "role", fault: importFault("MISSING", { column: "岗位" }) });
  return faults;
}

function formulaFaults({ formulas, columns }: Ground, { line }: Line): Told[] {
  return importColumns
    .filter(({ key }) => formulas.has(`${letterOf(columns.at[key])}${String(line)}`))
    .map(({ key }) => ({ column: key, fault: importFault("FORMULA", {}) }));
}

function checkLine(ground: Ground, line: Line): Entry | readonly Told[] {
  const { cells } = line;
  const first = [...formulaFaults(ground, line), ...wordFaults(line)];
  if (first.length > 0) return first;
  const words = {
    name: nameOf(cells.name) ?? "",
    phone: phoneOf(cells.phone) ?? null,
    login: loginOf(cells.login) ?? null,
  };
  const unit = unitOf(ground, cells.unit);
  const role = ground.roles.get(simple(cells.role));
  const faults = postFaults(ground, unit, role, cells);
  if (words.phone === null && words.login === null)
    faults.push({ column: "login", fault: importFault("NOTHING_TO_KNOW_BY", {}) });
  if (faults.length > 0 || role === undefined) return faults;
  const known = knownOf(ground, words);
  if (known !== undefined && "fault" in known) return [known];
  const held = known !== undefined && (ground.posts.get(known.id)?.has(`${unit}/${role}`) ?? false);
  const entry: Entry = { line: line.line, ...words, unit, role, known: known?.id, held };
  const told = earlierFaults(ground, line, entry);
  return told.length > 0 ? told : entry;
}

function problemOf({ columns }: Ground, line: Line, { column, fault }: Told): ImportProblem {
  const value = line.cells[column].slice(0, 60);
  const title = importColumns.find((each) => each.key === column)?.title ?? "";
  const at = columns.at[column];
  return {
    ...{ line: line.line, column: at < 0 ? "" : letterOf(at), columnTitle: title, ...fault },
    ...(value === "" ? {} : { value }),
  };
}

/** In: the bytes of an Excel file. Out: every row judged; refused when the file as a whole cannot be read. */
async function check(
  context: RuntimeContext,
  read: Reader,
  principal: Person,
  book: Workbook,
): Promise<Outcome<CheckedFile>> {
  const columns = columnsIn(book.rows[0] ?? []);
  if (!columns.ok) return columns;
  const lines = linesOf(book, columns.value);
  if (lines.length === 0) return refuseWith("IMPORT_EMPTY");
  if (lines.length > mostRows) return refuseWith("IMPORT_TOO_LONG", { limit: mostRows });
  const ground = await groundOf(context, read, principal, book, columns.value);
  const entries: Entry[] = [];
  const problems: ImportProblem[] = [];
  for (const line of lines) {
    const checked = checkLine(ground, line);
    if ("line" in checked) entries.push(checked);
    else problems.push(...checked.map((told) => problemOf(ground, line, told)));
  }
  return answer({ lines, entries, problems });
}

async function bookOf(bytes: Uint8Array): Promise<Outcome<Workbook>> {
  const book = await readWorkbook(bytes);
  return book === undefined
    ? refuseWith("WORKBOOK_BROKEN", { reason: "不是完整的 Excel 工作簿 not a whole workbook" })
    : answer(book);
}

export async function checkPeopleFile(
  context: RuntimeContext,
  principal: Person,
  bytes: Uint8Array,
): Promise<Outcome<CheckedFile>> {
  const book = await bookOf(bytes);
  return book.ok ? check(context, context.store.read, principal, book.value) : book;
}

/** What a row is known by. */
const keysOf = ({ login, phone }: Entry): readonly string[] => [
  ...(login === null ? [] : [`login ${login}`]),
  ...(phone === null ? [] : [`phone ${phone}`]),
];

/** How many people the rows of nobody known stand for: several posts of one are several rows. */
function newPeople(entries: readonly Entry[]): number {
  const met = new Set<string>();
  let count = 0;
  for (const entry of entries) {
    const keys = keysOf(entry);
    if (!keys.some((key) => met.has(key))) count += 1;
    for (const key of keys) met.add(key);
  }
  return count;
}

function resultOf({ lines, entries, problems }: CheckedFile, imported: boolean): ImportResult {
  const fresh = entries.filter((entry) => entry.known === undefined);
  const people = newPeople(fresh);
  return {
    ...{ rows: lines.length, good: entries.length, bad: lines.length - entries.length, people },
    posts: entries.filter((entry) => !entry.held).length,
    unchanged: entries.filter((entry) => entry.held).length,
    ...{ imported, added: [], problems: [...problems] },
  };
}

/** Out: ids of the people who are new. Rows are staged and go out in few statements: five thousand in about a second. */
function importEntries(context: RuntimeContext, tx: Tx, principal: Person, entries: readonly Entry[]): string[] {
  const at = context.ports.clock.now();
  const ids = new Map<string, string>();
  const added: string[] = [];
  for (const entry of entries) {
    if (entry.held) continue;
    const keys = keysOf(entry);
    const known = entry.known ?? keys.map((key) => ids.get(key)).find((id) => id !== undefined);
    const id = known ?? context.ports.ids.uuid();
    for (const key of keys) ids.set(key, id);
    if (known === undefined) {
      added.push(id);
      tx.insert("person", {
        id,
        name: entry.name,
        state: "active",
        created_at: at,
        work_phone: entry.phone,
        updated_at: at,
      });
      if (entry.login !== null)
        tx.insert("account", {
          login: entry.login,
          person_id: id,
          password_hash: "",
          state: "invited",
          created_at: at,
          updated_at: at,
        });
    }
    const { unit, role } = entry;
    tx.insert("grant_", { person_id: id, unit, role, granted_at: at });
    tx.insert("post", {
      person_id: id,
      unit,
      role,
      from_at: at,
      to_at: null,
      state: "current",
      by_person: principal.id,
      ended_by: null,
      until_at: null,
    });
  }
  return added;
}

/** `good`: the good rows are imported, the bad ones are told; `all`: one bad row and nothing is. */
export async function importPeople(
  context: RuntimeContext,
  principal: Person,
  bytes: Uint8Array,
  mode: "check" | "good" | "all",
): Promise<Outcome<ImportResult>> {
  const book = await bookOf(bytes);
  if (!book.ok) return book;
  if (mode === "check") {
    const checked = await check(context, context.store.read, principal, book.value);
    return checked.ok ? answer(resultOf(checked.value, false)) : checked;
  }
  return context.store.write(async (tx): Promise<Outcome<ImportResult>> => {
    // Checked again on the rows of this transaction: two administrators may import at once.
    const checked = await check(context, tx, principal, book.value);
    if (!checked.ok) return checked;
    const { entries, problems, lines } = checked.value;
    if (mode === "all" && problems.length > 0)
      return refuse(problem("IMPORT_HAS_ERRORS", { bad: lines.length - entries.length }));
    const added = importEntries(context, tx, principal, entries);
    const result = { ...resultOf(checked.value, true), added };
    const { good, bad, people, posts } = result;
    record(
      context,
      tx,
      principal,
      "people.import",
      { id: principal.id, unit: undefined },
      { good, bad, people, posts },
    );
    tx.afterCommit(() => forgetStaffing(context.store));
    return answer(result);
  });
}
