/** A form whose validator and draft are here: fields, errors as they are found, who will be responsible, and sending. */
import { useCallback, useId, useLayoutEffect, useMemo, useState, type ReactNode } from "react";
import type { GridAt, Place } from "../../../server/contract/types.ts";
import { Icon } from "../icons.tsx";
import { DraftLine } from "./draft-line.tsx";
import { EnvironmentProvider, ErrorsProvider, pathOf, type Environment } from "./environment.tsx";
import { ErrorSummary, jumpTo } from "./error-summary.tsx";
import { Filling } from "./filling.ts";
import type { FormRules } from "./form-rules.ts";
import type { FieldRight, FrameProps } from "./form-props.ts";
import { OwnerPreview } from "./owner-preview.tsx";
import { prepareUiSchema, type Rights } from "./prepare-ui-schema.ts";
import { keysIn } from "./schema.ts";
import { questionOf, withPlace } from "./special-fields.ts";
import type { Draft } from "./use-draft.ts";
import { useSending, type Sending } from "./use-sending.ts";
import { useVerdict, type Verdict } from "./use-verdict.ts";
import type { FormValidator } from "./verdict.ts";
import { wordsOf } from "./words.ts";

interface OpenFormProps extends FrameProps {
  readonly validator: FormValidator;
  readonly rules: FormRules;
  readonly draft: Draft;
}

const noRights: readonly FieldRight[] = [];

/** Rights of the task, and what the form's own rules hide for these values. */
function useRights({ form, rules, data, fieldRights = noRights }: OpenFormProps): Rights {
  const shows = rules.shows(data);
  const hiddenNow = keysIn(form.schema, form.schema)
    .filter((key) => !shows(key))
    .join(" ");
  return useMemo(() => {
    const paths = (right: FieldRight["right"]) =>
      fieldRights.filter((one) => one.right === right).map((one) => one.path);
    return {
      hidden: new Set([...paths("hidden"), ...hiddenNow.split(" ").filter((key) => key !== "")]),
      readOnly: new Set(paths("readOnly")),
    };
  }, [fieldRights, hiddenNow]);
}

const nothing = (): void => undefined;

function useFormEnvironment(props: OpenFormProps, { current, change }: Filling): Environment {
  const { form, language, context, readOnly } = props;
  const idPrefix = `f${useId().replace(/\W/g, "")}`;
  const [grid, setGrid] = useState<GridAt>();
  const onPlace = useCallback(
    (place: Place) => {
      const next = withPlace(form, current(), place);
      if (next !== undefined) change(next);
    },
    [form, current, change],
  );
  return useMemo(
    () => ({
      language,
      words: wordsOf(language),
      context,
      idPrefix,
      onPlace: readOnly === true ? nothing : onPlace,
      nearestPlace: grid?.nearestPlace,
      onGrid: setGrid,
    }),
    [language, context, idPrefix, readOnly, onPlace, grid],
  );
}

interface EndProps {
  readonly props: OpenFormProps;
  readonly environment: Environment;
  readonly verdict: Verdict;
  readonly sending: Sending;
}

/** Below the fields. */
function End({ props, environment, verdict, sending }: EndProps) {
  const { words, idPrefix } = environment;
  return (
    <div className="f-end">
      <OwnerPreview question={questionOf(props.form, props.data)} />
      <ErrorSummary errors={verdict.summary} idPrefix={idPrefix} words={words} />
      <p className="f-sending" role="status">
        {sending.said}
      </p>
      {props.actions === undefined ? (
        <button type="submit" className="g-button primary wide" disabled={sending.isBusy}>
          <Icon name="send" size={20} />
          {sending.isBusy ? (props.busyLabel ?? words.sending) : (props.submitLabel ?? words.send)}
        </button>
      ) : (
        props.actions
      )}
    </div>
  );
}

export function OpenForm(props: OpenFormProps): ReactNode {
  const { form, language, context, draft, validator } = props;
  const [filling] = useState(() => new Filling(props));
  useLayoutEffect(() => {
    filling.update(props);
    if (!filling.isReady) filling.begin();
  });
  const environment = useFormEnvironment(props, filling);
  const verdict = useVerdict(props);
  const sending = useSending({ ...props, submissionId: draft.submissionId ?? "", forget: draft.forget });
  const rights = useRights(props);
  const uiSchema = useMemo(() => prepareUiSchema(form, language, rights), [form, language, rights]);
  const { idPrefix, words } = environment;
  const submit = () => {
    const [first] = verdict.showAll();
    if (first === undefined) void sending.send(filling.current());
    else jumpTo(idPrefix, first.path);
  };
  const drawing = {
    uiSchema,
    validator,
    idPrefix,
    onChange: filling.change,
    onBlur: (id: string) => verdict.touch(pathOf(id, idPrefix)),
    onSubmit: submit,
  };
  const isOpen = props.readOnly !== true;
  const end = isOpen ? (
    <End props={props} environment={environment} verdict={verdict} sending={sending} />
  ) : (
    // rjsf draws its own button where it gets nothing.
    <span />
  );
  return (
    <EnvironmentProvider value={environment}>
      <ErrorsProvider value={verdict.shown}>
        <div className="f-form" lang={language}>
          {isOpen && <DraftLine draft={draft} words={words} sayWhen={context.sayWhen} onClear={filling.clear} />}
          {filling.isReady && props.children(drawing, end)}
        </div>
      </ErrorsProvider>
    </EnvironmentProvider>
  );
}
