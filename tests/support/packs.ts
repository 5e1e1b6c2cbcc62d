/** The shipped content for tests: packs read from the folder, resolved and parsed once. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Decision } from "../../engine/model/decision.ts";
import type { JsonObject } from "../../engine/model/json.ts";
import type { Pack, ResolvedPack } from "../../engine/model/pack.ts";
import type { Result } from "../../engine/model/problem.ts";
import type { ProcessDefinition } from "../../engine/model/process.ts";
import { readPack, resolve } from "../../engine/overlay/index.ts";
import { parseBpmn } from "../../engine/parse/bpmn.ts";
import { parseDmn } from "../../engine/parse/dmn.ts";

const definitionsFolder = fileURLToPath(new URL("../../definitions", import.meta.url));

/** Every file below a pack's folder, by its path with `/`. */
export function filesOf(pack: string): Readonly<Record<string, string>> {
  const root = join(definitionsFolder, pack);
  const walk = (folder: string): readonly string[] =>
    readdirSync(folder).flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? walk(path) : [path];
    });
  return Object.fromEntries(
    walk(root).map((path) => [relative(root, path).split(sep).join("/"), readFileSync(path, "utf8")]),
  );
}

export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.problems.map((problem) => `${problem.code} ${problem.zh}`).join("\n"));
}

export function packOf(folder: string): Pack {
  return valueOf(readPack(filesOf(folder)));
}

/** A street's content in force; `city` alone without a street. */
export function resolvedPack(street?: string): ResolvedPack {
  const children = street === undefined ? [] : [packOf(`streets/${street}`)];
  return valueOf(resolve(packOf("city"), children)).pack;
}

export function contentOf(pack: ResolvedPack, kind: string, key: string): JsonObject {
  const document = pack.documents[`${kind}/${key}`];
  if (document === undefined || !("content" in document)) throw new Error(`no ${kind}/${key}`);
  return document.content;
}

export function keysOf(pack: ResolvedPack, kind: string): readonly string[] {
  return Object.values(pack.documents)
    .filter((document) => document.kind === kind)
    .map(({ key }) => key);
}

/** Everything the parsers make of a pack's XML, as `bundleOf` wants it. */
export async function parsedOf(pack: ResolvedPack) {
  const processes: Record<string, ProcessDefinition> = {};
  const decisions: Record<string, Decision> = {};
  for (const document of Object.values(pack.documents)) {
    if (!("xml" in document)) continue;
    if (document.kind === "process")
      for (const process of valueOf(await parseBpmn(document.xml)).processes) processes[process.key] = process;
    else for (const decision of valueOf(await parseDmn(document.xml)).decisions) decisions[decision.key] = decision;
  }
  return { processes, decisions };
}
