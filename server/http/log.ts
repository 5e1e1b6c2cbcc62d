/** The server's log: route ids, statuses and times; never bodies, queries, names or addresses of people. */
import { pino, type Logger } from "pino";

export type { Logger };

/** A JSON-lines logger on standard error; `level` as in the setting LOG_LEVEL. */
export function createLogger(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));
}
