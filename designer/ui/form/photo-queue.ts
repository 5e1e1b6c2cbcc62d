/**
 * Photos on their way to the server. A photo has its id from the moment it is taken, so a form can name it before it has arrived; the
 * queue tries again by itself with growing pauses, then waits for the person or the network. No DOM: sending and waiting come in.
 */

export type PhotoState =
  | { readonly kind: "waiting" }
  | { readonly kind: "sending"; readonly done: number }
  | { readonly kind: "sent" }
  | { readonly kind: "failed" };

export interface PhotoPorts {
  /** Rejects when this try failed. */
  readonly send: (id: string, onProgress: (done: number) => void) => Promise<void>;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Whether another try can help: a photo refused for what it is will be refused again. */
  readonly mayRetry: (error: unknown) => boolean;
}

const pauses = [1_000, 3_000, 10_000] as const;

export class PhotoQueue {
  readonly #ports: PhotoPorts;
  readonly #states = new Map<string, PhotoState>();
  readonly #listeners = new Set<() => void>();
  #chain: Promise<void> = Promise.resolve();
  #snapshot: ReadonlyMap<string, PhotoState> = new Map();

  constructor(ports: PhotoPorts) {
    this.#ports = ports;
  }

  /** Puts a photo in line; one that is in line or has arrived is left as it is. */
  add(id: string): void {
    const state = this.#states.get(id)?.kind;
    if (state !== undefined && state !== "failed") return;
    this.#set(id, { kind: "waiting" });
    // One at a time: two photos on a bad network only slow each other down.
    this.#chain = this.#chain.then(() => this.#sendOne(id));
  }

  forget(id: string): void {
    this.#states.delete(id);
    this.#publish();
  }

  retryFailed(): void {
    for (const [id, state] of this.#states) if (state.kind === "failed") this.add(id);
  }

  states = (): ReadonlyMap<string, PhotoState> => this.#snapshot;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Resolves when nothing is in line any more; says which photos did not arrive. */
  async settled(): Promise<readonly string[]> {
    await this.#chain;
    if ([...this.#states.values()].some((state) => state.kind === "waiting" || state.kind === "sending"))
      return this.settled();
    return [...this.#states].filter(([, state]) => state.kind === "failed").map(([id]) => id);
  }

  async #sendOne(id: string): Promise<void> {
    for (const pause of [...pauses, undefined]) {
      if (!this.#states.has(id)) return;
      const outcome = await this.#tryOnce(id);
      if (outcome === "sent" || outcome === "refused" || pause === undefined)
        return this.#set(id, { kind: outcome === "sent" ? "sent" : "failed" });
      this.#set(id, { kind: "waiting" });
      await this.#ports.wait(pause);
    }
  }

  async #tryOnce(id: string): Promise<"sent" | "refused" | "again"> {
    try {
      this.#set(id, { kind: "sending", done: 0 });
      await this.#ports.send(id, (done) => this.#set(id, { kind: "sending", done }));
      return "sent";
    } catch (error) {
      return this.#ports.mayRetry(error) ? "again" : "refused";
    }
  }

  #set(id: string, state: PhotoState): void {
    // A photo deleted while it was on its way stays deleted.
    if (state.kind !== "waiting" && !this.#states.has(id)) return;
    this.#states.set(id, state);
    this.#publish();
  }

  #publish(): void {
    this.#snapshot = new Map(this.#states);
    for (const listener of this.#listeners) listener();
  }
}
