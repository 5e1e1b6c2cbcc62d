/** The precompiled validator of a form: loaded once per address, asked for its verdict on what is filled in. */
import type { ValidatorType } from "@rjsf/utils";
import createPrecompiledValidator from "@rjsf/validator-ajv8/lib/createPrecompiledValidator.js";
import type { Form } from "../../../server/contract/types.ts";
import type { FormData } from "./environment.tsx";
import type { RawError } from "./messages.ts";

export type FormValidator = ValidatorType<unknown>;
type Validators = Parameters<typeof createPrecompiledValidator>[0];

const loaded = new Map<string, Promise<Validators>>();

/**
 * ajv itself is not in our bundle: the server compiled the schema and serves the result under its hash (decided.md 7). Browsers remember
 * a failed import by its address for good, so a later `turn` asks under another one.
 */
export async function loadValidator(form: Form, turn = 0): Promise<FormValidator> {
  const url = turn === 0 ? form.validatorUrl : `${form.validatorUrl}?turn=${turn}`;
  const known = loaded.get(form.validatorUrl);
  const module = known ?? (import(/* @vite-ignore */ url) as Promise<ValidatorModule>).then((one) => one.validators);
  loaded.set(form.validatorUrl, module);
  try {
    return createPrecompiledValidator<unknown>(await module, form.schema);
  } catch (error) {
    loaded.delete(form.validatorUrl);
    throw error;
  }
}

interface ValidatorModule {
  readonly validators: Validators;
}

/** What the schema says about the filled-in values; empty when all is well. */
export function verdictOf(form: Form, validator: FormValidator, data: FormData): readonly RawError[] {
  // JSON has no undefined: a cleared field is a missing one.
  const clean: unknown = JSON.parse(JSON.stringify(data));
  const { errors } = (validator as unknown as RawValidator).rawValidation(form.schema, clean);
  return errors ?? [];
}

/** `rawValidation` is public but not part of rjsf's `ValidatorType`. */
interface RawValidator {
  readonly rawValidation: (schema: unknown, data: unknown) => { readonly errors?: readonly RawError[] };
}
