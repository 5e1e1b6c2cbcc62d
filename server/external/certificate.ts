/** The certificate of `--lan`: made once for this machine's names and addresses and kept in the data folder. */
import { X509Certificate } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { networkInterfaces } from "node:os";
import { join } from "node:path";

export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

const dayMs = 86_400_000;
/** Phones refuse certificates that hold longer. */
const holdsDays = 397;

/** IPv4 addresses under which other devices on the network reach this machine. */
export function lanAddresses(): readonly string[] {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return all.filter((each) => each.family === "IPv4" && !each.internal).map((each) => each.address);
}

async function kept(folder: string): Promise<Certificate | undefined> {
  try {
    const [cert, key] = await Promise.all(["cert.pem", "key.pem"].map((name) => readFile(join(folder, name), "utf8")));
    return cert === undefined || key === undefined ? undefined : { cert, key };
  } catch {
    return undefined;
  }
}

function stillFits({ cert }: Certificate, addresses: readonly string[], now: number): boolean {
  const parsed = new X509Certificate(cert);
  const names = parsed.subjectAltName ?? "";
  return (
    Date.parse(parsed.validTo) - now > 7 * dayMs &&
    addresses.every((address) => names.includes(`IP Address:${address}`))
  );
}

async function make(addresses: readonly string[], now: number): Promise<Certificate> {
  const altNames = [
    { type: 2 as const, value: "localhost" },
    ...["127.0.0.1", ...addresses].map((ip) => ({ type: 7 as const, ip })),
  ];
  // Loaded only here: every other start is half a second faster without it.
  const { generate } = await import("selfsigned");
  const made = await generate([{ name: "commonName", value: "Gridloom" }], {
    keyType: "ec",
    curve: "P-256",
    notBeforeDate: new Date(now - dayMs),
    notAfterDate: new Date(now + holdsDays * dayMs),
    extensions: [
      { name: "basicConstraints", cA: false, critical: true },
      { name: "extKeyUsage", serverAuth: true },
      { name: "subjectAltName", altNames },
    ],
  });
  return { cert: made.cert, key: made.private };
}

/**
 * The kept certificate while it holds and names every present address, else a new one.
 * @param now epoch milliseconds
 */
export async function ownCertificate(dataDir: string, now: number): Promise<Certificate> {
  const folder = join(dataDir, "tls");
  const addresses = lanAddresses();
  const before = await kept(folder);
  if (before !== undefined && stillFits(before, addresses, now)) return before;
  const made = await make(addresses, now);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, "key.pem"), made.key, { mode: 0o600 });
  await writeFile(join(folder, "cert.pem"), made.cert, { mode: 0o600 });
  return made;
}
