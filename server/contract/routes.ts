/**
 * Every route of the API, as data: the router, the request check, the access check, the OpenAPI document and
 * the street-isolation matrix are all made from this table, so none can forget a route.
 */
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
  /** Name of the body's schema; `file` is multipart with one file. */
  readonly body?: string;
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

const text = { type: "string" } as const;
const page = { cursor: text, limit: { type: "integer", maximum: 200 } } as const;
const position = { lng: { type: "number", required: true }, lat: { type: "number", required: true } } as const;

export const routes = [
  // who I am
  { id: "welcome", method: "get", path: "/welcome", summary: "State of the installation", access: "public", scope: "none", response: "Welcome" },
  { id: "session.read", method: "get", path: "/session", summary: "Who I am and what I may do", access: "session", scope: "none", response: "Session" },
  { id: "session.open", method: "post", path: "/session", summary: "Sign in with login and password", access: "public", scope: "none", body: "SignIn", response: "Session", status: 201 },
  { id: "session.close", method: "delete", path: "/session", summary: "Sign out", access: "session", scope: "none", response: "none", status: 204 },
  { id: "setup", method: "post", path: "/setup", summary: "Make the first administrator", access: "public", scope: "none", body: "Setup", response: "Session", status: 201 },
  { id: "demo.people", method: "get", path: "/demo/people", summary: "Roles and places to try", access: "public", scope: "none", response: ["DemoPerson"], demoOnly: true },
  { id: "demo.signIn", method: "post", path: "/demo/session", summary: "Sign in as a demo person", access: "public", scope: "none", body: "DemoSignIn", response: "Session", status: 201, demoOnly: true },
  { id: "demo.clock", method: "post", path: "/demo/clock", summary: "快进时间: move the test clock", access: "session", scope: "none", body: "ClockMove", response: "ClockMoved", demoOnly: true },

  // place and organisation
  { id: "units", method: "get", path: "/units", summary: "Organisation units I can see", access: "unit.read", scope: "street", query: { street: text }, response: ["Unit"] },
  { id: "map", method: "get", path: "/map", summary: "Grids and base map", access: "unit.read", scope: "street", query: { street: text }, response: "MapLayers" },
  { id: "grid.at", method: "get", path: "/grid-at", summary: "The grid that a point lies in", access: "unit.read", scope: "none", query: position, response: "GridAt" },
  { id: "places", method: "get", path: "/places", summary: "Find places by code, name or address", access: "place.read", scope: "street", query: { q: text, street: text, ...page }, response: ["Place"] },
  { id: "place", method: "get", path: "/places/:code", summary: "The place behind a scanned code", access: "place.read", scope: "none", response: "Place" },
  { id: "place.qr", method: "get", path: "/places/:code/qr.svg", summary: "Printable QR code of a place", access: "place.read", scope: "none", response: "svg" },
  { id: "owner", method: "post", path: "/owner", summary: "扫码定责: who will be responsible, and by which rule", access: "submission.create", scope: "none", body: "OwnerQuestion", response: "OwnerAnswer" },
  { id: "matters", method: "get", path: "/matters", summary: "Event catalogue of my street", access: "form.read", scope: "street", query: { street: text }, response: ["Matter"] },
  { id: "home", method: "get", path: "/home", summary: "Home page of the phone", access: "session", scope: "none", response: "Home" },

  // forms and submissions
  { id: "forms", method: "get", path: "/forms", summary: "Forms I may fill", access: "form.read", scope: "street", query: { street: text }, response: ["FormSummary"] },
  { id: "form", method: "get", path: "/forms/:key", summary: "The form in force in my street", access: "form.read", scope: "street", query: { street: text }, response: "Form" },
  { id: "form.version", method: "get", path: "/forms/:key/versions/:version", summary: "One published version", access: "form.read", scope: "street", query: { street: text }, response: "Form" },
  { id: "form.types", method: "get", path: "/forms/:key/types.d.ts", summary: "TypeScript type of a submission", access: "form.read", scope: "street", query: { street: text }, response: "text" },
  { id: "validator", method: "get", path: "/validators/:file", summary: "Compiled validator as an ES module, by hash", access: "public", scope: "none", response: "javascript" },
  { id: "submission.create", method: "post", path: "/submissions", summary: "Send a filled form; may open a case", access: "submission.create", scope: "none", body: "SubmissionRequest", response: "SubmissionAccepted", status: 201 },
  { id: "submissions", method: "get", path: "/submissions", summary: "Submissions of a form", access: "submission.read", scope: "street", query: { form: text, street: text, mine: { type: "boolean" }, ...page }, response: ["Submission"] },
  { id: "submission", method: "get", path: "/submissions/:id", summary: "One submission in its own form version", access: "submission.read", scope: "submission", response: "Submission" },
  { id: "attachment.create", method: "post", path: "/attachments", summary: "Upload a photo (query: id made by the phone)", access: "submission.create", scope: "none", query: { id: { type: "string", required: true } }, body: "file", response: "AttachmentUploaded", status: 201 },
  { id: "attachment", method: "get", path: "/attachments/:id", summary: "Bytes of an attachment", access: "submission.read", scope: "attachment", response: "bytes" },

  // tasks
  { id: "tasks", method: "get", path: "/tasks", summary: "待办, 已办, 我发起, 超时", access: "task.read", scope: "street", query: { view: { type: "string", enum: ["todo", "done", "overdue", "all"] }, street: text, stage: text, matter: text, q: text, ...page }, response: "TaskPage" },
  { id: "task", method: "get", path: "/tasks/:street/:id", summary: "A task with its form and case", access: "task.read", scope: "task", response: "Task" },
  { id: "task.claim", method: "post", path: "/tasks/:street/:id/claim", summary: "Take a task", access: "task.complete", scope: "task", response: "CommandDone" },
  { id: "task.complete", method: "post", path: "/tasks/:street/:id/complete", summary: "Complete a task with its form", access: "task.complete", scope: "task", body: "CompleteTask", response: "CommandDone" },
  { id: "task.sendBack", method: "post", path: "/tasks/:street/:id/send-back", summary: "退回", access: "task.sendBack", scope: "task", body: "SendBack", response: "CommandDone" },
  { id: "task.transfer", method: "post", path: "/tasks/:street/:id/transfer", summary: "转办", access: "task.transfer", scope: "task", body: "Transfer", response: "CommandDone" },

  // cases
  { id: "cases", method: "get", path: "/cases", summary: "Cases I can see, with filters", access: "case.read", scope: "street", query: { street: text, state: text, matter: text, grid: text, level: text, mine: { type: "boolean" }, overdue: { type: "boolean" }, q: text, ...page }, response: "CasePage" },
  { id: "case", method: "get", path: "/cases/:id", summary: "A case: facts, forms, files, timeline, why it waits", access: "case.read", scope: "case", response: "CaseDetail" },
  { id: "case.diagram", method: "get", path: "/cases/:id/diagram", summary: "The flow with the token on it", access: "case.read", scope: "case", response: "CaseDiagram" },
  { id: "case.suspend", method: "post", path: "/cases/:id/suspend", summary: "挂起", access: "case.suspend", scope: "case", body: "Reason", response: "CommandDone" },
  { id: "case.resume", method: "post", path: "/cases/:id/resume", summary: "恢复", access: "case.suspend", scope: "case", body: "Reason", response: "CommandDone" },
  { id: "case.supervise", method: "post", path: "/cases/:id/supervise", summary: "督办", access: "case.supervise", scope: "case", body: "Supervise", response: "CommandDone" },
  { id: "case.replySupervision", method: "post", path: "/cases/:id/reply-supervision", summary: "督办回复", access: "task.complete", scope: "case", body: "ReplySupervision", response: "CommandDone" },
  { id: "case.extend", method: "post", path: "/cases/:id/extend", summary: "延期", access: "case.extend", scope: "case", body: "Extend", response: "CommandDone" },
  { id: "case.cancel", method: "post", path: "/cases/:id/cancel", summary: "作废", access: "case.cancel", scope: "case", body: "Reason", response: "CommandDone" },

  // notices
  { id: "notices", method: "get", path: "/notices", summary: "Notices to me", access: "session", scope: "none", query: page, response: "NoticePage" },
  { id: "notice.read", method: "post", path: "/notices/:street/:id/read", summary: "Mark as read", access: "session", scope: "notice", response: "none", status: 204 },

  // definitions
  { id: "definitions", method: "get", path: "/definitions", summary: "Everything that is deployed", access: "definition.read", scope: "none", query: { kind: text, pack: text }, response: ["DefinitionSummary"] },
  { id: "definition", method: "get", path: "/definitions/:pack/:kind/:key", summary: "One definition with its versions", access: "definition.read", scope: "none", query: { version: { type: "integer" } }, response: "DefinitionDetail" },
  { id: "definition.deploy", method: "post", path: "/definitions", summary: "Check and deploy an uploaded definition", access: "definition.deploy", scope: "none", body: "DeployRequest", response: "DeployResult", status: 201 },
] as const satisfies readonly Route[];

export type RouteId = (typeof routes)[number]["id"];
