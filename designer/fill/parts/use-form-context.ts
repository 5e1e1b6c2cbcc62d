/** What forms of this person in this street get from the page. */
import { useMemo } from "react";
import { sayWhen } from "../../app/dates.ts";
import { formServices } from "../../app/form-services.ts";
import { useNow } from "../../app/now.ts";
import { useSession } from "../../app/session.ts";
import { useLatest } from "../../ui/use-latest.ts";
import type { FormContext } from "../../ui/form/environment.tsx";

interface ContextOptions {
  readonly draft?: string;
  readonly placeCode?: string;
}

/** Drafts are named by person, so that two people sharing a phone never see each other's. */
export function draftKeyOf(personId: string, name: string): string {
  return `${personId}/${name}`;
}

export function useFormContext(street: string, { draft, placeCode }: ContextOptions = {}): FormContext {
  const { data: session } = useSession();
  const now = useNow();
  // The minute's tick must not make a new context: forms would be drawn anew under the writer's hands.
  const latestNow = useLatest(now);
  const personId = session?.person.id ?? "";
  return useMemo(
    (): FormContext => ({
      street,
      services: formServices(street),
      sayWhen: (at) => sayWhen(at, latestNow.current),
      now: () => latestNow.current.toISOString(),
      ...(draft === undefined ? {} : { draftKey: draftKeyOf(personId, draft) }),
      ...(placeCode === undefined || placeCode === "" ? {} : { placeCode }),
    }),
    [street, draft, placeCode, personId, latestNow],
  );
}
