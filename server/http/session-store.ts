/**
 * express-session's store on the table `session`. The cookie's id is kept as a hash, so that who reads the
 * table cannot enter. Idle 30 minutes and 12 hours at most end a session on the server's side (S22).
 */
import { createHash } from "node:crypto";
import { Store, type SessionData } from "express-session";

const idleMs = 30 * 60_000;
export const longestMs = 12 * 60 * 60_000;
/** A session in use is written back at most this often: a read must not cost a write. */
const touchMs = 60_000;

export interface SessionRow {
  readonly idHash: string;
  readonly personId: string;
  readonly csrf: string;
  readonly createdAt: number;
  readonly seenAt: number;
  readonly expiresAt: number;
}

/** The rows behind the store; `server/store/sessions.ts` gives them. */
export interface SessionRows {
  find(idHash: string): Promise<SessionRow | undefined>;
  save(row: SessionRow): Promise<void>;
  /** Only of a session that is still there: a late answer must not bring a closed one back. */
  touch(row: SessionRow): Promise<void>;
  remove(idHash: string): Promise<void>;
}

declare module "express-session" {
  interface SessionData {
    personId: string;
    csrf: string;
    createdAt: number;
    seenAt: number;
  }
}

const hashOf = (id: string) => createHash("sha256").update(id).digest("hex");

function toData(row: SessionRow): SessionData {
  const expires = new Date(row.createdAt + longestMs);
  const { personId, csrf, createdAt, seenAt } = row;
  return { cookie: { originalMaxAge: longestMs, expires }, personId, csrf, createdAt, seenAt };
}

function toRow(id: string, data: SessionData, now: number): SessionRow {
  const expiresAt = Math.min(data.createdAt + longestMs, now + idleMs);
  return {
    idHash: hashOf(id),
    personId: data.personId,
    csrf: data.csrf,
    createdAt: data.createdAt,
    seenAt: now,
    expiresAt,
  };
}

type Done<T> = (error: unknown, value?: T) => void;

/** express-session speaks callbacks; what a callback throws is not this promise's failure. */
async function tell<T>(work: Promise<T>, done: Done<T> = () => undefined): Promise<void> {
  let value: T;
  try {
    value = await work;
  } catch (error) {
    done(error);
    return;
  }
  done(null, value);
}

export class SessionStore extends Store {
  readonly #rows: SessionRows;
  readonly #now: () => number;

  /** @param now the machine's own clock in milliseconds; a moved demo clock must not end sessions */
  constructor(rows: SessionRows, now: () => number) {
    super();
    this.#rows = rows;
    this.#now = now;
  }

  override get(id: string, done: (error: unknown, session?: SessionData | null) => void): void {
    void tell(this.#find(id), done);
  }

  override set(id: string, data: SessionData, done?: Done<void>): void {
    void tell(this.#rows.save(toRow(id, data, this.#now())), done);
  }

  override touch(id: string, data: SessionData, done: () => void = () => undefined): void {
    if (this.#now() - data.seenAt < touchMs) done();
    else void tell(this.#rows.touch(toRow(id, data, this.#now())), done);
  }

  override destroy(id: string, done?: Done<void>): void {
    void tell(this.#rows.remove(hashOf(id)), done);
  }

  async #find(id: string): Promise<SessionData | null> {
    const row = await this.#rows.find(hashOf(id));
    return row === undefined || row.expiresAt <= this.#now() ? null : toData(row);
  }
}
