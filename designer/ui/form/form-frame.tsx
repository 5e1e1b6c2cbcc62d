/** Loads what a form needs before it can be drawn: its validator and what the device has kept of it. */
import { useState } from "react";
import { Icon } from "../icons.tsx";
import { Skeleton } from "../skeleton.tsx";
import { useAnswer } from "../use-answer.ts";
import { loadRules, type FormRules } from "./form-rules.ts";
import type { FrameProps } from "./form-props.ts";
import { OpenForm } from "./open-form.tsx";
import { useDraft } from "./use-draft.ts";
import { loadValidator, type FormValidator } from "./verdict.ts";
import { wordsOf } from "./words.ts";

interface Loaded {
  readonly validator: FormValidator;
  readonly rules: FormRules;
}

/** What a form's rules may read besides its values; the zone is that of all our packs so far (decided.md 4). */
async function load(props: FrameProps, turn: number): Promise<Loaded> {
  const { form, inputs = {}, context } = props;
  const now = context.now ?? (() => new Date().toISOString());
  const [validator, rules] = await Promise.all([
    loadValidator(form, turn),
    loadRules(form, { now, timeZone: "Asia/Shanghai", variables: inputs }),
  ]);
  return { validator, rules };
}

export function FormFrame(props: FrameProps) {
  const words = wordsOf(props.language);
  const [turn, setTurn] = useState(0);
  const loaded = useAnswer(`${props.form.hash} ${props.form.validatorUrl} ${turn}`, () => load(props, turn));
  const draft = useDraft(props.readOnly === true ? undefined : props.context.draftKey, props.form.version);
  if (loaded.kind === "failed")
    return (
      <div className="g-note red" role="alert">
        <Icon name="warning" size={20} />
        <div>
          <p>{words.loadFailed}</p>
          <button type="button" className="g-button small" onClick={() => setTurn(turn + 1)}>
            <Icon name="retry" size={18} />
            {words.retry}
          </button>
        </div>
      </div>
    );
  if (loaded.kind !== "answered" || draft.submissionId === undefined)
    return <Skeleton label={words.loading} lines={4} tall />;
  return <OpenForm {...props} {...loaded.value} draft={draft} />;
}
