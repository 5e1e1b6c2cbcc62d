/** The columns of the Excel file of people: for the template, the export and the import alike. */
export type ImportColumn = "name" | "phone" | "login" | "unit" | "role";

interface Column {
  readonly key: ImportColumn;
  readonly title: string;
  readonly required: boolean;
  /** How the header may call it: without spaces and asterisks, in small letters. */
  readonly names: readonly string[];
  /** Characters. */
  readonly width: number;
}

export const importColumns: readonly Column[] = [
  { key: "name", title: "姓名", required: true, names: ["姓名", "name"], width: 12 },
  {
    key: "phone",
    title: "工作电话",
    required: true,
    names: ["工作电话", "电话", "手机", "手机号", "workphone"],
    width: 18,
  },
  { key: "login", title: "登录名", required: true, names: ["登录名", "账号", "login"], width: 18 },
  { key: "unit", title: "单位", required: true, names: ["单位", "单位名称", "网格", "unit"], width: 26 },
  { key: "role", title: "岗位", required: true, names: ["岗位", "角色", "role"], width: 16 },
];
