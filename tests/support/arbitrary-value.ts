/** Values that fit a schema of the contract, hostile ones among them: names of prototypes, NUL, quotes, far dates. */
import fc from "fast-check";
import { schemas } from "../../server/contract/schemas.ts";

export interface ContractSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly oneOf?: readonly ContractSchema[];
  readonly anyOf?: readonly ContractSchema[];
  readonly items?: ContractSchema;
  readonly properties?: Readonly<Record<string, ContractSchema>>;
  readonly required?: readonly string[];
}

const hostile = ["__proto__", "constructor", "' OR 1=1 --", "\u0000", "😀", "<script>", "../..", "%00", "9".repeat(60)];
const known = [
  "nanyuan",
  "xingfuGrid1",
  "eventReport",
  "sewerBlocked",
  "yunjin",
  "process",
  "form",
  "eventLoop",
  "2026-10",
];
const dates = ["2026-11-23T00:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"];

export const arbitraryText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...hostile, ...known),
  fc.string({ unit: "binary", maxLength: 20 }),
);

function arbitraryString(format: string | undefined): fc.Arbitrary<string> {
  if (format === "uuid") return fc.uuid();
  if (format === "date-time") return fc.constantFrom(...dates);
  if (format === "date") return fc.constantFrom("2026-02-28", "0001-01-01");
  return arbitraryText;
}

function arbitraryObject({ properties, required = [] }: ContractSchema): fc.Arbitrary<unknown> {
  if (properties === undefined) return fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 4 });
  const values = Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, arbitraryValue(each)]));
  return fc.record(values, { requiredKeys: [...required] });
}

export function arbitraryValue(schema: ContractSchema): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined) return arbitraryValue(schemaNamed(schema.$ref.split("/").at(-1) ?? ""));
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices !== undefined) return fc.oneof(...choices.map(arbitraryValue));
  const type = typeof schema.type === "string" ? schema.type : schema.type?.[0];
  switch (type) {
    case "string":
      return arbitraryString(schema.format);
    case "integer":
      return fc.oneof(fc.integer(), fc.constantFrom(0, 1, -1, 2 ** 53));
    case "number":
      return fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(0, 116.9, 33.2));
    case "boolean":
      return fc.boolean();
    case "array":
      return fc.array(arbitraryValue(schema.items ?? {}), { maxLength: 4 });
    case "object":
      return arbitraryObject(schema);
    default:
      return fc.jsonValue();
  }
}

export const schemaNamed = (name: string): ContractSchema => schemas[name] ?? {};
