/**
 * The case's story from the engine's events, in the words of the trade. Officials read it as the record of who did
 * what and why; the token's own steps are left out, they are on the diagram.
 */
import type { OutcomeLine } from "../../engine/forms/index.ts";
import type { EventOf, EventType } from "../../engine/model/event.ts";
import type { Signer } from "../../engine/model/office.ts";
import type { TimelineEntry, Title } from "../contract/types.ts";

/** An event as it is kept: `actor` and `body` parsed. */
export interface StoredEvent {
  readonly at: number;
  /** Person's id when a person sent the command. */
  readonly by: string | undefined;
  readonly elementId: string | undefined;
  readonly body: EventOf<EventType>;
}

export interface TimelineWords {
  /** Name of a flow node of any process of the bundle. */
  element(id: string): string;
  caseState(code: string): Title;
  rung(action: string): Title;
  rating(code: string): Title;
  group(group: string): Title;
  unit(code: string): Title;
  person(id: string): { readonly id: string; readonly name: string };
  /** Id of the form that completed a task, or that opened the case (no task). */
  submission(taskId: string | undefined): string | undefined;
  /** What the form that completed a task decided, and why. */
  outcome(taskId: string): OutcomeLine;
}

type Line = {
  readonly kind: string;
  readonly title: Title;
  readonly note?: string;
  readonly submissionId?: string;
};
type Teller<T extends EventType> = (body: EventOf<T>, event: StoredEvent, words: TimelineWords) => Line | undefined;

const line = (kind: string, zh: string, en: string, note?: string): Line => ({
  kind,
  title: { "zh-CN": zh, en },
  ...(note === undefined || note === "" ? {} : { note }),
});

const withForm = (told: Line, submissionId: string | undefined): Line =>
  submissionId === undefined ? told : { ...told, submissionId };

const closed: Teller<"taskClosed"> = (body, _event, words) => {
  // What an added signer has said is told by his opinion.
  if (body.outcome !== "completed" || body.signingOf !== undefined) return undefined;
  const name = words.element(body.elementId);
  const { decided, note } = words.outcome(body.taskId);
  // "签收：退回" is no completion in anybody's words; "签收：签收" says nothing more than its name.
  const told =
    decided === undefined || decided["zh-CN"] === name
      ? line("taskCompleted", `完成：${name}`, `Done: ${name}`, note)
      : line("taskCompleted", `${name}：${decided["zh-CN"]}`, `${name}: ${decided.en ?? decided["zh-CN"]}`, note);
  return withForm(told, words.submission(body.taskId));
};

const changed: Teller<"taskChanged"> = (body, _event, words) => {
  const name = words.element(body.task.elementId);
  if (body.change === "claimed") return line("taskClaimed", `领取：${name}`, `Taken: ${name}`);
  if (body.change === "released") return line("taskReleased", `放回：${name}`, `Put back: ${name}`);
  const told = changedHands[body.change];
  if (told === undefined) return undefined;
  const to = receiverOf(body.task, words);
  return line(told.kind, `${told.zh}：${name} → ${to}`, `${told.en}: ${name} → ${to}`, body.reason);
};

/** Changes of a task that give it to somebody else. */
const changedHands: Readonly<
  Partial<Record<EventOf<"taskChanged">["change"], { kind: string; zh: string; en: string }>>
> = {
  transferred: { kind: "taskTransferred", zh: "转办", en: "Passed on" },
  delegated: { kind: "taskDelegated", zh: "委托", en: "Delegated" },
  returned: { kind: "taskReturned", zh: "委托交回", en: "Given back" },
  redispatched: { kind: "taskRedispatched", zh: "改派", en: "Dispatched again" },
};

const receiverOf = ({ assignee, candidateGroups }: Signer, words: TimelineWords): string =>
  assignee === undefined ? groupNames(candidateGroups, words) : words.person(assignee).name;

const groupNames = (groups: readonly string[] | undefined, words: TimelineWords) =>
  (groups ?? []).map((group) => words.group(group)["zh-CN"]).join("、");

