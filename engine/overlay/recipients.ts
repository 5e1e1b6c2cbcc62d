/** Whom a rung tells, as a list that can be ticked: `[a, b]` of group expressions, each kept as it is written. */
import type { ResolvedPack } from "../model/pack.ts";
import { objectsOf, textOf } from "./shape.ts";

/** Out: the expressions in the list, or undefined when the text is anything but a plain list. */
export function readRecipients(expression: string): readonly string[] | undefined {
  const text = expression.trim();
  if (!text.startsWith("[") || !text.endsWith("]")) return undefined;
  const parts: string[] = [];
  let [depth, isText, start] = [0, false, 1];
  for (let at = 1; at < text.length - 1; at += 1) {
    const sign = text[at];
    if (sign === '"' && text[at - 1] !== "\\") isText = !isText;
    if (isText) continue;
    if ("([{".includes(sign ?? "")) depth += 1;
    if (")]}".includes(sign ?? "")) depth -= 1;
    if (depth < 0) return undefined;
    if (sign === "," && depth === 0) {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  const last = text.slice(start, -1).trim();
  const all = last === "" && parts.length === 0 ? [] : [...parts, last];
  return isText || depth !== 0 || all.includes("") ? undefined : all;
}

const PLACES: readonly string[] = ["grid", "community", "street", "district"];

/** Everybody whom a rung of this pack can tell: those its ladders name, and each role where the organisation has it. */
export function knownRecipients(pack: ResolvedPack): readonly string[] {
  const contents = (kind: string) =>
    Object.values(pack.documents).flatMap((document) =>
      document.kind === kind && "content" in document ? [document.content] : [],
    );
  const named = contents("ladder").flatMap((ladder) =>
    objectsOf(ladder["rungs"]).flatMap((rung) => readRecipients(textOf(rung["notify"])) ?? []),
  );
  const parameters = contents("parameter").flatMap((each) => objectsOf(each["parameters"]));
  const byParameter = parameters
    .filter(({ type, at }) => type === "role" && PLACES.includes(textOf(at)))
    .map(({ key, at }) => `place.${textOf(at)} + "/" + param.${textOf(key)}`);
  const roles = contents("organisation").flatMap((each) => objectsOf(each["roles"]));
  const byRole = PLACES.flatMap((place) =>
    roles
      .filter(({ at }) => Array.isArray(at) && at.includes(place))
      .map(({ key }) => `place.${place} + "/${textOf(key)}"`),
  );
  return [...new Set([...named, ...byParameter, ...byRole])];
}
