/** The content cannot be loaded: the shipped folder or what the store holds does not fit together. */
import type { Problem } from "../../engine/model/problem.ts";

export class ContentRefused extends Error {
  override readonly name = "ContentRefused";
  readonly problems: readonly Problem[];
  /** The first of them, as the start says it. */
  readonly problem: Problem;
  constructor(problems: readonly Problem[]) {
    const lines = problems.map(({ code, zh, en, path, elementId }) => {
      const where = [path, elementId].filter((part) => part !== undefined).join(" ");
      return `${code} ${where}: ${zh} ${en}`;
    });
    super(`内容包不能加载。The content cannot be loaded.\n${lines.join("\n")}`);
    this.problems = problems;
    this.problem = problems[0] ?? { code: "CONTENT_REFUSED", zh: "内容包不能加载", en: "The content cannot be loaded" };
  }
}
