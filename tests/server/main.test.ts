import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { rmSync } from "node:fs";
import { createServer } from "node:net";
import { get as httpsGet } from "node:https";
import { once } from "node:events";
import { join } from "node:path";
import type { AddressInfo } from "node:net";
import { packageRoot } from "../../server/config.ts";
import { temporaryFolder } from "../support/stores.ts";

const loader = process.execArgv.filter(
  (word, index, all) => word.startsWith("--import") || all[index - 1] === "--import",
);

class Started {
  output = "";
  readonly child: ChildProcess;
  constructor(...argv: string[]) {
    const environment = { ...process.env, NODE_ENV: "test" };
    this.child = spawn(process.execPath, [...loader, join(packageRoot(), "server", "main.ts"), ...argv], {
      env: environment,
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on("data", (chunk: Buffer) => {
        this.output += chunk.toString();
      });
  }
  async until(pattern: RegExp): Promise<string> {
    for (let tries = 0; tries < 600; tries++) {
      const found = pattern.exec(this.output);
      if (found !== null) return found[1] ?? found[0];
      if (this.child.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`Expected ${pattern} but the server said:\n${this.output}`);
  }
  async end(signal?: NodeJS.Signals): Promise<number | null> {
    if (signal !== undefined) this.child.kill(signal);
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, "exit");
    return this.child.exitCode;
  }
}

describe("npm start", function () {
  this.timeout(120_000);
  const folder = temporaryFolder();
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("explains itself with --help and ends", async () => {
    const started = new Started("--help");
    assert.equal(await started.end(), 0);
    assert.match(started.output, /--lan[\s\S]*供同一网络内的手机使用/);
  });

  it("says one clear line for a wrong setting and ends with 1", async () => {
    const started = new Started("--port", "no");
    assert.equal(await started.end(), 1);
    assert.match(started.output, /^设置 PORT 不正确：.*\nSetting PORT is wrong: .*\n$/);
  });

  it("says one clear line for a taken port, before loading anything, and ends with 1", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const started = new Started("--port", String(port), "--data-dir", join(folder, "taken"));
    assert.equal(await started.end(), 1);
    assert.equal(
      started.output,
      `端口 ${port} 已被占用，请关闭占用它的程序或用 --port 换一个。\nPort ${port} is in use. Stop what uses it, or choose another with --port.\n`,
    );
    other.close();
  });

  it("without the demo prints a code once, answers, and stops cleanly on SIGTERM", async () => {
    const started = new Started("--empty", "--port", "0", "--data-dir", join(folder, "city"));
    const code = await started.until(/Setup code:\s+(\S+)/);
    assert.match(code, /^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
    const url = (await started.until(/Open:\s+(\S+)/)).replace("localhost", "127.0.0.1");
    assert.equal((await fetch(`${url}/readyz`)).status, 200);
    assert.equal(await started.end("SIGTERM"), 0);
  });

  it("never opens real records as a demo", async () => {
    const started = new Started("--port", "0", "--data-dir", join(folder, "city"));
    assert.equal(await started.end(), 1);
    assert.match(started.output, /不能以演示模式打开.*\n.*cannot be opened in demo mode/);
  });

  it("with --lan speaks https with a certificate of its own and prints a code for the phone", async () => {
    const started = new Started(
      "--lan",
      "--empty",
      "--host",
      "127.0.0.1",
      "--port",
      "0",
      "--data-dir",
      join(folder, "lan"),
    );
    await started.until(/[▀▄█]{10}/);
    const port = await started.until(/Open:\s+https:\/\/\S+:(\d+)/);
    const status = await new Promise((resolve, reject) => {
      httpsGet({ port, host: "127.0.0.1", path: "/healthz", rejectUnauthorized: false }, (response) =>
        resolve(response.statusCode),
      ).on("error", reject);
    });
    assert.equal(status, 200);
    assert.equal(await started.end("SIGINT"), 0);
  });
});
