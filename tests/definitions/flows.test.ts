import assert from "node:assert/strict";
import { parseBpmn, parseDmn } from "../../engine/index.ts";
import { bundleOf, canonicalJson, resolve } from "../../engine/overlay/index.ts";
import type { Json } from "../../engine/index.ts";
import { contentOf, packOf, parsedOf, resolvedPack, valueOf } from "../support/packs.ts";

const streets = ["nanyuan", "beihe"] as const;

describe("flows and tables", () => {
  for (const name of [undefined, ...streets])
    it(`parse without a problem or a warning in ${name ?? "the city"}`, async () => {
      for (const document of Object.values(resolvedPack(name).documents)) {
        if (!("xml" in document)) continue;
        const parsed = document.kind === "process" ? await parseBpmn(document.xml) : await parseDmn(document.xml);
        assert.deepEqual(valueOf<{ warnings: readonly unknown[] }>(parsed).warnings, [], document.key);
      }
    });

  it("draw a shape for every element and an edge for every flow", async () => {
    const pack = resolvedPack("nanyuan");
    const { processes } = await parsedOf(pack);
    for (const document of Object.values(pack.documents)) {
      if (!("xml" in document) || document.kind !== "process") continue;
      const drawn = new Set([...document.xml.matchAll(/bpmnElement="([^"]+)"/g)].map((match) => match[1]));
      const process = processes[document.key];
      const elements = [...Object.keys(process?.nodes ?? {}), ...Object.keys(process?.flows ?? {})];
      assert.deepEqual(elements.filter((id) => !drawn.has(id)), [], document.key);
    }
  });

  it("say for every task in which stage it is, who may do it and by which form", async () => {
    for (const name of streets) {
      const { processes } = await parsedOf(resolvedPack(name));
      for (const node of Object.values(processes).flatMap((process) => Object.values(process.nodes))) {
        if (node.kind !== "userTask") continue;
        assert.ok(node.stage !== undefined && node.formKey !== undefined, node.id);
        assert.ok(node.people.candidateGroups !== undefined, node.id);
      }
    }
  });
});

describe("names of flows and steps", () => {
  const KINDS = new Set(["userTask", "serviceTask", "businessRuleTask", "abstractTask", "callActivity", "subProcess", "boundaryEvent", "intermediateThrowEvent"]);

  it("are the diagram's in Chinese, and there in English for every step", async () => {
    for (const name of [undefined, ...streets]) {
      const pack = resolvedPack(name);
      const { processes } = await parsedOf(pack);
      const words = new Map(
        ["flow", "step", "nanyuan__flow", "nanyuan__step"]
          .filter((key) => pack.documents[`vocabulary/${key}`] !== undefined)
          .flatMap((key) => contentOf(pack, "vocabulary", key)["codes"] as unknown as readonly Code[])
          .map(({ code, title }) => [code, title["zh-CN"]]),
      );
      for (const process of Object.values(processes)) {
        assert.equal(words.get(process.key), process.name);
        const steps = Object.values(process.nodes).filter(({ kind }) => KINDS.has(kind));
        assert.deepEqual(steps.filter((node) => words.get(node.id) !== node.name).map(({ id }) => id), []);
      }
    }
  });
});

interface Code {
  readonly code: string;
  readonly title: { readonly "zh-CN": string; readonly en: string };
}

describe("the two streets", () => {
  const bundleIn = async (name?: string) => {
    const pack = resolvedPack(name);
    return valueOf(bundleOf(pack, "eventLoop", await parsedOf(pack), () => 1));
  };

  it("run the same loop: one with the city's escalation, one with its own chain in the slot", async () => {
    const [city, nanyuan, beihe] = [await bundleIn(), await bundleIn("nanyuan"), await bundleIn("beihe")];
    assert.deepEqual(Object.keys(beihe.processes), Object.keys(city.processes));
    assert.deepEqual(Object.keys(nanyuan.processes), ["eventLoop", "nanyuan__escalation"]);
    assert.deepEqual(beihe.processes, city.processes);
    assert.notEqual(canonicalJson(beihe as unknown as Json), canonicalJson(city as unknown as Json));
  });

  it("share a bundle when they set nothing", async () => {
    const parsed = await parsedOf(resolvedPack());
    const contents = ["north", "south"].map((key) => {
      const head = { ...packOf("streets/beihe").head, key, level: key };
      const { pack } = valueOf(resolve(packOf("city"), [{ head, documents: [], operations: [] }]));
      return canonicalJson(valueOf(bundleOf(pack, "eventLoop", parsed, () => 1)) as unknown as Json);
    });
    assert.equal(contents[0], contents[1]);
  });

  it("differ in parameters alone in Beihe, and say who changed what and why", () => {
    const { operations, documents } = packOf("streets/beihe");
    assert.deepEqual([...new Set(operations.map(({ target }) => target.kind))], ["parameter"]);
    assert.deepEqual(documents, []);
    const parameters = resolvedPack("beihe").documents["parameter/parameters"];
    assert.ok(parameters !== undefined && "provenance" in parameters);
    assert.equal(parameters.provenance["signLimit"]?.["values"]?.pack, "beihe");
    assert.equal(parameters.provenance["gridLimit"]?.["default"]?.pack, "yunjin");
  });

  it("resolve without a warning: nobody has changed the base under them", () => {
    for (const name of streets)
      assert.deepEqual(valueOf(resolve(packOf("city"), [packOf(`streets/${name}`)])).warnings, []);
  });
});
