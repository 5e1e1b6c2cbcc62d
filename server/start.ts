/** Brings a server up and down again, part by part; `main.ts` and the tests use the same steps. */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Problem } from "../engine/model/problem.ts";
import { createApp, type AppOptions } from "./app.ts";
import type { Settings } from "./config.ts";
import { container, type Container } from "./container.ts";
import { loadDemo } from "./demo/index.ts";
import { marked, removeInterrupted } from "./demo/loading-mark.ts";
import { createFormCompiler } from "./forms/compile.ts";
import { dropForgotten } from "./forms/draft-modules.ts";
import { openNet } from "./external/notify/net.ts";
import { createLogger } from "./http/log.ts";
import { listen, type Listening } from "./http/listen.ts";
import { startPostman } from "./jobs/postman.ts";
import { startWorkers } from "./jobs/index.ts";
import { startSweeper } from "./jobs/sweep-photos.ts";
import { movableClock, systemClock, systemPorts, type Clock } from "./ports.ts";
import { createRuntime, loadCatalogue } from "./runtime/index.ts";
import { setupCode } from "./setup-code.ts";
import { openStore, type Store } from "./store/index.ts";
import { readSetting, settingOnce } from "./store/settings.ts";

/** The server will not start: the sentence says what to change. */
export class StartRefused extends Error {
  override readonly name = "StartRefused";
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(`${problem.zh}\n${problem.en}`);
    this.problem = problem;
  }
}

export interface StartOptions extends AppOptions {
  /** Clock instead of the machine's, for tests. */
  readonly clock?: Clock;
  /** False: the demo has its people and places but no cases, for tests that make their own. */
  readonly demoCases?: boolean;
  /** Told what takes long, for whoever waits at the terminal. */
  readonly say?: (text: string) => void;
}

export interface Running {
  readonly container: Container;
  readonly settings: Settings;
  /** One-time code for the first administrator, while there is none. */
  readonly setupCode: string | undefined;
  /** Ends open requests, then workers, then the store. */
  stop(): Promise<void>;
}

/** Real records must never be opened without passwords, nor demo records be taken for real ones. */
async function checkMode(store: Store, { demo }: Settings): Promise<void> {
  const wanted = demo ? "demo" : "production";
  const actual = await settingOnce(store, "mode", () => wanted);
  if (actual === wanted) return;
  throw new StartRefused({
    code: "MODE_DIFFERS",
    zh: demo
      ? "这是正式数据，不能以演示模式打开：请加 --empty 启动，或另设 DATA_DIR / DATABASE_URL。"
      : "这是演示数据，不能以正式模式打开：请去掉 --empty，或另设 DATA_DIR / DATABASE_URL。",
    en: demo
      ? "These are real records and cannot be opened in demo mode: start with --empty, or set another DATA_DIR or DATABASE_URL."
      : "These are demo records and cannot be opened in production mode: start without --empty, or set another DATA_DIR or DATABASE_URL.",
  });
}

async function clockOf(store: Store, { demo }: Settings, base: Clock) {
  return demo ? movableClock(base, Number((await readSetting(store.read, "clockOffset")) ?? 0)) : undefined;
}

async function assemble(settings: Settings, options: StartOptions, store: Store, isReady: () => boolean) {
  const log = createLogger(settings.logLevel);
  const movable = await clockOf(store, settings, options.clock ?? systemClock);
  const ports = systemPorts(movable ?? options.clock ?? systemClock);
  const validators = join(settings.dataDir, "validators");
  await dropForgotten(validators, Date.now());
  const forms = createFormCompiler(validators);
  const { compileForm, compileDraft } = forms;
  const catalogue = await loadCatalogue({ store, ports, definitionsDir: settings.definitionsDir, compileForm });
  const secret = await settingOnce(store, "sessionSecret", () => randomBytes(32).toString("base64url"));
  const runtime = createRuntime({
    store,
    ports,
    catalogue,
    compileForm,
    compileDraft,
    secret,
    onFault: (error) => log.error({ err: error }, "work that nobody asked for failed"),
  });
  const clocks = movable === undefined ? {} : { movableClock: movable };
  const net = openNet(settings.notifyHosts);
  const publicUrl = settings.isPublicUrlGiven ? settings.publicUrl : undefined;
  const office = { store, ports, catalogue, secret, net, wall: systemClock, publicUrl };
  const postman = startPostman({ ...office, log, onWork: (listener) => runtime.onWork(listener) });
  return container({
    settings,
    ports,
    store,
    log,
    forms,
    catalogue,
    runtime,
    secret,
    isReady,
    net,
    postman,
    ...clocks,
  });
}

async function loadCity(parts: Container, { demoCases = true, say }: StartOptions): Promise<void> {
  const loaded = await readSetting(parts.store.read, "demoLoaded");
  if (loaded === "all" || (loaded === "people" && !demoCases)) return;
  if (loaded !== "begun" && demoCases)
    say?.("正在装入演示城市（首次约 20 秒）…  Loading the demo city (about 20 seconds, the first time only)…");
  if (loaded === "begun")
    say?.(
      "演示城市上次没有装完；想要完整的城市，请换一个空的数据库重新启动。\n" +
        "The demo city was interrupted while loading; for the whole city start again with an empty database.",
    );
  await marked(parts.settings, () => loadDemo(parts, { cases: demoCases }));
}

async function bringUp(settings: Settings, options: StartOptions, store: Store, door: Listening): Promise<Running> {
  let ready = false;
  await store.migrate();
  await checkMode(store, settings);
  const parts = await assemble(settings, options, store, () => ready);
  if (settings.demo) await loadCity(parts, options);
  const code = settings.demo ? undefined : await setupCode(store);
  await parts.runtime.fillFacts();
  const workers = startWorkers(parts);
  const sweeper = startSweeper(parts);
  door.serve(createApp(parts, options));
  ready = true;
  return {
    container: parts,
    settings,
    setupCode: code,
    async stop() {
      ready = false;
      await door.close();
      await workers.stop();
      await sweeper.stop();
      await parts.postman.stop();
      await parts.forms.stop();
      await store.close();
    },
  };
}

/**
 * Takes the port first, so that a taken one is said at once, then opens the store, loads content and the demo.
 * Throws `StartRefused`, the store's `StoreRefused`, or `ListenRefused`.
 */
export async function start(settings: Settings, options: StartOptions = {}): Promise<Running> {
  const door = await listen(settings);
  try {
    if (settings.demo) removeInterrupted(settings);
    const store = await openStore(settings);
    try {
      return await bringUp(door.settings, options, store, door);
    } catch (error) {
      // The first failure is the one to tell.
      await store.close().catch(() => undefined);
      throw error;
    }
  } catch (error) {
    await door.close();
    throw error;
  }
}
