/** What the parts of the runtime share. */
import type { CompileDraft, CompileForm } from "../forms/compile.ts";
import type { Ports } from "../ports.ts";
import type { Store } from "../store/index.ts";
import type { Words } from "../views/case-summary.ts";
import type { Catalogue } from "./catalogue-type.ts";
import type { Seal } from "./seal.ts";
import type { WakeSignal } from "./wake-signal.ts";

export interface RuntimeContext {
  readonly store: Store;
  readonly ports: Ports;
  readonly catalogue: Catalogue;
  readonly compileForm: CompileForm;
  readonly compileDraft: CompileDraft;
  readonly signal: WakeSignal;
  /** For personal data. */
  readonly seal: Seal;
}

/** The catalogue as the views ask it, at this moment of the clock. */
export function wordsOf({ catalogue, ports }: Pick<RuntimeContext, "catalogue" | "ports">): Words {
  return {
    unit: (code) => catalogue.unitTitle(code),
    role: (key) => catalogue.roleTitle(key),
    code: (street, vocabulary, code) => catalogue.word(street, vocabulary, code),
    calendar: (street) => catalogue.calendar(street),
    now: ports.clock.now(),
  };
}
