/** What can be wrong with a row of the Excel file, in the words of whoever filled it in. */

const sentences = {
  FORMULA: ["单元格是公式，请粘贴为数值后再导入。", "The cell is a formula. Paste it as a value."],
  LOGIN_DIFFERS: [
    "此人已有另一个登录名，不能通过导入更改。",
    "The person has another login, which an import does not change.",
  ],
  LOGIN_INVALID: [
    "登录名须为 3 至 32 位小写字母、数字或 . - _ 。",
    "A login has 3 to 32 small letters, digits or . - _",
  ],
  LOGIN_OF_OTHER: [
    "登录名已被另一人使用（姓名不一致或已离岗）。",
    "The login belongs to somebody else: another name, or has left.",
  ],
  LOGIN_TWICE: ["登录名与第 {line} 行重复，但姓名不同。", "The same login as on line {line}, with another name."],
  MISSING: ["缺少{column}。", "{column} is missing."],
  NAME_INVALID: [
    "姓名须为 1 至 40 个字，不能以 = + - @ 开头。",
    "A name has 1 to 40 characters and does not begin with = + - @",
  ],
  NOTHING_TO_KNOW_BY: [
    "登录名和工作电话至少填一项，用来识别是否同一个人。",
    "Give a login or a telephone, so that the person is known again.",
  ],
  PERSON_NOT_YOURS: [
    "此人还有不归您管理的岗位，不能通过导入更改。",
    "The person holds posts that are not yours to manage.",
  ],
  PHONE_INVALID: [
    "工作电话应为 11 位手机号，或带区号的固定电话。",
    "A mobile number of 11 digits or a landline with its area code.",
  ],
  PHONE_OF_OTHER: ["工作电话已登记在另一人名下。", "The telephone is registered for somebody else."],
  PHONE_TWICE: ["工作电话与第 {line} 行重复，但姓名不同。", "The same telephone as on line {line}, with another name."],
  ROLES_EXCLUDE: ["同一人的这些岗位互斥。", "These posts exclude each other."],
  ROLE_NOT_HERE: ["{unit}没有“{value}”这个岗位。", "{unit} has no post “{value}”."],
  ROLE_NOT_YOURS: [
    "“{value}”不能由您任命，请由上级办理；三员岗位须逐个任命。",
    "“{value}” is not yours to give; officers are appointed one by one.",
  ],
  ROLE_UNKNOWN: [
    "没有“{value}”这个岗位，请从模板的岗位清单中选取。",
    "There is no post “{value}”. Choose one of the template's list.",
  ],
  ROW_TWICE: ["与第 {line} 行重复。", "The same as line {line}."],
  UNIT_AMBIGUOUS: ["有多个单位叫“{value}”，请填单位编号。", "Several units are called “{value}”. Enter the code."],
  UNIT_UNKNOWN: ["“{value}”不存在，或不在您的管辖范围内。", "“{value}” does not exist or is not within your units."],
} as const satisfies Readonly<Record<string, readonly [zh: string, en: string]>>;

export interface ImportFault {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

export function importFault(
  code: keyof typeof sentences,
  values: Readonly<Record<string, string | number>>,
): ImportFault {
  const fill = (sentence: string) =>
    sentence.replaceAll(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));
  const [zh, en] = sentences[code];
  return { code, zh: fill(zh), en: fill(en) };
}
