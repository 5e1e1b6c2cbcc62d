/** A decision table for tests: `n` above 1 is grade 2, else 1. */
import type { Decision } from "../../../engine/index.ts";

export const GRADE: Decision = {
  key: "grade",
  title: { "zh-CN": "grade" },
  hitPolicy: "UNIQUE",
  inputs: [{ id: "i", label: "", expression: "n" }],
  outputs: [{ id: "o", name: "grade", label: "" }],
  rules: [
    // oxlint-disable-next-line unicorn/no-thenable -- the model's word for the right side of a rule
    { id: "r1", note: "", when: ["> 1"], then: ["2"] },
    // oxlint-disable-next-line unicorn/no-thenable -- as above
    { id: "r2", note: "", when: ["<= 1"], then: ["1"] },
  ],
};
