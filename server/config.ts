/** Reads all settings, once, from the command line and the environment; a wrong one is a value with a sentence. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Problem, Result } from "../engine/model/problem.ts";
import { logLevels, settingTable, type SettingName, type SettingRow } from "./setting-table.ts";

export interface Settings {
  readonly host: string;
  readonly port: number;
  /** Origin that browsers use, without a trailing slash. */
  readonly publicUrl: string;
  /** False when `publicUrl` was only derived from the port. */
  readonly isPublicUrlGiven: boolean;
  readonly databaseUrl?: string;
  readonly dataDir: string;
  readonly tls: { readonly kind: "none" } | { readonly kind: "own" } | TlsFiles;
  readonly trustProxy: number;
  readonly demo: boolean;
  readonly lan: boolean;
  readonly logLevel: (typeof logLevels)[number];
  readonly definitionsDir: string;
  readonly designerDir: string;
  /** `host` or `host:port` that channels may reach although they are private. */
  readonly notifyHosts: readonly string[];
}

interface TlsFiles {
  readonly kind: "files";
  readonly cert: string;
  readonly key: string;
}

type Given = Partial<Record<SettingName, string>>;

/** The folder with package.json: the server runs both from source and from `dist/`. */
export function packageRoot(from = dirname(fileURLToPath(import.meta.url))): string {
  return existsSync(join(from, "package.json")) ? from : packageRoot(dirname(from));
}

const wrong = (name: string, zh: string, en: string): Problem => ({
  code: "SETTING_INVALID",
  zh: `设置 ${name} 不正确：${zh}`,
  en: `Setting ${name} is wrong: ${en}`,
  path: name,
});

const checks: Readonly<Record<SettingRow["value"], (name: string, value: string) => Problem | undefined>> = {
  text: () => undefined,
  port: (name, value) =>
    /^\d{1,5}$/.test(value) && Number(value) <= 65_535
      ? undefined
      : wrong(name, `应为 0–65535 的端口号，得到“${value}”`, `expected a port from 0 to 65535, got "${value}"`),
  switch: (name, value) =>
    ["0", "1"].includes(value)
      ? undefined
      : wrong(name, `应为 0 或 1，得到“${value}”`, `expected 0 or 1, got "${value}"`),
  url: (name, value) =>
    /^https?:$/.test(protocolOf(value))
      ? undefined
      : wrong(name, `应为 http 或 https 网址，得到“${value}”`, `expected an http or https address, got "${value}"`),
  databaseUrl: (name, value) =>
    /^postgres(ql)?:$/.test(protocolOf(value))
      ? undefined
      : wrong(name, "应以 postgres:// 开头", "expected an address that starts with postgres://"),
  level: (name, value) =>
    (logLevels as readonly string[]).includes(value)
      ? undefined
      : wrong(name, `应为 ${logLevels.join("、")} 之一`, `expected one of ${logLevels.join(", ")}`),
  proxy: (name, value) =>
    /^\d{1,2}$/.test(value)
      ? undefined
      : wrong(name, `应为反向代理的层数，得到“${value}”`, `expected a number of proxies, got "${value}"`),
  hosts: (name, value) =>
    hostsOf(value).every((host) => /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:\d{1,5})?$/i.test(host))
      ? undefined
      : wrong(
          name,
          "应为主机名，可带端口，用逗号分隔",
          "expected host names, with a port or without, with commas between",
        ),
};

function hostsOf(text: string): readonly string[] {
  return text
    .split(",")
    .map((host) => host.trim())
    .filter((host) => host !== "");
}

function protocolOf(text: string): string {
  return URL.canParse(text) ? new URL(text).protocol : "";
}

interface Line {
  readonly given: Given;
  readonly problems: readonly Problem[];
}

/** Reads `--flag value`, `--flag=value` and switches. */
function readLine(argv: readonly string[]): Line {
  const given: Given = {};
  const problems: Problem[] = [];
  for (let index = 0; index < argv.length; index++) {
    const [flag, inline] = splitOnce(argv[index] ?? "");
    const row: SettingRow | undefined = settingTable.find((each) => "flag" in each && each.flag === flag);
    if (row === undefined) {
      problems.push(wrong(flag, "没有这个选项，见 --help", "there is no such option, see --help"));
      continue;
    }
    const value = inline ?? (row.value === "switch" ? "1" : argv[++index]);
    if (value === undefined) problems.push(wrong(flag, "缺少值", "a value is missing"));
    else given[row.name as SettingName] = value;
  }
  return { given, problems };
}

