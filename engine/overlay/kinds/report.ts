/** A bulletin (通报) as content: its sections in order, sentences with gaps, and when each of them is said. */
import { compile } from "../../feel/index.ts";
import type { JsonObject } from "../../model/json.ts";
import type { Problem } from "../../model/problem.ts";
import { checkIds, checkKey, checkOneOf, checkTitle, objectsOf, textOf } from "../shape.ts";
import type { Fault } from "../shape.ts";
import { listKind, type KindRules } from "./kind.ts";

const SECTIONS = ["text", "units", "classes", "signing", "accounts", "overdue", "praise", "supervisions"];

/** A street may say it in its own words and add sections; the city's numbers stay. */
export const reportKind: KindRules = listKind("sections", "id", {
  document: "additive",
  item: "overrides",
  attributes: { shows: "frozen" },
  narrowing: {},
  check: (content, fault) => [
    ...["title", "heading"].flatMap((name) => checkTitle(content[name], `/${name}`, fault)),
    ...checkKey(content["scorecard"], "/scorecard", fault),
    ...checkIds(
      objectsOf(content["sections"]).map((each) => each["id"] ?? null),
      "/sections",
      fault,
    ),
    ...objectsOf(content["sections"]).flatMap((each, at) => checkSection(each, `/sections/${at}`, fault)),
  ],
});

function checkSection(section: JsonObject, at: string, fault: Fault): readonly Problem[] {
  return [
    ...checkTitle(section["title"], `${at}/title`, fault),
    ...checkOneOf(section["shows"], SECTIONS, `${at}/shows`, fault),
    ...objectsOf(section["paragraphs"]).flatMap((each, index) =>
      checkSentence(each, `${at}/paragraphs/${index}`, fault),
    ),
    ...objectsOf(section["lists"]).flatMap((each, index) => checkSentence(each, `${at}/lists/${index}`, fault)),
  ];
}

/** A sentence with gaps `{name}`; without `when` it is always said. */
function checkSentence(sentence: JsonObject, at: string, fault: Fault): readonly Problem[] {
  const { when, text, none } = sentence;
  const condition = when === undefined ? undefined : compile(textOf(when));
  return [
    ...checkTitle(text, `${at}/text`, fault),
    ...(none === undefined ? [] : checkTitle(none, `${at}/none`, fault)),
    ...(condition === undefined || condition.ok
      ? []
      : condition.problems.map(({ zh, en }) => fault(`${at}/when`, zh, en))),
  ];
}
