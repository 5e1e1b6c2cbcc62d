/**
 * Files of attachments on the disk, named by the SHA-256 of their bytes: nothing a sender says becomes part of a
 * path (S13), the same photo is kept once, and a file is whole and on the disk before its row is written (S9).
 */
import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, stat, unlink, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";

export interface FileStore {
  /** Keeps the bytes and gives their SHA-256 in hex. */
  put(bytes: Uint8Array): Promise<string>;
  /** The bytes, or undefined when they are not there. */
  get(sha256: string): Promise<Uint8Array | undefined>;
  /** Removes bytes that nobody has put since a moment of the machine's clock (epoch milliseconds). */
  removeUnused(sha256: string, since: number): Promise<void>;
}

const isMissing = (error: unknown) => (error as { code?: string }).code === "ENOENT";

async function syncFolder(folder: string): Promise<void> {
  const opened = await open(folder, "r");
  await opened.sync().finally(() => opened.close());
}

async function writeSafely(file: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(file);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const temporary = join(folder, `.${randomUUID()}`);
  const opened = await open(temporary, "wx", 0o600);
  try {
    await opened.writeFile(bytes);
    await opened.sync();
  } finally {
    await opened.close();
  }
  await rename(temporary, file);
  await syncFolder(folder);
}

/** Says that the file is wanted again, so that nobody sweeps it away; false when that has just happened. */
async function touched(file: string): Promise<boolean> {
  const now = new Date();
  return utimes(file, now, now).then(
    () => true,
    () => false,
  );
}

/** @param folder made when it is missing */
export function fileStore(folder: string): FileStore {
  const fileOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error("Expected a SHA-256 in hex");
    return join(folder, sha256.slice(0, 2), sha256);
  };
  return {
    async put(bytes) {
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const known = await stat(fileOf(sha256)).catch(() => undefined);
      if (known?.size !== bytes.length || !(await touched(fileOf(sha256)))) await writeSafely(fileOf(sha256), bytes);
      return sha256;
    },
    async get(sha256) {
      return readFile(fileOf(sha256)).catch((error: unknown) => {
        if (isMissing(error)) return undefined;
        throw error;
      });
    },
    async removeUnused(sha256, since) {
      const known = await stat(fileOf(sha256)).catch(() => undefined);
      if (known === undefined || known.mtimeMs > since) return;
      await unlink(fileOf(sha256)).catch((error: unknown) => {
        if (!isMissing(error)) throw error;
      });
    },
  };
}
