/**
 * Who may do a step, as rows of "unit and post" instead of FEEL: `=[place.street + "/dispatcher"]` and back. What is
 * written otherwise stays as it was written.
 */

/** `unit` and `role` are FEEL: a name in quotes, or a path such as `place.street`. */
export type CandidateGroup =
  | { readonly kind: "pair"; readonly unit: string; readonly role: string }
  | { readonly kind: "expression"; readonly text: string };

const quoted = (text: string): string => JSON.stringify(text);
const isQuoted = (text: string): boolean => /^"[^"\\]*"$/.test(text);
const bare = (text: string): string => text.slice(1, -1);
const path = String.raw`[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*`;

const unitThenRole = new RegExp(String.raw`^(${path})\s*\+\s*"\/([^"/\\]+)"$`, "u");
const unitAndRole = new RegExp(String.raw`^(${path}|"[^"/\\]+")\s*\+\s*"\/"\s*\+\s*(${path}|"[^"/\\]+")$`, "u");
const bothNamed = /^"([^"/\\]+)\/([^"/\\]+)"$/;

function groupOf(text: string): CandidateGroup {
  const named = bothNamed.exec(text);
  if (named !== null) return { kind: "pair", unit: quoted(named[1] ?? ""), role: quoted(named[2] ?? "") };
  const fixedRole = unitThenRole.exec(text);
  if (fixedRole !== null) return { kind: "pair", unit: fixedRole[1] ?? "", role: quoted(fixedRole[2] ?? "") };
  const both = unitAndRole.exec(text);
  if (both !== null) return { kind: "pair", unit: both[1] ?? "", role: both[2] ?? "" };
  return { kind: "expression", text };
}

/** Splits at the commas that stand in no string, bracket or brace. */
function splitList(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (inString && sign === "\\") at += 1;
    else if (sign === '"') inString = !inString;
    else if (!inString && "([{".includes(sign)) depth += 1;
    else if (!inString && ")]}".includes(sign)) depth -= 1;
    else if (!inString && sign === "," && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)].map((part) => part.trim()).filter((part) => part !== "");
}

/** True when the brackets at both ends belong together: `[a] + [b]` is no list of rows. */
function isOneList(text: string): boolean {
  if (!text.startsWith("[") || !text.endsWith("]")) return false;
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (inString && sign === "\\") at += 1;
    else if (sign === '"') inString = !inString;
    else if (!inString && sign === "[") depth += 1;
    else if (!inString && sign === "]") depth -= 1;
    if (depth === 0 && at < text.length - 1) return false;
  }
  return depth === 0 && !inString;
}

/** In: the attribute `candidateGroups`. Out: its rows, or undefined when it is no list that rows could stand for. */
export function readCandidateGroups(attribute: string): readonly CandidateGroup[] | undefined {
  const text = attribute.trim();
  if (text === "" || text === "=") return [];
  if (!text.startsWith("=")) return splitList(text).map((part) => groupOf(quoted(part)));
  const list = text.slice(1).trim();
  return isOneList(list) ? splitList(list.slice(1, -1)).map(groupOf) : undefined;
}

function textOf(group: CandidateGroup): string {
  if (group.kind === "expression") return group.text;
  const { unit, role } = group;
  if (isQuoted(unit) && isQuoted(role)) return quoted(`${bare(unit)}/${bare(role)}`);
  return isQuoted(role) ? `${unit} + "/${bare(role)}"` : `${unit} + "/" + ${role}`;
}

/** The attribute for these rows; undefined for none, so that the attribute goes. */
export function writeCandidateGroups(groups: readonly CandidateGroup[]): string | undefined {
  return groups.length === 0 ? undefined : `=[${groups.map(textOf).join(", ")}]`;
}
