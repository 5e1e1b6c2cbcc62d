import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { readCandidateGroups, writeCandidateGroups } from "../../../designer/flow/edit/candidate-groups.ts";

/** Attributes as XML writes them, from every flow that is shipped. */
function shipped(): readonly string[] {
  const files = readdirSync("definitions", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".bpmn"))
    .map((file) => readFileSync(`definitions/${file}`, "utf8"));
  return files
    .flatMap((text) => [...text.matchAll(/candidateGroups=(?:'([^']*)'|"([^"]*)")/g)].map((m) => m[1] ?? m[2] ?? ""))
    .map((text) => text.replaceAll("&quot;", '"'));
}

describe("candidate groups as rows of unit and post", () => {
  it("reads and writes what every shipped flow says, character by character", () => {
    assert.ok(shipped().length > 5, "expected flows with candidate groups");
    for (const text of shipped()) {
      const groups = readCandidateGroups(text);
      assert.ok(groups !== undefined, text);
      assert.equal(writeCandidateGroups(groups), text);
    }
  });

  it("knows a post at the case's street, and one whose post is a parameter", () => {
    assert.deepEqual(readCandidateGroups('=[place.street + "/dispatcher", place.grid + "/" + param.verifierRole]'), [
      { kind: "pair", unit: "place.street", role: '"dispatcher"' },
      { kind: "pair", unit: "place.grid", role: "param.verifierRole" },
    ]);
  });

  it("keeps what it does not understand as it was written", () => {
    const text = '=[if a then "x/y" else f(b, [c]), "nanyuanUrban/handler"]';
    const groups = readCandidateGroups(text);
    assert.equal(groups?.[0]?.kind, "expression");
    assert.deepEqual(groups?.[1], { kind: "pair", unit: '"nanyuanUrban"', role: '"handler"' });
    assert.equal(writeCandidateGroups(groups ?? []), text);
  });

  it("leaves an expression that is no list to the expression field", () => {
    for (const text of ["=groups", "=[a] + [b]", "=for x in y return x", '=["a/b"'])
      assert.equal(readCandidateGroups(text), undefined, text);
  });

  it("takes a list written with commas, and an empty one", () => {
    assert.deepEqual(readCandidateGroups("nanyuanUrban/handler, xingfu/leader")?.length, 2);
    assert.deepEqual(readCandidateGroups(""), []);
    assert.equal(writeCandidateGroups([]), undefined);
  });

  it("reads back whatever it has written (property)", () => {
    const name = fc.stringMatching(/^[a-z][A-Za-z0-9]{0,8}$/);
    const path = fc.tuple(name, name).map((parts) => parts.join("."));
    const part = fc.oneof(
      path,
      name.map((text) => JSON.stringify(text)),
    );
    const pairs = fc.array(
      fc.record({ kind: fc.constant("pair" as const), unit: part, role: part }, { noNullPrototype: true }),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(pairs, (groups) => {
        assert.deepEqual(readCandidateGroups(writeCandidateGroups(groups) ?? ""), groups);
      }),
    );
  });
});
