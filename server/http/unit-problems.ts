/** What can go wrong with units of the organisation; a part of the table of problems, sorted as it is. */
import type { ProblemRow } from "./problem-row.ts";

export const unitProblems = {
  UNIT_ADDRESS_INVALID: {
    status: 422,
    zh: "地址为 2–100 个字，不含换行和尖括号。",
    en: "An address has 2–100 characters, without line breaks or angle brackets.",
  },
  UNIT_BELOW_ITSELF: {
    status: 422,
    zh: "不能把单位移到它自己或它的下级之下。",
    en: "A unit cannot be moved below itself or one of its own units.",
  },
  UNIT_CHANGED: {
    status: 409,
    zh: "此单位刚被{by}修改过，您的修改没有覆盖它，请刷新后再改。",
    en: "{by} has changed this unit since; your change did not overwrite it. Reload, then change it.",
  },
  UNIT_HAS_CASES: {
    status: 422,
    zh: "“{unit}”还有 {count} 件在办案件，办结或改派后才能停用。",
    en: "{unit} still has {count} open cases. Finish them or pass them on before it is closed.",
  },
  UNIT_HAS_GRIDS: {
    status: 422,
    zh: "“{unit}”下还有 {count} 个网格，请先在地图上划归其他社区。",
    en: "{unit} still has {count} grids. Give them to another community on the map first.",
  },
  UNIT_HAS_PEOPLE: {
    status: 422,
    zh: "“{unit}”还有 {count} 人在岗或待任职，请先免去岗位或办理离岗。",
    en: "{unit} still has {count} people in post or to come. End their posts first.",
  },
  UNIT_HAS_TASKS: {
    status: 422,
    zh: "“{unit}”还有 {count} 项待办，请先移交。",
    en: "{unit} still has {count} open tasks. Pass them on first.",
  },
  UNIT_HAS_UNITS: {
    status: 422,
    zh: "“{unit}”还有下级单位：{what}，请先调整。",
    en: "{unit} still has units below it: {what}. Move or close them first.",
  },
  UNIT_IS_GRID: {
    status: 422,
    zh: "网格的名称和归属在地图上调整。",
    en: "The name and the community of a grid are changed on the map.",
  },
  UNIT_IS_NAMED: {
    status: 422,
    zh: "“{what}”仍指定由“{unit}”办理，请先改为其他单位。",
    en: '{what} still names "{unit}". Name another unit there first.',
  },
  UNIT_KIND_NOT_HERE: {
    status: 422,
    zh: "“{unit}”之下不能设这类单位。",
    en: 'Such a unit cannot stand below "{unit}".',
  },
  UNIT_MOVES_STREET: {
    status: 422,
    zh: "案件归街道所有，单位不能移到另一街道。请在那边新设单位，再停用这个。",
    en: "Cases belong to their street, so a unit cannot move to another one. Add a unit there, then close this one.",
  },
  UNIT_NAME_EN_INVALID: {
    status: 422,
    zh: "英文名称为 2–80 个字符，不以 = + - @ 开头。",
    en: "The English name has 2–80 characters and does not begin with = + - @.",
  },
  UNIT_NAME_INVALID: {
    status: 422,
    zh: "单位名称为 2–40 个字，不以 = + - @ 开头。",
    en: "The Chinese name has 2–40 characters and does not begin with = + - @.",
  },
  UNIT_NAME_NOT_YOURS: {
    status: 403,
    zh: "街道、区的名称由上级管理员修改，您可以修改电话和地址。",
    en: "The name of a street or district is changed from above; telephone and address are yours to change.",
  },
  UNIT_NAME_TAKEN: {
    status: 409,
    zh: "已有同名单位“{unit}”，请换一个名称。",
    en: 'There is a unit of that name already: "{unit}". Choose another.',
  },
  UNIT_NOT_CLOSABLE: {
    status: 422,
    zh: "只有社区和职能部门可以在此停用或恢复；网格在地图上合并。",
    en: "Only communities and departments are closed or taken up again here; grids are merged on the map.",
  },
  UNIT_PARENT_GONE: {
    status: 422,
    zh: "上级单位“{unit}”已停用，请先恢复上级单位。",
    en: 'The unit above, "{unit}", is closed. Take it up again first.',
  },
  UNIT_PARENT_UNKNOWN: {
    status: 422,
    zh: "上级单位不存在，或不在您的管辖范围内。",
    en: "The unit above does not exist, or is not one of yours.",
  },
  UNIT_TOO_DEEP: {
    status: 422,
    zh: "单位最多 {limit} 级。",
    en: "Units stand at most {limit} levels deep.",
  },
} as const satisfies Readonly<Record<string, ProblemRow>>;
