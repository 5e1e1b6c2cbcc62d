/**
 * An error that appears when a field is left pushes what is below it down; were it shown at once, the button under the finger would be
 * gone before the finger is lifted, and the tap lost. So it waits for the finger.
 */
let isDown = false;
let isWatching = false;

/** Called when a form is opened, before the first touch that matters. */
export function watchPointer(): void {
  if (isWatching) return;
  isWatching = true;
  document.addEventListener("pointerdown", () => (isDown = true), true);
  for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, () => (isDown = false), true);
}

/** Runs now, or after the tap that is under way has reached what it was meant for. */
export function afterPointer(run: () => void): void {
  if (!isDown) {
    run();
    return;
  }
  let isOver = false;
  const over = () => {
    if (isOver) return;
    isOver = true;
    setTimeout(run, 0);
  };
  document.addEventListener("pointerup", over, { once: true });
  document.addEventListener("pointercancel", over, { once: true });
}