const tellers: { readonly [T in EventType]?: Teller<T> } = {
  processStarted: (body, event, words) =>
    event.body.seq <= 1 && body.scope.parent === undefined
      ? withForm(line("opened", "上报", "Reported"), words.submission(undefined))
      : undefined,
  caseStateSet: (body, _event, words) => {
    const { "zh-CN": zh, en = zh } = words.caseState(body.caseState);
    return line("state", `进入“${zh}”`, `Now: ${en}`);
  },
  taskClosed: closed,
  taskChanged: changed,
  sentBack: (body, _event, words) =>
    line(
      "sentBack",
      `退回至“${words.element(body.toElementId)}”`,
      `Sent back to: ${words.element(body.toElementId)}`,
      body.reason,
    ),
  rungReached: (body, _event, words) => {
    const { "zh-CN": zh, en = zh } = words.rung(body.action);
    return line(
      `rung.${body.action}`,
      `${zh}（时限已用 ${body.percent}%）`,
      `${en} (${body.percent}% of the limit used)`,
    );
  },
  budgetChanged: (body) =>
    body.change === "extended" ? line("extended", "批准延期", "Time extended", body.reason) : undefined,
  instanceSuspended: (body) => line("suspended", "挂起", "Suspended", body.reason),
  instanceResumed: (body) => line("resumed", "恢复办理", "Resumed", body.reason),
  supervisionOpened: ({ supervision: { requirement, unit } }, _event, words) =>
    unit === undefined
      ? line("supervised", "督办", "Supervised", requirement)
      : line(
          "instructed",
          `领导批示：交 ${words.unit(unit)["zh-CN"]}`,
          `Leader's instruction to ${words.unit(unit).en ?? words.unit(unit)["zh-CN"]}`,
          requirement,
        ),
  supervisionOverdue: () => line("supervisionOverdue", "督办逾期未回复", "The supervision was not answered in time"),
  supervisionClosed: (body) =>
    body.unit === undefined
      ? line("supervisionReplied", "督办回复", "Supervision answered", body.reply)
      : line("instructionReplied", "批示办理情况回复", "Instruction answered", body.reply),
  escalationRaised: (body, _event, words) =>
    line("escalated", `上报：${words.element(body.elementId)}`, `Escalated: ${words.element(body.elementId)}`),
  incidentRaised: (body) => ({ kind: "incident", title: { "zh-CN": body.incident.zh, en: body.incident.en } }),
  incidentResolved: () => line("incidentResolved", "异常已排除", "Incident resolved"),
  variablesSet: (body, _event, words) => {
    if (body.reason !== undefined) return line("corrected", "更正案件数据", "Case data corrected", body.reason);
    const { rating, ratingRemarks } = body.variables;
    if (typeof rating !== "string") return undefined;
    const { "zh-CN": zh, en = zh } = words.rating(rating);
    const note = typeof ratingRemarks === "string" ? ratingRemarks : undefined;
    return line("rated", `居民评价：${zh}`, `The resident's rating: ${en}`, note);
  },
  processCompleted: () => line("closed", "办理结束", "Finished"),
  processCancelled: (body) => line("cancelled", "作废", "Cancelled", body.reason),
  processForceClosed: (body) => line("forceClosed", "强制结案", "Closed by force", body.reason),
  stepWithdrawn: (body, _event, words) =>
    line(
      "withdrawn",
      `撤回：${words.element(body.elementId)}`,
      `Withdrawn: ${words.element(body.elementId)}`,
      body.reason,
    ),
  signerAdded: ({ elementId, place, signer, reason }, _event, words) => {
    const to = receiverOf(signer, words);
    const name = words.element(elementId);
    return place === "before"
      ? line("signerAdded", `前加签：${name} → ${to}`, `Signature asked before: ${name} → ${to}`, reason)
      : line("signerAdded", `后加签：${name} → ${to}`, `Signature asked after: ${name} → ${to}`, reason);
  },
  signerRemoved: ({ elementId, signer, reason }, _event, words) => {
    const to = receiverOf(signer, words);
    const name = words.element(elementId);
    return line("signerRemoved", `减签：${name} → ${to}`, `Signature no longer asked: ${name} → ${to}`, reason);
  },
  opinionGiven: ({ elementId, as, opinion }, _event, words) => {
    const name = words.element(elementId);
    if (as === "delegate") return line("opinion", `受托意见：${name}`, `Delegate's opinion: ${name}`, opinion.opinion);
    const [zh, en] =
      opinion.agrees === undefined
        ? ["", ""]
        : opinion.agrees
          ? ["（同意）", " (agrees)"]
          : ["（不同意）", " (disagrees)"];
    return line("opinion", `加签意见${zh}：${name}`, `Added signature${en}: ${name}`, opinion.opinion);
  },
  instanceAdded: (body, _event, words) =>
    line(
      "signerAdded",
      `会签加签：${words.element(body.elementId)}`,
      `One more signer: ${words.element(body.elementId)}`,
      body.reason,
    ),
  instanceRemoved: (body, _event, words) =>
    line(
      "signerRemoved",
      `会签减签：${words.element(body.elementId)}`,
      `One signer fewer: ${words.element(body.elementId)}`,
      body.reason,
    ),
  copied: ({ copy }, _event, words) => {
    const to = [...(copy.people ?? []).map((id) => words.person(id).name), groupNames(copy.groups, words)];
    const names = to.filter((name) => name !== "").join("、");
    return line("copied", `抄送：${names}`, `Copied to: ${names}`, copy.note);
  },
  copyRead: () => line("copyRead", "已阅抄送", "Read the copy"),
  urged: (body, _event, words) => {
    const names = body.elementIds.map((id) => words.element(id));
    return line("urged", `催办：${names.join("、")}`, `Urged: ${names.join(", ")}`, body.text);
  },
  extensionRequested: ({ request }) => line("extensionRequested", "申请延期", "More time asked for", request.reason),
  extensionDecided: ({ decision, reason }) => {
    if (decision === "refused") return line("extensionRefused", "延期申请未批准", "More time refused", reason);
    return decision === "lapsed"
      ? line("extensionLapsed", "延期申请失效：环节已结束", "The request for time lapsed")
      : undefined;
  },
  tokenMoved: ({ fromElementId, toElementId, reason }, _event, words) => {
    const [from, to] = [words.element(fromElementId), words.element(toElementId)];
    return line("moved", `调整环节：${from} → ${to}`, `Moved: ${from} → ${to}`, reason);
  },
};

function tell(event: StoredEvent, words: TimelineWords): Line | undefined {
  const teller = tellers[event.body.type] as Teller<EventType> | undefined;
  return teller?.(event.body, event, words);
}

/** Types of event that the story tells of. */
export const toldEvents: readonly string[] = Object.keys(tellers);

/** Lines of the story, newest first. */
export function timelineOf(events: readonly StoredEvent[], words: TimelineWords): TimelineEntry[] {
  return events
    .flatMap((event): TimelineEntry[] => {
      const told = tell(event, words);
      if (told === undefined) return [];
      const { elementId, by } = event;
      return [
        {
          at: new Date(event.at).toISOString(),
          ...told,
          ...(by === undefined ? {} : { by: words.person(by) }),
          ...(elementId === undefined ? {} : { elementId }),
        },
      ];
    })
    .toReversed();
}
