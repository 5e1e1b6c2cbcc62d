/** `npm start`: installs, builds, then becomes the server. Options after `--` are the server's own. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { build, checkNode, install, root } from "./prepare.mjs";

checkNode();
install();
build();
const main = join(root, "dist", "server", "main.js");
const child = spawn(process.execPath, ["--disable-proto=delete", main, ...process.argv.slice(2)], { stdio: "inherit" });
// The server stops by itself on a signal; this process only passes it on and ends with the same code.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(code ?? (signal === null ? 0 : 1)));
