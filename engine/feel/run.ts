/** One evaluation: its context, its deterministic budgets (decided.md 18) and the ways it can fail. */
import type { Json } from "../model/json.ts";
import type { Problem } from "../model/problem.ts";
import type { Instant } from "../model/time.ts";

/** Bounds of one evaluation, all counted, none timed: a clock would break replay. */
export interface FeelBudget {
  /** Evaluated syntax nodes and list elements visited. */
  readonly steps: number;
  /** Elements of a list made by the expression. */
  readonly listLength: number;
  /** UTF-16 units of a string made by the expression. */
  readonly stringLength: number;
  /** Nested syntax levels, function bodies included. */
  readonly depth: number;
}

const DEFAULT_BUDGET: FeelBudget = { steps: 300_000, listLength: 20_000, stringLength: 100_000, depth: 800 };

export interface FeelContext {
  /** Value of a variable, `undefined` when there is none of that name. */
  readonly variables: (name: string) => Json | undefined;
  readonly now: Instant;
  readonly timeZone: string;
  readonly budget?: Partial<FeelBudget>;
}

/** Thrown to unwind an evaluation and caught at the door (`index.ts`); never leaves the room. */
export class Fault extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.en);
    this.problem = problem;
  }
}

export class Run {
  readonly context: FeelContext;
  readonly isStrict: boolean;
  readonly budget: FeelBudget;
  private steps: number;
  private depth: number;

  constructor(context: FeelContext, isStrict: boolean) {
    this.context = context;
    this.isStrict = isStrict;
    this.budget = context.budget === undefined ? DEFAULT_BUDGET : { ...DEFAULT_BUDGET, ...context.budget };
    this.steps = this.budget.steps;
    this.depth = this.budget.depth;
  }

  spend(steps: number): void {
    this.steps -= steps;
    if (this.steps < 0) throw exhausted("steps", "计算步数", this.budget.steps);
  }

  checkList(length: number): void {
    if (length > this.budget.listLength) throw exhausted("list length", "列表长度", this.budget.listLength);
  }

  checkText(length: number): void {
    if (length > this.budget.stringLength) throw exhausted("string length", "文本长度", this.budget.stringLength);
    this.spend(length >> 6);
  }

  /** Runs `body` some syntax levels deeper. */
  nested<T>(levels: number, body: () => T): T {
    this.depth -= levels;
    if (this.depth < 0) throw exhausted("depth", "嵌套层数", this.budget.depth);
    try {
      return body();
    } finally {
      this.depth += levels;
    }
  }

  /** A type error or an unknown name: null in FEEL, a Problem in a strict evaluation. */
  fault(code: string, zh: string, en: string): null {
    if (this.isStrict) throw new Fault({ code, zh, en });
    return null;
  }

  /** The same evaluation, budgets included, with other manners: lenient inside `is defined(…)`, strict in an output. */
  as<T>(isStrict: boolean, body: (run: Run) => T): T {
    if (isStrict === this.isStrict) return body(this);
    const run = new Run(this.context, isStrict);
    run.steps = this.steps;
    run.depth = this.depth;
    try {
      return body(run);
    } finally {
      this.steps = run.steps;
    }
  }
}

function exhausted(en: string, zh: string, limit: number): Fault {
  return new Fault({
    code: "FEEL_BUDGET",
    zh: `表达式超出${zh}上限（${limit}），已停止计算`,
    en: `The expression exceeds its ${en} budget (${limit}) and was stopped`,
  });
}
