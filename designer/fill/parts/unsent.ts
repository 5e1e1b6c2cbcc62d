/** Which submissions of this visit were sent but have not arrived; their content is in the device's drafts. */
const waiting = new Set<string>();
const listeners = new Set<() => void>();

function publish(): void {
  for (const listener of listeners) listener();
}

export function markUnsent(submissionId: string): void {
  waiting.add(submissionId);
  publish();
}

export function markArrived(submissionId: string): void {
  if (waiting.delete(submissionId)) publish();
}

export const unsentCount = (): number => waiting.size;

export function watchUnsent(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
