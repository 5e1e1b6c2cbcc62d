/** A filled form to read: titles and values in the form's order, photos as pictures, codes as words. Needs no validator and no rjsf. */
import { useMemo } from "react";
import type { Form } from "../../server/contract/types.ts";
import { itemsOf, readAnswers, type CheckResult } from "./form/checklist-value.ts";
import {
  EnvironmentProvider,
  useEnvironment,
  type Environment,
  type FormContext,
  type FormData,
  type Language,
} from "./form/environment.tsx";
import { prepareUiSchema } from "./form/prepare-ui-schema.ts";
import { choicesOf, isJson, schemaAt, titleAt, uiAt, type Json } from "./form/schema.ts";
import { positionOf, useGrid } from "./form/widgets/position.tsx";
import { sayTitle, useMatters } from "./form/widgets/matter.tsx";
import { usePlace } from "./form/widgets/place.tsx";
import { fillIn, wordsOf } from "./form/words.ts";
import { useAnswer } from "./use-answer.ts";
import { PhotoStrip } from "./photo-strip.tsx";
import "./controls.css";
import "./form-view.css";

interface FormFactsProps {
  readonly form: Form;
  readonly data: FormData;
  readonly language: Language;
  readonly context: FormContext;
}

interface ValueProps {
  readonly form: Form;
  readonly path: readonly string[];
  readonly value: unknown;
  readonly leaf: string;
}

function Photos({ ids, title }: { readonly ids: readonly unknown[]; readonly title: string }) {
  const { words, context } = useEnvironment();
  const photos = ids
    .filter((id): id is string => typeof id === "string")
    .map((id, at) => ({
      id,
      url: context.services.photoUrl(id),
      alt: fillIn(words.photo.alt, { title, n: at + 1 }),
    }));
  return <PhotoStrip photos={photos} />;
}

function MatterValue({ code }: { readonly code: string }) {
  const { language } = useEnvironment();
  const matter = useMatters().find((one) => one.key === code);
  return (
    <>
      {matter === undefined
        ? ""
        : `${sayTitle(matter.title, language)}（${sayTitle(matter.largeClassTitle, language)}）`}
    </>
  );
}

function PlaceValue({ code }: { readonly code: string }) {
  const place = usePlace(code);
  return <>{typeof place === "object" ? `${place.name}（${code}）` : code}</>;
}

function PositionValue({ value }: { readonly value: unknown }) {
  const { words, language } = useEnvironment();
  const position = positionOf(value);
  const grid = useGrid(position);
  if (position === undefined) return null;
  const found =
    typeof grid === "object" ? fillIn(words.position.inGrid, { grid: sayTitle(grid.gridTitle, language) }) : "";
  const accuracy = position.accuracy === undefined ? "" : fillIn(words.position.accuracy, { n: position.accuracy });
  return <>{[found, accuracy].filter((text) => text !== "").join(" · ") || `${position.lng}, ${position.lat}`}</>;
}

function UnitValue({ codes }: { readonly codes: readonly string[] }) {
  const { context, language } = useEnvironment();
  const answer = useAnswer(context.street, () => context.services.units());
  const units = answer.kind === "answered" ? answer.value : [];
  // Asked only when an answer of the past names a unit that is gone.
  const isGone = answer.kind === "answered" && codes.some((code) => !units.some((unit) => unit.code === code));
  const former = useAnswer(isGone ? context.street : undefined, () => context.services.formerUnits());
  const all = former.kind === "answered" ? [...units, ...former.value] : units;
  const titles = new Map(all.map((unit) => [unit.code, sayTitle(unit.title, language)]));
  return <>{codes.map((code) => titles.get(code) ?? code).join("、")}</>;
}

const order: readonly (CheckResult | undefined)[] = ["problem", undefined, "notApplicable", "normal"];

