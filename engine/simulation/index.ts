/** Door of the simulation: a model played with a clock of its own, what of it was reached, and many cases at once. */
export { coverageOf } from "./coverage.ts";
export type { Coverage, Covered } from "./coverage.ts";
export { deploy } from "./deploy.ts";
export type { Distribution } from "./distribution.ts";
export { MemoryStore } from "./memory-store.ts";
export type { CaseStore, StoredCase } from "./memory-store.ts";
export { monteCarlo } from "./monte-carlo.ts";
export type { Assumptions, ElementFigures, Forecast, GroupFigures } from "./forecast.ts";
export { Simulation } from "./simulation.ts";
export type { OpenWork, SimulationSettings, Step, Worker } from "./simulation.ts";
export type { Percentiles } from "./statistics.ts";
export { TestClock } from "./test-clock.ts";
export { traceOf } from "./trace.ts";
