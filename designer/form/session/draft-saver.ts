/** Saves a draft a moment after the last change, one save at a time, and stops when somebody else has saved. Knows no screen. */
import type { DefinitionDraft } from "../../../server/contract/types.ts";

export interface Conflict {
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
  readonly editSequence: number;
}

export type SaveState =
  | { readonly kind: "saved" | "waiting" | "saving" }
  | { readonly kind: "failed"; readonly error: unknown }
  | { readonly kind: "conflict"; readonly conflict: Conflict };

/** The last save that the server took: what it holds and what it found. */
export interface Saved<C> {
  readonly content: C;
  readonly draft: DefinitionDraft;
}

export interface SaverParts<C> {
  /** Rejects when the server or the network refuses. */
  readonly send: (content: C, editSequence: number) => Promise<DefinitionDraft>;
  /** What an error says about somebody else's save, if that is what it is. */
  readonly conflictOf: (error: unknown) => Conflict | undefined;
  readonly told: (state: SaveState, saved: Saved<C>) => void;
  readonly pause: number;
}

export class DraftSaver<C> {
  readonly #parts: SaverParts<C>;
  #saved: Saved<C>;
  #wanted: C;
  #sequence: number;
  #state: SaveState = { kind: "saved" };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;

  constructor(start: Saved<C>, parts: SaverParts<C>) {
    this.#parts = parts;
    this.#saved = start;
    this.#wanted = start.content;
    this.#sequence = start.draft.editSequence;
  }

  get sequence(): number {
    return this.#sequence;
  }

  /** True while something is not on the server. */
  get isBehind(): boolean {
    return this.#wanted !== this.#saved.content;
  }

  change(content: C): void {
    if (content === this.#wanted) return;
    this.#wanted = content;
    if (this.#state.kind === "conflict") return;
    this.#tell({ kind: this.isBehind ? "waiting" : "saved" });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), this.#parts.pause);
  }

  /** Saves what is waiting now. Out: true when the server holds the newest content. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (this.isBehind && this.#state.kind !== "conflict") {
      this.#running ??= this.#save().finally(() => {
        this.#running = undefined;
      });
      await this.#running;
      if (this.#state.kind === "failed") return false;
    }
    return !this.isBehind;
  }

  /** Goes on from somebody else's save: what is wanted is then written over it, because a person said so. */
  follow(editSequence: number): Promise<boolean> {
    this.#sequence = editSequence;
    this.#tell({ kind: "waiting" });
    return this.flush();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  async #save(): Promise<void> {
    const content = this.#wanted;
    this.#tell({ kind: "saving" });
    try {
      const draft = await this.#parts.send(content, this.#sequence);
      this.#sequence = draft.editSequence;
      this.#saved = { content, draft };
      this.#tell({ kind: this.isBehind ? "waiting" : "saved" });
    } catch (error) {
      const conflict = this.#parts.conflictOf(error);
      this.#tell(conflict === undefined ? { kind: "failed", error } : { kind: "conflict", conflict });
    }
  }

  #tell(state: SaveState): void {
    this.#state = state;
    this.#parts.told(state, this.#saved);
  }
}
