/** What a form at the desk needs from the page: the server's services, the street, and how moments are said. */
import { useMemo } from "react";
import { sayWhen } from "../../app/dates.ts";
import { formServices } from "../../app/form-services.ts";
import { useNow } from "../../app/now.ts";
import type { FormContext } from "../../ui/form/environment.tsx";

/** `draftKey` keeps what is typed on this device until it is sent. */
export function useFormContext(street: string, draftKey?: string): FormContext {
  const now = useNow();
  const minute = Math.floor(now.getTime() / 60_000);
  return useMemo(
    () => ({
      street,
      services: formServices(street),
      sayWhen: (at: string) => sayWhen(at, new Date(minute * 60_000)),
      ...(draftKey === undefined ? {} : { draftKey }),
    }),
    [street, draftKey, minute],
  );
}
