/** What a unit's names, telephone and address may be, and the code that a new one gets (catalogue SYS-01). */
import type { Title } from "../../engine/model/title.ts";
import type { UnitRow } from "../access/unit-tree.ts";
import { answer, refuseWith, type Outcome } from "../http/outcome.ts";
import { nameOf, phoneOf } from "./person-words.ts";

export interface UnitWords {
  readonly title: Title;
  readonly phone?: string;
  readonly address?: string;
}

interface Given {
  readonly title: { readonly "zh-CN": string; readonly en?: string };
  readonly phone?: string;
  readonly address?: string;
}

// oxlint-disable-next-line no-control-regex
const plainAddress = /^[^\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069<>]{2,100}$/u;

const simple = (name: string): string => name.normalize("NFKC").replaceAll(/\s/g, "").toLowerCase();

/** English names are longer than Chinese ones: 80 characters. */
function englishOf(given: string): string | undefined {
  const name = given.normalize("NFC").replaceAll(/\s+/g, " ").trim();
  return name.length <= 80 && name.length >= 2 && nameOf(name.slice(0, 40)) !== undefined ? name : undefined;
}

/** Out: the words as they are kept, or which of them is wrong. */
export function unitWords({ title, phone, address }: Given): Outcome<UnitWords> {
  const zh = nameOf(title["zh-CN"]);
  if (zh === undefined || zh.length < 2) return refuseWith("UNIT_NAME_INVALID", {}, { path: "/title/zh-CN" });
  const en = englishOf(title.en ?? "");
  if (en === undefined) return refuseWith("UNIT_NAME_EN_INVALID", {}, { path: "/title/en" });
  const number = phoneOf(phone);
  if (number === undefined) return refuseWith("PHONE_INVALID", {}, { path: "/phone" });
  const place = (address ?? "").normalize("NFC").replaceAll(/\s+/g, " ").trim();
  if (place !== "" && !plainAddress.test(place)) return refuseWith("UNIT_ADDRESS_INVALID", {}, { path: "/address" });
  return answer({
    title: { "zh-CN": zh, en },
    ...(number === null ? {} : { phone: number }),
    ...(place === "" ? {} : { address: place }),
  });
}

/** The unit among these, but itself, that has one of the names already. */
export const namesake = (title: Title, code: string | undefined, among: readonly UnitRow[]): UnitRow | undefined =>
  among.find(
    (each) =>
      each.code !== code &&
      (simple(each.title["zh-CN"]) === simple(title["zh-CN"]) ||
        (title.en !== undefined && each.title.en !== undefined && simple(each.title.en) === simple(title.en))),
  );

const word: Readonly<Record<string, string>> = { community: "Community", department: "Department" };

/** `nanyuanDepartment3`: the street's code, the kind and the next number; one that ever was is not used again. */
export function nextCode(tenant: string, kind: string, ever: { has(code: string): boolean }): string {
  const stem = `${tenant}${word[kind] ?? "Unit"}`;
  for (let number = 1; ; number += 1) if (!ever.has(`${stem}${String(number)}`)) return `${stem}${String(number)}`;
}
