import assert from "node:assert/strict";
import type { CasePage, DefinitionSummary } from "../../../server/contract/types.ts";
import { axeViolations, desk, phone } from "../../support/browser.ts";
import { deskPage, inChromium, livingCity } from "../../support/living-city.ts";
import type { Client } from "../../support/server.ts";

const narrowDesk = { width: 1024, height: 768 } as const;

interface Stop {
  readonly name: string;
  readonly role: string;
  readonly path: (client: Client) => Promise<string> | string;
  /** What must be on the page before it is judged. */
  readonly shown: string;
  /** Also at 1024 pixels, where the layout differs from both others. */
  readonly narrow?: true;
}

async function handled(client: Client): Promise<string> {
  const { body } = await client.get<CasePage>("/cases?state=handling&limit=1");
  return `/desk/case/${body.items[0]?.id ?? "none"}`;
}

async function definition(client: Client, kind: string, key: string): Promise<string> {
  const { body } = await client.get<DefinitionSummary[]>(`/definitions?kind=${kind}`);
  const found = body.find((each) => each.key === key) ?? body[0];
  assert.ok(found !== undefined, `a definition of kind ${kind}`);
  return `/admin/${found.pack}/${kind}/${found.key}`;
}

const stops: readonly Stop[] = [
  { name: "inbox", role: "dispatcher", path: () => "/desk", shown: ".gl-row", narrow: true },
  { name: "all cases", role: "dispatcher", path: () => "/desk?view=cases", shown: ".gl-row" },
  { name: "case", role: "dispatcher", path: handled, shown: ".gl-timeline li", narrow: true },
  {
    name: "case, forms",
    role: "dispatcher",
    path: async (client) => `${await handled(client)}?tab=forms`,
    shown: ".gl-card",
  },
  // The drawing itself is an SVG of bpmn-js, whose shapes have no text alternative; what it says stands in the list beside it, which is judged.
  {
    name: "case, flow",
    role: "dispatcher",
    path: async (client) => `${await handled(client)}?tab=flow`,
    shown: ".gl-token-badge",
  },
  {
    name: "case, files",
    role: "dispatcher",
    path: async (client) => `${await handled(client)}?tab=files`,
    shown: ".gl-evidence, .gl-nothing",
  },
  { name: "new report", role: "communityAcceptor", path: () => "/desk/report", shown: ".f-form" },
  {
    name: "records",
    role: "dispatcher",
    path: () => "/desk/records?form=householdCollection",
    shown: ".gl-ledger-scroll",
  },
  { name: "definitions", role: "designer", path: () => "/admin", shown: ".gl-definition" },
  {
    name: "process",
    role: "designer",
    path: (client) => definition(client, "process", "eventLoop"),
    shown: ".djs-element",
  },
  {
    name: "decision",
    role: "designer",
    path: (client) => definition(client, "decision", "responsibility"),
    shown: ".gl-decision",
  },
  {
    name: "form",
    role: "designer",
    path: (client) => definition(client, "form", "eventReport"),
    shown: ".gl-phone .f-form",
  },
  { name: "ladder", role: "designer", path: (client) => definition(client, "ladder", "disposal"), shown: ".gl-json" },
  { name: "publish", role: "designer", path: () => "/admin/deploy", shown: ".gl-deploy" },
  { name: "place codes", role: "designer", path: () => "/admin/places", shown: ".gl-code-card" },
  { name: "no such page", role: "dispatcher", path: () => "/desk/nowhere", shown: ".gl-lost" },
];

inChromium("accessibility of desk and administration", () => {
  for (const stop of stops)
    it(`${stop.name}: no violation and nothing cut off, wide and narrow, light and dark`, async () => {
      const { server } = await livingCity();
      const client = await server.as(stop.role);
      const path = await stop.path(client);
      for (const size of [desk, phone, ...(stop.narrow === true ? [narrowDesk] : [])]) {
        const { page } = await deskPage(client, path, { size, dark: size === phone });
        await page.locator(stop.shown).first().waitFor({ timeout: 30_000 });
        assert.deepEqual(await axeViolations(page), [], `${stop.name} at ${String(size.width)}`);
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wider <= 0, `${stop.name} at ${String(size.width)}: ${String(wider)} px too wide`);
        await page.context().close();
      }
    });
});
