/** The content in force, held in memory and indexed by street; versions and bundles live in the store for ever. */
import type { Bundle } from "../../engine/model/bundle.ts";
import type { JsonObject } from "../../engine/model/json.ts";
import type { PackHead } from "../../engine/model/pack.ts";
import type { Title } from "../../engine/model/title.ts";
import type { CompiledForm, CompileForm } from "../forms/compile.ts";
import type { Ports } from "../ports.ts";
import {
  contentStamp,
  findBundle,
  findBundlePart,
  findVersion,
  findVersionByHash,
  keepBundle,
} from "../store/definitions.ts";
import type { Store, Tx } from "../store/index.ts";
import { keepPlaces } from "../store/places.ts";
import { everUnits, keepUnits, type EverUnit } from "../store/units.ts";
import { canonicalJson } from "../../engine/overlay/index.ts";
import { dayOf } from "../views/moments.ts";
import { buildContent, type BuiltBundle, type Content, type ParseCache } from "./build-content.ts";
import type { Catalogue, PublishedForm } from "./catalogue-type.ts";
import { ContentRefused } from "./content-refused.ts";
import { formerTitle } from "./former-title.ts";
import { gridFinder } from "./grid-finder.ts";
import { organisationOf, placeRows, unitRows, type Organisation } from "./organisation.ts";
import { readPackFolders } from "./pack-folders.ts";
import { publishDocument, publishShipped, readStoredPacks } from "./pack-rows.ts";
import { publishedForm } from "./published-form.ts";
import { streetView, type StreetView } from "./street-view.ts";
import { parameterAt } from "./street-words.ts";

export interface CatalogueParts {
  readonly store: Store;
  readonly ports: Ports;
  readonly definitionsDir: string;
  readonly compileForm: CompileForm;
}

/** Everything that one reading of the store gives; replaced as a whole by the next. */
interface Snapshot {
  /** What was published when it was read. */
  readonly stamp: string;
  readonly heads: readonly PackHead[];
  readonly organisation: Organisation;
  readonly root: StreetView;
  readonly streets: ReadonlyMap<string, StreetView>;
  readonly gridAt: (lng: number, lat: number) => string | undefined;
  /** Units that are no longer there: cases of the past name them. */
  readonly formerUnits: ReadonlyMap<string, EverUnit>;
}

function snapshotOf(heads: readonly PackHead[], content: Content): Omit<Snapshot, "stamp" | "formerUnits"> {
  const organisation = organisationOf(content.root.pack);
  return {
    ...{ heads, organisation, root: streetView(content.root), gridAt: gridFinder(organisation.grids) },
    streets: new Map([...content.streets].map(([street, each]) => [street, streetView(each)])),
  };
}

function contentText(bundle: Bundle): string {
  const { hash: _hash, ...content } = bundle;
  return canonicalJson(content as unknown as JsonObject);
}

async function keepBuilt(tx: Tx, content: Content, at: number): Promise<void> {
  for (const { pack, document, version } of content.variants) {
    const published = { by: "system", note: "", at, origin: "resolved" } as const;
    await publishDocument(tx, pack, document, published, version);
  }
  const all = [content.root, ...content.streets.values()].flatMap((street) => [...street.bundles.values()]);
  const byHash = new Map<string, BuiltBundle>(all.map((built) => [built.bundle.hash, built]));
  for (const { bundle, parts } of byHash.values()) {
    const row = { hash: bundle.hash, root: bundle.root, content: contentText(bundle), created_at: at };
    await keepBundle(tx, row, parts);
  }
}

export class StoredCatalogue implements Catalogue {
  readonly #parts: CatalogueParts;
  readonly parseCache: ParseCache = new Map();
  readonly #bundles = new Map<string, Promise<Bundle>>();
  readonly #compiled = new Map<string, Promise<CompiledForm>>();
  readonly #forms = new Map<string, Promise<PublishedForm | undefined>>();
  #now: Snapshot;
  #reading: Promise<unknown> = Promise.resolve();

