/**
 * Every `format` a form may name, in one file for server and phone: a format that is not here is refused at
 * publishing. Expressions are linear: no nested repetition.
 */
type Check = (text: string) => boolean;

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const timePattern = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?$/;
const zonePattern = /^(.+)(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

const isDate: Check = (text) => {
  const [, year, month, day] = (datePattern.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
};

const isTime: Check = (text) => timePattern.test(text);

const isDateTime: Check = (text) => {
  const [date = "", rest = ""] = text.split("T", 2);
  const zoned = zonePattern.exec(rest);
  return text.indexOf("T") === 10 && isDate(date) && zoned !== null && isTime(zoned[1] ?? "");
};

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** 公民身份号码, GB 11643-1999: area, a real birthday, order and the check character (ISO 7064 MOD 11-2). */
const isIdNumber: Check = (text) => {
  if (!/^[1-9]\d{16}[\dX]$/.test(text)) return false;
  const birthday = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return isDate(birthday) && text[17] === "10X98765432"[sum % 11];
};

const creditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** 统一社会信用代码, GB 32100-2015. */
const isCreditCode: Check = (text) => {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(text)) return false;
  let weight = 1;
  let sum = 0;
  for (const letter of text.slice(0, 17)) {
    sum += creditAlphabet.indexOf(letter) * weight;
    weight = (weight * 3) % 31;
  }
  return creditAlphabet[(31 - (sum % 31)) % 31] === text[17];
};

const matches =
  (pattern: RegExp): Check =>
  (text) =>
    pattern.test(text);

const isUuid = matches(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i);

/** Checks as ajv takes them; functions, so that compiled code refers to them and does not copy them. */
export const formats: Readonly<Record<string, { readonly type: "string"; readonly validate: Check }>> =
  Object.fromEntries(
    Object.entries({
      date: isDate,
      time: isTime,
      "date-time": isDateTime,
      email: matches(/^[^\s@"<>]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){1,8}$/),
      uri: matches(/^https?:\/\/[^\s"<>\\^`{|}]{1,2000}$/),
      uuid: isUuid,
      /** Id of a row of the table `attachment` (decided.md 10). */
      attachment: isUuid,
      /** A mobile number of the mainland, or a fixed line with area code. */
      phone: matches(/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}(-\d{1,6})?)$/),
      mobile: matches(/^1[3-9]\d{9}$/),
      idNumber: isIdNumber,
      creditCode: isCreditCode,
      postcode: matches(/^\d{6}$/),
      month: matches(/^\d{4}-(0[1-9]|1[0-2])$/),
    }).map(([name, validate]) => [name, { type: "string" as const, validate }]),
  );
