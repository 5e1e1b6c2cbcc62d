/**
 * A form's schema → its validator, for the server and as an ES module for the phone. Checked first, compiled in a
 * worker that is killed after two seconds, kept as a file by hash so that a restart compiles nothing.
 */
import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ErrorObject, ValidateFunction } from "ajv";
import type { JsonObject } from "../../engine/model/json.ts";
import type { Problem, Result } from "../../engine/model/problem.ts";
import { schemaProblems } from "./check-schema.ts";
import { CompilePool, type PoolAnswer } from "./compile-pool.ts";
import { DraftModules, markUsed } from "./draft-modules.ts";
import { expansionProblem } from "./expanded-size.ts";
import { codeOf, moduleFor, serverModule } from "./module-text.ts";

export interface CompiledForm {
  /** Names the module's file: changes with the schema and with the compiler. */
  readonly hash: string;
  /** ajv's errors, empty when the data fits the schema. FEEL rules are `engine/forms`'s. */
  validate(data: unknown): readonly ErrorObject[];
  /** ES module for browsers: `validators` by rjsf's keys, and `schemaHash`. */
  readonly moduleSource: string;
}

/** For a form that is still being designed: its module can be fetched by hash for a while, and is never run here. */
export type CompileDraft = (schema: JsonObject) => Promise<Result<Pick<CompiledForm, "hash">>>;

export type CompileForm = (schema: JsonObject) => Promise<Result<CompiledForm>>;

export interface FormCompiler {
  readonly compileForm: CompileForm;
  readonly compileDraft: CompileDraft;
  /** Text of a compiled module by hash, or undefined. */
  moduleByHash(hash: string): Promise<string | undefined>;
  stop(): Promise<void>;
}

/** Raise it when the generated code changes: every form is then compiled anew. */
const compilerVersion = "1";

const hashOf = (schema: JsonObject) =>
  createHash("sha256").update(compilerVersion).update(JSON.stringify(schema)).digest("hex").slice(0, 40);

function tooSlow(): Problem {
  return {
    code: "FORM_COMPILE_TOO_LONG",
    zh: "表单过于复杂，2 秒内无法编译：请减少字段、分支或正则表达式。",
    en: "The form is too complex to compile within 2 seconds: use fewer fields, branches or expressions.",
    path: "/",
  };
}

function refused(reason: string): Problem {
  const [, path = "/"] = /data(\/\S*) /.exec(reason) ?? [];
  return {
    code: "FORM_SCHEMA_INVALID",
    zh: `表单定义不是正确的 JSON Schema：${reason}`,
    en: `The form is not a correct JSON Schema: ${reason}`,
    path,
  };
}

function problemOf(answer: PoolAnswer): Problem | undefined {
  if (answer.kind === "late") return tooSlow();
  return answer.kind === "refused" ? refused(answer.reason.slice(0, 500)) : undefined;
}

/** Writes so that a reader never meets half a file. */
async function keep(file: string, text: string): Promise<void> {
  const temporary = `${file}.${process.pid}.${performance.now()}`;
  await writeFile(temporary, text, { mode: 0o600 });
  await rename(temporary, file);
}

function checked(schema: JsonObject): readonly Problem[] {
  const problems = schemaProblems(schema);
  if (problems.length > 0) return problems;
  const expansion = expansionProblem(schema);
  return expansion === undefined ? [] : [expansion];
}

/** @param folder where compiled modules are kept, below the data folder */
export function createFormCompiler(folder: string): FormCompiler {
  const pool = new CompilePool();
  const known = new Map<string, Promise<Result<CompiledForm>>>();
  const drafts = new DraftModules();
  const fileOf = (hash: string) => join(folder, `${hash}.mjs`);
  const read = (hash: string) => readFile(fileOf(hash), "utf8").catch(() => undefined);

  async function load(hash: string): Promise<CompiledForm> {
    const text = (await read(hash)) ?? "";
    // The file names the runtime by its place, which changes when the house moves.
    const wanted = serverModule(codeOf(text), hash);
    if (wanted !== text) await keep(fileOf(hash), wanted);
    await markUsed(fileOf(hash), Date.now());
    const loaded = (await import(pathToFileURL(fileOf(hash)).href)) as { readonly validate: ValidateFunction };
    const validate = (data: unknown) => (loaded.validate(data) ? [] : (loaded.validate.errors ?? []));
    return { hash, validate, moduleSource: moduleFor(codeOf(text), hash) };
  }

  /** Out: the problem, or nothing once the file is there. */
  async function write(schema: JsonObject, hash: string): Promise<Problem | undefined> {
    const answer = await pool.compile(schema);
    const problem = problemOf(answer);
    if (problem !== undefined) return problem;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await keep(fileOf(hash), serverModule(answer.kind === "code" ? answer.code : "", hash));
    return undefined;
  }

  async function make(schema: JsonObject, hash: string): Promise<Result<CompiledForm>> {
    await drafts.keep(hash);
    const problem = (await read(hash)) === undefined ? await write(schema, hash) : undefined;
    return problem === undefined ? { ok: true, value: await load(hash) } : { ok: false, problems: [problem] };
  }

  async function compileForm(schema: JsonObject): Promise<Result<CompiledForm>> {
    const problems = checked(schema);
    if (problems.length > 0) return { ok: false, problems };
    const hash = hashOf(schema);
    const before = known.get(hash);
    if (before !== undefined) return before;
    const made = make(schema, hash);
    if (known.size >= 200) known.clear();
    known.set(hash, made);
    return made;
  }

  async function compileDraft(schema: JsonObject): Promise<Result<Pick<CompiledForm, "hash">>> {
    const problems = checked(schema);
    if (problems.length > 0) return { ok: false, problems };
    const hash = hashOf(schema);
    if ((await read(hash)) === undefined) {
      const problem = await write(schema, hash);
      if (problem !== undefined) return { ok: false, problems: [problem] };
      drafts.made(hash, fileOf(hash));
    } else drafts.used(hash);
    return { ok: true, value: { hash } };
  }

  return {
    compileForm,
    compileDraft,
    moduleByHash: async (hash) => {
      const text = /^[0-9a-f]{40}$/.test(hash) ? await read(hash) : undefined;
      return text === undefined ? undefined : moduleFor(codeOf(text), hash);
    },
    stop: () => pool.stop(),
  };
}
