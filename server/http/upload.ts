/**
 * Reads one uploaded file (multipart, multer 2.5): at most 12 MiB, its type found from its first bytes and not
 * from what the sender says; SVG and everything else is refused (S9, S12).
 */
import { fileTypeFromBuffer } from "file-type";
import type { Request, Response } from "express";
import multer from "multer";
import type { Problem, Result } from "../../engine/model/problem.ts";
import type { UploadedFile } from "./call.ts";
import { problem } from "./problems.ts";

const maxBytes = 12 * 1_048_576;
/** What a route of this kind takes, and how it refuses everything else. */
const kinds = {
  file: {
    types: new Set(["image/jpeg", "image/png", "image/webp", "application/pdf"]),
    refusal: "FILE_TYPE_REFUSED",
  },
  workbook: {
    types: new Set(["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"]),
    refusal: "WORKBOOK_REFUSED",
  },
} as const;

const receive = multer({
  storage: multer.memoryStorage(),
  // Otherwise Chinese file names are read as Latin-1.
  defParamCharset: "utf8",
  limits: { fileSize: maxBytes, files: 1, fields: 0, parts: 1, headerPairs: 20, fieldNameSize: 50 },
}).single("file");

function refusal(error: unknown): Problem {
  const code = (error as { code?: string }).code;
  return code === "LIMIT_FILE_SIZE" ? problem("FILE_TOO_LARGE", { limit: "12 MiB" }) : problem("UPLOAD_BROKEN");
}

/** A file name that is safe to show and to offer for saving: no path, no control or direction characters. */
function safeName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  // oxlint-disable-next-line no-control-regex
  return last.replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069"<>|:*?]/g, "_").slice(-120) || "file";
}

/** The single file of the field `file`, or why it is refused. */
export async function readUpload(
  request: Request,
  response: Response,
  kind: keyof typeof kinds,
): Promise<Result<UploadedFile>> {
  if (!request.is("multipart/form-data"))
    return { ok: false, problems: [problem("BODY_TYPE_REFUSED", { expected: "multipart/form-data" })] };
  const error = await new Promise<unknown>((resolve) => void receive(request, response, resolve));
  if (error !== undefined) return { ok: false, problems: [refusal(error)] };
  const { file } = request;
  if (file === undefined || file.size === 0) return { ok: false, problems: [problem("FILE_MISSING")] };
  const found = await fileTypeFromBuffer(file.buffer);
  const { types, refusal: refused } = kinds[kind];
  if (found === undefined || !(types as ReadonlySet<string>).has(found.mime))
    return { ok: false, problems: [problem(refused)] };
  return { ok: true, value: { name: safeName(file.originalname), type: found.mime, bytes: file.buffer } };
}
