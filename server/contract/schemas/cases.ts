/** Cases and tasks with their commands. */
import { text, short, id, key, instant, uuid, flag, count, list, ref, anyObject, object } from "../schema-parts.ts";

export const casesSchemas = {
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
      /** The grid as it was when the case was opened; one that is gone since is marked so. */
      grid: key,
      gridTitle: ref("Title"),
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
      /** Who reported it: somebody with a post, or a resident at a QR code. */
      channel: { enum: ["staff", "resident"] },
      /** Code of the resident's latest rating. */
      rating: key,
      /** Times that the resident has reopened it. */
      reopens: count,
      cards: object({ yellow: count, red: count }),
      suspended: flag,
      supervised: flag,
      position: ref("Position"),
    },
    ["lead", "leadTitle", "closedAt", "deadline", "channel", "rating", "reopens", "position"],
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
      /** Only of a case that a resident reported. */
      resident: ref("ResidentReporter"),
      /** 督办单: open ones first. */
      supervisions: list(ref("Supervision")),
      /** 批示: units that this person may address, departments first. */
      instructTo: list(object({ unit: key, title: ref("Title") })),
      /** Commands that this person may give now: `supervise`, `suspend`, … */
      actions: list(short),
      revision: count,
    },
    ["place", "position", "report", "owner", "resident", "supervisions", "instructTo"],
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
      /** Unit that a leader's instruction (批示) is addressed to; absent for 督办. */
      unit: key,
      unitTitle: ref("Title"),
    },
    ["dueAt", "reply", "repliedBy", "repliedAt", "unit", "unitTitle"],
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
  /** 批示: a leader's written instruction to a unit; answered like a supervision. */
  Instruct: object({ instruction: { ...text, minLength: 1 }, unit: key, limit: ref("Limit"), revision: count }, [
    "limit",
    "revision",
  ]),
  ReplySupervision: object({ supervisionId: id, reply: { ...text, minLength: 1 } }),
  Extend: object({ elementId: short, by: ref("Limit"), reason: { ...text, minLength: 1 }, revision: count }, [
    "elementId",
    "revision",
  ]),
  CommandDone: object({ case: ref("CaseSummary"), revision: count, message: ref("Title") }),
};
