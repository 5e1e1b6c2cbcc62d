/** Whether the window is at least `width` CSS pixels wide, kept current. */
import { useCallback, useSyncExternalStore } from "react";

export function useWide(width: number): boolean {
  const query = `(min-width: ${String(width)}px)`;
  const subscribe = useCallback(
    (changed: () => void) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", changed);
      return () => media.removeEventListener("change", changed);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}
