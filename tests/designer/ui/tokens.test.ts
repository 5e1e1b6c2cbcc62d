import assert from "node:assert/strict";
import { antdTheme } from "../../../designer/ui/theme.ts";
import { darkTokens, tokens, type Tokens } from "../../../designer/ui/tokens.ts";

/** Relative luminance, WCAG 2.1. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((left, right) => left - right);
  return (light + 0.05) / (dark + 0.05);
}

const text = ["text", "textSecondary", "primary", "overdue", "dueSoon", "onTime", "suspended", "information"] as const;
const washes = [
  ["primary", "primarySoft"],
  ["onTime", "onTimeSoft"],
  ["dueSoon", "dueSoonSoft"],
  ["overdue", "overdueSoft"],
  ["suspended", "suspendedSoft"],
  ["information", "informationSoft"],
  ["dueSoon", "primarySoft"],
  ["textSecondary", "primarySoft"],
  ["textSecondary", "overdueSoft"],
  ["textSecondary", "dueSoonSoft"],
  ["textSecondary", "informationSoft"],
  ["onPrimary", "primary"],
  ["onPrimary", "primaryHover"],
  ["onPrimary", "primaryActive"],
] as const;

for (const [name, look] of [
  ["light", tokens],
  ["dark", darkTokens],
] as const satisfies readonly (readonly [string, Tokens])[])
  describe(`the ${name} look`, () => {
    const pairs = [...text.flatMap((one) => [[one, "surface"] as const, [one, "background"] as const]), ...washes];
    it("keeps every text readable: 4.5 to 1", () => {
      const weak = pairs
        .filter(([on, under]) => contrast(look[on], look[under]) < 4.5)
        .map((pair) => pair.join(" on "));
      assert.deepEqual(weak, []);
    });

    it("shows where to write: edges of inputs 3 to 1", () => {
      assert.ok(contrast(look.borderInput, look.surface) >= 3);
      assert.ok(contrast(look.borderInput, look.background) >= 3);
    });

    it("is the same for antd", () => {
      const { token } = antdTheme(name === "dark");
      assert.equal(token.colorPrimary, look.primary);
      assert.equal(token.colorTextLightSolid, look.onPrimary);
    });
  });
