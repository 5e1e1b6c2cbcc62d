/**
 * Everything that can go wrong for a caller, in one table: code → HTTP status and a sentence in both languages.
 * `{name}` stands for a value given with the problem. Keep the table sorted.
 */
import type { Problem } from "../../engine/model/problem.ts";
import type { ProblemRow as Row } from "./problem-row.ts";
import { gridProblems } from "./grid-problems.ts";
import { postProblems } from "./post-problems.ts";
import { unitProblems } from "./unit-problems.ts";
import { engineConflicts } from "./engine-conflicts.ts";

export const problemTable = {
  ACTION_NOT_ALLOWED: { status: 403, zh: "您的岗位不能进行此操作。", en: "Your role does not allow this." },
  ANNOUNCEMENT_CONTENT_DIFFERS: {
    status: 409,
    zh: "同一编号的公告已经发出，内容不同。请刷新后重新填写。",
    en: "An announcement with this id was sent with other words. Reload and write it again.",
  },
  ANNOUNCEMENT_NOBODY: {
    status: 422,
    zh: "所选单位里没有人担任所选岗位，公告没有人能收到。",
    en: "Nobody at the chosen units has one of the chosen roles, so nobody would receive it.",
  },
  ANNOUNCEMENT_NO_CONFIRMATION: {
    status: 409,
    zh: "这条公告不要求确认，无须催促。",
    en: "This announcement asks for no confirmation.",
  },
  ANNOUNCEMENT_REMINDED: {
    status: 409,
    zh: "{minutes} 分钟内已经催过一次，请稍后再催。",
    en: "They were reminded less than {minutes} minutes ago. Wait a little.",
  },
  ANNOUNCEMENT_UNIT_OUTSIDE: {
    status: 422,
    zh: "您不能以 {unit} 的名义发布，或向它发布公告。",
    en: "You cannot announce for {unit}, or to it.",
  },
  APPOINTMENT_NOT_YOURS: {
    status: 403,
    zh: "此岗位不能由您任命：只能任命本单位及下级的岗位，且不能任命与您同级或更高的岗位。",
    en: "This post is not yours to give: appoint at your units and below, never at your own height or above.",
  },
  ATTACHMENT_ID_TAKEN: {
    status: 409,
    zh: "此附件编号已用于另一个文件。",
    en: "This attachment id is already used for another file.",
  },
  ATTACHMENT_MISSING: {
    status: 422,
    zh: "有 {count} 张照片或附件还没有上传，请上传后再提交。",
    en: "{count} photos or files have not been uploaded yet. Upload them, then send.",
  },
  BODY_CHARACTER_REFUSED: {
    status: 400,
    zh: "内容里有不可用的空字符（U+0000）。",
    en: "The content holds the character U+0000, which is not allowed.",
  },
  BODY_INVALID: { status: 422, zh: "提交的内容不符合要求：{first}", en: "The content does not fit: {first}" },
  BODY_KEY_REFUSED: { status: 400, zh: "内容里有不允许的键名 {key}。", en: "The content holds a refused key {key}." },
  BODY_NOT_JSON: { status: 400, zh: "内容不是正确的 JSON。", en: "The content is not well-formed JSON." },
  BODY_TOO_DEEP: { status: 400, zh: "内容嵌套超过 {limit} 层。", en: "The content is nested deeper than {limit}." },
  BODY_TOO_LARGE: { status: 413, zh: "内容超过 {limit}。", en: "The content is larger than {limit}." },
  BODY_TYPE_REFUSED: {
    status: 415,
    zh: "此接口只接受 {expected}。",
    en: "This address accepts {expected} only.",
  },
  CASE_CLOSED: {
    status: 409,
    zh: "案件 {number} 已经办结，不能再操作。",
    en: "Case {number} is finished; nothing more can be done with it.",
  },
  CHANNEL_ADDRESS_LOGIN: {
    status: 422,
    zh: "地址里不能带用户名和密码，请填写到专门的栏目。",
    en: "The address must not hold a user or password; they have fields of their own.",
  },
  CHANNEL_ADDRESS_PLAIN: { status: 422, zh: "{host} 必须使用 https 地址。", en: "{host} must be reached by https." },
  CHANNEL_ADDRESS_PRIVATE: {
    status: 422,
    zh: "{host} 是内网或本机地址，不能使用。确需使用内网服务时，请系统运维人员把它加入 NOTIFY_HOSTS。",
    en: "{host} is an address of this machine or a private network and is refused. When it is needed, the operator adds it to NOTIFY_HOSTS.",
  },
  CHANNEL_ADDRESS_UNKNOWN: {
    status: 422,
    zh: "找不到主机 {host}，请检查地址。",
    en: "The host {host} is not found. Check the address.",
  },
  CHANNEL_ADDRESS_WRONG: {
    status: 422,
    zh: "地址不正确，应以 {schemes} 开头。",
    en: "The address is wrong; it starts with {schemes}.",
  },
  CHANNEL_BODY_NOT_JSON: {
    status: 422,
    zh: "请求内容格式应为 JSON 对象。",
    en: "The pattern of the request must be a JSON object.",
  },
  CHANNEL_CHANGED: {
    status: 409,
    zh: "{by} 刚刚修改过这个渠道，请刷新后再改。",
    en: "{by} has just changed this channel. Reload, then change it.",
  },
  CHANNEL_NOT_SET_UP: {
    status: 409,
    zh: "这个渠道还没有设置，不能测试。",
    en: "This channel is not set up yet, so it cannot be tested.",
  },
  CHANNEL_SECRET_UNREADABLE: {
    status: 409,
    zh: "保存的密钥已无法读取（安装密钥已更换），请重新填写。",
    en: "The kept secrets cannot be read (the installation's secret has changed). Enter them again.",
  },
  CHANNEL_SETTING_MISSING: { status: 422, zh: "此项必须填写。", en: "This must be filled in." },
  CHANNEL_SETTING_UNKNOWN: {
    status: 422,
    zh: "这个渠道没有设置项 {name}。",
    en: "This channel has no setting {name}.",
  },
  CHANNEL_TEST_ADDRESS: {
    status: 422,
    zh: "请填写接收测试消息的地址。",
    en: "Enter where the test goes to.",
  },
  CONTACT_GONE: {
    status: 404,
    zh: "居民没有留手机号，或保存期已满、已经删除。",
    en: "The resident left no number, or it has been deleted at the end of its time.",
  },
  CONTACT_ID_WRONG: {
    status: 422,
    zh: "账号只能包含字母、数字和 . _ - @。",
    en: "An account holds letters, digits and . _ - @ only.",
  },
  CONTENT_UNREADABLE: { status: 422, zh: "文件内容无法读取：{reason}", en: "The file cannot be read: {reason}" },
  CSRF_REFUSED: {
    status: 403,
    zh: "页面已过期，请刷新后重试。",
    en: "The page is out of date. Reload it and try again.",
  },
  DRAFT_CHANGED: {
    status: 409,
    zh: "{by}已在您之后修改了此草稿，您的修改没有覆盖它。",
    en: "{by} has changed this draft since you opened it; your change did not overwrite theirs.",
  },
  DRAFT_KEY_DIFFERS: {
    status: 422,
    zh: "内容里的编号是 {found}，应为 {key}：编号定下后不能改。",
    en: "The content has the key {found}, expected {key}: a key never changes.",
  },
  FIELD_NOT_EDITABLE: { status: 422, zh: "此环节不能填写 {field}。", en: "{field} cannot be filled in at this step." },
  FILE_MISSING: { status: 400, zh: "没有收到文件。", en: "No file was received." },
  FILE_TOO_LARGE: { status: 413, zh: "文件超过 {limit}。", en: "The file is larger than {limit}." },
  FILE_TYPE_REFUSED: {
    status: 415,
    zh: "只能上传 JPEG、PNG、WebP 图片或 PDF 文件。",
    en: "Only JPEG, PNG and WebP pictures and PDF files can be uploaded.",
  },
  FORM_UNKNOWN: {
    status: 422,
    zh: "没有表单 {form}（版本 {version}）。",
    en: "There is no form {form} (version {version}).",
  },
  ...gridProblems,
  HAND_OVER_CHANGED: {
    status: 409,
    zh: "待办已有变化，现在是 {count} 项，请核对后再确认。",
    en: "The open work has changed; now there are {count} tasks. Look again, then confirm.",
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 409,
    zh: "同一请求编号已用于另一项操作。",
    en: "This idempotency key was used for another command.",
  },
  IMPORT_COLUMNS_MISSING: {
    status: 422,
    zh: "表头缺少：{columns}。请使用下载的模板，不要改动第一行。",
    en: "The header lacks: {columns}. Use the template and leave its first line as it is.",
  },
  IMPORT_EMPTY: { status: 422, zh: "表格里没有人员。", en: "The file holds no people." },
  IMPORT_HAS_ERRORS: {
    status: 422,
    zh: "有 {bad} 行不正确，一行也没有导入。",
    en: "{bad} rows are wrong; nothing was imported.",
  },
  IMPORT_TOO_LONG: {
    status: 422,
    zh: "一次最多导入 {limit} 行，请分成几个文件。",
    en: "At most {limit} rows at once. Divide the file.",
  },
  INTERNAL: {
    status: 500,
    zh: "服务器出错，请稍后重试；报修时请提供请求编号。",
    en: "The server failed. Try again later; quote the request id when you report it.",
  },
  INVITATION_INVALID: {
    status: 403,
    zh: "邀请码不正确、已使用或已过期，请联系管理员重新发放。",
    en: "The code is wrong, used or too old. Ask the administrator for another.",
  },
  LAST_OFFICER: {
    status: 409,
    zh: "{role}不能没有人，请先任命接任者。",
    en: "There must be a {role}. Appoint a successor first.",
  },
  LOGIN_INVALID: {
    status: 422,
    zh: "登录名为 3 至 32 位小写字母、数字、点、横线或下划线，以字母或数字开头。",
    en: "A login has 3 to 32 small letters, digits, dots, hyphens or underscores and begins with a letter or digit.",
  },
  LOGIN_IN_USE: {
    status: 409,
    zh: "已经设置密码，不需要邀请码。",
    en: "A password is set already; no code is needed.",
  },
  LOGIN_MISSING: { status: 422, zh: "请填写登录名。", en: "Enter a login." },
  LOGIN_NEEDED: {
    status: 422,
    zh: "没有登录名，工作电话也不能作登录名（没有填写或已被使用），请先填写登录名。",
    en: "There is no login, and the work telephone cannot be one (empty or taken). Enter a login first.",
  },
  LOGIN_TAKEN: { status: 409, zh: "登录名 {login} 已被使用。", en: "The login {login} is taken." },
  MAILBOX_WRONG: { status: 422, zh: "邮箱地址不正确。", en: "The mailbox is not well-formed." },
  MATTER_UNKNOWN: { status: 422, zh: "事项目录里没有 {matter}。", en: "The catalogue has no matter {matter}." },
  METHOD_NOT_ALLOWED: { status: 405, zh: "此地址不支持 {method}。", en: "This address does not support {method}." },
  MONTH_INVALID: {
    status: 422,
    zh: "月份应写成“2026-10”这样的年和月。",
    en: "Write the month as year and month: 2026-10.",
  },
  MONTH_IN_FUTURE: {
    status: 422,
    zh: "{month} 还没有到，没有数据。",
    en: "{month} has not come yet: there is nothing to count.",
  },
  NAME_INVALID: {
    status: 422,
    zh: "姓名须为 1 至 40 个字，不能以 =、+、-、@ 开头。",
    en: "A name has 1 to 40 characters and does not begin with =, +, - or @.",
  },
  NOTHING_TO_PUBLISH: {
    status: 409,
    zh: "草稿与已发布的版本没有区别，无需发布。",
    en: "The draft says the same as the published version; there is nothing to publish.",
  },
  NOT_FOUND: { status: 404, zh: "没有找到，或不在您的管辖范围内。", en: "Not found, or not within your units." },
  NOT_SIGNED_IN: { status: 401, zh: "请先登录。", en: "Sign in first." },
  NO_POST: {
    status: 403,
    zh: "您还没有岗位，请联系系统管理员。",
    en: "You have no post yet. Ask the system administrator.",
  },
  ORGANISATION_CHANGED: {
    status: 409,
    zh: "组织刚刚在别处更新过，请刷新后重试。",
    en: "The organisation was changed elsewhere a moment ago. Reload, then try again.",
  },
  ORIGIN_REFUSED: {
    status: 403,
    zh: "请求来自另一个网站，已拒绝。",
    en: "The request comes from another site and was refused.",
  },
  PACK_UNKNOWN: { status: 404, zh: "没有内容包 {pack}。", en: "There is no pack {pack}." },
  PASSWORD_TOO_WEAK: {
    status: 422,
    zh: "密码太弱：至少 10 个字符，包含大写、小写、数字、符号中的三类，且不含登录名。",
    en: "The password is too weak: at least 10 characters, three of upper case, lower case, digits and signs, without the login.",
  },
  PATH_INVALID: { status: 400, zh: "地址不正确。", en: "The address is not valid." },
  PERSON_CHANGED: {
    status: 409,
    zh: "此人资料刚被他人修改，请刷新后再改。",
    en: "The person was changed meanwhile. Reload, then change again.",
  },
  PERSON_GONE: { status: 409, zh: "此人已离岗。", en: "The person has left." },
  PERSON_IS_SELF: { status: 403, zh: "不能对自己进行此操作。", en: "You cannot do this to yourself." },
  PERSON_NOT_YOURS: {
    status: 403,
    zh: "此人还有不归您管理的岗位，请由上级或安全管理员办理。",
    en: "The person holds posts that are not yours to manage. Ask a superior or a security administrator.",
  },
  PHONE_INVALID: {
    status: 422,
    zh: "工作电话应为 11 位手机号，或带区号的固定电话。",
    en: "A work telephone is a mobile number of 11 digits or a landline with its area code.",
  },
  PHONE_WRONG: { status: 422, zh: "请填写 11 位手机号码。", en: "Enter a mobile number of 11 digits." },
  PHOTO_TYPE_REFUSED: {
    status: 415,
    zh: "只能上传 JPEG、PNG、WebP 照片。",
    en: "Only JPEG, PNG and WebP photos can be uploaded.",
  },
  PLACE_NOT_FOUND: {
    status: 422,
    zh: "无法确定所在网格：请扫码、选择地点，或在地图上标出位置。",
    en: "The grid cannot be found: scan a code, choose a place or mark the point.",
  },
  PLACE_OUTSIDE_UNITS: {
    status: 422,
    zh: "该地点属于{street}，不在您的管辖街道内。",
    en: "The place belongs to {street}, outside your streets.",
  },
  POSTS_EXCLUDE: {
    status: 422,
    zh: "系统、安全、审计管理员岗位互斥，也不能兼任业务岗位。",
    en: "System, security and audit officers exclude each other and all business posts.",
  },
  ...postProblems,
  QUERY_INVALID: { status: 400, zh: "参数 {name} 不正确。", en: "The parameter {name} is wrong." },
  RATE_LIMITED: {
    status: 429,
    zh: "请求过于频繁，请稍后再试。",
    en: "Too many requests. Try again later.",
  },
  RECORDS_TOO_MANY: {
    status: 422,
    zh: "符合条件的记录超过 {limit} 条，请先按日期或网格缩小范围。",
    en: "More than {limit} records fit. Narrow them by date or grid first.",
  },
  RESIDENT_ALREADY_RATED: {
    status: 409,
    zh: "这件事您已经评价过了，评价已记录。",
    en: "You have rated this already; your rating is recorded.",
  },
  RESIDENT_CODE_UNKNOWN: {
    status: 404,
    zh: "没有这个二维码对应的网格或门牌，请核对后重新扫描。",
    en: "No grid or door belongs to this code. Check it and scan again.",
  },
  RESIDENT_LINK_UNKNOWN: {
    status: 404,
    zh: "查询链接不正确，或已经过期。",
    en: "The link is not right, or its time is over.",
  },
  RESIDENT_PLACE_OUTSIDE: {
    status: 422,
    zh: "标出的位置不在{street}。请重新标位置，或扫描事发地的网格二维码。",
    en: "The marked point is not in {street}. Mark it again, or scan the code at the spot.",
  },
  RESIDENT_RATING_CLOSED: {
    status: 409,
    zh: "现在不能评价：事情还没有办结，或评价期限已过。",
    en: "This cannot be rated now: it is not settled yet, or the time for rating is over.",
  },
  RESIDENT_SAME_CONTENT: {
    status: 429,
    zh: "同样的内容已经收到，不用重复提交。如有新情况请补充说明，或在{when}之后再试。",
    en: "The same report has been received already. Add what is new, or try again after {when}.",
  },
  RESIDENT_TOO_MANY: {
    status: 429,
    zh: "提交得太频繁了，请在{when}之后再试。紧急情况请直接拨打 110、119 或 120。",
    en: "Too many reports. Try again after {when}. In an emergency call 110, 119 or 120.",
  },
  RESIDENT_WORDS_NEEDED: {
    status: 422,
    zh: "请说说哪里不满意，以便重新办理。",
    en: "Say what you are not satisfied with, so that it can be handled again.",
  },
  ROUTE_NOT_FOUND: { status: 404, zh: "没有这个接口。", en: "There is no such address." },
  SETTINGS_CHANGED: {
    status: 409,
    zh: "{by}已在{at} 修改并发布了本街道设置，请刷新后再改。",
    en: "{by} published the street's settings at {at}. Reload them, then change yours.",
  },
  SETTINGS_DAY_PAST: { status: 422, zh: "生效日期不能早于今天。", en: "Settings cannot hold from a day in the past." },
  SETTINGS_DAY_TOO_FAR: {
    status: 422,
    zh: "生效日期不能晚于一年以后。",
    en: "Settings cannot start more than a year ahead.",
  },
  SETTINGS_REASON_MISSING: { status: 422, zh: "请写明修改理由。", en: "Say why the settings are changed." },
  SETTINGS_UNCHANGED: {
    status: 422,
    zh: "与现在的设置相同，没有可发布的修改。",
    en: "Nothing differs from the settings in force.",
  },
  SETTINGS_VERSION_UNKNOWN: {
    status: 422,
    zh: "没有第 {version} 版设置。",
    en: "There is no version {version} of the settings.",
  },
  SETUP_CODE_WRONG: {
    status: 403,
    zh: "初始化码不正确，请查看启动服务器的终端。",
    en: "The setup code is wrong. Look at the terminal that started the server.",
  },
  SETUP_DONE: {
    status: 409,
    zh: "系统已经初始化，请直接登录。",
    en: "The installation is already set up. Sign in.",
  },
  SIGN_IN_FAILED: { status: 401, zh: "登录名或密码不正确。", en: "The login or the password is wrong." },
  SIGN_IN_LOCKED: {
    status: 429,
    zh: "失败次数过多，请 15 分钟后再试。",
    en: "Too many failures. Try again in 15 minutes.",
  },
  STALE_REVISION: {
    status: 409,
    zh: "案件已被{by}更新，请刷新后再操作。",
    en: "The case was changed by {by}. Reload it, then try again.",
  },
  SUBMISSION_CONTENT_DIFFERS: {
    status: 409,
    zh: "此编号已经提交过，内容与这次不同；原提交保持不变。",
    en: "This id was sent before with other content; the first submission stays as it is.",
  },
  SUCCESSOR_UNKNOWN: {
    status: 422,
    zh: "接办人不在岗，或不在您的管辖范围内。",
    en: "The successor is not at work, or not within your units.",
  },
  TASK_ACTOR_EXCLUDED: {
    status: 403,
    zh: "办理人不能核查自己办理的案件。",
    en: "Who handled a case cannot verify it himself.",
  },
  TASK_ALREADY_CLOSED: {
    status: 409,
    zh: "此任务已结束，无需再办理。",
    en: "This task has ended; there is nothing to do any more.",
  },
  TASK_ALREADY_COMPLETED: { status: 409, zh: "此任务已由{by}办理完成。", en: "This task was completed by {by}." },
  TASK_NOT_YOURS: {
    status: 403,
    zh: "此任务由他人办理，或不能由您办理。",
    en: "This task is somebody else's, or may not be done by you.",
  },
  TIMED_OUT: { status: 503, zh: "处理超时，请稍后重试。", en: "The request took too long. Try again later." },
  TRANSFER_TARGET_MISSING: { status: 422, zh: "请选择转给谁。", en: "Choose who takes over." },
  TRANSFER_TARGET_UNKNOWN: {
    status: 422,
    zh: "不能转给此单位或人员。",
    en: "The task cannot be passed to this unit or person.",
  },
  UNAVAILABLE: { status: 503, zh: "服务器正在停止，请稍后重试。", en: "The server is stopping. Try again later." },
  ...unitProblems,
  UNIT_UNKNOWN: { status: 422, zh: "不能批示给此单位。", en: "An instruction cannot be addressed to this unit." },
  UPLOAD_BROKEN: {
    status: 400,
    zh: "上传的内容不完整或写法不对：只收一个名为 file 的文件。",
    en: 'The upload is incomplete or malformed: one file named "file" is expected.',
  },
  VERSION_CHANGED: {
    status: 409,
    zh: "{by}在您编辑期间发布了第 {version} 版，请先核对再发布。",
    en: "{by} published version {version} while you were editing. Compare it, then publish.",
  },
  WORKBOOK_BROKEN: { status: 422, zh: "Excel 文件无法读取：{reason}", en: "The Excel file cannot be read: {reason}" },
  WORKBOOK_REFUSED: {
    status: 415,
    zh: "只能导入 .xlsx 格式的 Excel 文件。",
    en: "Only Excel files in the format .xlsx can be imported.",
  },
} as const satisfies Readonly<Record<string, Row>>;

export type ProblemCode = keyof typeof problemTable;

type Values = Readonly<Record<string, string | number>>;
type Where = Pick<Problem, "path" | "elementId">;

const fill = (sentence: string, values: Values) =>
  sentence.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));

/** A problem of the table, its sentences filled with `values`. */
export function problem(code: ProblemCode, values: Values = {}, where: Where = {}): Problem {
  const row = problemTable[code];
  return { code, zh: fill(row.zh, values), en: fill(row.en, values), ...where };
}

/** HTTP status of a code; a code that only the engine knows is a conflict, or says that content does not fit: 422. */
export function statusOf(code: string): number {
  if (Object.hasOwn(problemTable, code)) return problemTable[code as ProblemCode].status;
  return engineConflicts.has(code) ? 409 : 422;
}
