/**
 * The names that an indicator's FEEL may read, with what they mean: facts of a case or of an account in a period.
 * Each takes few values, so that a month of cases is a short list of combinations and a count.
 */
import type { Title } from "../model/title.ts";

const name = (zh: string, en: string): Title => ({ "zh-CN": zh, en });

/** Facts of a case: true or false, unless the words say otherwise. */
export const caseFactNames = {
  openedInPeriod: name("本期上报", "reported in the period"),
  filedInPeriod: name("本期立案", "filed in the period"),
  closedInPeriod: name("本期办结（含不予立案、作废）", "ended in the period, refused and cancelled ones too"),
  dueInPeriod: name("时限在本期届满；没有时限的按办结时间", "due in the period; without a limit: ended in it"),
  filed: name("已立案", "filed"),
  closed: name("已结案", "closed with a result"),
  dismissed: name("不予立案", "refused"),
  cancelled: name("已作废", "cancelled"),
  late: name("处置超过时限（含尚未办结的）", "a limit of disposal was passed, also while it runs"),
  handled: name("处置已完成", "the work on it is done"),
  disposed: name("交责任单位处置过", "a unit had to work on it"),
  dispatchedLate: name("派遣超过时限", "a limit of dispatch was passed"),
  verified: name("要求核查或已核查", "the result was verified, or is to be"),
  verifiedLate: name("核查超过时限", "a limit of verification was passed"),
  frequent: name(
    "高发：同一社区同一小类本期上报达到街道设置的件数（frequentCases）",
    "frequent: the community had at least frequentCases reports of the same matter in the period",
  ),
  repeated: name(
    "重复：上报前 repeatDays 天内，同一地点、同一小类已经上报过",
    "repeated: the same matter was reported at the same place within repeatDays before it",
  ),
  onSpot: name("发现人当场解决", "solved by the finder on the spot"),
  level: name("办结或所在层级：grid、community、street、district", "level: grid, community, street, district"),
  severity: name("紧急程度：general、major、urgent", "severity: general, major, urgent"),
  channel: name("来源：staff、resident", "source: staff, resident"),
  rating: name("居民评价：satisfied、basic、dissatisfied，未评为空", "rating, or null"),
  returned: name("被责任单位退回过", "was handed back by a unit"),
  reworked: name("返工过", "had to be done again"),
  reopened: name("居民不满意重办过", "was opened again"),
  extended: name("批准过延期", "was given more time"),
  suspended: name("缓办（挂起中）", "is suspended"),
  escalated: name("上报过上级", "went up a level"),
  yellowCard: name("亮过黄牌", "had a yellow card"),
  redCard: name("亮过红牌", "had a red card"),
  supervised: name("督办过", "was supervised"),
  supervisionOpen: name("督办未回复", "a supervision waits for its answer"),
  instructed: name("有领导批示", "has a leader's instruction"),
  instructionOpen: name("批示未回复", "an instruction waits for its answer"),
  signAsked: name("要求签收", "a unit was asked to sign for it"),
  signed: name("已签收", "signed for"),
  signedInTime: name("按时签收", "signed for in time"),
} as const satisfies Readonly<Record<string, Title>>;

export type CaseFactName = keyof typeof caseFactNames;

/** Facts of an account in a period. */
export const accountFactNames = {
  active: name("本期办理、上报或巡查过", "did or reported something in the period"),
  role: name("岗位", "role"),
  unitKind: name("单位类型：grid、community、street、department 等", "kind of unit"),
} as const satisfies Readonly<Record<string, Title>>;
