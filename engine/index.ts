/**
 * The one door of the engine. Everything is pure but `parseBpmn` and `parseDmn`, which are asynchronous because the
 * library that reads XML is.
 */
export * from "./check-model/index.ts";
export * from "./execute/index.ts";
export * from "./migrate/index.ts";
export * from "./parse/index.ts";
export * from "./simulation/index.ts";
export type { Actor } from "./model/actor.ts";
export type { Bundle, ParameterSeries } from "./model/bundle.ts";
export type { Command, CommandBody, CommandOf, CommandType } from "./model/command.ts";
export type { Decision } from "./model/decision.ts";
export type { Effect, EffectOf, EffectType, FieldRight, TaskView } from "./model/effect.ts";
export type { Event, EventBody, EventHead, EventOf, EventType } from "./model/event.ts";
export type { Json, JsonObject } from "./model/json.ts";
export type { Ladder, Rung, RungAction } from "./model/ladder.ts";
export type { Problem, Result } from "./model/problem.ts";
export type { FlowNode, FlowNodeKind, FlowNodeOf, ProcessDefinition, SequenceFlow } from "./model/process.ts";
export type {
  BudgetState,
  IncidentState,
  InstanceState,
  Scope,
  SupervisionState,
  TaskState,
  TimerState,
  Token,
  WaitReason,
} from "./model/state.ts";
export type { Calendar, CalendarDay, Clock, Day, Instant, Limit } from "./model/time.ts";
export type { Title } from "./model/title.ts";
