/** What the administration asks the server. */
import { useQuery } from "@tanstack/react-query";
import type { DefinitionDetail, DefinitionSummary } from "../../server/contract/types.ts";
import { api } from "../app/api.ts";
import { say, words } from "../app/i18n.ts";

export function useDefinitions() {
  return useQuery({ queryKey: ["definitions"], queryFn: () => api.get<DefinitionSummary[]>("/definitions") });
}

/** The title of a definition; files that have no room for one (maps, lists of units) are named here, by key. */
export function titleOf(of: DefinitionSummary): string {
  const said = say(of.title);
  return said === "" || said === of.key ? words(`admin:file.${of.key}`, of.key) : said;
}

export interface DefinitionName {
  readonly pack: string;
  readonly kind: string;
  readonly key: string;
}

export const definitionPath = ({ pack, kind, key }: DefinitionName): string =>
  [pack, kind, key].map(encodeURIComponent).join("/");

/** One definition in the version named, or the newest. */
export function useDefinition(name: DefinitionName, version: string) {
  return useQuery({
    queryKey: ["definition", name.pack, name.kind, name.key, version],
    queryFn: () =>
      api.get<DefinitionDetail>(
        `/definitions/${definitionPath(name)}${version === "" ? "" : `?version=${encodeURIComponent(version)}`}`,
      ),
  });
}
