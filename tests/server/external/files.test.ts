import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { X509Certificate } from "node:crypto";
import { ownCertificate } from "../../../server/external/certificate.ts";
import { fileStore } from "../../../server/external/files.ts";
import { temporaryFolder } from "../../support/stores.ts";

describe("files of attachments", () => {
  const folder = temporaryFolder();
  const files = fileStore(join(folder, "attachments"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const all = () =>
    readdirSync(join(folder, "attachments"), { recursive: true, withFileTypes: true }).filter((each) => each.isFile());

  it("are kept once under the hash of their bytes, readable by the server only", async () => {
    const bytes = Buffer.from("下水道堵塞");
    const hash = await files.put(bytes);
    assert.equal(hash, createHash("sha256").update(bytes).digest("hex"));
    await Promise.all(Array.from({ length: 8 }, () => files.put(bytes)));
    assert.deepEqual(
      all().map((each) => each.name),
      [hash],
      "no copy and no half file",
    );
    assert.equal(statSync(join(folder, "attachments", hash.slice(0, 2), hash)).mode & 0o077, 0);
    assert.deepEqual(Buffer.from((await files.get(hash)) ?? []), bytes);
  });

  it("that are not there are undefined, and no name leads out of the folder", async () => {
    assert.equal(await files.get("0".repeat(64)), undefined);
    for (const name of ["../../etc/passwd", "", "A".repeat(64), `${"0".repeat(63)}/`])
      await assert.rejects(files.get(name));
  });
});

describe("the certificate of --lan", () => {
  const folder = temporaryFolder();
  after(() => rmSync(folder, { recursive: true, force: true }));
  const now = Date.parse("2026-11-23T02:00:00Z");

  it("names this machine, holds for about a year and is kept", async () => {
    const made = await ownCertificate(folder, now);
    const parsed = new X509Certificate(made.cert);
    assert.match(parsed.subjectAltName ?? "", /DNS:localhost, IP Address:127\.0\.0\.1/);
    const days = (Date.parse(parsed.validTo) - now) / 86_400_000;
    assert.ok(days > 390 && days <= 398);
    assert.deepEqual(await ownCertificate(folder, now), made);
    assert.equal(statSync(join(folder, "tls", "key.pem")).mode & 0o077, 0);
  });

  it("is made anew before it ends", async () => {
    const before = await ownCertificate(folder, now);
    assert.notEqual((await ownCertificate(folder, now + 395 * 86_400_000)).cert, before.cert);
  });
});
