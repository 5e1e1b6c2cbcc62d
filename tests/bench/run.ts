/** `npm run bench [NAME]`: runs the benchmarks, prints a table and writes `tests/bench/out/NAME.json`. */
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BenchRow } from "./bench-row.ts";

const folder = import.meta.dirname;
const all = (await readdir(folder)).filter((name) => name.endsWith(".bench.ts")).map((name) => name.slice(0, -9));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`没有这个基准 No such benchmark: ${unknown.join(", ")}. 可选 Choose from: ${all.join(", ")}`);
  process.exit(1);
}

function meets(row: BenchRow): string {
  if (row.bar === undefined) return "";
  return (row.better === "higher" ? row.value >= row.bar : row.value <= row.bar) ? "yes" : "no";
}

for (const name of asked.length > 0 ? asked : all) {
  const { bench } = (await import(pathToFileURL(join(folder, `${name}.bench.ts`)).href)) as {
    bench: () => Promise<BenchRow[]>;
  };
  const rows = await bench();
  console.log(`\n${name} (Node ${process.versions.node})`);
  console.table(
    rows.map((row) => ({
      name: row.name,
      value: Number(row.value.toPrecision(4)),
      unit: row.unit,
      better: row.better,
      bar: row.bar,
      "bar met": meets(row),
    })),
  );
  await mkdir(join(folder, "out"), { recursive: true });
  const command = `npm run bench ${name}`;
  await writeFile(
    join(folder, "out", `${name}.json`),
    `${JSON.stringify({ name, command, node: process.versions.node, rows }, null, 2)}\n`,
  );
}
process.exit(0);
