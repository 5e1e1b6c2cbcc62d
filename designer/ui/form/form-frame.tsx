/** Loads what a form needs before it can be drawn: its validator and what the device has kept of it. */
import { useEffect, useState } from "react";
import type { Form } from "../../../server/contract/types.ts";
import { Icon } from "../icons.tsx";
import { Skeleton } from "../skeleton.tsx";
import type { FrameProps } from "./form-props.ts";
import { OpenForm } from "./open-form.tsx";
import { useDraft } from "./use-draft.ts";
import { loadValidator, type FormValidator } from "./verdict.ts";
import { wordsOf } from "./words.ts";

function useValidator(form: Form): { readonly validator?: FormValidator; readonly failed: boolean; retry: () => void } {
  const [found, setFound] = useState<{ form: Form; validator?: FormValidator }>();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isOpen = true;
    loadValidator(form, turn).then(
      (validator) => isOpen && setFound({ form, validator }),
      () => isOpen && setFound({ form }),
    );
    return () => {
      isOpen = false;
    };
  }, [form, turn]);
  const current = found?.form.hash === form.hash ? found : undefined;
  return {
    ...(current?.validator === undefined ? {} : { validator: current.validator }),
    failed: current !== undefined && current.validator === undefined,
    retry: () => {
      setFound(undefined);
      setTurn(turn + 1);
    },
  };
}

export function FormFrame(props: FrameProps) {
  const words = wordsOf(props.language);
  const { validator, failed, retry } = useValidator(props.form);
  const draft = useDraft(props.readOnly === true ? undefined : props.context.draftKey, props.form.version);
  if (failed)
    return (
      <div className="g-note red" role="alert">
        <Icon name="warning" size={20} />
        <div>
          <p>{words.loadFailed}</p>
          <button type="button" className="g-button small" onClick={retry}>
            <Icon name="retry" size={18} />
            {words.retry}
          </button>
        </div>
      </div>
    );
  if (validator === undefined || draft.submissionId === undefined)
    return <Skeleton label={words.loading} lines={4} tall />;
  return <OpenForm {...props} validator={validator} draft={draft} />;
}
