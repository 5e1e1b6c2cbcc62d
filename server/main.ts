/** `npm start`: reads the settings, starts, says what to open, and stops cleanly on a signal. */
import { toString as toQr } from "qrcode";
import { readSettings, type Settings } from "./config.ts";
import { ListenRefused } from "./http/listen.ts";
import { helpText } from "./setting-table.ts";
import { start, StartRefused, type Running } from "./start.ts";
import { ContentRefused } from "./runtime/index.ts";
import { StoreRefused } from "./store/index.ts";

const say = (text: string) => process.stdout.write(`${text}\n`);
const complain = (text: string) => process.stderr.write(`${text}\n`);

async function lanLines({ lan, publicUrl }: Settings): Promise<readonly string[]> {
  if (!lan) return [];
  const code = await toQr(publicUrl, { type: "terminal", small: true });
  return [
    "",
    code,
    `  手机扫码打开 Scan with a phone:  ${publicUrl}`,
    "  证书为本机自签，手机首次打开时请选择继续访问。",
    "  The certificate is this machine's own: choose to go on when the phone warns the first time.",
  ];
}

function setupLines(code: string | undefined): readonly string[] {
  return code === undefined
    ? []
    : [
        "",
        `  初始化码 Setup code:  ${code}`,
        "  请打开上面的地址，用初始化码建立第一个管理员（只能用一次）。",
        "  Open the address above and make the first administrator with this code; it works once.",
      ];
}

async function greeting({ settings, setupCode }: Running, seconds: string): Promise<string> {
  const lines = [
    "",
    `  织网 Gridloom 已就绪（${seconds} 秒）  ready in ${seconds} s`,
    `  打开 Open:  ${settings.publicUrl}`,
    ...(settings.demo
      ? ["  演示模式：登录页选择角色和地点即可  Demo mode: choose a role and place on the sign-in page"]
      : []),
    ...setupLines(setupCode),
    ...(await lanLines(settings)),
    "",
    "  按 Ctrl+C 停止  Press Ctrl+C to stop",
  ];
  return lines.join("\n");
}

/** Stops what runs; before that there is nothing to end, because every write is a transaction of its own. */
function stopOnSignal(running: () => Running | undefined): void {
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    say("正在停止…  Stopping…");
    (running()?.stop() ?? Promise.resolve()).then(
      () => process.exit(0),
      (error: unknown) => {
        complain(String(error));
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

async function run(settings: Settings): Promise<void> {
  const began = performance.now();
  let running: Running | undefined;
  stopOnSignal(() => running);
  running = await start(settings, { say });
  say(await greeting(running, ((performance.now() - began) / 1000).toFixed(1)));
}

async function main(): Promise<void> {
  const read = readSettings(process.argv.slice(2), process.env);
  if (!read.ok) {
    for (const problem of read.problems) complain(`${problem.zh}\n${problem.en}`);
    process.exitCode = 1;
    return;
  }
  if (read.value === "help") return void say(helpText());
  await run(read.value);
}

const refusals = [StartRefused, StoreRefused, ListenRefused, ContentRefused] as const;

main().catch((error: unknown) => {
  const isKnown = refusals.some((kind) => error instanceof kind);
  const cause = error instanceof Error ? error : new Error(String(error));
  complain(isKnown ? cause.message : `启动失败  The start failed\n${cause.stack ?? cause.message}`);
  process.exit(1);
});
