/** The peer of the engine's benchmarks: the same process in bpmn-engine, its document parsed once. */
import { EventEmitter } from "node:events";
import { BpmnModdle } from "bpmn-moddle";
import { Engine } from "bpmn-engine";

const P1 = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="urn:bench">
<process id="p1" isExecutable="true">
  <startEvent id="start" /><userTask id="task" /><exclusiveGateway id="choice" default="no" />
  <serviceTask id="service" implementation="\${environment.services.work}" /><endEvent id="end" />
  <sequenceFlow id="f1" sourceRef="start" targetRef="task" />
  <sequenceFlow id="f2" sourceRef="task" targetRef="choice" />
  <sequenceFlow id="yes" sourceRef="choice" targetRef="service">
    <conditionExpression xsi:type="tFormalExpression">\${environment.services.isTrue()}</conditionExpression>
  </sequenceFlow>
  <sequenceFlow id="no" sourceRef="choice" targetRef="end" />
  <sequenceFlow id="f4" sourceRef="service" targetRef="end" />
</process></definitions>`;

const LOOP = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="urn:bench">
<process id="loop" isExecutable="true">
  <startEvent id="start" /><serviceTask id="count" implementation="\${environment.services.count}" />
  <exclusiveGateway id="choice" default="done" /><endEvent id="end" />
  <sequenceFlow id="f1" sourceRef="start" targetRef="count" />
  <sequenceFlow id="f2" sourceRef="count" targetRef="choice" />
  <sequenceFlow id="again" sourceRef="choice" targetRef="count">
    <conditionExpression xsi:type="tFormalExpression">\${environment.services.isMore()}</conditionExpression>
  </sequenceFlow>
  <sequenceFlow id="done" sourceRef="choice" targetRef="end" />
</process></definitions>`;

type Callback = (error: Error | null, result?: unknown) => void;

let worked = 0;

const services = {
  work: (_scope: unknown, callback: Callback) => {
    worked += 1;
    callback(null);
  },
  isTrue: () => true,
};

interface Waiting {
  readonly signal: () => void;
}

function listenerThatSignals(): EventEmitter {
  const listener = new EventEmitter();
  listener.on("activity.wait", (activity: Waiting) => activity.signal());
  return listener;
}

const parsed = async (source: string): Promise<object> => new BpmnModdle({}).fromXML(source);

export interface Peer {
  readonly inMemory: () => Promise<void>;
  readonly durable: () => Promise<void>;
  readonly loop: (turns: number) => Promise<void>;
}

export async function peer(): Promise<Peer> {
  const p1 = (await parsed(P1)) as never;
  const loop = (await parsed(LOOP)) as never;
  const engineOf = (): Engine => new Engine({ name: "p1", moddleContext: p1, services });
  return {
    inMemory: async () => {
      const engine = engineOf();
      const ended = engine.waitFor("end");
      const before = worked;
      await engine.execute({ listener: listenerThatSignals() });
      await ended;
      if (worked !== before + 1) throw new Error("Expected the peer to reach its service task");
    },
    durable: async () => {
      const first = engineOf();
      const listener = new EventEmitter();
      const waiting = new Promise((resolve) => listener.once("activity.wait", resolve));
      await first.execute({ listener });
      await waiting;
      const saved = JSON.stringify(await first.getState());
      await first.stop();
      const second = new Engine({ name: "p1" }).recover(JSON.parse(saved), { services });
      const ended = second.waitFor("end");
      await second.resume({ listener: listenerThatSignals() });
      await ended;
    },
    loop: async (turns) => {
      let turn = 0;
      // Done at once, the turns would stand on one call stack and overflow it.
      const count = (_scope: unknown, callback: Callback): void => void setImmediate(callback, null);
      const isMore = (): boolean => (turn += 1) < turns;
      const engine = new Engine({ name: "loop", moddleContext: loop, services: { isMore, count } });
      const ended = engine.waitFor("end");
      await engine.execute();
      await ended;
      if (turn !== turns) throw new Error(`Expected ${turns} turns of the peer, but it made ${turn}`);
    },
  };
}
