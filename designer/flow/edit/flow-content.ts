/** What a flow may refer to in its pack: forms, posts, units, words, ladders, limits, tables and other flows. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface FormFieldChoice extends Choice {
  readonly isRequired: boolean;
}

/** Fields of the pack's forms, read when a step first names the form. */
export interface FormFields {
  /** Undefined until `load` has answered. */
  get(form: string): readonly FormFieldChoice[] | undefined;
  load(form: string): Promise<void>;
}

/** What opens a case of a flow: the report form, and the matters that are reported by it. */
export interface FlowStart {
  readonly form: string;
  readonly matters: readonly string[];
}

export interface FlowContent {
  readonly forms: readonly Choice[];
  readonly processes: readonly Choice[];
  readonly decisions: readonly Choice[];
  readonly ladders: readonly Choice[];
  readonly stages: readonly Choice[];
  readonly states: readonly Choice[];
  /** FEEL of a unit: paths such as `place.street`, and single departments as names in quotes. */
  readonly units: readonly Choice[];
  /** FEEL of a post: names in quotes, `owner.role`, parameters of type role. */
  readonly roles: readonly Choice[];
  /** FEEL of a limit, with the leading `=`. */
  readonly limits: readonly Choice[];
  readonly formFields: FormFields;
  /** By the key of the flow; none for a flow that others call. */
  readonly starts: (flow: string) => readonly FlowStart[];
}

/** The label of a value, or the value itself where the pack does not know it (any more). */
export function labelOf(choices: readonly Choice[], value: string): string {
  return choices.find((choice) => choice.value === value)?.label ?? value;
}

/** The choices, with the present value added when the pack does not have it: a picker must not hide what is there. */
export function withPresent(choices: readonly Choice[], present: string, missing: string): readonly Choice[] {
  if (present === "" || choices.some((choice) => choice.value === present)) return choices;
  return [{ value: present, label: `${present}（${missing}）` }, ...choices];
}
