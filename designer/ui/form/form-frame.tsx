/** What stands around the fields: loading, the draft, errors as they are found, who will be responsible, and sending. */
import { useCallback, useEffect, useId, useMemo, useRef, useState, type ReactNode } from "react";
import type { Form, GridAt, Place } from "../../../server/contract/types.ts";
import { Icon } from "../icons.tsx";
import { Skeleton } from "../skeleton.tsx";
import { DraftLine } from "./draft-line.tsx";
import {
  EnvironmentProvider,
  ErrorsProvider,
  pathOf,
  type Environment,
  type FormContext,
  type FormData,
  type Language,
} from "./environment.tsx";
import { ErrorSummary, jumpTo } from "./error-summary.tsx";
import { OwnerPreview } from "./owner-preview.tsx";
import { prepareUiSchema, type Rights } from "./prepare-ui-schema.ts";
import { activeKeys, afterChange, sortOut, type Filled } from "./shadow.ts";
import { questionOf, withPlace, withStart } from "./special-fields.ts";
import { useDraft, type Draft } from "./use-draft.ts";
import { useSending } from "./use-sending.ts";
import { useVerdict } from "./use-verdict.ts";
import { loadValidator, type FormValidator } from "./verdict.ts";
import { wordsOf } from "./words.ts";

export interface FieldRight {
  readonly path: string;
  readonly right: "editable" | "readOnly" | "hidden";
}

export interface Sending {
  readonly submissionId: string;
}

export interface FormViewProps {
  readonly form: Form;
  readonly data: FormData;
  readonly onChange: (data: FormData) => void;
  /** Called with what the validator accepts. When it resolves, the draft on the device is forgotten. */
  readonly onSubmit: (data: FormData, sending: Sending) => Promise<void> | void;
  readonly language: Language;
  readonly context: FormContext;
  readonly readOnly?: boolean;
  readonly fieldRights?: readonly FieldRight[];
  /** Variables of the task, for rules of the form. */
  readonly inputs?: FormData;
  /** So that a button elsewhere can send: `<button form={formId}>`. */
  readonly formId?: string;
  readonly submitLabel?: string;
  readonly busyLabel?: string;
  /** Shown at the end in place of the form's own button; `null` for none. */
  readonly actions?: ReactNode;
}

interface Drawing {
  readonly uiSchema: Readonly<Record<string, unknown>>;
  readonly validator: FormValidator;
  readonly idPrefix: string;
  readonly onChange: (data: FormData) => void;
  readonly onBlur: (id: string) => void;
  readonly onSubmit: () => void;
}

interface FrameProps extends FormViewProps {
  readonly children: (drawing: Drawing, end: ReactNode) => ReactNode;
}

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

function rightsOf(rights: readonly FieldRight[]): Rights {
  const paths = (right: FieldRight["right"]) =>
    new Set(rights.filter((one) => one.right === right).map((one) => one.path));
  return { hidden: paths("hidden"), readOnly: paths("readOnly") };
}

const noRights: readonly FieldRight[] = [];

interface OpenFormProps extends FrameProps {
  readonly validator: FormValidator;
  readonly draft: Draft;
}

/** Takes what the page, the draft and the scanned place give at the start, and keeps every change on the device. */
function useFilling({ form, data, onChange, context, draft, validator }: OpenFormProps) {
  const filled = useRef<Filled>({ data, kept: {} });
  filled.current = { ...filled.current, data };
  const keysOf = useCallback((values: FormData) => activeKeys(form, validator, values), [form, validator]);
  const show = useCallback(
    (next: Filled) => {
      filled.current = next;
      onChange(next.data);
    },
    [onChange],
  );
  const { keep, restored } = draft;
  const change = useCallback(
    (next: FormData) => {
      show(afterChange(filled.current, next, keysOf));
      keep({ ...filled.current.kept, ...filled.current.data });
    },
    [show, keep, keysOf],
  );
  const started = useRef(false);
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    show(sortOut(withStart(form, { ...filled.current.data, ...restored?.data }, context), {}, keysOf));
  }, [form, context, restored, show, keysOf]);
  const clear = useCallback(() => show({ data: withStart(form, {}, context), kept: {} }), [show, form, context]);
  const latest = useCallback(() => filled.current.data, []);
  return { latest, change, clear };
}

function OpenForm(props: OpenFormProps) {
  const { form, language, context, draft, validator, data } = props;
  const words = wordsOf(language);
  const idPrefix = `f${useId().replace(/\W/g, "")}`;
  const [grid, setGrid] = useState<GridAt>();
  const { latest, change, clear } = useFilling(props);
  const verdict = useVerdict(form, validator, data, language);
  const sending = useSending({ ...props, submissionId: draft.submissionId ?? "", forget: draft.forget });
  const rights = props.fieldRights ?? noRights;
  const uiSchema = useMemo(() => prepareUiSchema(form, language, rightsOf(rights)), [form, language, rights]);
  const onPlace = useCallback(
    (place: Place) => {
      const next = withPlace(form, latest(), place);
      if (next !== undefined) change(next);
    },
    [form, latest, change],
  );
  const environment = useMemo(
    (): Environment => ({
      language,
      words,
      context,
      idPrefix,
      onPlace: props.readOnly === true ? () => undefined : onPlace,
      nearestPlace: grid?.nearestPlace,
      onGrid: setGrid,
    }),
    [language, words, context, idPrefix, props.readOnly, onPlace, grid],
  );
  const submit = () => {
    const [first] = verdict.showAll();
    if (first === undefined) void sending.send(latest());
    else jumpTo(idPrefix, first.path);
  };
  const drawing: Drawing = {
    uiSchema,
    validator,
    idPrefix,
    onChange: change,
    onBlur: (id) => verdict.touch(pathOf(id, idPrefix)),
    onSubmit: submit,
  };
  const isOpen = props.readOnly !== true;
  const end = isOpen ? (
    <div className="f-end">
      <OwnerPreview question={questionOf(form, data)} />
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
  ) : (
    <span />
  );
  return (
    <EnvironmentProvider value={environment}>
      <ErrorsProvider value={verdict.shown}>
        <div className="f-form" lang={language}>
          {isOpen && <DraftLine draft={draft} words={words} sayWhen={context.sayWhen} onClear={clear} />}
          {props.children(drawing, end)}
        </div>
      </ErrorsProvider>
    </EnvironmentProvider>
  );
}
