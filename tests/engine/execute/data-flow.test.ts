import assert from "node:assert/strict";
import { dataInto, dataObject, dataOutOf, io } from "../../support/bpmn-data.ts";
import {
  boundary,
  bundleFrom,
  documentOf,
  end,
  errorEvent,
  extensions,
  flows,
  mappings,
  message,
  messageEvent,
  node,
  processOf,
  start,
  userTask,
} from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";

const JOB = { implementation: "work" };
const around = (...content: string[]): string =>
  documentOf(processOf("p", start(), ...content, userTask("after"), flows("start > x > after")));
const story = async (variables = {}, ...content: string[]): Promise<Story> =>
  new Story(await bundleFrom(around(...content))).start(variables);
const order = dataObject("order");
const bill = dataObject("bill");

describe("data of standard BPMN", () => {
  it("an association copies a data object into a data input, and a data output into one (BPMN 2.0 §10.4.2)", async () => {
    const content = [io(["what"], ["paid"]), dataInto("order", "dataInput_what"), dataOutOf("dataOutput_paid", "bill")];
    const told = await story({ order: { n: 1 }, secret: 2 }, order, bill, node("serviceTask", "x", JOB, ...content));
    assert.deepEqual(told.effect("createJob").variables, { what: { n: 1 } }, "only what it is given");
    told.completeJob("x", { paid: 7, noise: 1 });
    assert.deepEqual(told.variables(), { order: { n: 1 }, secret: 2, bill: 7 }, "only what it gives");
  });

  it("waits until its input set is there, says for what, and begins by itself (§13.3.2)", async () => {
    const task = node("userTask", "x", { name: "核价" }, io(["what"]), dataInto("order", "dataInput_what"));
    const told = await story({}, order, task);
    assert.deepEqual(told.state.tasks, undefined);
    assert.deepEqual(
      told.reasons().map(({ kind, zh, detail }) => [kind, zh, detail]),
      [["condition", "“核价”等待数据：order", { missing: ["order"] }]],
    );
    told.set({ other: 1 });
    assert.deepEqual(told.state.tasks, undefined);
    told.set({ order: 5 });
    assert.deepEqual(told.effect("createTask").task.inputs, { what: 5 });
    assert.equal(told.state.conditions, undefined);
    assert.deepEqual(told.complete("x").waitsAt(), ["after"]);
  });

  it("what another branch produces lets it begin", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        order,
        node("userTask", "make", {}, io([], ["made"]), dataOutOf("dataOutput_made", "order")),
        node("userTask", "x", {}, io(["what"]), dataInto("order", "dataInput_what")),
        flows("start > make", "start > x"),
      ),
    );
    const told = new Story(await bundleFrom(xml)).start();
    assert.equal(told.reasons().find(({ elementId }) => elementId === "x")?.kind, "condition");
    told.complete("make", { made: "order 7" });
    assert.deepEqual(told.effect("createTask").task.inputs, { what: "order 7" });
  });

  it("one input set of several is enough, and an optional input need not be there (§10.4.1)", async () => {
    const sets = io(["a"]).replace(
      "</bpmn:ioSpecification>",
      `<bpmn:inputSet><bpmn:dataInputRefs>b</bpmn:dataInputRefs></bpmn:inputSet></bpmn:ioSpecification>`,
    );
    const two = sets.replace("<bpmn:inputSet>", `<bpmn:dataInput id="b" name="b" /><bpmn:inputSet>`);
    const task = node("userTask", "x", {}, two, dataInto("order", "dataInput_a"), dataInto("bill", "b"));
    const told = await story({ bill: 1 }, order, bill, task);
    assert.deepEqual(told.effect("createTask").task.inputs, { b: 1 });
    const optional = node("userTask", "x", {}, io(["a?"]), dataInto("order", "dataInput_a"));
    assert.deepEqual((await story({}, order, optional)).effect("createTask").task.inputs, {});
  });

  it("a transformation replaces the target, assignments change parts of it (§10.4.2)", async () => {
    const into = dataInto("order", "dataInput_what", {
      transformation: "{ lines: order.lines, n: count(order.lines) }",
      assign: [
        ["what.n * 10", "what.price"],
        ["order.by", "dataInput_what.who"],
      ],
    });
    const out = dataOutOf("dataOutput_paid", "bill", { assign: [["paid + 1", "bill.total"]] });
    const task = node("serviceTask", "x", JOB, io(["what"], ["paid"]), into, out);
    const told = await story({ order: { lines: [1, 2], by: "wang" }, bill: { no: 3 } }, order, bill, task);
    assert.deepEqual(told.effect("createJob").variables, {
      what: { lines: [1, 2], n: 2, price: 20, who: "wang" },
    });
    assert.deepEqual(told.completeJob("x", { paid: 4 }).variables()["bill"], { no: 3, total: 5 });
  });

  it("plain copies read what is around, not each other: two may change places", async () => {
    const copies = [io(["order", "bill"]), dataInto("bill", "dataInput_order"), dataInto("order", "dataInput_bill")];
    const told = await story({ order: 1, bill: 2 }, order, bill, node("serviceTask", "x", JOB, ...copies));
    assert.deepEqual(told.effect("createJob").variables, { order: 2, bill: 1 });
  });

  it("an output set that is not complete is an incident with the names; it can be put right (§13.3.2)", async () => {
    const task = node("serviceTask", "x", JOB, io([], ["paid", "no"]), dataOutOf("dataOutput_paid", "bill"));
    const told = (await story({}, bill, task)).completeJob("x", { no: 1 });
    assert.equal(told.incident(), "DATA_OUTPUT_MISSING");
    assert.match(told.reasons()[0]?.zh ?? "", /缺少数据：paid/);
    told.set({ paid: 9 }).resolve();
    assert.deepEqual([told.waitsAt(), told.variables()["bill"]], [["after"], 9]);
  });

  it("the only output of a user task is the form, of a script its result, unless an entry has its name", async () => {
    const task = node("userTask", "x", {}, io([], ["form"]), dataOutOf("dataOutput_form", "bill"));
    assert.deepEqual((await story({}, bill, task)).complete("x", { a: 1, b: 2 }).variables(), { bill: { a: 1, b: 2 } });
    assert.deepEqual((await story({}, bill, task)).complete("x", { form: 1, b: 2 }).variables(), { bill: 1 });
    const script = node(
      "scriptTask",
      "x",
      {},
      io([], ["sum"]),
      dataOutOf("dataOutput_sum", "bill"),
      "<bpmn:script>1 + 2</bpmn:script>",
    );
    assert.deepEqual((await story({}, bill, script)).variables(), { bill: 3 });
  });

  it("a data object has its own name, that of its reference, or its id (README)", async () => {
    const objects = [
      `<bpmn:dataObject id="DataObject_1" /><bpmn:dataObjectReference id="R1" name="报修单" dataObjectRef="DataObject_1"><bpmn:dataState name="新" /></bpmn:dataObjectReference>`,
      `<bpmn:dataObject id="o-2" name="Order form" /><bpmn:dataObjectReference id="R2" dataObjectRef="o-2" />`,
      `${dataObject("o4", "own")}<bpmn:dataObjectReference id="R4" name="other" dataObjectRef="o4" />`,
      dataObject("o3", "if"),
    ];
    const task = node(
      "serviceTask",
      "x",
      JOB,
      io(["a", "b", "c", "d"]),
      dataInto("R1", "dataInput_a"),
      dataInto("R2", "dataInput_b"),
      dataInto("o3", "dataInput_c"),
      dataInto("R4", "dataInput_d"),
    );
    const told = await story({ 报修单: 1, o_2: 2, o3: 3, own: 4 }, ...objects, task);
    assert.deepEqual(told.effect("createJob").variables, { a: 1, b: 2, c: 3, d: 4 });
  });

  it("an association that is only drawn takes what has the object's name, and waits for nothing", async () => {
    const placeholder = `<bpmn:property id="P" name="__targetRef_placeholder" />`;
    const task = (type: string, attributes: Record<string, string>): string =>
      node(type, "x", attributes, placeholder, dataInto("order", "P"), dataOutOf(undefined, "bill"));
    const told = await story({}, order, bill, task("userTask", {}));
    assert.deepEqual(told.complete("x", { bill: 5, other: 1 }).variables(), { bill: 5 });
    const job = await story({ a: 1 }, order, bill, task("serviceTask", JOB));
    assert.deepEqual(job.effect("createJob").variables, { a: 1 }, "a worker still sees all");
    assert.deepEqual(job.completeJob("x", { bill: 5, other: 1 }).variables(), { a: 1, bill: 5, other: 1 });
  });

  it("stores are only drawn: nothing comes from them and nothing waits for them", async () => {
    const store = `<bpmn:dataStoreReference id="S" name="台账" />`;
    const task = node(
      "userTask",
      "x",
      {},
      io(["a"], ["b"]),
      dataInto("S", "dataInput_a"),
      dataOutOf("dataOutput_b", "S"),
    );
    assert.deepEqual((await story({}, store, task)).complete("x", { b: 1 }).variables(), {});
  });

  it("a data object lives in its scope: that of a sub-process begins empty and ends with it (§10.4.1)", async () => {
    const inner = node(
      "subProcess",
      "x",
      {},
      order,
      `<bpmn:property id="pr" name="count" />`,
      start("s"),
      node("serviceTask", "y", JOB, io([], ["made"]), dataOutOf("dataOutput_made", "order")),
      node(
        "serviceTask",
        "z",
        JOB,
        io(["what"]),
        dataInto("order", "dataInput_what"),
        dataOutOf(undefined, "pr", { transformation: "1" }),
      ),
      end("e"),
      flows("s > y > z > e"),
    );
    const told = await story({ order: "outer" }, inner);
    const [scope] = Object.keys(told.state.scopes).filter((id) => id !== "s1");
    assert.deepEqual(told.variables(scope), { order: null, count: null });
    told.completeJob("y", { made: "inner" });
    assert.deepEqual(told.effect("createJob").variables, { what: "inner" });
    assert.deepEqual(told.completeJob("z").variables(), { order: "outer" });
  });

  it("a property of a task is its own: it is given to the work and ends with it", async () => {
    const property = `<bpmn:property id="pr" name="hint" />`;
    const task = node(
      "userTask",
      "x",
      {},
      property,
      io([], ["a"]),
      dataInto("order", "pr"),
      dataOutOf("dataOutput_a", "pr"),
    );
    const told = await story({ order: 3 }, order, task);
    assert.deepEqual(told.effect("createTask").task.inputs, { hint: 3 });
    assert.deepEqual(told.complete("x", { a: 1 }).variables(), { order: 3 });
  });

  it("what a catching event brings goes to its data output, what a throwing one sends comes from its input (§10.4.1)", async () => {
    const output = `<bpmn:dataOutput id="got" name="got" />${dataOutOf("got", "bill")}`;
    const input = `<bpmn:dataInput id="say" name="say" />${dataInto("order", "say")}`;
    const xml = documentOf(
      message("M", "m", "=1") +
        processOf(
          "p",
          start(),
          order,
          bill,
          node("intermediateThrowEvent", "x", {}, input, messageEvent("M")),
          node("intermediateCatchEvent", "y", {}, output, messageEvent("M")),
          userTask("after"),
          flows("start > x > y > after"),
        ),
    );
    const told = new Story(await bundleFrom(xml)).start({ order: 3 });
    assert.deepEqual(told.effect("publishMessage").variables, { say: 3 });
    told.deliver("m", "1", { say: 3 });
    assert.deepEqual([told.waitsAt(), told.variables()], [["after"], { order: 3, bill: 3 }]);
  });

  it("an error carries the data of who throws it to who catches it", async () => {
    const throwing = node(
      "endEvent",
      "e",
      {},
      `<bpmn:dataInput id="why" name="why" />${dataInto("order", "why")}`,
      errorEvent("E"),
    );
    const catching = boundary(
      "b",
      "x",
      `<bpmn:dataOutput id="got" name="why" />${dataOutOf("got", "bill")}${errorEvent("E")}`,
    );
    const xml = documentOf(
      `<bpmn:error id="E" errorCode="e1" />` +
        processOf(
          "p",
          start(),
          order,
          bill,
          node("subProcess", "x", {}, start("s"), throwing, flows("s > e")),
          catching,
          userTask("after"),
          flows("start > x > after", "b > after"),
        ),
    );
    assert.deepEqual(new Story(await bundleFrom(xml)).start({ order: "broken" }).variables(), {
      order: "broken",
      bill: "broken",
    });
  });

  it("stands beside zeebe's mappings: data first", async () => {
    const task = node(
      "serviceTask",
      "x",
      JOB,
      extensions(mappings({ inputs: { double: "=what * 2" }, outputs: { seen: "=paid" } })),
      io(["what"], ["paid"]),
      dataInto("order", "dataInput_what"),
      dataOutOf("dataOutput_paid", "bill"),
    );
    const told = await story({ order: 2 }, order, bill, task);
    assert.deepEqual(told.effect("createJob").variables, { what: 2, double: 4 });
    assert.deepEqual(told.completeJob("x", { paid: 1 }).variables(), { order: 2, seen: 1, bill: 1 });
  });

  it("work by hand waits for no data and is not asked for any", async () => {
    const task = node(
      "manualTask",
      "x",
      {},
      io(["a"], ["b"]),
      dataInto("order", "dataInput_a"),
      dataOutOf("dataOutput_b", "bill"),
    );
    assert.deepEqual((await story({}, order, bill, task)).waitsAt(), ["after"]);
  });
});

