/** Everything a handler may need, wired in one place. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { personFinder, type FindPerson } from "./access/principals.ts";
import { packageRoot, type Settings } from "./config.ts";
import { fileStore, type FileStore } from "./external/files.ts";
import type { Net } from "./external/notify/net.ts";
import type { FormCompiler } from "./forms/compile.ts";
import type { Logger } from "./http/log.ts";
import type { Postman } from "./jobs/postman.ts";
import type { SessionRows } from "./http/session-store.ts";
import { systemClock, type Clock, type MovableClock, type Ports } from "./ports.ts";
import type { Catalogue } from "./runtime/catalogue-type.ts";
import type { Runtime } from "./runtime/runtime-type.ts";
import type { Store } from "./store/index.ts";
import { findSession, removeSession, saveSession, touchSession } from "./store/sessions.ts";

export interface Container {
  readonly settings: Settings;
  readonly ports: Ports;
  /** The machine's own clock: a moved demo clock must not end sessions or open locks. */
  readonly wall: Clock;
  readonly store: Store;
  readonly log: Logger;
  readonly forms: FormCompiler;
  readonly files: FileStore;
  readonly sessionRows: SessionRows;
  /** Signs cookies; the same on every node. */
  readonly secret: string;
  readonly person: FindPerson;
  readonly catalogue: Catalogue;
  readonly runtime: Runtime;
  /** Carries notices out by mail, robot and SMS. */
  readonly postman: Postman;
  /** The only way to addresses that people typed in. */
  readonly net: Net;
  /** Only in demo mode: the clock that 快进时间 moves. */
  readonly movableClock?: MovableClock;
  readonly version: string;
  /** False while starting and stopping: load balancers send nobody. */
  readonly isReady: () => boolean;
}

function sessionRows(store: Store): SessionRows {
  return {
    find: (idHash) => findSession(store.read, idHash),
    save: (row) => saveSession(store, row),
    touch: (row) => touchSession(store, row),
    remove: (idHash) => removeSession(store, idHash),
  };
}

export type Parts = Omit<Container, "sessionRows" | "files" | "person" | "version" | "wall"> & {
  readonly wall?: Clock;
};

export function container(parts: Parts): Container {
  const { store, settings, catalogue, wall = systemClock } = parts;
  const { version } = JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8")) as { version: string };
  return {
    ...parts,
    wall,
    version,
    sessionRows: sessionRows(store),
    files: fileStore(join(settings.dataDir, "attachments")),
    person: personFinder(
      store.read,
      () => catalogue.tree,
      () => wall.now(),
    ),
  };
}
