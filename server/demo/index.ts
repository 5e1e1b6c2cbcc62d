/** The demo city: people for every role, and sixty days of work done through the real runtime. */
import type { FileStore } from "../external/files.ts";
import type { CompileForm } from "../forms/compile.ts";
import type { Ports } from "../ports.ts";
import type { Catalogue } from "../runtime/catalogue-type.ts";
import { StoredCatalogue } from "../runtime/catalogue.ts";
import { sealWith } from "../runtime/seal.ts";
import type { Store } from "../store/index.ts";
import { readAllNotices } from "../store/notices-demo.ts";
import { addPerson } from "../store/people.ts";
import { allPlaces } from "../store/places.ts";
import { readSetting, writeSetting } from "../store/settings.ts";
import { loadCases } from "./load-cases.ts";
import { loadResidents } from "./load-residents.ts";
import { loadRounds } from "./load-rounds.ts";
import { makePeople, peopleByGroup } from "./make-people.ts";
import { seeded } from "./random.ts";
import type { Stage } from "./stage.ts";

export interface DemoParts {
  readonly store: Store;
  readonly ports: Ports;
  readonly catalogue: Catalogue;
  readonly forms: { readonly compileForm: CompileForm };
  readonly files: FileStore;
  readonly secret: string;
}

/** The same city every time. */
const SEED = 20_261_123;
const LOADED = "demoLoaded";
/** Older notices have been read by the people of the demo. */
const UNREAD_FOR = 2 * 86_400_000;

async function loadPeople({ store, ports, catalogue }: DemoParts): Promise<void> {
  const people = makePeople(catalogue, seeded(SEED), ports.clock.now());
  await store.write(async (tx) => {
    for (const person of people) await addPerson(tx, person);
    await writeSetting(tx, LOADED, "people");
  });
}

async function stageOf({ store, ports, catalogue, forms, files, secret }: DemoParts): Promise<Stage> {
  if (!(catalogue instanceof StoredCatalogue)) throw new Error("Expected the catalogue of the store.");
  const until = ports.clock.now();
  return {
    ...{
      store,
      catalogue,
      files,
      until,
      seal: sealWith(secret),
      compileForm: forms.compileForm,
      places: await allPlaces(store.read),
    },
    groups: peopleByGroup(catalogue, makePeople(catalogue, seeded(SEED), until)),
  };
}

/**
 * Loads people, and unless `cases` is false the city's last sixty days, once: what is loaded is not loaded again, and
 * a load that was interrupted is not begun anew over what it left.
 */
export async function loadDemo(parts: DemoParts, { cases }: { readonly cases: boolean }): Promise<void> {
  const { store, ports } = parts;
  if ((await readSetting(store.read, LOADED)) === undefined) await loadPeople(parts);
  if (!cases || (await readSetting(store.read, LOADED)) !== "people") return;
  await store.write((tx) => writeSetting(tx, LOADED, "begun"));
  const stage = await stageOf(parts);
  await loadCases(stage, seeded(SEED + 1));
  await loadRounds(stage, seeded(SEED + 2));
  await loadResidents(stage, seeded(SEED + 3));
  await store.write(async (tx) => {
    await readAllNotices(tx, ports.clock.now() - UNREAD_FOR);
    await writeSetting(tx, LOADED, "all");
  });
}