describe("data of a multi-instance by standard BPMN", () => {
  const loop = (content: string, attributes = ""): string =>
    `<bpmn:multiInstanceLoopCharacteristics ${attributes}>${content}</bpmn:multiInstanceLoopCharacteristics>`;
  const refs = `<bpmn:loopDataInputRef>dataInput_all</bpmn:loopDataInputRef><bpmn:loopDataOutputRef>dataOutput_votes</bpmn:loopDataOutputRef>
<bpmn:inputDataItem id="item" name="person" /><bpmn:outputDataItem id="vote" name="vote" />`;
  const task = (attributes = "", more = refs): string =>
    node(
      "userTask",
      "x",
      {},
      io(["all", "who"], ["votes", "answer?"]),
      dataInto("order", "dataInput_all"),
      dataInto("item", "dataInput_who"),
      dataOutOf("dataOutput_answer", "vote"),
      dataOutOf("dataOutput_votes", "bill"),
      loop(more, attributes),
    );

  it("one instance for each item of the collection; what they give is collected (BPMN 2.0 §10.3.8)", async () => {
    const told = await story({ order: ["wang", "li"] }, order, bill, task());
    const given = told.effects.flatMap((effect) => (effect.type === "createTask" ? [effect.task.inputs["who"]] : []));
    assert.deepEqual(given, ["wang", "li"]);
    told.complete("x", { answer: "yes" }).complete("x", { answer: "no" });
    assert.deepEqual([told.waitsAt(), told.variables()], [["after"], { order: ["wang", "li"], bill: ["yes", "no"] }]);
  });

  it("in turn; the whole activity waits until the collection is there", async () => {
    const told = await story({}, order, bill, task(`isSequential="true"`));
    assert.deepEqual(told.reasons()[0]?.detail, { missing: ["order"] });
    told.set({ order: ["wang", "li"] });
    assert.equal(told.effect("createTask").task.inputs["who"], "wang");
    told.complete("x", { answer: 1 });
    assert.equal(told.effect("createTask").task.inputs["who"], "li");
    assert.deepEqual(told.complete("x", { answer: 2 }).variables()["bill"], [1, 2]);
  });

  it("without items an empty collection comes out, without an output item the data output itself", async () => {
    assert.deepEqual((await story({ order: [] }, order, bill, task())).variables(), { order: [], bill: [] });
    const plain = node(
      "userTask",
      "x",
      {},
      io([], ["votes"]),
      dataOutOf("dataOutput_votes", "bill"),
      loop(
        `<bpmn:loopDataInputRef>order</bpmn:loopDataInputRef><bpmn:loopDataOutputRef>dataOutput_votes</bpmn:loopDataOutputRef>`,
      ),
    );
    const told = await story({ order: [1, 2] }, order, bill, plain);
    told.complete("x", { votes: "a" }).complete("x", { votes: "b" });
    assert.deepEqual(told.variables()["bill"], ["a", "b"]);
  });

  it("of a sub-process: data objects of the process, each instance with its own item", async () => {
    const inner = node(
      "subProcess",
      "x",
      {},
      start("s"),
      node("scriptTask", "y", {}, "<bpmn:script>{ square: n * n }</bpmn:script>"),
      end("e"),
      flows("s > y > e"),
      dataObject("inner", "square"),
      loop(
        `<bpmn:loopDataInputRef>order</bpmn:loopDataInputRef><bpmn:loopDataOutputRef>bill</bpmn:loopDataOutputRef><bpmn:inputDataItem id="i" name="n" /><bpmn:outputDataItem id="o" name="square" />`,
      ),
    );
    assert.deepEqual((await story({ order: [1, 2, 3] }, order, bill, inner)).variables(), {
      order: [1, 2, 3],
      bill: [1, 4, 9],
    });
  });
});
