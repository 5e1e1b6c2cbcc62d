/** The shipped content: every folder with a `pack.json` below `definitions/`, read into packs. */
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { readPack } from "../../engine/overlay/index.ts";
import type { Pack } from "../../engine/model/pack.ts";
import { ContentRefused } from "./content-refused.ts";

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

async function readFolder(folder: string): Promise<Pack> {
  const files: Record<string, string> = {};
  for (const file of await filesBelow(folder))
    files[relative(folder, file).split(sep).join("/")] = await readFile(file, "utf8");
  const pack = readPack(files);
  if (!pack.ok)
    throw new ContentRefused(pack.problems.map((each) => ({ ...each, path: join(folder, each.path ?? "") })));
  return pack.value;
}

/** In: the definitions folder. Out: the base first, then the streets' packs by folder name. Throws `ContentRefused`. */
export async function readPackFolders(definitions: string): Promise<readonly Pack[]> {
  const streets = join(definitions, "streets");
  const names = existsSync(streets) ? (await readdir(streets)).toSorted() : [];
  const folders = [join(definitions, "city"), ...names.map((name) => join(streets, name))];
  return Promise.all(folders.filter((folder) => existsSync(join(folder, "pack.json"))).map(readFolder));
}
