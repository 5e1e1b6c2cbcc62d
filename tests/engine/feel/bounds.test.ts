import assert from "node:assert/strict";
import { compile, evaluate, SOURCE_LIMIT } from "../../../engine/feel/index.ts";
import { contextOf, feel, strict } from "./speaking.ts";

/** Ten times the promise of 100 ms: the machine may be busy, a hang is not ten times slower but endless. */
const FAR_TOO_LONG = 1_000;

function isStopped(source: string): void {
  const start = performance.now();
  const result = feel(source, { x: "a".repeat(40) + "!", big: "a".repeat(50_000) });
  const took = performance.now() - start;
  assert.ok(result === "!FEEL_BUDGET", source.slice(0, 80));
  assert.ok(took < FAR_TOO_LONG, `${source.slice(0, 80)} took ${took} ms`);
}

describe("Hostile FEEL ends by its budget", () => {
  const repeated = (text: string, times: number): string => text.repeat(times);
  const hostile = [
    "for i in 1..3000, j in 1..3000 return i * j",
    "some i in 1..3000, j in 1..3000 satisfies i * j < 0",
    "every i in 1..1000000000 satisfies i > 0",
    "for i in 1..1000000000000 return i",
    "count(for i in 1..20000 return for j in 1..20000 return j)",
    'for i in 1..100 return if i = 1 then "aaaaaaaaaa" else partial[-1] + partial[-1]',
    "for i in 1..40 return if i = 1 then [1] else concatenate(partial[-1], partial[-1])",
    "string(for i in 1..60 return if i = 1 then [1] else [partial[-1], partial[-1]])",
    "for i in 1..60 return if i = 1 then [1] else [partial[-1], partial[-1]]",
    "(function(f, n) f(f, n + 1))(function(f, n) f(f, n + 1), 0)",
    "for i in 1..20000 return 2 ** 0.5",
    "for i in 1..20000 return log(i) + exp(1)",
    "for i in 1..20000 return 1 / 3 + 1 / 7 + 1 / 11 + i / 13",
    'for i in 1..20000 return matches(big, "(a|aa)+$")',
    'for i in 1..20000 return matches("a", "a" + string(i))',
    'for i in 1..20000 return replace(big, "a", "bbbbbbbbbb")',
    'replace(big, "a", "bbbbbbbbbb")',
    'for i in 1..20000 return split(big, "a")',
    "for i in 1..20000 return string length(big)",
    "for i in 1..20000 return upper case(big)",
    'for i in 1..20000 return contains(big, "b")',
    "for i in 1..20000 return big + string(i)",
    "sort(for i in 1..19000 return [i], function(a, b) a = b)",
    "distinct values(for i in 1..19000 return [i])",
    "for i in 1..20000 return reverse(for j in 1..100 return j)",
    "{l: for i in 1..19000 return i, r: for j in 1..19000 return index of(l, j)}.r",
    "{l: for i in 1..19000 return {a: i}, r: for j in 1..19000 return l[a = j]}.r",
    "{l: for i in 1..19000 return {a: i}, r: for j in 1..19000 return l.a}.r",
    "{l: for i in 1..19000 return i, r: for j in 1..19000 return sum(l)}.r",
    "{l: for i in 1..19000 return i, r: for j in 1..19000 return max(l)}.r",
    "{l: for i in 1..19000 return i, r: for j in 1..19000 return remove(l, 1)}.r",
    "{l: for i in 1..19000 return i, r: for j in 1..19000 return l instance of list<number>}.r",
    "{l: for i in 1..19000 return i, r: for j in 1..19000 return l = l}.r",
    'for i in 1..20000 return for j in @"0001-01-01"..@"9999-12-31" return j',
  ];
  for (const source of hostile) it(source, () => isStopped(source));

  it("a pattern that explodes elsewhere is just false in linear time", () => {
    const start = performance.now();
    assert.equal(feel('matches(x, "^(a+)+$")', { x: "a".repeat(40) + "!" }), false);
    assert.ok(performance.now() - start < FAR_TOO_LONG);
  });

  it("nested or endless source text is refused before it can hurt", () => {
    const sources: readonly (readonly [string, string])[] = [
      [repeated("(", 4000) + "1" + repeated(")", 4000), "FEEL_TOO_DEEP"],
      [repeated("[", 5000), "FEEL_TOO_DEEP"],
      [repeated("{a:", 1500) + "1" + repeated("}", 1500), "FEEL_TOO_DEEP"],
      [repeated("not(", 1500) + "1" + repeated(")", 1500), "FEEL_TOO_DEEP"],
      ["1" + repeated("+1", 4500), "FEEL_TOO_DEEP"],
      [repeated("-", 9000) + "1", "FEEL_TOO_DEEP"],
      [repeated("if a then ", 900) + "1", "FEEL_TOO_DEEP"],
      [repeated("for i in l return ", 500) + "1", "FEEL_TOO_DEEP"],
      ["a" + repeated(".a", 4000), "FEEL_TOO_DEEP"],
      ['"' + repeated("a", SOURCE_LIMIT) + '"', "FEEL_TOO_LONG"],
    ];
    for (const [source, code] of sources) {
      const start = performance.now();
      const result = compile(source);
      assert.equal(result.ok ? "compiled" : result.problems[0]?.code, code, source.slice(0, 40));
      assert.ok(performance.now() - start < FAR_TOO_LONG, source.slice(0, 40));
    }
  });

  it("the budget counts the same every time, so replay stops where the run stopped", () => {
    const outcome = (steps: number): unknown => feel("count(for i in 1..1000 return i * 2)", {}, { steps });
    const enough = Array.from({ length: 12 }, (_, power) => 2 ** (power + 4)).find((steps) => outcome(steps) === 1000);
    assert.notEqual(enough, undefined);
    assert.equal(outcome(enough ?? 0), 1000);
    assert.equal(outcome(900), "!FEEL_BUDGET");
  });

  it("a nested value of the caller's own comes back whole", () => {
    const deep = JSON.parse("[".repeat(300) + "1" + "]".repeat(300)) as never;
    assert.deepEqual(feel("x", { x: deep }), deep);
  });
});

