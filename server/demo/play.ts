/** Plays one case by its story: through the real commands, with its own clock, timers firing when they are due. */
import { waitReasons } from "../../engine/index.ts";
import type { Person } from "../access/actor.ts";
import { answer, type Outcome } from "../http/outcome.ts";
import { completeTask } from "../runtime/complete-task.ts";
import { viewOf } from "../runtime/may-work.ts";
import { runCommand } from "../runtime/run-command.ts";
import type { PersonCommand, Target } from "../runtime/runtime-type.ts";
import { settleCase } from "../jobs/settle.ts";
import { findRunningCase } from "../store/instances.ts";
import { tasksOfCase, type TaskRow } from "../store/tasks.ts";
import { nextTimerOf } from "../store/timers.ts";
import { filled, upload, workHoursAfter, type Photo, type Scene, type Stage } from "./stage.ts";
import { usual, type Move, type Story } from "./story.ts";

export interface Play {
  readonly stage: Stage;
  readonly scene: Scene;
  readonly street: string;
  readonly community: string;
  readonly caseId: string;
  readonly story: Story;
  readonly photo: Omit<Photo, "when">;
  /** What the matter's closing condition says, as the handler's words. */
  readonly closing: string;
}

async function openTasks({ stage, street, caseId }: Play): Promise<readonly TaskRow[]> {
  return (await tasksOfCase(stage.store.read, street, caseId)).filter((task) => task.status === "open");
}

/** Lets time pass to `at`, stopping at every timer of the case. Out: false when it stopped because a task is gone. */
async function passTime(play: Play, at: number, taskId: string): Promise<boolean> {
  const { stage, scene, street, caseId } = play;
  for (;;) {
    const due = await nextTimerOf(stage.store.read, street, caseId);
    if (due === undefined || due > at) break;
    scene.clock.advance(Math.max(0, due - scene.clock.now()));
    await settleCase(scene.context, street, caseId);
    const open = await openTasks(play);
    if (!open.some((task) => task.id === taskId)) return false;
  }
  scene.clock.advance(Math.max(0, at - scene.clock.now()));
  return true;
}

/** When a move happens: in office hours, never before now. */
function momentOf({ stage, scene, street }: Play, task: TaskRow, move: Move): number {
  const now = scene.clock.now();
  if ("hours" in move) return workHoursAfter(stage, street, now, move.hours);
  const due = task.due_at ?? workHoursAfter(stage, street, now, 4);
  const wished = task.created_at + (due - task.created_at) * move.share;
  return workHoursAfter(stage, street, Math.max(now, wished), 0.05);
}

/** Whoever may do the task: the one who took it, else somebody of its groups. */
function workerOf({ stage, photo }: Play, task: TaskRow): Person {
  const view = viewOf(task);
  const all = view.candidateGroups.flatMap((group) => stage.groups.get(group) ?? []);
  const may = all.filter((person) => !view.excludedActors.includes(person.id));
  const found = may.find((person) => person.id === view.assignee) ?? may[photo.spot % Math.max(1, may.length)];
  if (found === undefined) throw new Error(`Expected somebody for "${task.name}" of ${task.case_id}.`);
  return found;
}

const leaderOf = ({ stage, street }: Play): Person => {
  const [leader] = stage.groups.get(`${street}/leader`) ?? [];
  if (leader === undefined) throw new Error(`Expected a leader of ${street}.`);
  return leader;
};

async function complete(
  play: Play,
  task: TaskRow,
  move: Extract<Move, { does: "complete" }>,
): Promise<Outcome<unknown>> {
  const { stage, scene, street, community, photo, closing } = play;
  const worker = workerOf(play, task);
  const photos: Record<string, readonly string[]> = {};
  for (const item of move.photos ?? [])
    photos[item] = [await upload(stage, scene, worker, { ...photo, when: "after" })];
  const data = { ...filled(move.data, { street, community, closing }), ...photos };
  const body = { submissionId: scene.context.ports.ids.uuid(), data };
  return completeTask(scene.context, worker, { street, taskId: task.id }, body, {});
}

