/** Saving the draft: by hand and by itself, never over what somebody else has saved in between. */
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import type { DefinitionDraft } from "../../../server/contract/types.ts";
import { useSession } from "../../app/session.ts";
import { draftKey, fasterOf, saveDraft, useOthersDraft, type Faster, type FlowName } from "./drafts.ts";

export interface Saving {
  /** True while there is something that the server does not have. */
  readonly isDirty: boolean;
  readonly editSequence: number;
  readonly savedAt: string | undefined;
  readonly isChanged: boolean;
  readonly isSaving: boolean;
  readonly failure: unknown;
  /** Somebody else saved since; undefined while nobody did. */
  readonly other: Faster | undefined;
  /** Answers the new edit sequence, or undefined when it was refused. */
  readonly save: (xml: string, over?: number) => Promise<number | undefined>;
  /** After a publication the draft says what is published. */
  readonly published: () => void;
}

/** Milliseconds without a change after which the draft is saved by itself. */
const calm = 6_000;

type Known = Pick<DefinitionDraft, "editSequence" | "isChanged" | "at"> & { readonly xml?: string };

function fasterIn(watched: DefinitionDraft | undefined, seen: number, me: string | undefined): Faster | undefined {
  if (watched?.by === undefined || watched.at === undefined) return undefined;
  if (watched.by.id === me || watched.editSequence <= seen) return undefined;
  return { by: watched.by.name, at: watched.at, editSequence: watched.editSequence };
}

export function useSaving(name: FlowName, draft: DefinitionDraft, xml: string | undefined): Saving {
  const { data: session } = useSession();
  const queries = useQueryClient();
  const [known, setKnown] = useState<Known>({
    ...{ editSequence: draft.editSequence, isChanged: draft.isChanged },
    ...(draft.at === undefined ? {} : { at: draft.at }),
  });
  const [isSaving, setIsSaving] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const [faster, setFaster] = useState<Faster>();
  // What the editor writes for an untouched file differs in line breaks from the file: that is no change.
  const [first, setFirst] = useState<string>();
  if (first === undefined && xml !== undefined) setFirst(xml);
  const isDirty = xml !== undefined && xml !== (known.xml ?? first ?? xml);

  const save = useCallback(
    async (content: string, over?: number) => {
      setIsSaving(true);
      try {
        const saved = await saveDraft(name, content, over ?? known.editSequence);
        setKnown({
          ...{ editSequence: saved.editSequence, isChanged: saved.isChanged, xml: content },
          ...(saved.at === undefined ? {} : { at: saved.at }),
        });
        setFailure(undefined);
        setFaster(undefined);
        return saved.editSequence;
      } catch (error) {
        const first = fasterOf(error, "DRAFT_CHANGED");
        if (first === undefined) setFailure(error);
        else setFaster(first);
        return undefined;
      } finally {
        setIsSaving(false);
      }
    },
    [name, known.editSequence],
  );

  useEffect(() => {
    if (!isDirty || isSaving || faster !== undefined || failure !== undefined) return undefined;
    const timer = setTimeout(() => void save(xml), calm);
    return () => clearTimeout(timer);
  }, [isDirty, isSaving, faster, failure, xml, save]);

  const watched = useOthersDraft(name, faster === undefined && !isSaving).data;
  const other = faster ?? fasterIn(watched, known.editSequence, session?.person.id);
  return {
    isDirty,
    editSequence: known.editSequence,
    savedAt: known.isChanged ? known.at : undefined,
    isChanged: isDirty || known.isChanged,
    isSaving,
    failure,
    other,
    save: async (content, over) => {
      const sequence = await save(content, over);
      if (sequence !== undefined) await queries.invalidateQueries({ queryKey: [...draftKey(name), "watch"] });
      return sequence;
    },
    published: () => setKnown((last) => ({ ...last, isChanged: false })),
  };
}
