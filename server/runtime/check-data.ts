/** Filled-in data against its form: prepared (hidden answers dropped, computed ones filled in), then checked. */
import { checkSubmission, prepareSubmission } from "../../engine/forms/index.ts";
import type { FormContext } from "../../engine/model/form.ts";
import type { JsonObject } from "../../engine/model/json.ts";
import type { Result } from "../../engine/model/problem.ts";
import type { PublishedForm } from "./catalogue-type.ts";
import type { RuntimeContext } from "./context.ts";

/** More findings than this help nobody. */
const MOST = 30;

/** The moment that a form's expressions see. */
export const formMoment = ({ catalogue, ports }: Pick<RuntimeContext, "catalogue" | "ports">): FormContext => ({
  now: new Date(ports.clock.now()).toISOString(),
  timeZone: catalogue.timeZone,
});

/** Out: what is kept, or each fault at its field in the field's own words. */
export async function checkedData(
  context: Pick<RuntimeContext, "catalogue" | "ports">,
  form: PublishedForm,
  data: JsonObject,
): Promise<Result<JsonObject>> {
  const moment = formMoment(context);
  const prepared = prepareSubmission(form, data, moment);
  if (!prepared.ok) return prepared;
  const compiled = await context.catalogue.compiled(form);
  const problems = checkSubmission(form, prepared.value, (value) => compiled.validate(value), moment);
  return problems.length > 0 ? { ok: false, problems: problems.slice(0, MOST) } : prepared;
}
