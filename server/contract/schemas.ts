/**
 * The wire contract as JSON Schema (2020-12): the one source of the OpenAPI document, of the request check
 * and, by `npm run types`, of `types.ts`, which server and designer share.
 */
const text = { type: "string", maxLength: 4000 } as const;
const short = { type: "string", maxLength: 200 } as const;
const id = { type: "string", minLength: 1, maxLength: 64 } as const;
const key = { type: "string", pattern: "^[a-z][A-Za-z0-9]*(__[a-z][A-Za-z0-9]*)?$", maxLength: 64 } as const;
const instant = { type: "string", format: "date-time", maxLength: 40 } as const;
const uuid = { type: "string", format: "uuid", maxLength: 36 } as const;
const lng = { type: "number", minimum: -180, maximum: 180 } as const;
const lat = { type: "number", minimum: -90, maximum: 90 } as const;
const flag = { type: "boolean" } as const;
const count = { type: "integer", minimum: 0 } as const;
const list = <T>(items: T) => ({ type: "array", items }) as const;
const ref = (name: string) => ({ $ref: `#/$defs/${name}` });
const anyObject = { type: "object", additionalProperties: true } as const;

/** An object whose properties are all required except those named in `optional`. */
function object(properties: Record<string, unknown>, optional: readonly string[] = []) {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: "object", additionalProperties: false, properties, required } as const;
}

