/* Made by `npm run types` from schemas.ts. Do not edit. */

/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ClockMove".
 */
export type ClockMove =
  | {
      minutes: number;
    }
  | {
      to: "nextTimer";
    };

export interface Contract {
  Title?: Title;
  Problem?: Problem;
  Failure?: Failure;
  FailureBody?: FailureBody;
  Limit?: Limit;
  Position?: Position;
  Grant?: Grant;
  Person?: Person;
  Session?: Session;
  SignIn?: SignIn;
  Welcome?: Welcome;
  DemoPerson?: DemoPerson;
  DemoSignIn?: DemoSignIn;
  Setup?: Setup;
  ClockMove?: ClockMove;
  ClockMoved?: ClockMoved;
  Unit?: Unit;
  Place?: Place;
  GridAt?: GridAt;
  MapLayers?: MapLayers;
  OwnerQuestion?: OwnerQuestion;
  OwnerAnswer?: OwnerAnswer;
  Matter?: Matter;
  Vocabulary?: Vocabulary;
  ModuleTile?: ModuleTile;
  Home?: Home;
  MapPoint?: MapPoint;
  UnitPeople?: UnitPeople;
  FormerUnit?: FormerUnit;
  Organisation?: Organisation;
  UnitDetail?: UnitDetail;
  NewUnit?: NewUnit;
  UnitTitle?: UnitTitle;
  UnitChange?: UnitChange;
  UnitClosing?: UnitClosing;
  UnitChanged?: UnitChanged;
  Gap?: Gap;
  GridArea?: GridArea;
  StreetGrids?: StreetGrids;
  GridsChange?: GridsChange;
  GridProblem?: GridProblem;
  GridsChanged?: GridsChanged;
  PersonPost?: PersonPost;
  PersonSummary?: PersonSummary;
  PersonPage?: PersonPage;
  PersonDetail?: PersonDetail;
  PostChoice?: PostChoice;
  PostName?: PostName;
  PostWish?: PostWish;
  NewPerson?: NewPerson;
  PersonChange?: PersonChange;
  PostAnswer?: PostAnswer;
  PostEnd?: PostEnd;
  LoginWish?: LoginWish;
  LoginInvitation?: LoginInvitation;
  InvitationsWish?: InvitationsWish;
  InvitedPerson?: InvitedPerson;
  InvitationsSkipped?: InvitationsSkipped;
  Invitations?: Invitations;
  LoginState?: LoginState;
  Leaving?: Leaving;
  HandOverItem?: HandOverItem;
  HandOver?: HandOver;
  Left?: Left;
  ImportProblem?: ImportProblem;
  ImportResult?: ImportResult;
  Join?: Join;
  FormSummary?: FormSummary;
  Form?: Form;
  AttachmentUploaded?: AttachmentUploaded;
  Attachment?: Attachment;
  SubmissionRequest?: SubmissionRequest;
  SubmissionAccepted?: SubmissionAccepted;
  Submission?: Submission;
  RecordColumn?: RecordColumn;
  RecordRow?: RecordRow;
  RecordPage?: RecordPage;
  RecordExport?: RecordExport;
  Deadline?: Deadline;
  CaseSummary?: CaseSummary;
  TaskSummary?: TaskSummary;
  Task?: Task;
  TaskPage?: TaskPage;
  CasePage?: CasePage;
  TimelineEntry?: TimelineEntry;
  WaitReason?: WaitReason;
  CaseDetail?: CaseDetail;
  Supervision?: Supervision;
  CaseDiagram?: CaseDiagram;
  CompleteTask?: CompleteTask;
  Reason?: Reason;
  SendBack?: SendBack;
  Transfer?: Transfer;
  Supervise?: Supervise;
  Instruct?: Instruct;
  ReplySupervision?: ReplySupervision;
  Extend?: Extend;
  CommandDone?: CommandDone;
  PublicPerson?: PublicPerson;
  ResidentMatter?: ResidentMatter;
  RatingChoice?: RatingChoice;
  ResidentPlace?: ResidentPlace;
  ResidentReport?: ResidentReport;
  ResidentReceipt?: ResidentReceipt;
  ResidentPhoto?: ResidentPhoto;
  ResidentStep?: ResidentStep;
  ResidentRatingGiven?: ResidentRatingGiven;
  ResidentProgress?: ResidentProgress;
  ResidentRating?: ResidentRating;
  ResidentReporter?: ResidentReporter;
  ContactReason?: ContactReason;
  ResidentContact?: ResidentContact;
  GridBoard?: GridBoard;
  AnnouncedFile?: AnnouncedFile;
  Notice?: Notice;
  NoticePage?: NoticePage;
  Audience?: Audience;
  AudienceFound?: AudienceFound;
  AnnouncementChoices?: AnnouncementChoices;
  NewAnnouncement?: NewAnnouncement;
  Announcement?: Announcement;
  AnnouncementPage?: AnnouncementPage;
  Receipt?: Receipt;
  AnnouncementDetail?: AnnouncementDetail;
  Reminded?: Reminded;
  NoticeWishes?: NoticeWishes;
  Pack?: Pack;
  DefinitionDraftSummary?: DefinitionDraftSummary;
  DefinitionDraft?: DefinitionDraft;
  SaveDefinitionDraft?: SaveDefinitionDraft;
  PublishDefinitionDraft?: PublishDefinitionDraft;
  DefinitionChange?: DefinitionChange;
  PublishResult?: PublishResult;
  ChannelField?: ChannelField;
  Channel?: Channel;
  ChannelChange?: ChannelChange;
  ChannelTest?: ChannelTest;
  ChannelTested?: ChannelTested;
  Delivery?: Delivery;
  DeliveryCounts?: DeliveryCounts;
  DeliveryPage?: DeliveryPage;
  DefinitionSummary?: DefinitionSummary;
  DefinitionVersion?: DefinitionVersion;
  DefinitionDetail?: DefinitionDetail;
  DeployRequest?: DeployRequest;
  DeployResult?: DeployResult;
  ChannelRule?: ChannelRule;
  MessageSetting?: MessageSetting;
  StreetMessages?: StreetMessages;
  SettingOrigin?: SettingOrigin;
  SettingBounds?: SettingBounds;
  SettingOption?: SettingOption;
  SettingColumn?: SettingColumn;
  SettingAhead?: SettingAhead;
  ParameterSetting?: ParameterSetting;
  SettingGroup?: SettingGroup;
  RungSetting?: RungSetting;
  LadderSetting?: LadderSetting;
  LevelSetting?: LevelSetting;
  SlotSetting?: SlotSetting;
  ChainLinkWords?: ChainLinkWords;
  SettingChain?: SettingChain;
  SettingExample?: SettingExample;
  StreetSettings?: StreetSettings;
  SettingChange?: SettingChange;
  SettingsPreviewRequest?: SettingsPreviewRequest;
  SettingDifference?: SettingDifference;
  RehearsalRow?: RehearsalRow;
  Rehearsal?: Rehearsal;
  SettingsPreview?: SettingsPreview;
  SettingsPublish?: SettingsPublish;
  SettingsRestore?: SettingsRestore;
  SettingsPublished?: SettingsPublished;
  SettingsVersion?: SettingsVersion;
  Figure?: Figure;
  IndicatorView?: IndicatorView;
  FigureRow?: FigureRow;
  FigureTable?: FigureTable;
  UnitChoice?: UnitChoice;
  Results?: Results;
  FigureCases?: FigureCases;
  FigureAccounts?: FigureAccounts;
  BulletinCell?: BulletinCell;
  BulletinTable?: BulletinTable;
  BulletinSection?: BulletinSection;
  Bulletin?: Bulletin;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Title".
 */
export interface Title {
  "zh-CN": string;
  en?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Problem".
 */
export interface Problem {
  code: string;
  zh: string;
  en: string;
  path?: string;
  elementId?: string;
  severity?: "error" | "warning";
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Failure".
 */
export interface Failure {
  error: FailureBody;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "FailureBody".
 */
export interface FailureBody {
  code: string;
  zh: string;
  en: string;
  path?: string;
  elementId?: string;
  requestId: string;
  problems?: Problem[];
  details?: {
    [k: string]: unknown;
  };
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Limit".
 */
export interface Limit {
  value: number;
  clock: "urgentHour" | "workHour" | "workDay" | "naturalDay";
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Position".
 */
export interface Position {
  lng: number;
  lat: number;
  accuracy?: number;
  source: "gps" | "pin" | "place";
  at?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Grant".
 */
export interface Grant {
  unit: string;
  unitTitle: Title;
  role: string;
  roleTitle: Title;
  street: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Person".
 */
export interface Person {
  id: string;
  name: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Session".
 */
export interface Session {
  person: Person;
  grants: Grant[];
  permissions: string[];
  street: string;
  csrfToken: string;
  demo: boolean;
  now: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "SignIn".
 */
export interface SignIn {
  login: string;
  password: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Welcome".
 */
export interface Welcome {
  demo: boolean;
  needsSetup: boolean;
  secure: boolean;
  city: Title;
  now: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "DemoPerson".
 */
export interface DemoPerson {
  id: string;
  name: string;
  unit: string;
  unitTitle: Title;
  role: string;
  roleTitle: Title;
  street: string;
  streetTitle: Title;
  openTasks: number;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "DemoSignIn".
 */
export interface DemoSignIn {
  personId: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Setup".
 */
export interface Setup {
  name: string;
  login: string;
  password: string;
  setupCode: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ClockMoved".
 */
export interface ClockMoved {
  now: string;
  firedTimers: number;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Unit".
 */
export interface Unit {
  code: string;
  kind: "city" | "district" | "street" | "community" | "grid" | "department";
  parent?: string;
  title: Title;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Place".
 */
export interface Place {
  code: string;
  kind: string;
  name: string;
  address: string;
  lng: number;
  lat: number;
  grid: string;
  gridTitle: Title;
  community: string;
  street: string;
  streetTitle: Title;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "GridAt".
 */
export interface GridAt {
  grid: string;
  gridTitle: Title;
  community: string;
  street: string;
  streetTitle: Title;
  nearestPlace?: Place;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "MapLayers".
 */
export interface MapLayers {
  grids: {
    [k: string]: unknown;
  };
  basemap: {
    [k: string]: unknown;
  };
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "OwnerQuestion".
 */
export interface OwnerQuestion {
  matter: string;
  placeCode?: string;
  position?: Position;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "OwnerAnswer".
 */
export interface OwnerAnswer {
  place?: Place;
  grid: string;
  gridTitle: Title;
  lead?: string;
  leadTitle?: Title;
  role?: string;
  roleTitle?: Title;
  people: Person[];
  assist: Title[];
  limit?: Limit;
  dueAt?: string;
  rule: string;
  ruleId?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Matter".
 */
export interface Matter {
  key: string;
  code: string;
  title: Title;
  largeClass: string;
  largeClassTitle: Title;
  severity: string;
  limit: Limit;
  reportForm: string;
  process: string;
  evidence: {
    [k: string]: unknown;
  };
  recent: boolean;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Vocabulary".
 */
export interface Vocabulary {
  key: string;
  title: Title;
  codes: {
    code: string;
    title: Title;
  }[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ModuleTile".
 */
export interface ModuleTile {
  key: string;
  title: Title;
  icon: string;
  form?: string;
  opens?: string;
  badge?: number;
  enabled: boolean;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Home".
 */
export interface Home {
  grid?: Title;
  counts: {
    todo: number;
    done: number;
    mine: number;
    overdue: number;
    unreadNotices: number;
  };
  tiles: ModuleTile[];
  today: {
    key: string;
    title: Title;
    done: number;
    goal: number;
    form: string;
  }[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "MapPoint".
 */
export interface MapPoint {
  lng: number;
  lat: number;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "UnitPeople".
 */
export interface UnitPeople {
  unit: Unit;
  phone?: string;
  address?: string;
  posts: {
    role: string;
    roleTitle: Title;
    leads: boolean;
    people: Person[];
  }[];
  adds: ("community" | "department")[];
  mayChange: boolean;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "FormerUnit".
 */
export interface FormerUnit {
  unit: Unit;
  parentTitle?: Title;
  closedAt?: string;
  mayReopen: boolean;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Organisation".
 */
export interface Organisation {
  units: UnitPeople[];
  former: FormerUnit[];
  mayManage: boolean;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "UnitDetail".
 */
export interface UnitDetail {
  unit: Unit;
  phone?: string;
  address?: string;
  revision: string;
  mayRename: boolean;
  mayClose: boolean;
  parents: Unit[];
  ties: Problem[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "NewUnit".
 */
export interface NewUnit {
  kind: "community" | "department";
  parent: string;
  title: UnitTitle;
  phone?: string;
  address?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "UnitTitle".
 */
export interface UnitTitle {
  "zh-CN": string;
  en: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "UnitChange".
 */
export interface UnitChange {
  revision: string;
  parent?: string;
  title: UnitTitle;
  phone?: string;
  address?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "UnitClosing".
 */
export interface UnitClosing {
  revision: string;
  note?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "UnitChanged".
 */
export interface UnitChanged {
  unit: string;
  version: number;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Gap".
 */
export interface Gap {
  kind:
    | "gridWithoutWorker"
    | "workerInTwoGrids"
    | "gridTooSmall"
    | "gridTooLarge"
    | "unitWithoutLeader"
    | "roleWithoutPeople"
    | "flowRoleEmpty"
    | "communityWithoutGrid"
    | "postEnding";
  unit: string;
  unitTitle: Title;
  street: string;
  role?: string;
  roleTitle?: Title;
  person?: Person;
  others?: Title[];
  households?: number;
  range?: {
    min: number;
    max: number;
  };
  fallback?: Title;
  day?: string;
  coming?: {
    person: Person;
    day: string;
  };
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "GridArea".
 */
export interface GridArea {
  unit: string;
  community: string;
  title: Title;
  /**
   * @maxItems 2000
   */
  ring: MapPoint[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "StreetGrids".
 */
export interface StreetGrids {
  street: string;
  revision: string;
  grids: {
    area: GridArea;
    households: number;
    places: number;
    openCases: number;
    people: Person[];
  }[];
  communities: Unit[];
  usedCodes: string[];
  range: {
    min: number;
    max: number;
  };
  neighbours: GridArea[];
  basemap: {
    [k: string]: unknown;
  };
  mayManage: boolean;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "GridsChange".
 */
export interface GridsChange {
  street: string;
  revision: string;
  checkOnly: boolean;
  note: string;
  /**
   * @maxItems 500
   */
  grids: GridArea[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "GridProblem".
 */
export interface GridProblem {
  problem: Problem;
  at: MapPoint[][];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "GridsChanged".
 */
export interface GridsChanged {
  published: boolean;
  version?: number;
  movedPlaces: number;
  added: string[];
  removed: string[];
  problems: GridProblem[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "PersonPost".
 */
export interface PersonPost {
  unit: string;
  unitTitle: Title;
  role: string;
  roleTitle: Title;
  from: string;
  to?: string;
  until?: string;
  state:
    "proposed" | "planned" | "current" | "ended" | "declined" | "withdrawn";
  mine: boolean;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "PersonSummary".
 */
export interface PersonSummary {
  id: string;
  name: string;
  state: "active" | "left";
  workPhone?: string;
  login?: string;
  loginState: "none" | "invited" | "active" | "locked" | "closed";
  posts: PersonPost[];
  leftAt?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "PersonPage".
 */
export interface PersonPage {
  items: PersonSummary[];
  total: number;
  next?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "PersonDetail".
 */
export interface PersonDetail {
  person: PersonSummary;
  revision: number;
  openTasks: number;
  invitedUntil?: string;
  lockedUntil?: string;
  history: PersonPost[];
  actions: ("change" | "appoint" | "invite" | "lock" | "unlock" | "leave")[];
  appointable: PostChoice[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "PostChoice".
 */
export interface PostChoice {
  unit: string;
  role: string;
  proposal: boolean;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "PostName".
 */
export interface PostName {
  unit: string;
  role: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "PostWish".
 */
export interface PostWish {
  unit: string;
  role: string;
  from?: string;
  until?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "NewPerson".
 */
export interface NewPerson {
  name: string;
  workPhone?: string;
  login?: string;
  /**
   * @minItems 1
   * @maxItems 20
   */
  posts: [PostWish, ...PostWish[]];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "PersonChange".
 */
export interface PersonChange {
  name: string;
  workPhone?: string;
  revision: number;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "PostAnswer".
 */
export interface PostAnswer {
  unit: string;
  role: string;
  agreed: boolean;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "PostEnd".
 */
export interface PostEnd {
  unit: string;
  role: string;
  successor?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "LoginWish".
 */
export interface LoginWish {
  login?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "LoginInvitation".
 */
export interface LoginInvitation {
  login: string;
  code: string;
  link: string;
  until: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "InvitationsWish".
 */
export interface InvitationsWish {
  /**
   * @maxItems 5000
   */
  people?: string[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "InvitedPerson".
 */
export interface InvitedPerson {
  id: string;
  name: string;
  posts: Title[];
  login: string;
  code: string;
  link: string;
  until: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "InvitationsSkipped".
 */
export interface InvitationsSkipped {
  id: string;
  name: string;
  problem: Problem;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Invitations".
 */
export interface Invitations {
  items: InvitedPerson[];
  skipped: InvitationsSkipped[];
  sheet: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "LoginState".
 */
export interface LoginState {
  state: "locked" | "active";
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Leaving".
 */
export interface Leaving {
  successor?: string;
  note?: string;
  expected: number;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "HandOverItem".
 */
export interface HandOverItem {
  caseId: string;
  number: string;
  task: string;
  title: string;
  kind: "successor" | "group" | "fallback" | "nobody";
  to?: Title;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "HandOver".
 */
export interface HandOver {
  total: number;
  items: HandOverItem[];
  groups: {
    kind: string;
    to: Title;
    count: number;
  }[];
  successors: {
    id: string;
    name: string;
    title: Title;
    same: boolean;
  }[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Left".
 */
export interface Left {
  moved: number;
  groups: {
    kind: string;
    to: Title;
    count: number;
  }[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ImportProblem".
 */
export interface ImportProblem {
  line: number;
  column: string;
  columnTitle: string;
  code: string;
  zh: string;
  en: string;
  value?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ImportResult".
 */
export interface ImportResult {
  rows: number;
  good: number;
  bad: number;
  people: number;
  posts: number;
  unchanged: number;
  imported: boolean;
  added: string[];
  problems: ImportProblem[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Join".
 */
export interface Join {
  code: string;
  password: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "FormSummary".
 */
export interface FormSummary {
  key: string;
  version: number;
  title: Title;
  hash: string;
  module?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Form".
 */
export interface Form {
  key: string;
  version: number;
  title: Title;
  hash: string;
  street: string;
  schema: {
    [k: string]: unknown;
  };
  uiSchema: {
    [k: string]: unknown;
  };
  messages: {
    [k: string]: unknown;
  };
  validatorUrl: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "AttachmentUploaded".
 */
export interface AttachmentUploaded {
  id: string;
  sha256: string;
  name: string;
  type: string;
  size: number;
  street: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Attachment".
 */
export interface Attachment {
  id: string;
  name: string;
  type: string;
  size: number;
  at: string;
  position?: Position;
  by: string;
  item?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "SubmissionRequest".
 */
export interface SubmissionRequest {
  id: string;
  form: string;
  formVersion: number;
  data: {
    [k: string]: unknown;
  };
  position?: Position;
  placeCode?: string;
  deviceTime?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "SubmissionAccepted".
 */
export interface SubmissionAccepted {
  id: string;
  form: string;
  formVersion: number;
  acceptedAt: string;
  case?: CaseSummary;
  raised: CaseSummary[];
  repeated: boolean;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "CaseSummary".
 */
export interface CaseSummary {
  id: string;
  number: string;
  street: string;
  streetTitle: Title;
  matter: string;
  title: string;
  address: string;
  grid: string;
  gridTitle: Title;
  state: string;
  stateTitle: Title;
  level: string;
  levelTitle: Title;
  severity: string;
  lead?: string;
  leadTitle?: Title;
  openedAt: string;
  closedAt?: string;
  deadline?: Deadline;
  returns: number;
  reworks: number;
  channel?: "staff" | "resident";
  rating?: string;
  reopens?: number;
  cards: {
    yellow: number;
    red: number;
  };
  suspended: boolean;
  supervised: boolean;
  position?: Position;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Deadline".
 */
export interface Deadline {
  dueAt: string;
  limit?: Limit;
  light: "green" | "yellow" | "red" | "grey";
  percent?: number;
  words: Title;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Submission".
 */
export interface Submission {
  id: string;
  form: string;
  formVersion: number;
  formTitle: Title;
  data: {
    [k: string]: unknown;
  };
  by: Person;
  at: string;
  taskName?: string;
  attachments: Attachment[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "RecordColumn".
 */
export interface RecordColumn {
  key: string;
  title: Title;
  kind: string;
  isOld: boolean;
  isHidden: boolean;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "RecordRow".
 */
export interface RecordRow {
  id: string;
  street: string;
  at: string;
  by: Person;
  unit: Title;
  formVersion: number;
  cells: {
    [k: string]: unknown;
  };
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "RecordPage".
 */
export interface RecordPage {
  total: number;
  next?: string;
  columns: RecordColumn[];
  rows: RecordRow[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "RecordExport".
 */
export interface RecordExport {
  street?: string;
  from?: string;
  to?: string;
  grid?: string;
  person?: string;
  q?: string;
  mine?: boolean;
  /**
   * @maxItems 500
   */
  columns: string[];
  language: "zh-CN" | "en";
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "TaskSummary".
 */
export interface TaskSummary {
  id: string;
  street: string;
  name: string;
  stage?: string;
  case: CaseSummary;
  assignee?: Person;
  candidates: string[];
  createdAt: string;
  deadline?: Deadline;
  priority: number;
  completedAt?: string;
  overdue: boolean;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Task".
 */
export interface Task {
  task: TaskSummary;
  case: CaseDetail;
  form?: Form;
  inputs: {
    [k: string]: unknown;
  };
  fieldRights: {
    path: string;
    right: "editable" | "readOnly" | "hidden";
  }[];
  actions: string[];
  transferTo?: {
    group: string;
    title: Title;
    people: Person[];
  }[];
  sendBackTo?: {
    elementId: string;
    name: string;
  }[];
  revision: number;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "CaseDetail".
 */
export interface CaseDetail {
  summary: CaseSummary;
  place?: Place;
  position?: Position;
  description: string;
  reporter: Person;
  report?: Submission;
  submissions: Submission[];
  attachments: Attachment[];
  openTasks: TaskSummary[];
  timeline: TimelineEntry[];
  waits: WaitReason[];
  owner?: {
    [k: string]: unknown;
  };
  resident?: ResidentReporter;
  supervisions?: Supervision[];
  instructTo?: {
    unit: string;
    title: Title;
  }[];
  actions: string[];
  revision: number;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "TimelineEntry".
 */
export interface TimelineEntry {
  at: string;
  kind: string;
  title: Title;
  by?: Person;
  note?: string;
  submissionId?: string;
  elementId?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "WaitReason".
 */
export interface WaitReason {
  elementId: string;
  kind: string;
  zh: string;
  en: string;
  since: string;
  until?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ResidentReporter".
 */
export interface ResidentReporter {
  phone?: string;
  canAsk: boolean;
  ratings: ResidentRatingGiven[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ResidentRatingGiven".
 */
export interface ResidentRatingGiven {
  rating: string;
  title: Title;
  remarks?: string;
  at: string;
  reopened: boolean;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Supervision".
 */
export interface Supervision {
  id: string;
  requirement: string;
  by: Person;
  at: string;
  dueAt?: string;
  reply?: string;
  repliedBy?: Person;
  repliedAt?: string;
  unit?: string;
  unitTitle?: Title;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "TaskPage".
 */
export interface TaskPage {
  items: TaskSummary[];
  total: number;
  next?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "CasePage".
 */
export interface CasePage {
  items: CaseSummary[];
  total: number;
  next?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "CaseDiagram".
 */
export interface CaseDiagram {
  processKey: string;
  xml: string;
  tokens: {
    elementId: string;
    count: number;
  }[];
  done: string[];
  flows: string[];
  waits: WaitReason[];
  called: {
    processKey: string;
    xml: string;
    tokens: {
      elementId: string;
      count: number;
    }[];
    done: string[];
    flows: string[];
  }[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "CompleteTask".
 */
export interface CompleteTask {
  submissionId: string;
  data: {
    [k: string]: unknown;
  };
  revision?: number;
  deviceTime?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Reason".
 */
export interface Reason {
  reason: string;
  revision?: number;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "SendBack".
 */
export interface SendBack {
  reason: string;
  toElementId?: string;
  revision?: number;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Transfer".
 */
export interface Transfer {
  reason: string;
  personId?: string;
  group?: string;
  revision?: number;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Supervise".
 */
export interface Supervise {
  requirement: string;
  limit?: Limit;
  revision?: number;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Instruct".
 */
export interface Instruct {
  instruction: string;
  unit: string;
  limit?: Limit;
  revision?: number;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ReplySupervision".
 */
export interface ReplySupervision {
  supervisionId: string;
  reply: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Extend".
 */
export interface Extend {
  elementId?: string;
  by: Limit;
  reason: string;
  revision?: number;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "CommandDone".
 */
export interface CommandDone {
  case: CaseSummary;
  revision: number;
  message: Title;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "PublicPerson".
 */
export interface PublicPerson {
  name: string;
  phone?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ResidentMatter".
 */
export interface ResidentMatter {
  matter: string;
  icon: string;
  title: Title;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "RatingChoice".
 */
export interface RatingChoice {
  code: string;
  title: Title;
  needsWords: boolean;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ResidentPlace".
 */
export interface ResidentPlace {
  code: string;
  kind: "grid" | "place";
  name: Title;
  address: string;
  grid: string;
  gridTitle: Title;
  communityTitle: Title;
  street: string;
  streetTitle: Title;
  worker?: PublicPerson;
  matters: ResidentMatter[];
  urgent: Title;
  privacy: Title[];
  form: Form;
  now: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ResidentReport".
 */
export interface ResidentReport {
  id: string;
  code: string;
  formVersion: number;
  data: {
    [k: string]: unknown;
  };
  position?: Position;
  sender: string;
  device: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ResidentReceipt".
 */
export interface ResidentReceipt {
  id: string;
  number: string;
  token: string;
  path: string;
  acceptedAt: string;
  expiresAt: string;
  repeated: boolean;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ResidentPhoto".
 */
export interface ResidentPhoto {
  id: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ResidentStep".
 */
export interface ResidentStep {
  at: string;
  words: Title;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ResidentProgress".
 */
export interface ResidentProgress {
  number: string;
  title: Title;
  address: string;
  streetTitle: Title;
  gridTitle: Title;
  reportedAt: string;
  state: string;
  words: Title;
  finished: boolean;
  late: boolean;
  dueAt?: string;
  steps: ResidentStep[];
  result?: string;
  photos: string[];
  canRate: boolean;
  rateUntil?: string;
  ratings: RatingChoice[];
  given: ResidentRatingGiven[];
  thanks?: Title;
  expiresAt: string;
  now: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ResidentRating".
 */
export interface ResidentRating {
  rating: string;
  remarks?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ContactReason".
 */
export interface ContactReason {
  reason: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ResidentContact".
 */
export interface ResidentContact {
  phone: string;
  deletedAt: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "GridBoard".
 */
export interface GridBoard {
  grid: string;
  number: string;
  title: Title;
  communityTitle: Title;
  streetTitle: Title;
  worker?: PublicPerson;
  leader?: PublicPerson;
  duties: Title[];
  link: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "AnnouncedFile".
 */
export interface AnnouncedFile {
  id: string;
  name: string;
  type: string;
  size: number;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Notice".
 */
export interface Notice {
  id: string;
  street?: string;
  at: string;
  title: Title;
  body: Title;
  caseId?: string;
  read: boolean;
  urgent?: boolean;
  confirm?: boolean;
  confirmedAt?: string;
  announcementId?: string;
  from?: Title;
  files?: AnnouncedFile[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "NoticePage".
 */
export interface NoticePage {
  items: Notice[];
  unread: number;
  toConfirm?: number;
  total?: number;
  cursor?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Audience".
 */
export interface Audience {
  /**
   * @minItems 1
   * @maxItems 200
   */
  units: [string, ...string[]];
  /**
   * @minItems 1
   * @maxItems 30
   */
  roles: [string, ...string[]];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "AudienceFound".
 */
export interface AudienceFound {
  people: number;
  emptyRoles: Title[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "AnnouncementChoices".
 */
export interface AnnouncementChoices {
  from: {
    code: string;
    title: Title;
  }[];
  units: {
    code: string;
    title: Title;
    parent?: string;
  }[];
  roles: {
    key: string;
    title: Title;
  }[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "NewAnnouncement".
 */
export interface NewAnnouncement {
  id: string;
  unit: string;
  title: string;
  body: string;
  /**
   * @minItems 1
   * @maxItems 200
   */
  units: [string, ...string[]];
  /**
   * @minItems 1
   * @maxItems 30
   */
  roles: [string, ...string[]];
  confirm: boolean;
  urgent: boolean;
  /**
   * @maxItems 10
   */
  files?: string[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Announcement".
 */
export interface Announcement {
  id: string;
  street: string;
  unit: string;
  unitTitle: Title;
  by: string;
  at: string;
  title: string;
  body: string;
  units: Title[];
  roles: Title[];
  confirm: boolean;
  urgent: boolean;
  receivers: number;
  read: number;
  confirmed: number;
  remindedAt?: string;
  files: AnnouncedFile[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "AnnouncementPage".
 */
export interface AnnouncementPage {
  items: Announcement[];
  total: number;
  cursor?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Receipt".
 */
export interface Receipt {
  personId: string;
  name: string;
  posts: Title[];
  readAt?: string;
  confirmedAt?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "AnnouncementDetail".
 */
export interface AnnouncementDetail {
  announcement: Announcement;
  receipts: Receipt[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Reminded".
 */
export interface Reminded {
  people: number;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "NoticeWishes".
 */
export interface NoticeWishes {
  email: string;
  phone: string;
  wecomId: string;
  dingtalkId: string;
  /**
   * @maxItems 4
   */
  off: ("email" | "wecom" | "dingtalk" | "sms")[];
  language: "zh-CN" | "en";
  /**
   * @maxItems 4
   */
  open: ("email" | "wecom" | "dingtalk" | "sms")[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Pack".
 */
export interface Pack {
  key: string;
  title: Title;
  level: string;
  levelKind: string;
  prefix: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "DefinitionDraftSummary".
 */
export interface DefinitionDraftSummary {
  pack: string;
  packTitle: Title;
  kind: string;
  key: string;
  title: Title;
  editSequence: number;
  by: Person;
  at: string;
  publishedVersion?: number;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "DefinitionDraft".
 */
export interface DefinitionDraft {
  pack: string;
  kind: string;
  key: string;
  content?: string;
  editSequence: number;
  isChanged: boolean;
  by?: Person;
  at?: string;
  baseVersion?: number;
  publishedVersion?: number;
  problems: Problem[];
  validatorUrl?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "SaveDefinitionDraft".
 */
export interface SaveDefinitionDraft {
  content: string;
  editSequence: number;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "PublishDefinitionDraft".
 */
export interface PublishDefinitionDraft {
  note: string;
  editSequence: number;
  checkOnly?: boolean;
  baseVersion?: number;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "DefinitionChange".
 */
export interface DefinitionChange {
  severity: "safe" | "attention" | "lossy";
  zh: string;
  en: string;
  item?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "PublishResult".
 */
export interface PublishResult {
  published: boolean;
  version?: number;
  problems: Problem[];
  changes: DefinitionChange[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ChannelField".
 */
export interface ChannelField {
  name: string;
  title: Title;
  help: Title;
  secret: boolean;
  required: boolean;
  set: boolean;
  value?: string;
  kind: "text" | "httpUrl" | "smtpUrl" | "mailbox" | "json";
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Channel".
 */
export interface Channel {
  kind: "email" | "wecom" | "dingtalk" | "sms";
  street: string;
  streetTitle: Title;
  title: Title;
  on: boolean;
  isSetUp: boolean;
  inherited: boolean;
  readable: boolean;
  revision: number;
  changedAt?: string;
  changedBy?: string;
  fields: ChannelField[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ChannelChange".
 */
export interface ChannelChange {
  on: boolean;
  revision: number;
  settings: {
    [k: string]: string;
  };
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ChannelTest".
 */
export interface ChannelTest {
  to?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ChannelTested".
 */
export interface ChannelTested {
  ok: boolean;
  address: string;
  error?: Title;
  detail?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Delivery".
 */
export interface Delivery {
  id: string;
  street: string;
  streetTitle: Title;
  channel: "email" | "wecom" | "dingtalk" | "sms";
  person: string;
  title: Title;
  address: string;
  urgent: boolean;
  state: "waiting" | "retrying" | "sent" | "failed";
  tries: number;
  at: string;
  nextAt?: string;
  sentAt?: string;
  error?: Title;
  detail?: string;
  personId: string;
  together: boolean;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "DeliveryCounts".
 */
export interface DeliveryCounts {
  waiting: number;
  retrying: number;
  sent: number;
  failed: number;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "DeliveryPage".
 */
export interface DeliveryPage {
  items: Delivery[];
  total: number;
  cursor?: string;
  counts: DeliveryCounts;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "DefinitionSummary".
 */
export interface DefinitionSummary {
  kind: string;
  key: string;
  pack: string;
  packTitle: Title;
  title: Title;
  version: number;
  publishedAt: string;
  openInstances: number;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "DefinitionVersion".
 */
export interface DefinitionVersion {
  version: number;
  publishedAt: string;
  by: string;
  hash: string;
  note: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "DefinitionDetail".
 */
export interface DefinitionDetail {
  summary: DefinitionSummary;
  versions: DefinitionVersion[];
  content: string;
  resolved?: {
    [k: string]: unknown;
  };
  problems: Problem[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "DeployRequest".
 */
export interface DeployRequest {
  kind:
    | "form"
    | "process"
    | "decision"
    | "ladder"
    | "calendar"
    | "vocabulary"
    | "matter";
  pack: string;
  content: string;
  checkOnly?: boolean;
  note?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "DeployResult".
 */
export interface DeployResult {
  deployed: boolean;
  key?: string;
  version?: number;
  problems: Problem[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ChannelRule".
 */
export interface ChannelRule {
  roles: string[];
  send: ("email" | "wecom" | "dingtalk" | "sms")[];
  orElse: ("email" | "wecom" | "dingtalk" | "sms")[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "MessageSetting".
 */
export interface MessageSetting {
  key: string;
  name: Title;
  about: Title;
  urgent: boolean;
  title: Title;
  body: Title;
  brief?: Title;
  channels: ChannelRule[];
  above: {
    title: Title;
    body: Title;
    brief?: Title;
    channels: ChannelRule[];
  };
  gaps: {
    name: string;
    title: Title;
  }[];
  origin?: SettingOrigin;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "SettingOrigin".
 */
export interface SettingOrigin {
  by: string;
  at: string;
  why: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "StreetMessages".
 */
export interface StreetMessages {
  street: string;
  title: Title;
  version: number;
  mayPublish: boolean;
  roles: SettingOption[];
  messages: MessageSetting[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "SettingOption".
 */
export interface SettingOption {
  value: string;
  title: Title;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "SettingBounds".
 */
export interface SettingBounds {
  clock?: string;
  min?: number;
  max?: number;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "SettingColumn".
 */
export interface SettingColumn {
  key: string;
  title: Title;
  type: string;
  options: SettingOption[];
  bounds: SettingBounds[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "SettingAhead".
 */
export interface SettingAhead {
  from: string;
  value: unknown;
  words: Title;
  origin?: SettingOrigin;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ParameterSetting".
 */
export interface ParameterSetting {
  key: string;
  type:
    | "number"
    | "limit"
    | "role"
    | "orgUnit"
    | "text"
    | "list"
    | "table"
    | "switch";
  title: Title;
  help: Title;
  value: unknown;
  words: Title;
  above: unknown;
  aboveWords: Title;
  isOwn: boolean;
  isLive: boolean;
  mayBeEmpty: boolean;
  isWhole: boolean;
  origin?: SettingOrigin;
  since?: string;
  ahead: SettingAhead[];
  bounds: SettingBounds[];
  options: SettingOption[];
  columns: SettingColumn[];
  entryType?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "SettingGroup".
 */
export interface SettingGroup {
  key: string;
  title: Title;
  settings: ParameterSetting[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "RungSetting".
 */
export interface RungSetting {
  id: string;
  percent: number;
  action: string;
  recipients?: string[];
  above?: {
    percent: number;
    recipients?: string[];
  };
  isOwn: boolean;
  mayPercent: "free" | "lower" | "no";
  mayRecipients: boolean;
  origin?: SettingOrigin;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "LadderSetting".
 */
export interface LadderSetting {
  key: string;
  title: Title;
  mayAdd: boolean;
  rungs: RungSetting[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "LevelSetting".
 */
export interface LevelSetting {
  code: string;
  title: Title;
  above?: Title;
  origin?: SettingOrigin;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "SlotSetting".
 */
export interface SlotSetting {
  definition: string;
  item: string;
  title: Title;
  filling: Title;
  origin: SettingOrigin;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ChainLinkWords".
 */
export interface ChainLinkWords {
  level: Title;
  holders: Title[];
  limit?: Title;
  percent?: number;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "SettingChain".
 */
export interface SettingChain {
  title: Title;
  matter: string;
  sentence: Title;
  links: ChainLinkWords[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "SettingExample".
 */
export interface SettingExample {
  matter: string;
  title: Title;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "StreetSettings".
 */
export interface StreetSettings {
  street: string;
  title: Title;
  base: {
    title: Title;
    version: number;
  };
  version: number;
  publishedAt?: string;
  publishedBy?: string;
  today: string;
  mayPublish: boolean;
  groups: SettingGroup[];
  ladders: LadderSetting[];
  levels: LevelSetting[];
  slots: SlotSetting[];
  recipients: SettingOption[];
  actions: SettingOption[];
  clocks: SettingOption[];
  examples: SettingExample[];
  chains: SettingChain[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "SettingChange".
 */
export interface SettingChange {
  kind: "parameter" | "ladder" | "vocabulary" | "process" | "message";
  definition: string;
  item: string;
  action: "set" | "add" | "return";
  attribute?: string;
  value?: unknown;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "SettingsPreviewRequest".
 */
export interface SettingsPreviewRequest {
  version: number;
  /**
   * @maxItems 200
   */
  changes: SettingChange[];
  from?: string;
  matter?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "SettingDifference".
 */
export interface SettingDifference {
  title: Title;
  before: Title;
  after: Title;
  by?: string;
  why?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "RehearsalRow".
 */
export interface RehearsalRow {
  at: string;
  when: Title;
  kind:
    | "start"
    | "task"
    | "remind"
    | "urge"
    | "yellowCard"
    | "redCard"
    | "escalate"
    | "supervise"
    | "incident"
    | "end";
  title: Title;
  people: Title[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Rehearsal".
 */
export interface Rehearsal {
  chain: SettingChain[];
  rows: RehearsalRow[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "SettingsPreview".
 */
export interface SettingsPreview {
  problems: Problem[];
  differences: SettingDifference[];
  example: {
    matter: string;
    title: Title;
    at: string;
    when: Title;
    place: Title;
  };
  before: Rehearsal;
  after?: Rehearsal;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "SettingsPublish".
 */
export interface SettingsPublish {
  version: number;
  /**
   * @minItems 1
   * @maxItems 200
   */
  changes: [SettingChange, ...SettingChange[]];
  reason: string;
  from?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "SettingsRestore".
 */
export interface SettingsRestore {
  version: number;
  to: number;
  reason: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "SettingsPublished".
 */
export interface SettingsPublished {
  version: number;
  differences: SettingDifference[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "SettingsVersion".
 */
export interface SettingsVersion {
  version: number;
  at: string;
  by: string;
  note: string;
  isCurrent: boolean;
  differences: SettingDifference[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Figure".
 */
export interface Figure {
  id: string;
  value: number | null;
  counted: number;
  of: number;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "IndicatorView".
 */
export interface IndicatorView {
  id: string;
  title: Title;
  formula: Title;
  group?: string;
  headline?: boolean;
  over: "case" | "account";
  unit: "count" | "percent" | "hours";
  direction: "higher" | "lower" | "none";
  numerator: string;
  denominator?: string;
  target?: number;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "FigureRow".
 */
export interface FigureRow {
  code: string;
  title: Title;
  figures: Figure[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "FigureTable".
 */
export interface FigureTable {
  by: "units" | "grids" | "classes" | "departments" | "accounts";
  rows: FigureRow[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "UnitChoice".
 */
export interface UnitChoice {
  code: string;
  title: Title;
  kind: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Results".
 */
export interface Results {
  unit: UnitChoice;
  month: string;
  asOf: string;
  largeClass?: string;
  units: UnitChoice[];
  months: string[];
  classes: {
    key: string;
    title: Title;
  }[];
  indicators: IndicatorView[];
  groups: {
    key: string;
    title: Title;
  }[];
  figures: Figure[];
  trend: {
    month: string;
    figures: Figure[];
  }[];
  lastYear?: Figure[];
  tables: FigureTable[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "FigureCases".
 */
export interface FigureCases {
  unit: UnitChoice;
  month: string;
  indicator: IndicatorView;
  of?: Title;
  items: CaseSummary[];
  total: number;
  next?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "FigureAccounts".
 */
export interface FigureAccounts {
  unit: UnitChoice;
  month: string;
  indicator: IndicatorView;
  of?: Title;
  items: {
    person: Person;
    posts: Title[];
    active: boolean;
  }[];
  total: number;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "BulletinCell".
 */
export interface BulletinCell {
  text: Title;
  value?: number;
  link?: string;
  caseId?: string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "BulletinTable".
 */
export interface BulletinTable {
  columns: Title[];
  rows: BulletinCell[][];
  more?: {
    text: Title;
    link: string;
  }[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "BulletinSection".
 */
export interface BulletinSection {
  id: string;
  title: Title;
  paragraphs: Title[];
  table?: BulletinTable;
  notes: Title[];
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "Bulletin".
 */
export interface Bulletin {
  unit: UnitChoice;
  month: string;
  issuer: Title;
  heading: Title;
  issue: Title;
  date: Title;
  asOf: string;
  remark?: Title;
  isPreliminary: boolean;
  isEmpty: boolean;
  units: UnitChoice[];
  months: string[];
  sections: BulletinSection[];
}
