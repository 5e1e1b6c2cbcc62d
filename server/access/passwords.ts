/** Passwords: argon2id with the parameters of S20, two hashes at a time so that sign-ins never starve other work. */
import { hash, verify } from "@node-rs/argon2";

// OWASP ASVS 5.0, 11.4.2: 19 MiB, two passes, one lane; argon2id is the library's default.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const atOnce = 2;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  running++;
  try {
    return await work();
  } finally {
    running--;
    waiting.shift()?.();
  }
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, cost));

let noHash: Promise<string> | undefined;

/**
 * True when the password belongs to the hash. Without a hash (no such login) the same work is done, so that the
 * time of the answer does not tell which logins exist (S21).
 */
export async function isPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  noHash ??= hashPassword("nobody has this password");
  const known = passwordHash ?? (await noHash);
  return (await inTurn(() => verify(known, password))) && passwordHash !== undefined;
}

const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/];

/** 等保 profile: at least 10 characters, three of four classes, without the login. */
export function isStrong(password: string, login: string): boolean {
  const kinds = classes.filter((kind) => kind.test(password)).length;
  return password.length >= 10 && kinds >= 3 && !password.toLowerCase().includes(login.toLowerCase());
}
