/** Where a field stands: in its section and in the form's order. Both lists are kept in step. */
import type { Json, JsonObject } from "../../../engine/model/json.ts";
import { fieldsOf, sectionsOf, type FormContent } from "./fields.ts";
import { getIn, objectOf, objectsOf, setIn, textsOf } from "./json-path.ts";

/** In front of a field, or at the end of a section; neither named: at the end of the form. */
export interface Spot {
  readonly section?: string | undefined;
  readonly before?: string | undefined;
}

const orderPath = ["uiSchema", "ui:order"];
const sectionsPath = ["uiSchema", "ui:sections"];

const rawSections = (content: FormContent): readonly JsonObject[] => objectsOf(getIn(content, sectionsPath));

const insertBefore = (list: readonly string[], id: string, before: string | undefined): readonly string[] => {
  const at = before === undefined ? -1 : list.indexOf(before);
  return at < 0 ? [...list, id] : [...list.slice(0, at), id, ...list.slice(at)];
};

function withSections(content: FormContent, sections: readonly JsonObject[]): FormContent {
  return objectOf(setIn(content, sectionsPath, sections.length === 0 ? undefined : sections));
}

/** Takes a field out of order and sections. */
export function withoutPlace(content: FormContent, id: string): FormContent {
  const sections = rawSections(content);
  const cleared =
    sections.length === 0
      ? content
      : withSections(
          content,
          sections.map((section) => ({ ...section, fields: textsOf(section["fields"]).filter((each) => each !== id) })),
        );
  const order = getIn(cleared, orderPath);
  if (!Array.isArray(order)) return cleared;
  return objectOf(
    setIn(
      cleared,
      orderPath,
      (order as readonly Json[]).filter((each) => each !== id),
    ),
  );
}

/** The section that a spot lies in: the named one, else that of the field it stands before, else the last. */
function sectionAt(content: FormContent, { section, before }: Spot): string | undefined {
  const sections = sectionsOf(content);
  if (sections.some((each) => each.id === section)) return section;
  if (before !== undefined) return sections.find((each) => each.fields.includes(before))?.id;
  return sections.at(-1)?.id;
}

/** Puts a field of the form at a spot. */
export function placeField(content: FormContent, id: string, spot: Spot): FormContent {
  if (spot.before === id) return content;
  const home = sectionAt(content, spot);
  const bare = withoutPlace(content, id);
  const sections = rawSections(bare);
  const fields = (section: JsonObject) => textsOf(section["fields"]);
  const placed =
    home === undefined
      ? bare
      : withSections(
          bare,
          sections.map((section) =>
            section["id"] === home ? { ...section, fields: insertBefore(fields(section), id, spot.before) } : section,
          ),
        );
  return withOrder(placed, id, spot.before ?? nextAfter(placed, id, home));
}

/** The field that follows in the form's order when a field is put at the end of a section. */
function nextAfter(content: FormContent, id: string, section: string | undefined): string | undefined {
  const order = textsOf(getIn(content, orderPath));
  const neighbours = sectionsOf(content).find((each) => each.id === section)?.fields ?? [];
  const last = neighbours.filter((each) => each !== id).at(-1);
  return last === undefined ? undefined : order[order.indexOf(last) + 1];
}

/** A form without an order of its own gets one as soon as somebody moves something. */
function withOrder(content: FormContent, id: string, before: string | undefined): FormContent {
  const written = getIn(content, orderPath);
  const order = Array.isArray(written)
    ? textsOf(written)
    : fieldsOf(content)
        .map((field) => field.id)
        .filter((each) => each !== id);
  return objectOf(setIn(content, orderPath, insertBefore(order, id, before)));
}

/** A new section takes what follows the spot in the section there; the first section of a form takes everything. */
export function addSection(
  content: FormContent,
  { id, zh, en }: { readonly id: string; readonly zh: string; readonly en: string },
  spot: Spot,
): FormContent {
  const sections = rawSections(content);
  const made = (fields: readonly string[]): JsonObject => ({ id, title: zh, title_en: en, fields });
  if (sections.length === 0) return withSections(content, [made(fieldsOf(content).map((field) => field.id))]);
  const home = sectionAt(content, spot);
  return withSections(
    content,
    sections.flatMap((section) => {
      if (section["id"] !== home) return [section];
      const fields = textsOf(section["fields"]);
      const at = spot.before === undefined ? -1 : fields.indexOf(spot.before);
      const cut = at < 0 ? fields.length : at;
      return [{ ...section, fields: fields.slice(0, cut) }, made(fields.slice(cut))];
    }),
  );
}

/** The fields of a section that goes away join the one above it. */
export function removeSection(content: FormContent, id: string): FormContent {
  const sections = rawSections(content);
  const at = sections.findIndex((section) => section["id"] === id);
  const gone = sections[at];
  if (gone === undefined) return content;
  const heir = at === 0 ? 1 : at - 1;
  const orphans = textsOf(gone["fields"]);
  const kept = sections.map((section, index) => {
    if (index !== heir) return section;
    const fields = textsOf(section["fields"]);
    return { ...section, fields: heir < at ? [...fields, ...orphans] : [...orphans, ...fields] };
  });
  return withSections(content, kept.toSpliced(at, 1));
}

export function moveSection(content: FormContent, id: string, before: string | undefined): FormContent {
  const sections = rawSections(content);
  const moved = sections.find((section) => section["id"] === id);
  if (moved === undefined || before === id) return content;
  const rest = sections.filter((section) => section !== moved);
  const at = rest.findIndex((section) => section["id"] === before);
  return withSections(content, at < 0 ? [...rest, moved] : rest.toSpliced(at, 0, moved));
}
