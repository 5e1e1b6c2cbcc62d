/** Reads what a flow of one pack may refer to: its own definitions and those of the base pack. */
import { useMemo } from "react";
import { useQueries, useQuery, type UseQueryResult } from "@tanstack/react-query";
import type {
  DefinitionDetail,
  DefinitionSummary,
  Matter,
  StreetSettings,
  Title,
  Unit,
} from "../../../server/contract/types.ts";
import { definitionPath, useDefinitions } from "../../admin/queries.ts";
import { api } from "../../app/api.ts";
import { type Language, say } from "../../app/i18n.ts";
import { useMatters, useUnits } from "../../desk/parts/queries.ts";
import { useTranslation } from "react-i18next";
import type { Choice, FlowContent, FlowStart, FormFields } from "./flow-content.ts";
import { useFormFields } from "./use-form-fields.ts";

interface Worded {
  readonly key?: string;
  readonly code?: string;
  readonly type?: string;
  readonly title: Title;
  readonly expression?: string;
}

/** Documents of the base pack that hold words, in the order in which they are asked for. */
const documents = [
  ["organisation", "roles"],
  ["parameter", "parameters"],
  ["vocabulary", "stage"],
  ["vocabulary", "caseState"],
  ["vocabulary", "candidateUnit"],
  ["vocabulary", "candidateRole"],
  ["vocabulary", "stepLimit"],
] as const;

/** The pack that others differ from: the one that has the organisation. */
export function basePackOf(definitions: readonly DefinitionSummary[]): string {
  return definitions.find((each) => each.kind === "organisation")?.pack ?? "";
}

/** The list inside a document, whatever its kind calls it. */
function listOf(detail: DefinitionDetail | undefined): readonly Worded[] {
  if (detail === undefined) return [];
  const content = JSON.parse(detail.content) as unknown;
  const lists = Array.isArray(content) ? [content] : Object.values(content as object).filter(Array.isArray);
  return (lists[0] ?? []) as readonly Worded[];
}

const quoted = (text: string): string => JSON.stringify(text);
const codes = (list: readonly Worded[]): readonly Choice[] =>
  list.map((each) => ({ value: each.code ?? each.key ?? "", label: say(each.title) }));
const expressions = (list: readonly Worded[], before = ""): readonly Choice[] =>
  list.map((each) => ({ value: `${before}${each.expression ?? ""}`, label: say(each.title) }));
const parameters = (list: readonly Worded[], type: string, before = ""): readonly Choice[] =>
  list
    .filter((each) => each.type === type)
    .map((each) => ({ value: `${before}param.${each.key ?? ""}`, label: say(each.title) }));

/** Parameters that the street of this pack has added to the city's. */
const ownOf = (settings: StreetSettings | undefined, known: readonly Worded[]): readonly Worded[] =>
  (settings?.groups ?? [])
    .flatMap((group) => group.settings)
    .filter(({ key }) => !known.some((each) => each.key === key))
    .map(({ key, type, title }) => ({ key, type, title }));

/** The report forms of a flow, each with the matters that are reported by it. */
function startsOf(matters: readonly Matter[], flow: string): readonly FlowStart[] {
  const mine = matters.filter((matter) => matter.process === flow);
  return [...new Set(mine.map((matter) => matter.reportForm))].map((form) => ({
    form,
    matters: mine.filter((matter) => matter.reportForm === form).map((matter) => say(matter.title)),
  }));
}

interface Read {
  readonly pack: string;
  readonly definitions: readonly DefinitionSummary[];
  readonly units: readonly Unit[];
  readonly details: readonly (DefinitionDetail | undefined)[];
  readonly settings: StreetSettings | undefined;
  readonly matters: readonly Matter[];
  readonly formFields: FormFields;
}

function contentOf({ pack, definitions, units, details, settings, matters, formFields }: Read): FlowContent {
  const base = basePackOf(definitions);
  const inReach = definitions.filter((each) => each.pack === pack || each.pack === base);
  const ofKind = (kind: string): readonly Choice[] =>
    inReach
      .filter((each) => each.kind === kind)
      .map((each) => ({ value: each.key, label: say(each.title) || each.key }));
  const [roles = [], cityParams = [], stages = [], states = [], unitPaths = [], rolePaths = [], limits = []] =
    details.map(listOf);
  const params = [...cityParams, ...ownOf(settings, cityParams)];
  const departments = units.filter((unit) => unit.kind === "department");
  return {
    forms: ofKind("form"),
    processes: ofKind("process"),
    decisions: ofKind("decision"),
    ladders: ofKind("ladder"),
    stages: codes(stages),
    states: codes(states),
    units: [
      ...expressions(unitPaths),
      ...departments.map((unit) => ({ value: quoted(unit.code), label: say(unit.title) })),
    ],
    roles: [
      ...roles.map((role) => ({ value: quoted(role.key ?? ""), label: say(role.title) })),
      ...expressions(rolePaths),
      ...parameters(params, "role"),
    ],
    limits: [...expressions(limits, "="), ...parameters(params, "limit", "=")],
    formFields,
    starts: (flow) => startsOf(matters, flow),
  };
}

/** Undefined until everything has been read; a failure of the list comes as `error`. */
export function useFlowContent(pack: string): { readonly content: FlowContent | undefined; readonly error: unknown } {
  const { i18n } = useTranslation();
  const language = i18n.language as Language;
  const definitions = useDefinitions();
  const units = useUnits();
  const base = basePackOf(definitions.data ?? []);
  const isStreet = base !== "" && pack !== base;
  const settings = useQuery({
    queryKey: ["settings", pack],
    enabled: isStreet,
    retry: false,
    queryFn: () => api.get<StreetSettings>(`/streets/${encodeURIComponent(pack)}/settings`),
  });
  const matters = useMatters(isStreet ? pack : "");
  const formFields = useFormFields(pack, definitions.data);
  const found = useQueries({
    queries: documents.map(([kind, key]) => ({
      queryKey: ["definition", base, kind, key, ""],
      enabled: base !== "",
      staleTime: 60_000,
      queryFn: () => api.get<DefinitionDetail>(`/definitions/${definitionPath({ pack: base, kind, key })}`),
    })),
    combine: (results: readonly UseQueryResult<DefinitionDetail>[]) => ({
      isReady: results.every((each) => !each.isPending),
      details: results.map((each) => each.data),
    }),
  });
  const { isReady, details } = found;
  const content = useMemo(
    () =>
      definitions.data === undefined ||
      units.data === undefined ||
      !isReady ||
      // Asked for once: content that came later would open the drawing anew.
      (isStreet && settings.isPending) ||
      matters.isPending ||
      language === undefined
        ? undefined
        : contentOf({
            ...{ pack, definitions: definitions.data, units: units.data, details, formFields },
            ...{ settings: settings.data, matters: matters.data ?? [] },
          }),
    [
      pack,
      definitions.data,
      units.data,
      isReady,
      details,
      language,
      isStreet,
      settings.isPending,
      settings.data,
      matters.isPending,
      matters.data,
      formFields,
    ],
  );
  return { content, error: definitions.error ?? units.error };
}
