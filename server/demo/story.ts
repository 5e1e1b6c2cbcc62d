/** How a demo case goes: what people do at each form that the flow shows them, in order, and when. */
import type { JsonObject } from "../../engine/model/json.ts";

/** When a person acts: after this share of the time that the task has, or after so much working time. */
type When = { readonly share: number } | { readonly hours: number };

type Deed =
  /** `photos`: items of the form that get one fresh photo; `{street}` and `{community}` stand for the place's units. */
  | { readonly does: "complete"; readonly data: JsonObject; readonly photos?: readonly string[] }
  | { readonly does: "claim" | "reply" | "resume" }
  | { readonly does: "suspend" | "cancel" | "passOn"; readonly reason: string }
  | { readonly does: "supervise"; readonly requirement: string }
  /** Nobody does anything: the case still waits here today. */
  | { readonly does: "wait" };

export type Move = When & Deed;

export interface Story {
  readonly key: string;
  /** Moves by form key: the first time the form comes up, the second …; after them people do the usual. */
  readonly moves: Readonly<Record<string, readonly Move[]>>;
  /** Solved by the finder himself. */
  readonly onSpot?: true;
  /** Matter to report; chosen by chance when absent. */
  readonly matter?: string;
}

const complete = (when: When, data: JsonObject, photos?: readonly string[]): Move => ({
  ...{ does: "complete", data },
  ...when,
  ...(photos === undefined ? {} : { photos }),
});

const accept = (share = 0.4): Move => complete({ share }, { decision: "accept" });
const handBack = (reason: string): Move => complete({ share: 0.5 }, { decision: "return", reason });
const done = (share = 0.6): Move => complete({ share }, { outcome: "done", result: "{closing}" }, ["photos"]);
const solved = (result: string, share = 0.5): Move => complete({ share }, { outcome: "solved", result }, ["photos"]);
const fail = (opinion: string): Move => complete({ share: 0.4 }, { outcome: "fail", opinion }, ["photos"]);
const escalate: Move = complete(
  { share: 0.5 },
  {
    outcome: "escalate",
    beyondAuthority: "需多个部门共同执法，超出本单位职权",
    unable: "缺少专业设备和人员，无法独立处理",
  },
);
const wait: Move = { does: "wait", hours: 0 };
const dispatchTo = (unit: string): Move =>
  complete({ share: 0.5 }, { lead: `{street}${unit}`, role: "handler", reason: "按责任清单改派" });
const assignTo = (unit: string): Move =>
  complete({ share: 0.5 }, { outcome: "assign", lead: `{street}${unit}`, role: "handler", reason: "按职责就近指定" });

const toCommunity = complete(
  { share: 0.2 },
  { outcome: "assign", lead: "{community}", role: "communityAcceptor", reason: "属于社区自治事务，由社区协调" },
);

/** What people do when the story says nothing else. */
export const usual: Readonly<Record<string, Move>> = {
  signFor: accept(),
  disposal: done(),
  verification: complete({ share: 0.35 }, { outcome: "pass", opinion: "现场核查，问题已解决" }, ["photos"]),
  ownerDecision: assignTo("Urban"),
  redispatch: dispatchTo("Urban"),
  arbitration: complete(
    { share: 0.5 },
    { lead: "{street}Urban", role: "handler", opinion: "经研究，由城管中队牵头处置" },
  ),
  extensionApproval: complete({ share: 0.4 }, { decision: "grant", days: 2, opinion: "情况属实，同意延期" }),
  levelSupervision: complete({ share: 0.4 }, { outcome: "continue", requirement: "请今日内办结并反馈" }),
  levelHandling: solved("已到场协调，问题解决"),
  topLevelHandling: solved("区里协调专业队伍处理完毕"),
  closureDecision: complete({ share: 0.5 }, { outcome: "close", opinion: "情况清楚，准予结案" }),
};

const late = (share: number): Story["moves"] => ({ disposal: [done(share)] });