/** Problems first and in full; what was normal is counted. */
function ChecklistValue({ value, schema, options }: { value: unknown; schema: Json; options: Json }) {
  const { words, language } = useEnvironment();
  const items = itemsOf(schema, options, language === "en");
  const answers = readAnswers(value, schema);
  const count = (result: CheckResult) => items.filter((item) => answers[item.id]?.result === result).length;
  const problems = items.filter((item) => answers[item.id]?.result === "problem");
  return (
    <>
      <p className="f-check-counts">
        {order
          .filter((result): result is CheckResult => result !== undefined && count(result) > 0)
          .map((result) => `${words.check[result]} ${count(result)}`)
          .join(" · ")}
      </p>
      {problems.map((item) => (
        <div key={item.id} className="f-check-fact">
          <strong>{item.title}</strong>
          <p>{answers[item.id]?.note}</p>
          <Photos ids={answers[item.id]?.photos ?? []} title={item.title} />
        </div>
      ))}
    </>
  );
}

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : [value]);
const asText = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

/** What the server puts where this reader may not read the answer (`server/runtime/sensitive.ts`). */
const hiddenAnswer = "••••••";

function Value({ form, path, value, leaf }: ValueProps) {
  const { words, language } = useEnvironment();
  if (value === hiddenAnswer) return <>{words.hiddenAnswer}</>;
  const schema = schemaAt(form.schema, path) ?? {};
  const options = uiAt(form.uiSchema, path)["ui:options"];
  switch (leaf) {
    case "photos":
      return <Photos ids={asList(value)} title={titleAt(form, path, language)} />;
    case "matter":
      return <MatterValue code={asText(value)} />;
    case "place":
      return <PlaceValue code={asText(value)} />;
    case "position":
      return <PositionValue value={value} />;
    case "unit":
      return <UnitValue codes={asList(value).map(asText)} />;
    case "checklist":
      return <ChecklistValue value={value} schema={schema} options={isJson(options) ? options : {}} />;
    default:
      return <>{plain(form, path, value, options, language, words)}</>;
  }
}

function plain(
  form: Form,
  path: readonly string[],
  value: unknown,
  options: unknown,
  language: Language,
  words: Environment["words"],
): string {
  if (typeof value === "boolean") return value ? words.yes : words.no;
  const choices = choicesOf(form, path, language);
  const said = asList(value).map((one) => choices.find((choice) => choice.value === one)?.label ?? asText(one));
  const suffix =
    isJson(options) && typeof options["suffix"] === "string" && language === "zh-CN" ? options["suffix"] : "";
  return `${said.join(language === "en" ? ", " : "、")}${suffix === "" ? "" : ` ${suffix}`}`;
}

const isFilled = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);

/** Keys in the form's order; what the form does not know (an older version's item) comes last and is still shown. */
function keysOf(form: Form, data: FormData): readonly string[] {
  const listed = form.uiSchema["ui:order"];
  const order = [
    ...(Array.isArray(listed) ? listed.map(asText) : []),
    ...Object.keys(isJson(form.schema["properties"]) ? form.schema["properties"] : {}),
  ];
  return [...new Set([...order, ...Object.keys(data)])].filter((key) => isFilled(data[key]));
}

const leafIn = (prepared: Json, key: string): string => {
  const ui = prepared[key];
  const options = isJson(ui) ? ui["ui:options"] : undefined;
  const leaf = isJson(options) ? options["leaf"] : undefined;
  return typeof leaf === "string" ? leaf : "text";
};

function Rows({ form, data, prefix }: { form: Form; data: FormData; prefix: readonly string[] }) {
  const { language, words } = useEnvironment();
  const prepared = useMemo(
    () => prepareUiSchema(form, language, { hidden: new Set(), readOnly: new Set() }),
    [form, language],
  );
  return (
    <dl className="g-facts">
      {keysOf(form, data).map((key) => {
        const path = [...prefix, key];
        return (
          <div key={key}>
            <dt>{titleAt(form, path, language) || words.other}</dt>
            <dd>
              <Value form={form} path={path} value={data[key]} leaf={leafIn(prepared, key)} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

const nothing = () => undefined;
const noPath: readonly string[] = [];

export function FormFacts({ form, data, language, context }: FormFactsProps) {
  const environment = useMemo(
    (): Environment => ({
      language,
      words: wordsOf(language),
      context,
      idPrefix: "facts",
      onPlace: nothing,
      nearestPlace: undefined,
      onGrid: nothing,
    }),
    [language, context],
  );
  return (
    <EnvironmentProvider value={environment}>
      <Rows form={form} data={data} prefix={noPath} />
    </EnvironmentProvider>
  );
}
