/** 考核评估: the figures of a unit and a month, what stands behind each, and the monthly bulletin with its files. */
import type { Container } from "../container.ts";
import { wordFile, wordType } from "../external/word.ts";
import { workbookType, writeWorkbook } from "../external/write-workbook.ts";
import type { Handlers } from "../http/call.ts";
import { answer, Content, type Outcome } from "../http/outcome.ts";
import type { Bulletin } from "../contract/types.ts";
import { bulletinDocument, bulletinSheets, type Language } from "../views/bulletin-files.ts";

type Mine = Pick<
  Handlers,
  | "results"
  | "results.cases"
  | "results.accounts"
  | "results.bulletin"
  | "results.bulletinDocument"
  | "results.bulletinSheets"
>;

function attachment(type: string, name: string, bytes: Uint8Array): Content {
  return new Content(type, bytes, {
    "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    "Cache-Control": "private, no-store",
    "X-Content-Type-Options": "nosniff",
  });
}

/** 南苑街道网格化服务管理工作通报 2026-10.docx */
function fileName({ heading, month }: Bulletin, language: Language, ending: string): string {
  const title = language === "en" ? (heading.en ?? heading["zh-CN"]) : heading["zh-CN"];
  return `${title} ${month}.${ending}`;
}

export function results({ runtime }: Container): Mine {
  const file = async (
    found: Promise<Outcome<Bulletin>>,
    make: (bulletin: Bulletin) => Promise<Content>,
  ): Promise<Outcome<Content>> => {
    const bulletin = await found;
    return bulletin.ok ? answer(await make(bulletin.value)) : bulletin;
  };
  return {
    results: ({ principal, query }) => runtime.results(principal, query),
    "results.cases": ({ principal, query }) => runtime.figureCases(principal, query, query),
    "results.accounts": ({ principal, query }) => runtime.figureAccounts(principal, query),
    "results.bulletin": ({ principal, query }) => runtime.bulletin(principal, query),

    "results.bulletinDocument": ({ principal, query: { language = "zh-CN", ...asked } }) =>
      file(runtime.bulletin(principal, asked), async (bulletin) =>
        attachment(
          wordType,
          fileName(bulletin, language, "docx"),
          await wordFile(bulletinDocument(bulletin, language)),
        ),
      ),

    "results.bulletinSheets": ({ principal, query: { language = "zh-CN", ...asked } }) =>
      file(runtime.bulletin(principal, asked), async (bulletin) =>
        attachment(
          workbookType,
          fileName(bulletin, language, "xlsx"),
          await writeWorkbook(bulletinSheets(bulletin, language)),
        ),
      ),
  };
}
