/** The pieces that the contract's schemas are made of. */
export const text = { type: "string", maxLength: 4000 } as const;
export const short = { type: "string", maxLength: 200 } as const;
export const id = { type: "string", minLength: 1, maxLength: 64 } as const;
export const key = { type: "string", pattern: "^[a-z][A-Za-z0-9]*(__[a-z][A-Za-z0-9]*)?$", maxLength: 64 } as const;
export const instant = { type: "string", format: "date-time", maxLength: 40 } as const;
/** A day in the pack's time zone. */
export const day = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$", maxLength: 10 } as const;
export const uuid = { type: "string", format: "uuid", maxLength: 36 } as const;
export const lng = { type: "number", minimum: -180, maximum: 180 } as const;
export const lat = { type: "number", minimum: -90, maximum: 90 } as const;
export const flag = { type: "boolean" } as const;
/** As many as an integer column of both databases holds. */
export const count = { type: "integer", minimum: 0, maximum: 2_147_483_647 } as const;
/** A moment in epoch milliseconds, where it serves as a revision; a BIGINT in both databases. */
export const moment = { type: "integer", minimum: 0, maximum: Number.MAX_SAFE_INTEGER } as const;
export const list = <T>(items: T) => ({ type: "array", items }) as const;
export const ref = (name: string) => ({ $ref: `#/$defs/${name}` });
export const anyObject = { type: "object", additionalProperties: true } as const;

/** An object whose properties are all required except those named in `optional`. */
export function object(properties: Record<string, unknown>, optional: readonly string[] = []) {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: "object", additionalProperties: false, properties, required } as const;
}
