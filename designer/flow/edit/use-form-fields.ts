/** The fields of a form that a step names: read once, when the step is first looked at. */
import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { DefinitionDetail, DefinitionSummary } from "../../../server/contract/types.ts";
import { definitionPath } from "../../admin/queries.ts";
import { api } from "../../app/api.ts";
import { currentLanguage } from "../../app/i18n.ts";
import { englishOf, fieldsOf, type FormContent } from "../../form/model/fields.ts";
import { textOf } from "../../form/model/json-path.ts";
import type { FormFieldChoice, FormFields } from "./flow-content.ts";

function choicesOf(text: string): readonly FormFieldChoice[] {
  const content = JSON.parse(text) as FormContent;
  return fieldsOf(content).map(({ id, schema, isRequired }) => {
    const english = currentLanguage() === "en" ? textOf(englishOf(content, id)["title"]) : "";
    return { value: id, label: english || textOf(schema["title"]) || id, isRequired };
  });
}

export function useFormFields(pack: string, definitions: readonly DefinitionSummary[] | undefined): FormFields {
  const queries = useQueryClient();
  return useMemo(() => {
    const known = new Map<string, readonly FormFieldChoice[]>();
    const read = async (form: string): Promise<readonly FormFieldChoice[]> => {
      const forms = (definitions ?? []).filter((each) => each.kind === "form" && each.key === form);
      const found = forms.find((each) => each.pack === pack) ?? forms[0];
      if (found === undefined) return [];
      const detail = await queries.fetchQuery({
        queryKey: ["definition", found.pack, "form", form, ""],
        staleTime: 60_000,
        queryFn: () => api.get<DefinitionDetail>(`/definitions/${definitionPath(found)}`),
      });
      return choicesOf(detail.content);
    };
    return {
      get: (form) => known.get(form),
      // A form that cannot be read has no fields to choose from; what the step says about them still shows.
      load: async (form) => void known.set(form, await read(form).catch(() => [])),
    };
  }, [pack, definitions, queries]);
}
