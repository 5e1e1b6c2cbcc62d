/** Tells the workers that something waits for them; several calls before they look are one. */
export interface WakeSignal {
  wake(): void;
  /** In: called soon after a wake. Out: stops listening. */
  onWake(listener: () => void): () => void;
}

export function wakeSignal(): WakeSignal {
  const listeners = new Set<() => void>();
  let isWaking = false;
  return {
    wake() {
      if (isWaking) return;
      isWaking = true;
      setImmediate(() => {
        isWaking = false;
        for (const listener of listeners) listener();
      });
    },
    onWake(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
