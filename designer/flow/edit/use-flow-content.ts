/** Reads what a flow of one pack may refer to: its own definitions and those of the base pack. */
import { useMemo } from "react";
import { useQueries, type UseQueryResult } from "@tanstack/react-query";
import type { DefinitionDetail, DefinitionSummary, Title, Unit } from "../../../server/contract/types.ts";
import { definitionPath, useDefinitions } from "../../admin/queries.ts";
import { api } from "../../app/api.ts";
import { type Language, say } from "../../app/i18n.ts";
import { useUnits } from "../../desk/parts/queries.ts";
import { useTranslation } from "react-i18next";
import type { Choice, FlowContent } from "./flow-content.ts";

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

function contentOf(
  pack: string,
  definitions: readonly DefinitionSummary[],
  units: readonly Unit[],
  details: readonly (DefinitionDetail | undefined)[],
): FlowContent {
  const base = basePackOf(definitions);
  const inReach = definitions.filter((each) => each.pack === pack || each.pack === base);
  const ofKind = (kind: string): readonly Choice[] =>
    inReach
      .filter((each) => each.kind === kind)
      .map((each) => ({ value: each.key, label: say(each.title) || each.key }));
  const [roles = [], params = [], stages = [], states = [], unitPaths = [], rolePaths = [], limits = []] =
    details.map(listOf);
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
  };
}

/** Undefined until everything has been read; a failure of the list comes as `error`. */
export function useFlowContent(pack: string): { readonly content: FlowContent | undefined; readonly error: unknown } {
  const { i18n } = useTranslation();
  const language = i18n.language as Language;
  const definitions = useDefinitions();
  const units = useUnits();
  const base = basePackOf(definitions.data ?? []);
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
      definitions.data === undefined || units.data === undefined || !isReady || language === undefined
        ? undefined
        : contentOf(pack, definitions.data, units.data, details),
    [pack, definitions.data, units.data, isReady, details, language],
  );
  return { content, error: definitions.error ?? units.error };
}