export const schemas: Readonly<Record<string, object>> = {
  Title: object({ "zh-CN": text, en: text }, ["en"]),
  Problem: object(
    {
      code: short,
      zh: text,
      en: text,
      path: short,
      elementId: short,
      severity: { enum: ["error", "warning"] },
    },
    ["path", "elementId", "severity"],
  ),
  /** Body of every answer that is not 2xx; `problems` lists each field or element when there are several. */
  Failure: object({ error: ref("FailureBody") }),
  FailureBody: object(
    {
      code: short,
      zh: text,
      en: text,
      path: short,
      elementId: short,
      requestId: id,
      problems: list(ref("Problem")),
      details: anyObject,
    },
    ["path", "elementId", "problems", "details"],
  ),
  Limit: object({
    value: { type: "number", minimum: 0 },
    clock: { enum: ["urgentHour", "workHour", "workDay", "naturalDay"] },
  }),
  Position: object(
    { lng, lat, accuracy: { type: "number", minimum: 0 }, source: { enum: ["gps", "pin", "place"] }, at: instant },
    ["accuracy", "at"],
  ),

  // ── who I am ─────────────────────────────────────────────────────────────────────────────────
  Grant: object({ unit: key, unitTitle: ref("Title"), role: key, roleTitle: ref("Title"), street: key }),
  Person: object({ id, name: short }),
  Session: object({
    person: ref("Person"),
    grants: list(ref("Grant")),
    /** Actions of the access table that this person may do somewhere: `case.supervise`. */
    permissions: list(short),
    /** Street whose matters are shown by default. */
    street: key,
    csrfToken: short,
    demo: flag,
    now: instant,
  }),
  SignIn: object({ login: { ...short, minLength: 1 }, password: { ...short, minLength: 1 } }),
  /** State of the installation before anybody has signed in. */
  Welcome: object({ demo: flag, needsSetup: flag, secure: flag, city: ref("Title"), now: instant }),
  DemoPerson: object({
    id,
    name: short,
    unit: key,
    unitTitle: ref("Title"),
    role: key,
    roleTitle: ref("Title"),
    street: key,
    streetTitle: ref("Title"),
    openTasks: count,
  }),
  DemoSignIn: object({ personId: id }),
  Setup: object({
    name: { ...short, minLength: 1 },
    login: { ...short, minLength: 3 },
    password: { ...short, minLength: 1 },
    setupCode: { ...short, minLength: 1 },
  }),
  /** Moves the test clock (demo mode): by minutes, or to the next timer that is due. */
  ClockMove: {
    oneOf: [
      object({ minutes: { type: "integer", minimum: 1, maximum: 525600 } }),
      object({ to: { const: "nextTimer" } }),
    ],
  },
  ClockMoved: object({ now: instant, firedTimers: count }),

  // ── place and organisation ───────────────────────────────────────────────────────────────────
  Unit: object(
    {
      code: key,
      kind: { enum: ["city", "district", "street", "community", "grid", "department"] },
      parent: key,
      title: ref("Title"),
    },
    ["parent"],
  ),
  Place: object({
    code: id,
    kind: short,
    name: short,
    address: text,
    lng,
    lat,
    grid: key,
    gridTitle: ref("Title"),
    community: key,
    street: key,
    streetTitle: ref("Title"),
  }),
  GridAt: object(
    {
      grid: key,
      gridTitle: ref("Title"),
      community: key,
      street: key,
      streetTitle: ref("Title"),
      nearestPlace: ref("Place"),
    },
    ["nearestPlace"],
  ),
  /** Polygons of my grids and the synthetic base map, as GeoJSON. */
  MapLayers: object({ grids: anyObject, basemap: anyObject }),
  /** 扫码定责: asked before sending. */
  OwnerQuestion: object({ matter: key, placeCode: id, position: ref("Position") }, ["placeCode", "position"]),
  OwnerAnswer: object(
    {
      place: ref("Place"),
      grid: key,
      gridTitle: ref("Title"),
      /** Absent when no rule names an owner: an owner-decision task will be made. */
      lead: key,
      leadTitle: ref("Title"),
      role: key,
      roleTitle: ref("Title"),
      people: list(ref("Person")),
      assist: list(ref("Title")),
      limit: ref("Limit"),
      dueAt: instant,
      rule: text,
      ruleId: short,
    },
    ["place", "lead", "leadTitle", "role", "roleTitle", "limit", "dueAt", "ruleId"],
  ),
  Matter: object({
    key,
    code: short,
    title: ref("Title"),
    largeClass: key,
    largeClassTitle: ref("Title"),
    severity: short,
    limit: ref("Limit"),
    reportForm: key,
    process: key,
    evidence: anyObject,
    recent: flag,
  }),
  /** Codes of one list (`caseState`, `stage`, `level`, `severity` …) in both languages, in their order. */
  Vocabulary: object({ key, title: ref("Title"), codes: list(object({ code: short, title: ref("Title") })) }),
  ModuleTile: object({ key, title: ref("Title"), icon: short, form: key, opens: short, badge: count, enabled: flag }, [
    "form",
    "opens",
    "badge",
  ]),
  Home: object(
    {
      grid: ref("Title"),
      counts: object({ todo: count, done: count, mine: count, overdue: count, unreadNotices: count }),
      tiles: list(ref("ModuleTile")),
      today: list(object({ key, title: ref("Title"), done: count, goal: count, form: key })),
    },
    ["grid"],
  ),

  // ── forms and submissions ────────────────────────────────────────────────────────────────────
  FormSummary: object({ key, version: count, title: ref("Title"), hash: short }),
  /** A published form as resolved for one street, immutable; `validatorUrl` is an ES module (decided.md 7). */
  Form: object({
    key,
    version: count,
    title: ref("Title"),
    hash: short,
    street: key,
    schema: anyObject,
    uiSchema: anyObject,
    messages: anyObject,
    validatorUrl: short,
  }),
  AttachmentUploaded: object({ id: uuid, sha256: short, name: short, type: short, size: count, street: key }),
  Attachment: object(
    { id: uuid, name: short, type: short, size: count, at: instant, position: ref("Position"), by: short, item: short },
    ["position", "item"],
  ),
  /** `id` is made by the phone (UUIDv7) and is the idempotency key: sent again it gives the same answer. */
  SubmissionRequest: object(
    {
      id: uuid,
      form: key,
      formVersion: count,
      data: anyObject,
      position: ref("Position"),
      placeCode: id,
      deviceTime: instant,
    },
    ["position", "placeCode", "deviceTime"],
  ),
  SubmissionAccepted: object(
    {
      id: uuid,
      form: key,
      formVersion: count,
      acceptedAt: instant,
      case: ref("CaseSummary"),
      /** Cases raised by the problem items of a checklist. */
      raised: list(ref("CaseSummary")),
      /** True when this id had been accepted before. */
      repeated: flag,
    },
    ["case"],
  ),
  Submission: object(
    {
      id: uuid,
      form: key,
      formVersion: count,
      formTitle: ref("Title"),
      data: anyObject,
      by: ref("Person"),
      at: instant,
      taskName: short,
      attachments: list(ref("Attachment")),
    },
    ["taskName"],
  ),

  // ── cases and tasks ──────────────────────────────────────────────────────────────────────────
  Deadline: object(
    {
      dueAt: instant,
      limit: ref("Limit"),
      light: { enum: ["green", "yellow", "red", "grey"] },
      /** Used share of the budget in per cent. */
      percent: { type: "number" },
      /** "还剩 2 工作时 · 今天 17:30" in both languages. */
      words: ref("Title"),
    },
    ["limit", "percent"],
  ),
  CaseSummary: object(
    {
      id: uuid,
      number: short,
      street: key,
      streetTitle: ref("Title"),
      matter: key,
      title: short,
      address: text,
      state: key,
      stateTitle: ref("Title"),
      level: key,
      levelTitle: ref("Title"),
      severity: short,
      lead: key,
      leadTitle: ref("Title"),
      openedAt: instant,
      closedAt: instant,
      deadline: ref("Deadline"),
      returns: count,
      reworks: count,
      cards: object({ yellow: count, red: count }),
      suspended: flag,
      supervised: flag,
      position: ref("Position"),
    },
    ["lead", "leadTitle", "closedAt", "deadline", "position"],
  ),
  TaskSummary: object(
    {
      id,
      street: key,
      name: short,
      stage: short,
      case: ref("CaseSummary"),
      assignee: ref("Person"),
      candidates: list(short),
      createdAt: instant,
      deadline: ref("Deadline"),
      priority: count,
      completedAt: instant,
      overdue: flag,
    },
    ["stage", "assignee", "deadline", "completedAt"],
  ),
  Task: object(
    {
      task: ref("TaskSummary"),
      case: ref("CaseDetail"),
      form: ref("Form"),
      inputs: anyObject,
      fieldRights: list(object({ path: short, right: { enum: ["editable", "readOnly", "hidden"] } })),
      /** What this person may do with it now. */
      actions: list(short),
      /** 转办: whom this person may choose; groups are `<unit>/<role>`. */
      transferTo: list(object({ group: short, title: ref("Title"), people: list(ref("Person")) })),
      /** 退回: the human steps of this path that it may go back to, nearest first. */
      sendBackTo: list(object({ elementId: short, name: short })),
      revision: count,
    },
    ["form", "transferTo", "sendBackTo"],
  ),
  TaskPage: object({ items: list(ref("TaskSummary")), total: count, next: short }, ["next"]),
  CasePage: object({ items: list(ref("CaseSummary")), total: count, next: short }, ["next"]),
  /** One line of the case's story, from the engine's events. */
  TimelineEntry: object(
    {
      at: instant,
      kind: short,
      title: ref("Title"),
      by: ref("Person"),
      note: text,
      submissionId: uuid,
      elementId: short,
    },
    ["by", "note", "submissionId", "elementId"],
  ),
  WaitReason: object({ elementId: short, kind: short, zh: text, en: text, since: instant, until: instant }, ["until"]),
  CaseDetail: object(
    {
      summary: ref("CaseSummary"),
      place: ref("Place"),
      position: ref("Position"),
      description: text,
      reporter: ref("Person"),
      report: ref("Submission"),
      submissions: list(ref("Submission")),
      attachments: list(ref("Attachment")),
      openTasks: list(ref("TaskSummary")),
      timeline: list(ref("TimelineEntry")),
      waits: list(ref("WaitReason")),
      owner: anyObject,
      /** 督办单: open ones first. */
      supervisions: list(ref("Supervision")),
      /** Commands that this person may give now: `supervise`, `suspend`, … */
      actions: list(short),
      revision: count,
    },
    ["place", "position", "report", "owner", "supervisions"],
  ),
  Supervision: object(
    {
      id,
      requirement: text,
      by: ref("Person"),
      at: instant,
      dueAt: instant,
      reply: text,
      repliedBy: ref("Person"),
      repliedAt: instant,
    },
    ["dueAt", "reply", "repliedBy", "repliedAt"],
  ),
  /** The diagram with what has happened on it. */
  CaseDiagram: object({
    processKey: key,
    xml: { type: "string" },
    tokens: list(object({ elementId: short, count })),
    done: list(short),
    flows: list(short),
    waits: list(ref("WaitReason")),
    /** Diagrams of the processes that run below a call activity now. */
    called: list(
      object({
        processKey: key,
        xml: { type: "string" },
        tokens: list(object({ elementId: short, count })),
        done: list(short),
        flows: list(short),
      }),
    ),
  }),
  CompleteTask: object({ submissionId: uuid, data: anyObject, revision: count, deviceTime: instant }, [
    "revision",
    "deviceTime",
  ]),
  Reason: object({ reason: { ...text, minLength: 1 }, revision: count }, ["revision"]),
  SendBack: object({ reason: { ...text, minLength: 1 }, toElementId: short, revision: count }, [
    "toElementId",
    "revision",
  ]),
  Transfer: object({ reason: { ...text, minLength: 1 }, personId: id, group: short, revision: count }, [
    "personId",
    "group",
    "revision",
  ]),
  Supervise: object({ requirement: { ...text, minLength: 1 }, limit: ref("Limit"), revision: count }, [
    "limit",
    "revision",
  ]),
  ReplySupervision: object({ supervisionId: id, reply: { ...text, minLength: 1 } }),
  Extend: object({ elementId: short, by: ref("Limit"), reason: { ...text, minLength: 1 }, revision: count }, [
    "elementId",
    "revision",
  ]),
  CommandDone: object({ case: ref("CaseSummary"), revision: count, message: ref("Title") }),

  // ── notices ──────────────────────────────────────────────────────────────────────────────────
  Notice: object(
    { id: uuid, street: key, at: instant, title: ref("Title"), body: ref("Title"), caseId: uuid, read: flag },
    ["caseId", "street"],
  ),
  NoticePage: object({ items: list(ref("Notice")), unread: count }),

  // ── definitions ──────────────────────────────────────────────────────────────────────────────
  DefinitionSummary: object({
    kind: short,
    key,
    pack: key,
    packTitle: ref("Title"),
    title: ref("Title"),
    version: count,
    publishedAt: instant,
    openInstances: count,
  }),
  DefinitionVersion: object({ version: count, publishedAt: instant, by: short, hash: short, note: text }),
  DefinitionDetail: object(
    {
      summary: ref("DefinitionSummary"),
      versions: list(ref("DefinitionVersion")),
      /** File text: BPMN or DMN XML, or JSON. */
      content: { type: "string" },
      resolved: anyObject,
      problems: list(ref("Problem")),
    },
    ["resolved"],
  ),
  DeployRequest: object(
    {
      kind: { enum: ["form", "process", "decision", "ladder", "calendar", "vocabulary", "matter"] },
      pack: key,
      content: { type: "string", maxLength: 2_097_152 },
      checkOnly: flag,
      note: text,
    },
    ["checkOnly", "note"],
  ),
  DeployResult: object({ deployed: flag, key, version: count, problems: list(ref("Problem")) }, ["key", "version"]),
};