/** A colleague of the same group takes over. */
function colleagueOf(play: Play, task: TaskRow): Person {
  const worker = workerOf(play, task);
  const colleagues = viewOf(task).candidateGroups.flatMap((group) => play.stage.groups.get(group) ?? []);
  return colleagues.find((person) => person.id !== worker.id) ?? worker;
}

async function command(
  play: Play,
  task: TaskRow,
  move: Exclude<Move, { does: "complete" | "wait" }>,
): Promise<Outcome<unknown>> {
  const { scene, street, caseId } = play;
  const run = (person: Person, target: Target, body: PersonCommand) =>
    runCommand(scene.context, person, target, body, {});
  const aboutCase = { street, caseId };
  const aboutTask = { street, taskId: task.id };
  switch (move.does) {
    case "claim": {
      const worker = workerOf(play, task);
      return run(worker, aboutTask, { type: "claimTask", assignee: worker.id });
    }
    case "passOn":
      return run(workerOf(play, task), aboutTask, {
        ...{ type: "transferTask", assignee: colleagueOf(play, task).id, reason: move.reason },
      });
    case "suspend":
      return run(leaderOf(play), aboutCase, { type: "suspend", reason: move.reason });
    case "resume":
      return run(leaderOf(play), aboutCase, { type: "resume", reason: "条件已具备，恢复办理" });
    case "cancel":
      return run(leaderOf(play), aboutCase, { type: "cancel", reason: move.reason });
    case "supervise":
      return run(leaderOf(play), aboutCase, { type: "supervise", requirement: move.requirement });
    case "reply":
      return run(workerOf(play, task), aboutCase, { type: "replySupervision", ...(await replyTo(play)) });
  }
}

async function replyTo({ stage, street, caseId }: Play) {
  const running = await findRunningCase(stage.store.read, street, caseId);
  const state = JSON.parse(running?.instance.state ?? "{}") as Parameters<typeof waitReasons>[1];
  return { supervisionId: Object.keys(state.supervisions ?? {})[0] ?? "", reply: "已安排专人处置，今日内完成" };
}

function act(play: Play, task: TaskRow, move: Move): Promise<Outcome<unknown>> {
  if (move.does === "wait") return Promise.resolve(answer(undefined));
  return move.does === "complete" ? complete(play, task, move) : command(play, task, move);
}

/** The next move for the form that stands open; a story's list is used up one by one. */
function moveFor({ story }: Play, task: TaskRow, used: Map<string, number>): Move {
  const form = task.form_key ?? "";
  const at = used.get(form) ?? 0;
  used.set(form, at + 1);
  const move = story.moves[form]?.[at] ?? usual[form];
  if (move === undefined) throw new Error(`Expected a usual move for the form "${form}".`);
  return move;
}

/** A story cannot end in a fault: what is refused shows that story and flow do not fit. */
function require(play: Play, task: TaskRow, outcome: Outcome<unknown>): void {
  if (outcome.ok) return;
  const reasons = outcome.problems.map(({ code, zh, path }) => `${code} ${path ?? ""} ${zh}`).join("; ");
  throw new Error(`The story "${play.story.key}" stops at "${task.name}" of ${play.caseId}: ${reasons}`);
}

/** Moves of one story at most; beyond that it runs in a circle. */
const MOST_MOVES = 60;

/** Plays from the report to the case's end, or to today. */
export async function play(given: Play): Promise<void> {
  const { stage, scene, street, caseId } = given;
  const used = new Map<string, number>();
  for (let count = 0; count < MOST_MOVES; count++) {
    await settleCase(scene.context, street, caseId);
    const [task] = await openTasks(given);
    if (task === undefined) return;
    const move = moveFor(given, task, used);
    const at = move.does === "wait" ? stage.until : momentOf(given, task, move);
    if (!(await passTime(given, Math.min(at, stage.until), task.id))) continue;
    if (at >= stage.until) return;
    require(given, task, await act(given, task, move));
  }
  throw new Error(`The story "${given.story.key}" of ${caseId} has not ended after ${MOST_MOVES} moves.`);
}
