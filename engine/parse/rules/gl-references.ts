/** What `gl:excludeActorOf` and `gl:extend` name exists in the process and is of the right kind. */
import { extensionOf, isA, textOf, wordsOf } from "../element.ts";
import type { Element } from "../element.ts";
import { problemAt } from "../problems.ts";
import type { ProcessModel } from "../process-model.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const glReferences: Rule = (element, model) => [...excluded(element, model), ...extended(element, model)];

function excluded(element: Element, model: ProcessModel): ReturnType<Rule> {
  const ids = wordsOf(textOf(element, "excludeActorOf"));
  if (ids.length > 0 && !isA(element, "bpmn:UserTask")) {
    return [
      problemAt(
        element,
        "GL_MISPLACED",
        "不是用户任务，不能用 gl:excludeActorOf",
        "is no user task and cannot have gl:excludeActorOf",
      ),
    ];
  }
  return ids
    .filter((id) => !ACTORS.some((type) => isA(model.nodeById(id), type)))
    .map((id) =>
      problemAt(
        element,
        "GL_REFERENCE",
        `的 gl:excludeActorOf 引用的“${id}”不是本流程中有人办理的环节`,
        `excludes the actor of "${id}", which is no step of this process that people do`,
      ),
    );
}

/** Who did a task, who started the process, whoever acted inside a sub-process or called process. */
const ACTORS = ["bpmn:UserTask", "bpmn:StartEvent", "bpmn:SubProcess", "bpmn:CallActivity"];

function extended(element: Element, model: ProcessModel): ReturnType<Rule> {
  const extend = extensionOf(element, "gl:Extend");
  if (extend === undefined) return FINE;
  const id = textOf(extend, "activity") ?? "";
  if (extensionOf(model.nodeById(id), "gl:Clock") === undefined) {
    return [
      problemAt(
        element,
        "GL_REFERENCE",
        `的 gl:extend 引用的“${id}”没有时限（gl:clock）`,
        `extends "${id}", which has no gl:clock here`,
      ),
    ];
  }
  return (textOf(extend, "by") ?? "").replace(/^=/, "").trim() === ""
    ? [
        problemAt(
          element,
          "GL_EXTEND_EMPTY",
          "的 gl:extend 没有延长多少（by）",
          "has a gl:extend without an amount (by)",
        ),
      ]
    : FINE;
}