/** Stories that have an end; most cases go the plain way. */
export const finished: readonly (readonly [Story, weight: number])[] = [
  [{ key: "plain", moves: {} }, 30],
  [{ key: "quick", moves: { signFor: [accept(0.1)], disposal: [done(0.25)] } }, 14],
  [{ key: "claimed", moves: { disposal: [{ does: "claim", share: 0.2 }, done()] } }, 6],
  [{ key: "onSpot", onSpot: true, moves: {} }, 12],
  [{ key: "returned", moves: { signFor: [handBack("不属于本单位职责，建议由城管中队处置")] } }, 6],
  [
    {
      key: "arbitrated",
      moves: {
        signFor: [1, 2, 3].map(() => handBack("权属不在本单位，请重新派遣")),
        redispatch: [dispatchTo("Police"), dispatchTo("Civil")],
      },
    },
    3,
  ],
  [{ key: "reworked", moves: { verification: [fail("现场仍有残留，处置不到位")] } }, 7],
  [{ key: "reworkedTwice", moves: { verification: [fail("问题未彻底解决"), fail("恢复不平整，存在隐患")] } }, 2],
  [
    {
      key: "extended",
      moves: {
        disposal: [
          complete(
            { share: 0.5 },
            { outcome: "requestExtension", extensionDays: 2, extensionReason: "需等待配件到货后更换" },
          ),
        ],
      },
    },
    5,
  ],
  [{ key: "late", moves: late(1.3) }, 7],
  [
    { key: "veryLate", moves: { ...late(2.2), levelSupervision: [wait], levelHandling: [solved("已督促到位", 0.8)] } },
    2,
  ],
  [{ key: "escalatedByHand", moves: { disposal: [escalate], levelSupervision: [solved("街道已组织联合处置")] } }, 4],
  [
    {
      key: "upToDistrict",
      moves: {
        disposal: [escalate],
        levelSupervision: [wait],
        levelHandling: [
          complete(
            { share: 0.5 },
            { outcome: "escalate", beyondAuthority: "涉及区属管线，街道无权处理", unable: "需区级部门调度专业力量" },
          ),
          complete(
            { share: 0.5 },
            { outcome: "escalate", beyondAuthority: "涉及区属管线，街道无权处理", unable: "需区级部门调度专业力量" },
          ),
        ],
      },
    },
    2,
  ],
  [
    {
      key: "supervised",
      moves: {
        disposal: [
          { does: "supervise", share: 0.3, requirement: "居民反映强烈，请抓紧处置并当日反馈" },
          { does: "reply", share: 0.5 },
          done(0.8),
        ],
      },
    },
    4,
  ],
  [
    {
      key: "suspended",
      moves: {
        disposal: [
          { does: "suspend", share: 0.3, reason: "连续降雨无法施工，天气好转后恢复" },
          { does: "resume", hours: 20 },
          done(0.7),
        ],
      },
    },
    3,
  ],
  [
    {
      key: "passedOn",
      // A department's matter: grid workers have nobody to pass work on to.
      matter: "streetVending",
      moves: { disposal: [{ does: "passOn", share: 0.3, reason: "外出培训，转由同事办理" }, done()] },
    },
    3,
  ],
  [{ key: "decided", matter: "otherMatter", moves: { ownerDecision: [assignTo("Civil")] } }, 4],
  [
    {
      key: "dismissed",
      matter: "otherMatter",
      moves: {
        ownerDecision: [complete({ share: 0.6 }, { outcome: "dismiss", reason: "属于小区内部事务，已告知物业处理" })],
      },
    },
    3,
  ],
  [
    {
      key: "cannotVerify",
      moves: {
        verification: [complete({ share: 0.5 }, { outcome: "cannotVerify", opinion: "现场已封闭施工，无法核查" })],
      },
    },
    2,
  ],
  [{ key: "cancelled", moves: { signFor: [{ does: "cancel", share: 0.4, reason: "与已有案件重复" }] } }, 2],
];

/** Goes on until a form comes up, and stands there. */
export const waits = (key: string, form: string): Story => ({
  key,
  moves: { signFor: [accept(0.1)], disposal: [done(0.1)], [form]: [wait] },
});

