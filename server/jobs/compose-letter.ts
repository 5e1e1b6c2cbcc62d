/** The words of one letter: of one notice, or of several in a digest. */
import type { Title } from "../../engine/model/title.ts";
import type { Channel } from "../external/notify/channel.ts";
import type { Catalogue } from "../runtime/catalogue-type.ts";
import type { LetterRow } from "../store/deliveries.ts";
import { fillText } from "./fill-text.ts";
import type { NoticeWishes } from "./plan-deliveries.ts";

export interface LetterWords {
  readonly title: string;
  readonly body: string;
}

interface Writing {
  readonly catalogue: Catalogue;
  readonly channel: Channel;
  readonly language: NoticeWishes["language"];
  readonly now: number;
  /** Where the reader signs in; undefined when the installation has no address that others reach. */
  readonly publicUrl: string | undefined;
}

const said = (json: string | null, language: Writing["language"]): string => {
  const title = JSON.parse(json ?? "{}") as Partial<Title>;
  return title[language] ?? title["zh-CN"] ?? "";
};

function wordsOf(row: LetterRow, { channel, language }: Writing): LetterWords {
  const text = channel.isBrief ? (row.brief ?? row.body) : row.body;
  return { title: said(row.title, language), body: said(text, language) };
}

function digestOf(rows: readonly LetterRow[], writing: Writing): LetterWords {
  const { catalogue, language, now } = writing;
  const lines = rows
    .map((row) => wordsOf(row, writing))
    .map(({ title, body }, index) => `${index + 1}. ${title}${language === "en" ? ": " : "："}${body}`)
    .join("\n");
  const text = catalogue.message(rows[0]?.street_id ?? "", "noticeDigest");
  if (text === undefined) throw new Error("Expected the message text noticeDigest, but the pack has none.");
  const reading = { facts: { count: rows.length, lines }, now, timeZone: catalogue.timeZone };
  const say = (title: Title) => fillText(title, reading)[language] ?? "";
  return { title: say(text.title), body: say(text.body) };
}

/** In: the rows that go out together, at least one. */
export function composeLetter(rows: readonly LetterRow[], writing: Writing): LetterWords {
  const [only, ...others] = rows;
  if (only === undefined) throw new Error("Expected a letter of at least one notice, but got none.");
  const words = others.length === 0 ? wordsOf(only, writing) : digestOf(rows, writing);
  const { publicUrl, language } = writing;
  if (publicUrl === undefined) return words;
  return { ...words, body: `${words.body}\n${language === "en" ? "Open: " : "查看："}${publicUrl}` };
}
