/** What a resident finds behind a scanned code: the grid, who is its worker, and what may be reported how. */
import type { MapLayers, PublicPerson, ResidentPlace, Title } from "../contract/types.ts";
import { peopleAt, workPhonesOf } from "../store/people.ts";
import { placeByCode } from "../store/places.ts";
import { formView } from "../views/form.ts";
import type { PublishedForm, ResidentContent } from "./catalogue-type.ts";
import type { RuntimeContext } from "./context.ts";

/** A code that is known: of a grid, or of a door or facility in one. */
export interface ScannedCode {
  readonly code: string;
  readonly kind: "grid" | "place";
  readonly grid: string;
  readonly street: string;
  readonly name: Title;
  readonly address: string;
}

/** Out: undefined for a code that neither a grid nor the register of places has. */
export async function findCode(context: RuntimeContext, code: string): Promise<ScannedCode | undefined> {
  const { catalogue, store } = context;
  const unit = catalogue.tree.get(code);
  if (unit?.kind === "grid") {
    const street = catalogue.tree.tenant(code);
    const address = catalogue.unitTitle(street)["zh-CN"] + unit.title["zh-CN"];
    return { code, kind: "grid", grid: code, street, name: unit.title, address };
  }
  const place = await placeByCode(store.read, code);
  if (place === undefined) return undefined;
  const { street_id: street, grid, name, address } = place;
  return { code: place.code, kind: "place", grid, street, name: { "zh-CN": name }, address };
}

/** Who holds a role at a unit, with the number of the post; the first by name when there are several. */
export async function publicPerson(
  context: RuntimeContext,
  unit: string,
  role: string,
): Promise<PublicPerson | undefined> {
  const { read } = context.store;
  const [person] = await peopleAt(read, unit, role);
  if (person === undefined) return undefined;
  const phone = (await workPhonesOf(read, [person.id])).get(person.id);
  return { name: person.name, ...(phone === undefined ? {} : { phone }) };
}

const fillDays = (title: Title, { linkDays, contactDays, photoHours }: ResidentContent): Title => {
  const fill = (text: string) =>
    text
      .replaceAll("{linkDays}", String(linkDays))
      .replaceAll("{contactDays}", String(contactDays))
      .replaceAll("{photoHours}", String(photoHours));
  return { "zh-CN": fill(title["zh-CN"]), ...(title.en === undefined ? {} : { en: fill(title.en) }) };
};

/** The street's channel with its form in force; undefined when the street has none. */
export async function channelOf(
  { catalogue }: RuntimeContext,
  street: string,
): Promise<{ readonly content: ResidentContent; readonly form: PublishedForm } | undefined> {
  const content = catalogue.residents(street);
  const form = content === undefined ? undefined : await catalogue.form(street, content.form);
  return content === undefined || form === undefined ? undefined : { content, form };
}

/** See `Runtime.residentPlace`. */
export async function readResidentPlace(context: RuntimeContext, code: string): Promise<ResidentPlace | undefined> {
  const { catalogue, ports } = context;
  const found = await findCode(context, code);
  const channel = found === undefined ? undefined : await channelOf(context, found.street);
  if (found === undefined || channel === undefined) return undefined;
  const { content, form } = channel;
  const { grid, street } = found;
  const worker = await publicPerson(context, grid, "gridWorker");
  return {
    ...{ code: found.code, kind: found.kind, name: { ...found.name }, address: found.address, grid, street },
    ...{ gridTitle: { ...catalogue.unitTitle(grid) }, streetTitle: { ...catalogue.unitTitle(street) } },
    communityTitle: { ...catalogue.unitTitle(catalogue.tree.get(grid)?.parent ?? grid) },
    ...(worker === undefined ? {} : { worker }),
    matters: content.matters.map((each) => ({ ...each, title: { ...each.title } })),
    urgent: { ...content.urgent },
    privacy: content.privacy.map((each) => fillDays(each, content)),
    form: formView(form, street, (await catalogue.compiled(form)).hash),
    now: new Date(ports.clock.now()).toISOString(),
  };
}

/** See `Runtime.residentMap`: the street's grids only; whose they are is public, what happens there is not. */
export async function readResidentMap(context: RuntimeContext, code: string): Promise<MapLayers | undefined> {
  const { catalogue } = context;
  const found = await findCode(context, code);
  if (found === undefined) return undefined;
  const grids = catalogue.grids();
  const features = grids.features.filter(
    (each) => catalogue.tree.tenant(String(each.properties?.["unit"])) === found.street,
  );
  return { grids: { ...grids, features }, basemap: { ...catalogue.basemap() } };
}
