/** The models of golden traces, one element a line, written as BPMN (the notation is in README.md beside this). */
import {
  compensateEvent,
  conditionalEvent,
  documentOf,
  errorEvent,
  escalationEvent,
  extensions,
  flow,
  mappings,
  message,
  messageEvent,
  multiInstance,
  node,
  processOf,
  signal,
  signalEvent,
  standardLoop,
  timer,
} from "../../support/bpmn-builder.ts";

const TAGS: Readonly<Record<string, string>> = {
  start: "startEvent",
  end: "endEvent",
  catch: "intermediateCatchEvent",
  throw: "intermediateThrowEvent",
  boundary: "boundaryEvent",
  exclusive: "exclusiveGateway",
  parallel: "parallelGateway",
  inclusive: "inclusiveGateway",
  complex: "complexGateway",
  eventBased: "eventBasedGateway",
  task: "task",
  manual: "manualTask",
  user: "userTask",
  service: "serviceTask",
  rule: "businessRuleTask",
  script: "scriptTask",
  send: "sendTask",
  receive: "receiveTask",
  sub: "subProcess",
  eventSub: "subProcess",
  transaction: "transaction",
  adHoc: "adHocSubProcess",
  call: "callActivity",
};

interface Line {
  readonly words: readonly string[];
  readonly text: string;
  readonly inner: readonly Line[];
}

/** In: the lines of a model. Out: the BPMN document; the process `p` holds what no `process` line encloses. */
export function modelOf(source: string): string {
  const lines = nested(
    source.split("\n").filter((line) => line.trim() !== ""),
    0,
  );
  const others = lines.filter(({ words }) => words[0] === "process");
  const main = processOf("p", contentOf(lines.filter((line) => !others.includes(line))));
  const called = others.map(({ words: [, id = ""], inner }) => processOf(id, contentOf(inner)));
  return documentOf(roots(source) + main + called.join(""));
}

function nested(lines: readonly string[], indent: number): readonly Line[] {
  const found: Line[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.search(/\S/) !== indent) continue;
    const rest = lines.slice(at + 1);
    const end = rest.findIndex((other) => other.search(/\S/) <= indent);
    const inner = nested(end === -1 ? rest : rest.slice(0, end), indent + 2);
    const text = line.trim();
    found.push({ text, words: text.split(/\s+/), inner });
  }
  return found;
}

/** Messages, signals, errors and escalations are declared by being used. */
function roots(source: string): string {
  const used = (kind: string): readonly string[] => [
    ...new Set([...source.matchAll(new RegExp(`\\b${kind} ([A-Z]\\w*)`, "g"))].map(([, name = ""]) => name)),
  ];
  return [
    ...used("message").map((name) => message(`message${name}`, name, '="k"')),
    ...used("signal").map((name) => signal(`signal${name}`, name)),
    ...used("error").map((name) => node("error", `error${name}`, { errorCode: name })),
    ...used("escalation").map((name) => node("escalation", `escalation${name}`, { escalationCode: name })),
  ].join("");
}

const contentOf = (lines: readonly Line[]): string => {
  const defaults = new Map(lines.flatMap(({ text }) => defaultOf(text) ?? []));
  return lines.map((line) => (line.words[1] === ">" ? flowsOf(line.text) : elementOf(line, defaults))).join("");
};

function defaultOf(text: string): readonly [readonly [string, string]] | undefined {
  const [, from = "", to = ""] = /^(\S+) > (\S+) else$/.exec(text) ?? [];
  return from === "" ? undefined : [[from, `${from}_${to}`]];
}

/** `a > b > c`, `a > b if n > 1`, `a > b else`. */
function flowsOf(text: string): string {
  const [, chain = "", condition] = /^(.*?)(?: if (.*)| else)?$/.exec(text) ?? [];
  const ids = chain.split(" > ");
  return ids
    .slice(1)
    .map((target, at) => flow(ids[at] ?? "", target, condition && `=${condition}`))
    .join("");
}

function elementOf({ words, text, inner }: Line, defaults: ReadonlyMap<string, string>): string {
  const [kind = "", id = ""] = words;
  const tag = TAGS[kind];
  if (tag === undefined) throw new Error(`Expected an element, but got "${text}"`);
  const about = inner.filter((line) => isAbout(line));
  const has = (word: string): boolean => about.some((line) => line.words[0] === word);
  const attributes = {
    ...attributesOf(words),
    ...(defaults.has(id) ? { default: defaults.get(id) ?? "" } : {}),
    ...(has("undoes") ? { isForCompensation: "true" } : {}),
    ...attributesGiven(about),
  };
  const content = inner.filter((line) => !about.includes(line));
  const event = kind === "receive" || kind === "send" ? "" : eventOf(words, text);
  const own = [extensionsOf(kind, words, about), loopOf(about), event, scriptOf(about), rawOf(about)];
  return node(tag, id, attributes, ...own, contentOf(content)) + undoneBy(id, about);
}

const ABOUT = new Set(["in", "out", "many", "repeat", "do", "undoes", "undone", "with", "xml", "to"]);
const isAbout = ({ words: [first = ""] }: Line): boolean => ABOUT.has(first);

function attributesOf(words: readonly string[]): Readonly<Record<string, string>> {
  const [kind = ""] = words;
  const after = (word: string): string | undefined =>
    words.includes(word) ? words[words.indexOf(word) + 1] : undefined;
  const named = after("message");
  return {
    ...(kind === "boundary" ? { attachedToRef: after("on") ?? "" } : {}),
    ...(kind === "boundary" && words.includes("continues") ? { cancelActivity: "false" } : {}),
    ...(kind === "start" && words.includes("continues") ? { isInterrupting: "false" } : {}),
    ...(kind === "eventSub" ? { triggeredByEvent: "true" } : {}),
    ...((kind === "receive" || kind === "send") && named !== undefined ? { messageRef: `message${named}` } : {}),
  };
}

