/** What whoever does a step may do with each field of its form: `gl:fieldRights`, one choice a field. */
import type { FormFieldChoice } from "../edit/flow-content.ts";
import { choiceEntry, group, type PanelGroup } from "./entries.ts";
import { extensionOf, isA, partsOf, setParts, textOf } from "./moddle-edits.ts";
import type { PanelContext } from "./panel-context.ts";

const at = { type: "gl:FieldRights", name: "fields", part: "gl:Field" } as const;

interface Right {
  readonly path: string;
  readonly right: string;
}

const rightsOf = ({ element }: PanelContext): readonly Right[] =>
  partsOf(element, at.type, at.name).map((field) => ({ path: textOf(field, "path"), right: textOf(field, "right") }));

/** Editable is what nobody says anything about. */
function write(context: PanelContext, path: string, right: string): void {
  const others = rightsOf(context).filter((each) => each.path !== path);
  const next = right === "editable" ? others : [...others, { path, right }];
  setParts(
    context.services,
    context.element,
    at,
    next.map((each) => ({ path: each.path, right: each.right })),
  );
}

function entryOf(context: PanelContext, path: string, label: string, isRequired: boolean) {
  const { element, services, say } = context;
  const present = rightsOf(context).find((each) => each.path === path)?.right ?? "editable";
  const hidden = { value: "hidden", label: say("Hidden") };
  return choiceEntry(
    element,
    {
      ...{ id: `glRight${path.replaceAll("/", "-")}`, label, services, get: () => present },
      ...(isRequired ? { description: say("Required: cannot be hidden") } : {}),
      set: (right) => write(context, path, right),
    },
    [
      { value: "editable", label: say("Editable") },
      { value: "readOnly", label: say("Read only") },
      // Nobody could complete the step.
      ...(isRequired && present !== "hidden" ? [] : [hidden]),
    ],
  );
}

/** The form's fields; undefined while they are read, and then the panel is drawn again. */
function fieldsOf({ element, services, content }: PanelContext): readonly FormFieldChoice[] | undefined {
  const form = textOf(extensionOf(element, "zeebe:FormDefinition"), "formId");
  if (form === "") return [];
  const known = content.formFields.get(form);
  if (known === undefined)
    void content.formFields.load(form).then(() => services.get("eventBus").fire("propertiesPanel.providersChanged"));
  return known;
}

export function rightsGroup(context: PanelContext): readonly PanelGroup[] {
  if (!isA(context.element, "bpmn:UserTask")) return [];
  const fields = fieldsOf(context);
  if (fields === undefined) return [];
  const paths = new Set(fields.map((field) => `/${field.value}`));
  const lost = rightsOf(context).filter(({ path }) => !paths.has(path));
  const entries = [
    ...fields.map((field) => entryOf(context, `/${field.value}`, field.label, field.isRequired)),
    ...lost.map(({ path }) => entryOf(context, path, `${path}（${context.say("not in this form")}）`, false)),
  ];
  return entries.length === 0 ? [] : [group("glRights", context.say("Rights on the form's fields"), entries)];
}