function splitOnce(argument: string): [string, string | undefined] {
  const at = argument.indexOf("=");
  return at < 0 ? [argument, undefined] : [argument.slice(0, at), argument.slice(at + 1)];
}

function collect(argv: readonly string[], env: NodeJS.ProcessEnv): Line {
  const line = readLine(argv);
  const given: Given = {};
  const problems = [...line.problems];
  for (const row of settingTable) {
    const value = line.given[row.name] ?? env[row.name];
    if (value === undefined || value === "") continue;
    const problem = checks[row.value](row.name, value);
    if (problem !== undefined) problems.push(problem);
    given[row.name] = value;
  }
  return { given, problems };
}

function readTls(given: Given, lan: boolean): Result<Settings["tls"]> {
  const { TLS_CERT: cert, TLS_KEY: key } = given;
  if (cert === undefined && key === undefined) return { ok: true, value: { kind: lan ? "own" : "none" } };
  if (cert === undefined || key === undefined)
    return {
      ok: false,
      problems: [wrong("TLS_CERT", "TLS_CERT 与 TLS_KEY 须一起设置", "TLS_CERT and TLS_KEY go together")],
    };
  for (const [name, path] of [["TLS_CERT", cert] as const, ["TLS_KEY", key] as const]) {
    try {
      readFileSync(path);
    } catch {
      return { ok: false, problems: [wrong(name, `无法读取文件 ${path}`, `the file ${path} cannot be read`)] };
    }
  }
  return { ok: true, value: { kind: "files", cert, key } };
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host.startsWith("127.");
}

/** Real accounts must not cross a network in clear text; a proxy in front may end https. */
function exposure(settings: Settings): Problem | undefined {
  const secure = settings.tls.kind !== "none" || settings.trustProxy > 0 || settings.publicUrl.startsWith("https:");
  if (settings.demo || secure || isLoopback(settings.host)) return undefined;
  return wrong(
    "HOST",
    "正式模式对外监听须用 https：设置 TLS_CERT 与 TLS_KEY、--lan，或在反向代理之后设置 TRUST_PROXY",
    "outside the demo a server that others reach needs https: set TLS_CERT and TLS_KEY, --lan, or TRUST_PROXY behind a proxy",
  );
}

function build(given: Given, tls: Settings["tls"]): Settings {
  const root = packageRoot();
  const lan = given.LAN === "1";
  const demo = given.EMPTY !== "1" && given.DEMO !== "0";
  const port = Number(given.PORT ?? 3000);
  const dataDir = given.DATA_DIR ?? join(root, "var", demo ? "demo" : "city");
  return {
    host: given.HOST ?? (lan ? "0.0.0.0" : "127.0.0.1"),
    port,
    publicUrl: (given.PUBLIC_URL ?? `${tls.kind === "none" ? "http" : "https"}://localhost:${port}`).replace(
      /\/+$/,
      "",
    ),
    isPublicUrlGiven: given.PUBLIC_URL !== undefined,
    ...(given.DATABASE_URL === undefined ? {} : { databaseUrl: given.DATABASE_URL }),
    dataDir: resolve(dataDir),
    tls,
    trustProxy: Number(given.TRUST_PROXY ?? 0),
    demo,
    lan,
    logLevel: (given.LOG_LEVEL ?? "warn") as Settings["logLevel"],
    definitionsDir: join(root, "definitions"),
    designerDir: join(root, "dist", "designer"),
    notifyHosts: hostsOf(given.NOTIFY_HOSTS ?? ""),
  };
}

/**
 * Settings from the command line (first) and the environment.
 * @returns the settings, `"help"` when help was asked for, or one problem for each wrong setting.
 */
export function readSettings(argv: readonly string[], env: NodeJS.ProcessEnv): Result<Settings | "help"> {
  if (argv.includes("--help") || argv.includes("-h")) return { ok: true, value: "help" };
  const { given, problems } = collect(argv, env);
  if (problems.length > 0) return { ok: false, problems };
  const tls = readTls(given, given.LAN === "1");
  if (!tls.ok) return tls;
  const settings = build(given, tls.value);
  const exposed = exposure(settings);
  return exposed === undefined ? { ok: true, value: settings } : { ok: false, problems: [exposed] };
}