/** `with instantiate=true startQuantity=2`. */
function attributesGiven(about: readonly Line[]): Readonly<Record<string, string>> {
  const pairs = about.filter(({ words: [first] }) => first === "with").flatMap(({ words }) => words.slice(1));
  return Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]));
}

function extensionsOf(kind: string, words: readonly string[], about: readonly Line[]): string {
  const io = (word: string): Readonly<Record<string, string>> =>
    Object.fromEntries(
      about
        .filter(({ words: [first] }) => first === word)
        .map(({ text }) => /^\w+ (\S+) = (.*)$/.exec(text) ?? [])
        .map(([, target = "", source = ""]) => [target, `=${source}`]),
    );
  const maps = about.some(({ words: [first] }) => first === "in" || first === "out");
  return extensions(ownOf(kind, words), maps ? mappings({ inputs: io("in"), outputs: io("out") }) : "");
}

function ownOf(kind: string, [, id = "", called = ""]: readonly string[]): string {
  switch (kind) {
    case "user":
      return `<zeebe:assignmentDefinition candidateGroups="team" />`;
    case "service":
      return `<zeebe:taskDefinition type="${id}" />`;
    case "rule":
      return `<zeebe:calledDecision decisionId="grade" resultVariable="grade" />`;
    case "call":
      return `<zeebe:calledElement processId="${called}" />`;
    default:
      return "";
  }
}

/** `timer PT1H`, `timer date …`, `timer cycle …`, `message M`, `condition n > 1`, … anywhere after the id. */
function eventOf(words: readonly string[], text: string): string {
  const [kind, name, last = ""] = eventWords(words);
  switch (kind) {
    case "timer":
      if (name === "date") return timer("timeDate", last);
      return name === "cycle" ? timer("timeCycle", last) : timer("timeDuration", name ?? "");
    case "message":
      return messageEvent(`message${name}`);
    case "signal":
      return signalEvent(`signal${name}`);
    case "error":
      return errorEvent(name === undefined || name === "any" ? undefined : `error${name}`);
    case "escalation":
      return escalationEvent(name === undefined || name === "any" ? undefined : `escalation${name}`);
    case "condition":
      return conditionalEvent(text.slice(text.indexOf("condition ") + 10).replace(/ continues$/, ""));
    case "link":
      return `<bpmn:linkEventDefinition name="${name}" />`;
    case "compensate":
      return compensateEvent(name);
    case "terminate":
    case "cancel":
      return `<bpmn:${kind}EventDefinition />`;
    default:
      return "";
  }
}

const EVENTS = new Set([
  ...["timer", "message", "signal", "error", "escalation", "condition", "link", "compensate", "terminate", "cancel"],
]);

/** The event's kind and the word behind it, without `continues`. */
function eventWords(words: readonly string[]): readonly (string | undefined)[] {
  const plain = words.filter((word) => word !== "continues");
  const at = plain.findIndex((word, place) => place > 1 && EVENTS.has(word));
  return at === -1 ? [] : plain.slice(at);
}

/** `many 3`, `many over items as x into all of x * 2`, `many in turn 3 until numberOfCompletedInstances >= 2`, `repeat …`. */
function loopOf(about: readonly Line[]): string {
  const text = about.find(({ words: [first] }) => first === "many" || first === "repeat")?.text;
  if (text === undefined) return "";
  const part = (pattern: RegExp): string | undefined => pattern.exec(text)?.[1];
  if (text.startsWith("repeat")) {
    const most = part(/ max (\d+)/);
    const before = text.includes(" before") ? `testBefore="true" ` : "";
    return standardLoop(part(/ while (.*?)(?= max |$)/), before + (most === undefined ? "" : `loopMaximum="${most}"`));
  }
  const over = part(/ over (\S+)/);
  const into = part(/ into (\S+)/);
  return multiInstance(
    {
      ...(over === undefined ? {} : { inputCollection: `=${over}`, inputElement: part(/ as (\S+)/) ?? "item" }),
      ...(into === undefined ? {} : { outputCollection: into, outputElement: `=${part(/ of (.*?)(?= until |$)/)}` }),
    },
    {
      ...(over === undefined ? { cardinality: part(/^many (?:in turn )?(\S+)/) ?? "1" } : {}),
      ...(text.includes(" until ") ? { completion: part(/ until (.*)$/) ?? "" } : {}),
    },
    text.includes("in turn") ? `isSequential="true"` : "",
  );
}

function scriptOf(about: readonly Line[]): string {
  const script = about.find(({ words: [first] }) => first === "do")?.text.slice(3);
  return script === undefined ? "" : `<bpmn:script>${script.replaceAll("<", "&lt;")}</bpmn:script>`;
}

const rawOf = (about: readonly Line[]): string =>
  about
    .filter(({ words: [first] }) => first === "xml")
    .map(({ text }) => text.slice(4))
    .join("");

/** `undone by h`: a compensation event on the activity, associated with its handler. */
function undoneBy(id: string, about: readonly Line[]): string {
  const handler = about.find(({ words: [first] }) => first === "undone")?.words[2];
  if (handler === undefined) return "";
  const event = node("boundaryEvent", `${id}Done`, { attachedToRef: id }, compensateEvent());
  return `${event}<bpmn:association id="${id}To" sourceRef="${id}Done" targetRef="${handler}" />`;
}
