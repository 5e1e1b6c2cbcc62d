/** The one-time code that lets somebody who can read the terminal make the first administrator. */
import { randomInt } from "node:crypto";
import { setupCodeHash, setupCodeKey } from "./access/setup.ts";
import { hasAccounts } from "./store/accounts.ts";
import type { Store } from "./store/index.ts";
import { writeSetting } from "./store/settings.ts";

// Without letters and digits that are mistaken for one another.
const alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join("");

/** A new code at each start until there is an account; undefined from then on. Only its hash is kept. */
export async function setupCode(store: Store): Promise<string | undefined> {
  if (await hasAccounts(store.read)) return undefined;
  const code = [group(), group(), group()].join("-");
  await store.write((tx) => writeSetting(tx, setupCodeKey, setupCodeHash(code)));
  return code;
}
