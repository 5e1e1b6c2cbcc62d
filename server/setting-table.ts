/** Every setting there is, as data: reading, checking and `--help` are made from this one table. */
export interface SettingRow {
  /** Name of the environment variable. */
  readonly name: string;
  /** Command-line form; a switch takes no value. */
  readonly flag?: string;
  readonly value: "text" | "port" | "switch" | "url" | "databaseUrl" | "level" | "proxy" | "hosts";
  /** What holds when nobody sets it, as shown by `--help`. */
  readonly fallback: string;
  readonly zh: string;
  readonly en: string;
}

export const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

export const settingTable = [
  {
    name: "HOST",
    flag: "--host",
    value: "text",
    fallback: "127.0.0.1",
    zh: "监听的网络地址；默认只有本机能访问",
    en: "address to listen on; by default only this machine reaches it",
  },
  { name: "PORT", flag: "--port", value: "port", fallback: "3000", zh: "监听的端口", en: "port to listen on" },
  {
    name: "PUBLIC_URL",
    value: "url",
    fallback: "http://localhost:PORT",
    zh: "用户在浏览器里打开的地址（二维码和来源校验用）",
    en: "address that people open (for QR codes and the origin check)",
  },
  {
    name: "DATABASE_URL",
    value: "databaseUrl",
    fallback: "—",
    zh: "postgres://… 使用 PostgreSQL；不设则使用数据目录里的 SQLite",
    en: "postgres://… for PostgreSQL; without it SQLite in the data folder",
  },
  {
    name: "DATA_DIR",
    flag: "--data-dir",
    value: "text",
    fallback: "var/demo, var/city",
    zh: "数据目录：数据库、附件、证书（演示与正式各用一个）",
    en: "data folder: database, attachments, certificate (one for the demo, one for real work)",
  },
  {
    name: "TLS_CERT",
    value: "text",
    fallback: "—",
    zh: "PEM 证书文件；与 TLS_KEY 一起设置后使用 https",
    en: "PEM certificate file; with TLS_KEY the server speaks https",
  },
  { name: "TLS_KEY", value: "text", fallback: "—", zh: "PEM 私钥文件", en: "PEM private key file" },
  {
    name: "TRUST_PROXY",
    value: "proxy",
    fallback: "0",
    zh: "前面有几层可信的反向代理",
    en: "number of trusted reverse proxies in front",
  },
  {
    name: "DEMO",
    value: "switch",
    fallback: "1",
    zh: "演示模式：演示城市、免密码选角色、快进时间",
    en: "demo mode: demo city, sign-in by role without password, movable clock",
  },
  {
    name: "LOG_LEVEL",
    value: "level",
    fallback: "warn",
    zh: `日志级别：${logLevels.join("、")}`,
    en: `log level: ${logLevels.join(", ")}`,
  },
  {
    name: "NOTIFY_HOSTS",
    value: "hosts",
    fallback: "—",
    zh: "允许通知渠道连接的内网主机，逗号分隔，如 mail.intranet:25；不在表中的只能是公网 https",
    en: "hosts of the own network that notices may be sent to, with commas; others must be public and use https",
  },
  {
    name: "EMPTY",
    flag: "--empty",
    value: "switch",
    fallback: "0",
    zh: "正式模式：不装演示城市，首次打开时建立第一个管理员",
    en: "production mode: no demo city; the first administrator is made when first opened",
  },
  {
    name: "LAN",
    flag: "--lan",
    value: "switch",
    fallback: "0",
    zh: "供同一网络内的手机使用：自签证书的 https，并打印二维码",
    en: "for phones on the same network: https with a certificate of its own, prints a QR code",
  },
] as const satisfies readonly SettingRow[];

export type SettingName = (typeof settingTable)[number]["name"];

const line = (row: SettingRow) => {
  const how = row.flag === undefined ? row.name : `${row.flag}, ${row.name}`;
  return `  ${how.padEnd(24)} [${row.fallback}]\n      ${row.zh}\n      ${row.en}`;
};

/** The text of `--help`: every setting in Chinese and English. */
export function helpText(): string {
  return [
    "织网 Gridloom — 社区网格化治理的流程与表单引擎 · workflow and forms for grid-based governance",
    "",
    "用法 Usage:  npm start [-- 选项 options]",
    "",
    "选项与环境变量（选项优先） Options and environment variables (options win):",
    ...settingTable.map(line),
    "  --help, -h",
    "      显示本说明",
    "      show this text",
    "",
  ].join("\n");
}
