/** The values of a form while it is filled in: begun with what page, draft and scanned code give, every change kept on the device. */
import type { Form } from "../../../server/contract/types.ts";
import type { FormContext, FormData } from "./environment.tsx";
import type { FormRules } from "./form-rules.ts";
import { afterChange, shownItems, sortOut, type Filled, type ShownItems } from "./shadow.ts";
import { isWorthKeeping, withStart } from "./special-fields.ts";
import type { Draft } from "./use-draft.ts";
import type { FormValidator } from "./verdict.ts";

export interface FillingProps {
  readonly form: Form;
  readonly data: FormData;
  readonly onChange: (data: FormData) => void;
  readonly context: FormContext;
  readonly draft: Draft;
  readonly validator: FormValidator;
  readonly rules: FormRules;
  readonly readOnly?: boolean;
}

/** One for the life of an open form; `update` brings the page's newest properties. */
export class Filling {
  #props: FillingProps;
  #filled: Filled;
  #isKept = false;
  #lastShown: { readonly values: FormData; readonly items: ShownItems } | undefined;
  /** Values are complete with defaults; before that nothing is drawn. */
  isReady: boolean;

  constructor(props: FillingProps) {
    this.#props = props;
    this.#filled = { data: props.data, kept: {}, shown: new Set() };
    this.isReady = props.readOnly === true;
  }

  /** The page may set the values itself, such as an example to try. */
  update(props: FillingProps): void {
    this.#props = props;
    this.#filled = { ...this.#filled, data: props.data };
  }

  current = (): FormData => this.#filled.data;

  begin = (): void => {
    this.isReady = true;
    this.#start({ ...this.#props.data, ...this.#props.draft.restored?.data });
  };

  clear = (): void => this.#start({});

  change = (next: FormData): void => {
    const { form, context, draft } = this.#props;
    this.#show(afterChange(this.#filled, next, this.#shownFor));
    const all = { ...this.#filled.kept, ...this.#filled.data };
    // Once kept, emptying the form is a change like any other.
    this.#isKept ||= draft.restored !== undefined || isWorthKeeping(form, all, context);
    if (this.#isKept) draft.keep(all);
  };

  #start(values: FormData): void {
    const { form, context } = this.#props;
    this.#show(sortOut(withStart(form, values, context), {}, new Set(), this.#shownFor));
  }

  #show(next: Filled): void {
    this.#filled = { ...next, data: this.#props.rules.compute(next.data) };
    this.#props.onChange(this.#filled.data);
  }

  /** The last answer is kept: one change asks twice for the same values, and finding branches is the dear part of a keystroke. */
  #shownFor = (values: FormData): ShownItems => {
    if (this.#lastShown?.values === values) return this.#lastShown.items;
    const { form, validator, rules } = this.#props;
    const shows = rules.shows(values);
    const all = Object.entries(shownItems(form, validator, values));
    const items = Object.fromEntries(all.filter(([key]) => shows(key)));
    this.#lastShown = { values, items };
    return items;
  };
}
