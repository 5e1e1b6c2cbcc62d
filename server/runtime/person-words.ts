/** What a name, a telephone and a login may be: the same for one person and for an imported row. */
import { normalLogin } from "../access/sign-in.ts";

// oxlint-disable-next-line no-control-regex
const plain = /^[^\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]+$/u;
/** What a spreadsheet would take for a formula (S14), also in full width. */
const formulaLead = /^[=+\-@＝＋－＠\t\r]/u;
const mobile = /^1[3-9]\d{9}$/;
const landline = /^0\d{2,3}-?\d{7,8}(-\d{1,6})?$/;
const loginShape = /^[a-z0-9][a-z0-9._-]{2,31}$/;

/** The name as it is kept, or undefined. */
export function nameOf(given: string): string | undefined {
  const name = given.normalize("NFC").replaceAll(/\s+/g, " ").trim();
  return name !== "" &&
    name.length <= 80 &&
    Array.from(name).length <= 40 &&
    plain.test(name) &&
    !formulaLead.test(name)
    ? name
    : undefined;
}

/** Digits as they are kept; null when nothing is given, undefined when it is no telephone number. */
export function phoneOf(given: string | undefined): string | null | undefined {
  const phone = (given ?? "")
    .normalize("NFKC")
    .replaceAll(/[\s()]/g, "")
    .replace(/^\+?86(?=1\d{10}$)/, "");
  if (phone === "") return null;
  return mobile.test(phone) || landline.test(phone) ? phone : undefined;
}

/** The login as it is kept; null when nothing is given, undefined when it is none. */
export function loginOf(given: string | undefined): string | null | undefined {
  const login = normalLogin(given ?? "");
  if (login === "") return null;
  return loginShape.test(login) ? login : undefined;
}
