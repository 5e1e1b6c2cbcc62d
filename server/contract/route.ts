/** One route of the API as data, and the query parameters that several share. */
export interface Route {
  readonly id: string;
  readonly method: "get" | "post" | "put" | "delete";
  /** Express 5 path below `/api`. */
  readonly path: string;
  readonly summary: string;
  /** Action of the access table; `public` needs no session, `session` any signed-in person. */
  readonly access: string;
  /** What the path names: decides how the street scope is found. */
  readonly scope: "none" | "street" | "case" | "task" | "attachment" | "submission" | "notice";
  readonly query?: Readonly<Record<string, QueryParameter>>;
  /** Name of the body's schema; `file` is multipart with one picture or PDF, `workbook` with one Excel file. */
  readonly body?: string;
  /** Size limit of a JSON body when it is not 1 MiB. */
  readonly maxBytes?: number;
  readonly response: string | readonly [string];
  readonly status?: 200 | 201 | 204;
  /** Served only in demo mode (decided.md 21). */
  readonly demoOnly?: true;
}

export interface QueryParameter {
  readonly type: "string" | "integer" | "boolean" | "number";
  readonly required?: true;
  readonly enum?: readonly string[];
  readonly maximum?: number;
}

export const text = { type: "string" } as const;
export const page = { cursor: text, limit: { type: "integer", maximum: 200 } } as const;
export const position = { lng: { type: "number", required: true }, lat: { type: "number", required: true } } as const;
