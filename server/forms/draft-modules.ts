/**
 * Compiled forms of drafts: one is made at each save, and the page needs only the newest few. The most recent stay, older files go;
 * what a published form or an earlier draft has made is not touched.
 */
import { utimes, readdir, stat, unlink } from "node:fs/promises";
import { join } from "node:path";

/** More than anybody has open at a time: a module that is gone is made again by the next save. */
const kept = 50;
/** A module of an earlier run that nobody loaded for so long (milliseconds) is a draft of then, or made again when asked for. */
const forgottenAfter = 30 * 86_400_000;

const gone = (): undefined => undefined;

export class DraftModules {
  readonly #files = new Map<string, string>();
  #dropping: Promise<unknown> = Promise.resolve();

  /** A module made for a draft: the oldest beyond the limit goes. */
  made(hash: string, file: string): void {
    this.#files.delete(hash);
    this.#files.set(hash, file);
    const [oldest] = this.#files;
    if (this.#files.size <= kept || oldest === undefined) return;
    this.#files.delete(oldest[0]);
    this.#dropping = this.#dropping.then(() => unlink(oldest[1])).catch(gone);
  }

  /** Asked for again by a draft. */
  used(hash: string): void {
    const file = this.#files.get(hash);
    if (file !== undefined) this.made(hash, file);
  }

  /** A published form needs it: it stays. Done when no file is on its way out any more. */
  async keep(hash: string): Promise<void> {
    this.#files.delete(hash);
    await this.#dropping;
  }
}

/** Marks a module as in use, for `dropForgotten` of a later run. */
export async function markUsed(file: string, wall: number): Promise<void> {
  await utimes(file, wall / 1000, wall / 1000).catch(gone);
}

/** Drops what earlier runs left behind and nobody has loaded for a month. In: the machine's own clock. Out: how many. */
export async function dropForgotten(folder: string, wall: number): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  const dropped = await Promise.all(
    names.map(async (name) => {
      const file = join(folder, name);
      const found = await stat(file).catch(gone);
      if (found === undefined || wall - found.mtimeMs < forgottenAfter) return 0;
      await unlink(file).catch(gone);
      return 1;
    }),
  );
  return dropped.reduce<number>((sum, each) => sum + each, 0);
}
