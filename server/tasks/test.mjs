/**
 * `npm test [-- FILES]`: installs, builds, finds or installs Chromium, runs every test and ends with the line
 * `N passed, N failed`.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { build, checkNode, install, root, run, say } from "./prepare.mjs";

const names = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/opt/google/chrome/chrome"];

function chromium() {
  const found = [process.env.CHROMIUM, ...names].find((path) => path !== undefined && existsSync(path));
  if (found !== undefined) return found;
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    process.stderr.write(
      "需要 Chromium：请安装（Debian：apt-get install chromium fonts-noto-cjk）或设置环境变量 CHROMIUM。\n",
    );
    process.stderr.write(
      "Chromium is needed: install it (Debian: apt-get install chromium fonts-noto-cjk) or set CHROMIUM.\n",
    );
    process.exit(1);
  }
  say("正在安装 Chromium 和中文字体…", "Installing Chromium and a Chinese font…");
  run("apt-get", ["update", "-q"]);
  run("apt-get", ["install", "-q", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk"], {
    DEBIAN_FRONTEND: "noninteractive",
  });
  return names[0];
}

checkNode();
install();
build();
const environment = { ...process.env, CHROMIUM: chromium(), NODE_ENV: "test" };
say("正在运行全部测试…", "Running all tests…");
const mocha = join(root, "node_modules", "mocha", "bin", "mocha.js");
const asked = process.argv.slice(2);
// Without a file every test runs; `npm test -- tests/engine/feel/*.test.ts` or `-- --grep 签收` narrow it.
const files = asked.some((argument) => argument.startsWith("tests/")) ? [] : ["tests/**/*.test.ts"];
const child = spawnSync(process.execPath, ["--import", "tsx", "--disable-proto=delete", mocha, ...files, ...asked], {
  cwd: root,
  env: environment,
  stdio: "inherit",
});
process.exit(child.status ?? 1);
