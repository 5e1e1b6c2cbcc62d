/** What a form lacks before it can be published, in words for whoever makes it. The server has the last word. */
import type { Problem } from "../../../engine/model/problem.ts";
import { kindOf } from "./field-kinds.ts";
import {
  codesPath,
  englishOf,
  fieldOf,
  fieldsOf,
  optionsOf,
  sectionsOf,
  type Field,
  type FormContent,
} from "./fields.ts";
import { lacksPlace } from "./raises.ts";
import { rulesOf, valuesOf } from "./rules.ts";
import { getIn, own, textOf, wordOf } from "./json-path.ts";

/** Beyond this a phone needs sections to stay legible, and far beyond it a second form. */
const manyFields = 30;

type Severity = "error" | "warning";

function found(severity: Severity, code: string, item: string | undefined, zh: string, en: string): Problem {
  return {
    code,
    severity,
    zh,
    en,
    ...(item === undefined ? {} : { elementId: item, path: `/schema/properties/${item}` }),
  };
}

const nameOf = (field: Field): string => textOf(field.schema["title"]) || field.id;

export function checkForm(content: FormContent): readonly Problem[] {
  const fields = fieldsOf(content);
  return [
    ...checkTitle(content),
    ...(fields.length === 0
      ? [found("error", "FORM_EMPTY", undefined, "表单还没有字段", "The form has no field yet")]
      : []),
    ...fields.flatMap((field) => checkField(content, field)),
    ...checkRules(content),
    ...checkSameNames(fields),
    ...checkSize(content, fields),
  ];
}

function checkTitle(content: FormContent): readonly Problem[] {
  const title = own(content, "title");
  if (textOf(own(title, "zh-CN")).trim() === "")
    return [found("error", "FORM_TITLE_EMPTY", undefined, "表单没有名称", "The form has no name")];
  if (textOf(own(title, "en")).trim() !== "") return [];
  return [
    found("error", "FORM_ENGLISH_MISSING", undefined, "表单名称没有英文", "The form's name is missing in English"),
  ];
}

function checkField(content: FormContent, field: Field): readonly Problem[] {
  return [
    ...checkLabel(content, field),
    ...checkOptions(content, field),
    ...checkPurpose(field),
    ...checkLimits(field),
    ...checkShown(field),
    ...checkRaises(content, field),
  ];
}

function checkLabel(content: FormContent, field: Field): readonly Problem[] {
  const { id } = field;
  if (textOf(field.schema["title"]).trim() === "")
    return [found("error", "FIELD_LABEL_EMPTY", id, `字段“${id}”没有名称`, `The field "${id}" has no label`)];
  if (textOf(englishOf(content, id)["title"]).trim() !== "") return [];
  const name = nameOf(field);
  return [found("error", "FIELD_ENGLISH_MISSING", id, `“${name}”没有英文名称`, `“${name}” has no English label`)];
}

function checkOptions(content: FormContent, field: Field): readonly Problem[] {
  if (codesPath(field) === undefined) return [];
  const { id } = field;
  const name = nameOf(field);
  const options = optionsOf(content, field);
  if (options.length === 0)
    return [found("error", "OPTIONS_MISSING", id, `“${name}”没有选项`, `“${name}” has no options`)];
  const codes = options.map(({ code }) => wordOf(code));
  const words = options.map(({ zh }) => zh.trim());
  const twice = codes.find((code, at) => codes.indexOf(code) !== at);
  const same = words.find((word, at) => word !== "" && words.indexOf(word) !== at);
  return [
    ...(words.includes("")
      ? [found("error", "OPTION_LABEL_EMPTY", id, `“${name}”有选项没有名称`, `An option of “${name}” has no label`)]
      : []),
    ...(codes.includes("")
      ? [found("error", "OPTION_CODE_EMPTY", id, `“${name}”有选项没有编码`, `An option of “${name}” has no code`)]
      : []),
    ...(twice === undefined
      ? []
      : [
          found(
            "error",
            "OPTION_CODE_TWICE",
            id,
            `“${name}”的选项编码“${twice}”重复`,
            `“${name}” has the code "${twice}" twice`,
          ),
        ]),
    ...(same === undefined
      ? []
      : [
          found(
            "warning",
            "OPTION_LABEL_TWICE",
            id,
            `“${name}”有两个选项都叫“${same}”`,
            `Two options of “${name}” are called “${same}”`,
          ),
        ]),
    ...(options.some(({ en }) => en.trim() === "")
      ? [
          found(
            "warning",
            "OPTION_ENGLISH_MISSING",
            id,
            `“${name}”有选项没有英文`,
            `An option of “${name}” has no English label`,
          ),
        ]
      : []),
  ];
}

