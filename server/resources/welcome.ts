/** Before anybody has signed in: what this installation is, and the making of its first administrator. */
import { hashPassword, isStrong } from "../access/passwords.ts";
import { isSetupCode, setupCodeKey } from "../access/setup.ts";
import { normalLogin } from "../access/sign-in.ts";
import type { Container } from "../container.ts";
import type { Setup } from "../contract/types.ts";
import type { Handlers } from "../http/call.ts";
import { answer, refuseWith } from "../http/outcome.ts";
import { addAccount, hasAccounts } from "../store/accounts.ts";
import { addPerson } from "../store/people.ts";
import { readSetting, removeSetting } from "../store/settings.ts";
import { sessionOf } from "./session.ts";

/** Roles of the first administrator at the topmost unit: enough to deploy content and to name others. */
const firstRoles = ["systemAdmin", "designer"] as const;

/** Makes person and account and uses up the code, in one transaction; undefined when somebody else was first. */
async function makeFirst(
  { store, ports, catalogue }: Container,
  { name, login, password }: Setup,
): Promise<string | undefined> {
  const top = catalogue.tree.units.find((unit) => unit.parent === undefined);
  const passwordHash = await hashPassword(password);
  const id = ports.ids.uuid();
  const at = ports.clock.now();
  return store.write(async (tx) => {
    if (top === undefined || (await hasAccounts(tx))) return undefined;
    await addPerson(tx, { id, name, at, grants: firstRoles.map((role) => ({ unit: top.code, role })) });
    await addAccount(tx, { login: normalLogin(login), personId: id, passwordHash }, at);
    await removeSetting(tx, setupCodeKey);
    return id;
  });
}

type Mine = Pick<Handlers, "welcome" | "setup">;

export function welcome(container: Container): Mine {
  const { store, settings, ports, catalogue } = container;
  return {
    welcome: async () =>
      answer({
        demo: settings.demo,
        needsSetup: !settings.demo && !(await hasAccounts(store.read)),
        secure: settings.publicUrl.startsWith("https:"),
        city: { ...catalogue.city },
        now: new Date(ports.clock.now()).toISOString(),
      }),

    setup: async ({ body, session }) => {
      const wanted = await readSetting(store.read, setupCodeKey);
      if (settings.demo || wanted === undefined || (await hasAccounts(store.read))) return refuseWith("SETUP_DONE");
      if (!isSetupCode(body.setupCode, wanted)) return refuseWith("SETUP_CODE_WRONG", {}, { path: "/setupCode" });
      if (!isStrong(body.password, body.login)) return refuseWith("PASSWORD_TOO_WEAK", {}, { path: "/password" });
      const id = await makeFirst(container, body);
      const person = id === undefined ? undefined : await container.person(id);
      if (person === undefined) return refuseWith("SETUP_DONE");
      return answer(sessionOf(container, person, await session.open(person.id)));
    },
  };
}
