/**
 * Who may do what (decided.md 20): action × role, one readable table for server and screens. A role acts at the
 * unit where it was granted and below; what lies outside a person's units is not found at all. `machine` and
 * `resident` are actors without a post. Whatever is not in a row is refused.
 */
export const roles = [
  "gridWorker", // 网格员
  "gridLeader", // 网格长
  "communityAcceptor", // 社区受理员
  "dispatcher", // 街道派遣员
  "handler", // 处置人
  "verifier", // 核查员
  "leader", // 分管领导
  "designer", // 流程表单设计员
  "systemAdmin", // 系统管理员
  "securityAdmin", // 安全管理员
  "auditor", // 审计员
] as const;

type Role = (typeof roles)[number];
type Column = Role | "machine" | "resident";

const field = ["gridWorker", "gridLeader"] as const;
const office = ["communityAcceptor", "dispatcher"] as const;
const work = [...field, ...office, "handler", "verifier", "leader"] as const;
const content = ["designer", "systemAdmin"] as const;
const administration = [...content, "securityAdmin", "auditor"] as const;

export const accessTable = {
  "unit.read": [...work, ...administration, "machine"],
  "place.read": [...work, ...content, "machine", "resident"],
  "form.read": [...work, ...content, "machine", "resident"],
  "submission.create": [...work, "machine", "resident"],
  "submission.read": [...work, "resident"],
  // The ledger of a form leaves the house as a file, and what is sensitive in it is read, by few.
  "record.export": [...office, "gridLeader", "leader"],
  "record.sensitive": ["communityAcceptor", "leader"],
  "task.read": work,
  "task.complete": work,
  "task.sendBack": [...office, "handler", "verifier", "gridLeader", "leader"],
  "task.transfer": [...office, "handler", "gridLeader", "leader"],
  "case.read": [...work, "resident"],
  "case.suspend": ["dispatcher", "leader"],
  "case.supervise": ["dispatcher", "leader"],
  "case.extend": ["dispatcher", "leader"],
  "case.cancel": ["dispatcher", "leader"],
  "case.urge": [...office, "gridLeader", "leader"],
  // 强制结案 decides against the flow: only who answers for it.
  "case.forceClose": ["leader"],
  // 受理与派遣人员 who call a resident back; never whoever handles or checks.
  "case.contact": office,
  "board.read": [...office, "gridLeader", "leader", ...content],
  "announcement.send": [...office, "leader", "systemAdmin"],
  "delivery.read": ["systemAdmin", "auditor"],
  "delivery.configure": ["systemAdmin"],
  "case.instruct": ["leader"],
  "results.read": ["gridLeader", "communityAcceptor", "dispatcher", "leader"],
  "definition.read": [...administration, "dispatcher", "leader"],
  "definition.deploy": content,
  "settings.read": [...administration, "dispatcher", "leader"],
  "settings.publish": [...content, "leader"],
  "person.read": [...content, "securityAdmin", "leader"],
  "person.manage": [...content, "securityAdmin"],
  "person.confirm": ["securityAdmin"],
  "organisation.manage": content,
} as const satisfies Readonly<Record<string, readonly Column[]>>;

export type Action = keyof typeof accessTable;
export const actions = Object.keys(accessTable) as readonly Action[];

/** True when a role (or actor without a post) stands in the row of the action. */
export function rowAllows(action: string, column: string): boolean {
  return Object.hasOwn(accessTable, action) && (accessTable[action as Action] as readonly string[]).includes(column);
}