describe("What authors get wrong is a Problem", () => {
  it("says where, in Chinese and English", () => {
    const result = compile("amount > ) 5");
    assert.equal(result.ok, false);
    const [problem] = result.ok ? [] : result.problems;
    assert.equal(problem?.code, "FEEL_SYNTAX");
    assert.match(problem?.zh ?? "", /第 10 个字符/);
    assert.match(problem?.en ?? "", /character 10/);
  });

  for (const source of [
    "",
    "   ",
    "1 +",
    "if a then b",
    "a b c ]",
    "for x in",
    '"open',
    "{a 1}",
    "=",
    "1 2",
    "f(",
    "[1,",
  ]) {
    it(`${JSON.stringify(source)} does not compile`, () => assert.equal(compile(source).ok, false));
  }

  it("strict evaluation names an unknown variable, function and a type error", () => {
    assert.equal(strict("amuont > 5"), "!FEEL_UNKNOWN_NAME");
    assert.equal(strict("amuont(5)"), "!FEEL_UNKNOWN_FUNCTION");
    assert.equal(strict('amount > "5"', { amount: 7 }), "!FEEL_TYPE");
    assert.equal(strict('amount = "5"', { amount: 7 }), "!FEEL_TYPE");
    assert.equal(strict("amount > null", { amount: 7 }), "!FEEL_TYPE");
    assert.equal(strict("1 / 0"), "!FEEL_TYPE");
    assert.equal(strict("string length(amount)", { amount: 7 }), "!FEEL_TYPE");
    assert.equal(strict('if "yes" then 1 else 2'), "!FEEL_TYPE");
    assert.equal(strict('matches("a", "(")'), "!FEEL_PATTERN");
    assert.equal(strict("for x in 5 return x"), "!FEEL_TYPE");
    assert.equal(strict('"a".b'), "!FEEL_TYPE");
  });

  it("strict evaluation lets an entry be missing, and a name be asked for", () => {
    assert.equal(strict("form.note = null", { form: {} }), true);
    assert.equal(strict("is defined(note)"), false);
    assert.equal(strict("if is defined(note) then note else 1"), 1);
    assert.equal(strict("items[amount > 1]", { items: [{ amount: 2 }] }) !== null, true);
    assert.deepEqual(strict("items[isOpen = true]", { items: [{}, { isOpen: true }] }), [{ isOpen: true }]);
  });
});

describe("Compiling", () => {
  it("happens once per source and kind", () => {
    assert.equal(compile("a + b + c"), compile("a + b + c"));
    assert.notEqual(compile("a"), compile("a", "unaryTests"));
  });

  it("tells which names the expression asks of its context", () => {
    const result = compile("for x in list return x + y + count(list[z > 1]) + {a: 1, b: a + q}.b");
    assert.deepEqual(result.ok ? [...result.value.names].sort() : [], ["list", "q", "y", "z"]);
  });

  it("survives a look-up that throws: our bugs are exceptions", () => {
    const compiled = compile("x");
    assert.ok(compiled.ok);
    const context = {
      ...contextOf(),
      variables: () => {
        throw new Error("ours");
      },
    };
    assert.throws(() => compiled.ok && evaluate(compiled.value, context), /ours/);
  });
});
