/** What changes would do, before anybody publishes them: a sandbox in memory, today's settings beside the new ones. */
import type { Principal } from "../../access/actor.ts";
import type { Rehearsal, SettingsPreview, SettingsPreviewRequest } from "../../contract/types.ts";
import { answer, notFound, type Outcome } from "../../http/outcome.ts";
import type { StreetContent } from "../build-content.ts";
import { candidateOf, type Candidate } from "./candidate.ts";
import { differencesOf } from "./differences.ts";
import { groundOf, type SettingsContext, type StreetGround } from "./ground.ts";
import { chainsOf, exampleGrid, exampleStart, play, rowsOf, type Stage } from "./rehearse.ts";
import { said, SettingWords } from "./setting-words.ts";
import { sayWhen } from "../../views/moments.ts";

type BundleFor = Parameters<typeof chainsOf>[1];

const bundlesIn =
  (content: StreetContent): BundleFor =>
  (process) =>
    content.bundles.get(process)?.bundle;

function rowsFor(stage: Stage, bundleFor: BundleFor, matterKey: string): Rehearsal["rows"] {
  const matter = stage.context.catalogue.matter(stage.ground.street, matterKey);
  const bundle = matter === undefined ? undefined : bundleFor(matter.process);
  const played = matter === undefined || bundle === undefined ? undefined : play(stage, bundle, matter);
  return played?.ok === true ? rowsOf(stage, played.value.moments) : [];
}

function exampleMatter({ context, ground }: Stage, key: string | undefined): string | undefined {
  return key === undefined ? undefined : context.catalogue.matter(ground.street, key)?.key;
}

function exampleOf(stage: Stage, matterKey: string): SettingsPreview["example"] {
  const { context, ground, at } = stage;
  const { catalogue, ports } = context;
  const matter = catalogue.matter(ground.street, matterKey);
  return {
    ...{ matter: matterKey, title: said(matter?.title ?? { "zh-CN": matterKey }), at: new Date(at).toISOString() },
    when: said(sayWhen(at, ports.clock.now(), catalogue.timeZone)),
    place: said(catalogue.unitTitle(exampleGrid(stage))),
  };
}

function differences(context: SettingsContext, ground: StreetGround, candidate: Candidate) {
  const after = candidate.content.pack;
  const words = new SettingWords(context, after);
  return differencesOf(
    { after, before: ground.inForce, words, day: ground.today },
    ground.operations,
    candidate.operations,
  );
}

/** See `Runtime.previewSettings`. */
export async function previewSettings(
  context: SettingsContext,
  principal: Principal,
  street: string,
  request: SettingsPreviewRequest,
): Promise<Outcome<SettingsPreview>> {
  const ground = await groundOf(context, principal, street);
  if (ground === undefined) return notFound();
  const from = request.from ?? ground.today;
  const wish = { changes: request.changes, by: principal.name, why: "-", from };
  const candidate = await candidateOf(context, ground, wish);
  const at = exampleStart({ context, ground }, from < ground.today ? ground.today : from);
  const stage: Stage = { context, ground, at, words: new SettingWords(context, ground.inForce) };
  const now: BundleFor = (process) => context.catalogue.bundle(street, process);
  const before = chainsOf(stage, now);
  const matter = exampleMatter(stage, request.matter) ?? before[0]?.matter ?? "";
  const shared = { example: exampleOf(stage, matter), before: { chain: before, rows: rowsFor(stage, now, matter) } };
  if (!candidate.ok)
    return answer({ problems: candidate.problems.map((each) => ({ ...each })), differences: [], ...shared });
  const { content } = candidate.value;
  const later: Stage = { ...stage, words: new SettingWords(context, content.pack) };
  return answer({
    ...{ problems: [], differences: differences(context, ground, candidate.value), ...shared },
    after: { chain: chainsOf(later, bundlesIn(content)), rows: rowsFor(later, bundlesIn(content), matter) },
  });
}
