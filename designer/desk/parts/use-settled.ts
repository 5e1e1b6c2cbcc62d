/** A value once it has stopped changing for `wait` milliseconds: what is typed is asked for once, not per key. */
import { useEffect, useState } from "react";

export function useSettled<T>(value: T, wait: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const later = setTimeout(() => setSettled(value), wait);
    return () => clearTimeout(later);
  }, [value, wait]);
  return settled;
}