  private constructor(parts: CatalogueParts, snapshot: Snapshot) {
    this.#parts = parts;
    this.#now = snapshot;
    this.#adopt(snapshot);
  }

  /** Publishes what the folders say, then reads what is in force. Throws `ContentRefused`. */
  static async load(parts: CatalogueParts): Promise<StoredCatalogue> {
    const { store, ports, definitionsDir } = parts;
    const packs = await readPackFolders(definitionsDir);
    await store.write((tx) => publishShipped(tx, packs, ports.clock.now()));
    const cache: ParseCache = new Map();
    const snapshot = await readSnapshot(
      parts,
      packs.map((pack) => pack.head),
      cache,
    );
    return new StoredCatalogue(parts, snapshot);
  }

  /** One reading at a time: a slow one must not put back what a later one has read. */
  refresh(): Promise<void> {
    const mine = this.#readAfter(this.#reading);
    this.#reading = mine.catch(() => undefined);
    return mine;
  }

  async #readAfter(earlier: Promise<unknown>): Promise<void> {
    await earlier;
    this.#now = await readSnapshot(this.#parts, this.#now.heads, this.parseCache);
    this.#adopt(this.#now);
  }

  async refreshIfChanged(): Promise<void> {
    await this.#reading;
    if ((await contentStamp(this.#parts.store.read)) !== this.#now.stamp) await this.refresh();
  }

  #adopt({ root, streets }: Snapshot): void {
    for (const view of [root, ...streets.values()])
      for (const { bundle } of view.content.bundles.values()) this.#bundles.set(bundle.hash, Promise.resolve(bundle));
  }

  #view(street: string): StreetView {
    return this.#now.streets.get(street) ?? this.#now.root;
  }

  /** Heads of the packs, the base first. */
  get heads() {
    return this.#now.heads;
  }

  get city(): Title {
    const { tree } = this.#now.organisation;
    return tree.units.find((unit) => unit.parent === undefined)?.title ?? { "zh-CN": "" };
  }

  get timeZone() {
    return this.#now.heads[0]?.timeZone ?? this.#now.root.calendar.timeZone;
  }

  get tree() {
    return this.#now.organisation.tree;
  }

  units = () => this.tree.units;
  roles = () => this.#now.organisation.roles;
  formerUnits = () => this.#now.formerUnits;
  unitTitle = (code: string): Title =>
    this.tree.get(code)?.title ?? formerTitle(this.#now.formerUnits.get(code)) ?? { "zh-CN": code };
  roleTitle = (key: string): Title => this.roles().find((role) => role.key === key)?.title ?? { "zh-CN": key };
  streets = () => [...this.#now.streets.keys()];

  forms = (street: string) => [...this.#view(street).content.forms.values()];

  async form(street: string, key: string, version?: number): Promise<PublishedForm | undefined> {
    const current = this.#view(street).content.forms.get(key);
    if (version === undefined || current?.version === version) return current;
    const { chain } = this.#view(street).content.pack;
    for (const { key: pack } of chain.toReversed()) {
      const found = await this.#kept(`${pack}/${key}/${version}`, () =>
        findVersion(this.#parts.store.read, pack, "form", key, version),
      );
      if (found !== undefined) return found;
    }
    return undefined;
  }

  async formByHash(key: string, hash: string): Promise<PublishedForm | undefined> {
    if (key === "") return undefined;
    for (const view of [this.#now.root, ...this.#now.streets.values()]) {
      const current = view.content.forms.get(key);
      if (current?.hash === hash) return current;
    }
    return this.#kept(`${key}#${hash}`, () => findVersionByHash(this.#parts.store.read, "form", key, hash));
  }

  /** Published versions never change, so they are read once; what is not there may come. */
  async #kept(id: string, find: () => ReturnType<typeof findVersion>): Promise<PublishedForm | undefined> {
    const known = this.#forms.get(id);
    if (known !== undefined) return known;
    const row = await find();
    if (row === undefined) return undefined;
    const form = publishedForm(row.key, row.version, JSON.parse(row.content) as JsonObject);
    this.#forms.set(id, Promise.resolve(form));
    return form;
  }

  compiled(form: PublishedForm): Promise<CompiledForm> {
    const known = this.#compiled.get(form.hash);
    if (known !== undefined) return known;
    const compiling = this.#parts.compileForm(form.schema).then((compiled) => {
      if (!compiled.ok) throw new ContentRefused(compiled.problems);
      return compiled.value;
    });
    this.#compiled.set(form.hash, compiling);
    compiling.catch(() => this.#compiled.delete(form.hash));
    return compiling;
  }

  matters = (street: string) => this.#view(street).matters;
  matter = (street: string, key: string) => this.#view(street).matter.get(key);
  vocabularies = (street: string) => this.#view(street).vocabularies;
  word = (street: string, vocabulary: string, code: string): Title =>
    this.#view(street).words.get(`${vocabulary}/${code}`) ?? { "zh-CN": code };
  tiles = (street: string) => this.#view(street).tiles;
  dailyGoals = (street: string) => this.#view(street).dailyGoals;
  message = (street: string, key: string) => this.#view(street).messages.get(key);
  isFinal = (street: string, caseState: string) => this.#view(street).finalStates.has(caseState);
  closedState = (street: string) => [...this.#view(street).finalStates][0];
  residents = (street: string) => this.#view(street).residents;
  parameter = (street: string, key: string, at: number) =>
    parameterAt(this.resolvedPack(street), key, dayOf(at, this.timeZone));
  calendar = (street: string) => this.#view(street).calendar;
  /** The resolved pack of a street, or of the base for other units. */
  resolvedPack = (street: string) => this.#view(street).content.pack;

  bundle = (street: string, processKey: string) => this.#view(street).content.bundles.get(processKey)?.bundle;

  bundleByHash(hash: string): Promise<Bundle> {
    const known = this.#bundles.get(hash);
    if (known !== undefined) return known;
    const reading = findBundle(this.#parts.store.read, hash).then((row): Bundle => {
      if (row === undefined) throw new Error(`Expected bundle ${hash} in the store, but it is not there.`);
      return { ...(JSON.parse(row.content) as Omit<Bundle, "hash">), hash };
    });
    this.#bundles.set(hash, reading);
    reading.catch(() => this.#bundles.delete(hash));
    return reading;
  }

  async processXml(hash: string, processKey: string): Promise<string | undefined> {
    return (await findBundlePart(this.#parts.store.read, hash, "process", processKey))?.content;
  }

  grids = () => this.#now.organisation.grids;
  basemap = () => this.#now.organisation.basemap;
  gridAt = (lng: number, lat: number) => this.#now.gridAt(lng, lat);
}

async function readSnapshot(parts: CatalogueParts, heads: readonly PackHead[], cache: ParseCache): Promise<Snapshot> {
  const { store, ports } = parts;
  // Read first: what is published meanwhile is read the next time.
  const stamp = await contentStamp(store.read);
  const stored = await readStoredPacks(store.read, heads);
  const content = await buildContent(stored, cache);
  if (!content.ok) throw new ContentRefused(content.problems);
  const snapshot = snapshotOf(heads, content.value);
  await store.write(async (tx) => {
    await keepBuilt(tx, content.value, ports.clock.now());
    await keepUnits(tx, unitRows(snapshot.organisation), ports.clock.now());
    await keepPlaces(tx, placeRows(content.value.root.pack, snapshot.organisation, snapshot.gridAt));
  });
  // After the writing: what has gone just now knows when.
  const ever = await everUnits(store.read);
  const formerUnits = new Map([...ever].filter(([code]) => snapshot.organisation.tree.get(code) === undefined));
  return { ...snapshot, formerUnits, stamp };
}
