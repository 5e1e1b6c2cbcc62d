/** What the content in force says, resolved for each street: forms, matters, words, flows, units and the map. */
import type { FeatureCollection } from "geojson";
import type { UnitRow, UnitTree } from "../access/unit-tree.ts";
import type { Matter, ModuleTile, Vocabulary } from "../contract/types.ts";
import type { Bundle } from "../../engine/model/bundle.ts";
import type { Json, JsonObject } from "../../engine/model/json.ts";
import type { ResolvedPack } from "../../engine/model/pack.ts";
import type { Calendar } from "../../engine/model/time.ts";
import type { Title } from "../../engine/model/title.ts";
import type { ChannelKind } from "../external/notify/channel.ts";
import type { CompiledForm } from "../forms/compile.ts";
import type { EverUnit } from "../store/units.ts";

export interface RoleRow {
  readonly key: string;
  readonly title: Title;
  /** Kinds of unit that have the role. */
  readonly at: readonly string[];
  /** Kinds of unit that the role leads. */
  readonly leads?: readonly string[];
  /** Who stands in when nobody has the role: the nearest unit of the kind, from the post's unit upwards, in this order. */
  readonly fallback?: readonly { readonly at: string; readonly role: string }[];
}

/** A published form as resolved for one street, immutable. */
export interface PublishedForm {
  readonly key: string;
  readonly version: number;
  /** SHA-256 of the canonical content. */
  readonly hash: string;
  readonly title: Title;
  readonly schema: JsonObject;
  readonly uiSchema: JsonObject;
  readonly messages: JsonObject;
  /** Tile of the phone's home page that lists the form; absent when only flows use it. */
  readonly module?: string;
  /** Named FEEL expressions over `submission`, each giving the cases that it raises. */
  readonly raises: Readonly<Record<string, string>>;
}

/** A matter with what the flow needs of it. */
export type CatalogueMatter = Matter & { readonly ownerRole: string };

/** Work that is expected of a grid every day. */
export interface DailyGoal {
  readonly key: string;
  readonly title: Title;
  readonly form: string;
  readonly goal: number;
}

/** By which channels a message also goes out, and to whom: the first rule that names a role of the receiver holds. */
export interface ChannelRule {
  /** Empty: everybody. */
  readonly roles: readonly string[];
  readonly send: readonly ChannelKind[];
  /** Tried one after another when what stands in `send` cannot reach the person. */
  readonly orElse: readonly ChannelKind[];
}

/** Text of a notice with `{path}` gaps. */
export interface MessageText {
  readonly title: Title;
  readonly body: Title;
  /** Shorter and without anybody's affairs: for SMS and for robots, whose groups many people read. */
  readonly brief?: Title;
  readonly isUrgent: boolean;
  readonly channels: readonly ChannelRule[];
}

/** What residents may report, and what they are told; one document of the street's pack. */
export interface ResidentContent {
  readonly title: Title;
  readonly form: string;
  readonly matters: readonly { readonly matter: string; readonly icon: string; readonly title: Title }[];
  readonly urgent: Title;
  readonly privacy: readonly Title[];
  /** Sentence by case state, with the gap `{unit}`. */
  readonly progress: Readonly<Record<string, Title>>;
  readonly due: Title;
  readonly late: Title;
  readonly ratings: readonly { readonly code: string; readonly title: Title; readonly needsWords: boolean }[];
  readonly thanks: Readonly<Record<string, Title>>;
  /** At most so many in so many minutes, by what is counted. */
  readonly limits: Readonly<Record<string, { readonly count: number; readonly minutes: number }>>;
  readonly linkDays: number;
  readonly contactDays: number;
  /** Photos whose report never came are removed after so many hours; 0: never. */
  readonly photoHours: number;
  readonly showsResultPhotos: boolean;
  /** Of a grid worker, as they stand on the board. */
  readonly duties: readonly Title[];
}

export interface Catalogue {
  /** The city that the base pack is made for. */
  readonly city: Title;
  readonly timeZone: string;
  readonly tree: UnitTree;
  units(): readonly UnitRow[];
  roles(): readonly RoleRow[];
  /** Units that were merged or closed, by code. */
  formerUnits(): ReadonlyMap<string, EverUnit>;
  /** One that is gone keeps its name, marked as gone. */
  unitTitle(code: string): Title;
  roleTitle(key: string): Title;
  /** Tenants that have content: the streets. */
  streets(): readonly string[];

  forms(street: string): readonly PublishedForm[];
  /** The form in force in a street, or one of its published versions. */
  form(street: string, key: string, version?: number): Promise<PublishedForm | undefined>;
  /** The version that a submission was made in. */
  formByHash(key: string, hash: string): Promise<PublishedForm | undefined>;
  /** The form's validator, compiled once; throws when it does not compile: publishing has checked that. */
  compiled(form: PublishedForm): Promise<CompiledForm>;

  matters(street: string): readonly CatalogueMatter[];
  matter(street: string, key: string): CatalogueMatter | undefined;
  vocabularies(street: string): readonly Vocabulary[];
  /** Words of a code; the code itself when the vocabulary does not have it. */
  word(street: string, vocabulary: string, code: string): Title;
  /** True when a case in this state is closed. */
  isFinal(street: string, caseState: string): boolean;
  /** The state of a case that is closed in the ordinary way: the first of those that are final. */
  closedState(street: string): string | undefined;
  /** Undefined when the street's pack opens no channel for residents. */
  residents(street: string): ResidentContent | undefined;
  /** The working calendar that deadlines of a street run on. */
  calendar(street: string): Calendar;
  tiles(street: string): readonly ModuleTile[];
  dailyGoals(street: string): readonly DailyGoal[];
  message(street: string, key: string): MessageText | undefined;
  /** The value of a parameter that is in force at a moment (epoch milliseconds); null when there is none. */
  parameter(street: string, key: string, at: number): Json;

  /** Everything in force in a street, or in the base for other units: for kinds that have no question of their own. */
  resolvedPack(street: string): ResolvedPack;

  /** The bundle that new cases of a street start with. */
  bundle(street: string, processKey: string): Bundle | undefined;
  /** Throws when there is none: an instance's bundle is never removed. */
  bundleByHash(hash: string): Promise<Bundle>;
  /** Diagram of a process as it was published in the bundle. */
  processXml(hash: string, processKey: string): Promise<string | undefined>;

  grids(): FeatureCollection;
  basemap(): FeatureCollection;
  /** Unit code of the grid that a point (WGS-84) lies in. */
  gridAt(lng: number, lat: number): string | undefined;

  /** Reads what has been published since; called after a deployment here. */
  refresh(): Promise<void>;
  /** Reads it when anything was published since, on whatever node; the workers ask once a second. */
  refreshIfChanged(): Promise<void>;
}