/** Whoever collects what is sensitive says what for (PIPL art. 28). */
function checkPurpose(field: Field): readonly Problem[] {
  const sensitivity = field.schema["x-sensitivity"];
  if (sensitivity === undefined || textOf(field.schema["x-purpose"]).trim() !== "") return [];
  const name = nameOf(field);
  return sensitivity === "sensitive"
    ? [
        found(
          "error",
          "PURPOSE_MISSING",
          field.id,
          `“${name}”是敏感信息，须写明用途`,
          `“${name}” is sensitive: say what it is for`,
        ),
      ]
    : [
        found(
          "warning",
          "PURPOSE_MISSING",
          field.id,
          `“${name}”是个人信息，应写明用途`,
          `“${name}” is personal: say what it is for`,
        ),
      ];
}

const ranges = [
  ["minimum", "maximum"],
  ["minLength", "maxLength"],
  ["minItems", "maxItems"],
] as const;

function checkLimits(field: Field): readonly Problem[] {
  const name = nameOf(field);
  return ranges.flatMap(([low, high]) => {
    const [least, most] = [field.schema[low], field.schema[high]];
    if (typeof least !== "number" || typeof most !== "number" || least <= most) return [];
    return [
      found(
        "error",
        "RANGE_EMPTY",
        field.id,
        `“${name}”的下限 ${least} 大于上限 ${most}`,
        `“${name}”: the least, ${least}, is above the most, ${most}`,
      ),
    ];
  });
}

function checkShown(field: Field): readonly Problem[] {
  if (kindOf(field) !== "other") return [];
  const name = nameOf(field);
  return [
    found(
      "warning",
      "FIELD_FROM_FILE",
      field.id,
      `“${name}”的结构只能在文件里修改，这里可改名称和顺序`,
      `The structure of “${name}” can be changed in its file only; label and order can be changed here`,
    ),
  ];
}

/** An answer that a condition asks for and that nobody can give any more. */
function checkRules(content: FormContent): readonly Problem[] {
  return rulesOf(content).flatMap(({ condition }) => {
    const field = condition === undefined ? undefined : fieldOf(content, condition.field);
    const able = field === undefined ? undefined : valuesOf(content, field);
    const gone = able === undefined ? undefined : condition?.values.find((value) => !able.includes(value));
    if (field === undefined || gone === undefined) return [];
    const [name, word] = [nameOf(field), wordOf(gone)];
    return [
      found(
        "error",
        "RULE_ANSWER_GONE",
        field.id,
        `有条件看“${name}”是不是“${word}”，但已没有这个选项`,
        `A condition asks whether “${name}” is "${word}", which is no option any more`,
      ),
    ];
  });
}

function checkRaises(content: FormContent, field: Field): readonly Problem[] {
  if (!lacksPlace(content, field)) return [];
  const name = nameOf(field);
  return [
    found(
      "error",
      "RAISES_WITHOUT_PLACE",
      field.id,
      `“${name}”发现问题要立案，但表单没有“位置”或“地点”字段`,
      `Problems of “${name}” open cases, but the form has no position or place`,
    ),
  ];
}

function checkSameNames(fields: readonly Field[]): readonly Problem[] {
  const names = fields.map((field) => textOf(field.schema["title"]).trim());
  return fields.flatMap((field, at) => {
    const name = names[at] ?? "";
    if (name === "" || names.indexOf(name) === at) return [];
    return [
      found("warning", "FIELD_LABEL_TWICE", field.id, `有两个字段都叫“${name}”`, `Two fields are called “${name}”`),
    ];
  });
}

function checkSize(content: FormContent, fields: readonly Field[]): readonly Problem[] {
  if (fields.length <= manyFields || sectionsOf(content).length > 0) return [];
  return [
    found(
      "warning",
      "FORM_TOO_LONG",
      undefined,
      `手机上要填 ${fields.length} 个字段，建议分组或拆成两张表`,
      `${fields.length} fields are a lot for a phone: use sections or a second form`,
    ),
  ];
}

/** The field that a problem of the server is about, by its path or its element. */
export function fieldOfProblem(problem: Problem, content: FormContent): string | undefined {
  const ids = new Set(fieldsOf(content).map((field) => field.id));
  if (problem.elementId !== undefined && ids.has(problem.elementId)) return problem.elementId;
  const steps = (problem.path ?? "").split("/");
  const at = steps.lastIndexOf("properties");
  const named = steps[at + 1] ?? "";
  if (at >= 0 && ids.has(named)) return named;
  return steps.find((step) => ids.has(step) && getIn(content, ["schema", "properties", step]) !== undefined);
}