/** Stories that stand open today, one for each place where a case can wait, and how long ago they began. */
export const open: readonly (readonly [Story, hoursAgo: number, count: number])[] = [
  [{ key: "waitsForSigning", moves: { signFor: [wait] } }, 0.6, 5],
  [{ key: "signingLate", moves: { signFor: [wait] } }, 5, 2],
  [{ key: "gridSigns", matter: "bicycleParking", moves: { signFor: [wait] } }, 0.4, 8],
  [{ key: "gridHandles", matter: "exposedGarbage", moves: { signFor: [accept(0.1)], disposal: [wait] } }, 1.5, 16],
  [{ key: "communityHandles", matter: "otherMatter", moves: { ownerDecision: [toCommunity], disposal: [wait] } }, 2, 8],
  // One matter of each department, so that none of them has an empty list.
  [{ key: "vendingHandled", matter: "streetVending", moves: { disposal: [wait] } }, 3, 2],
  [{ key: "theftHandled", matter: "theft", moves: { disposal: [wait] } }, 3, 2],
  [{ key: "hardshipHandled", matter: "hardshipHelp", moves: { disposal: [wait] } }, 5, 2],
  [{ key: "pestsHandled", matter: "pests", moves: { disposal: [wait] } }, 4, 2],
  [{ key: "fireLaneHandled", matter: "fireLane", moves: { disposal: [wait] } }, 0.5, 2],
  [{ key: "disputeHandled", matter: "neighbourDispute", moves: { disposal: [wait] } }, 6, 2],
  [{ key: "beingHandled", moves: { disposal: [wait] } }, 3, 6],
  [{ key: "beingHandledLate", moves: { disposal: [wait], levelSupervision: [wait], levelHandling: [wait] } }, 26, 4],
  [
    {
      key: "farOverdue",
      moves: { disposal: [wait], levelSupervision: [wait], levelHandling: [wait], topLevelHandling: [wait] },
    },
    60,
    2,
  ],
  [{ key: "claimedNow", moves: { disposal: [{ does: "claim", share: 0.1 }, wait] } }, 3, 2],
  [{ key: "waitsForOwner", matter: "otherMatter", moves: { ownerDecision: [wait] } }, 1, 3],
  [{ key: "waitsForRedispatch", moves: { signFor: [handBack("不在本单位职责范围内")], redispatch: [wait] } }, 2, 2],
  [
    {
      key: "waitsForRuling",
      moves: {
        signFor: [1, 2, 3].map(() => handBack("职责存在争议")),
        redispatch: [dispatchTo("Police"), dispatchTo("Civil")],
        arbitration: [wait],
      },
    },
    9,
    2,
  ],
  [
    { key: "waitsForVerification", moves: { signFor: [accept(0.1)], disposal: [done(0.1)], verification: [wait] } },
    6,
    16,
  ],
  [{ key: "onSpotUnverified", onSpot: true, moves: { verification: [wait] } }, 3, 2],
  [
    {
      key: "beingReworked",
      moves: {
        ...{ signFor: [accept(0.1)], verification: [fail("处置不彻底，周边仍有污渍")] },
        disposal: [done(0.1), wait],
      },
    },
    10,
    2,
  ],
  [
    {
      key: "waitsForExtension",
      moves: {
        signFor: [accept(0.1)],
        disposal: [
          complete(
            { share: 0.2 },
            { outcome: "requestExtension", extensionDays: 3, extensionReason: "需协调产权单位配合施工" },
          ),
        ],
        extensionApproval: [wait],
      },
    },
    5,
    2,
  ],
  [
    {
      key: "escalatedNow",
      moves: { signFor: [accept(0.1)], disposal: [escalate], levelSupervision: [wait], levelHandling: [wait] },
    },
    7,
    3,
  ],
  [
    {
      key: "supervisedNow",
      moves: {
        disposal: [{ does: "supervise", share: 0.2, requirement: "涉及群众安全，请今日处置并回复" }, wait],
      },
    },
    4,
    2,
  ],
  [
    {
      key: "suspendedNow",
      moves: { disposal: [{ does: "suspend", share: 0.2, reason: "等待权属单位确认施工方案" }, wait] },
    },
    16,
    2,
  ],
  [
    {
      key: "waitsForClosing",
      moves: {
        signFor: [accept(0.1)],
        disposal: [done(0.1)],
        verification: [complete({ share: 0.1 }, { outcome: "cannotVerify", opinion: "住户外出，无法入户核查" })],
        closureDecision: [wait],
      },
    },
    8,
    2,
  ],
];
