/** The real server as a process of its own on a known folder, to be killed and started again. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { packageRoot } from "../../server/config.ts";

const loader = process.execArgv.filter(
  (word, index, all) => word.startsWith("--import") || all[index - 1] === "--import",
);

export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  kill(signal: NodeJS.Signals): Promise<void>;
}

function launch(dataDir: string, before: readonly string[]) {
  const argv = [join(packageRoot(), "server", "main.ts"), "--port", "0", "--data-dir", dataDir];
  const [command = process.execPath, ...rest] = [...before, process.execPath, ...loader, ...argv];
  return spawn(command, rest, { env: { ...process.env, NODE_ENV: "test" }, stdio: ["ignore", "pipe", "pipe"] });
}

/** Starts a server and kills it as soon as `isTime` says so. */
export async function killedServer(dataDir: string, isTime: () => boolean): Promise<void> {
  const child = launch(dataDir, []);
  const ended = once(child, "exit");
  while (!isTime() && child.exitCode === null) await setTimeout(10);
  child.kill("SIGKILL");
  await ended;
}

/** In: data folder and, for tools like strace, words before the command. Out: a server that answers. */
export async function spawnServer(dataDir: string, before: readonly string[] = []): Promise<ServerProcess> {
  const child = launch(dataDir, before);
  const url = await addressOf(child);
  return {
    ...{ url, pid: child.pid ?? 0 },
    async kill(signal) {
      child.kill(signal);
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      const port = /http:\/\/localhost:(\d+)/.exec(output)?.[1];
      if (port !== undefined) resolve(`http://127.0.0.1:${port}`);
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.once("exit", (code) => reject(new Error(`Expected a server, but it ended with ${String(code)}:\n${output}`)));
  });
}
