/** The server's clock as the screens show it: cases run on it, and in demo mode it is moved. Ticks once a minute. */
import { useEffect, useState } from "react";
import { useSession } from "./session.ts";

/** The present moment on the server's clock. */
export function useNow(): Date {
  const { data: session, dataUpdatedAt } = useSession();
  const [device, setDevice] = useState(() => Date.now());
  useEffect(() => {
    const tick = setInterval(() => setDevice(Date.now()), 60_000);
    return () => clearInterval(tick);
  }, []);
  if (session === null || session === undefined) return new Date(device);
  return new Date(Date.parse(session.now) + Math.max(0, device - dataUpdatedAt));
}
