/** Commands on a task; each reads again what it may have changed. */
import { useMutation } from "@tanstack/react-query";
import type {
  CommandDone,
  CompleteTask,
  SendBack,
  Task,
  TaskSummary,
  Transfer,
} from "../../../server/contract/types.ts";
import { api } from "../../app/api.ts";
import { uuidv7 } from "../../ui/uuid.ts";
import { useAfterCommand } from "../queries.ts";

const pathOf = ({ street, id }: TaskSummary): string =>
  `/tasks/${encodeURIComponent(street)}/${encodeURIComponent(id)}`;

/** The newest revision the screen has shown: older than that, somebody acted unseen. */
const revisionOf = (task: Task): number => Math.max(task.revision, task.case.revision);

export function useClaim(task: TaskSummary) {
  const afterCommand = useAfterCommand();
  return useMutation({
    mutationFn: () => api.post<CommandDone>(`${pathOf(task)}/claim`, {}, uuidv7()),
    onSuccess: afterCommand,
  });
}

export function completeTask(task: Task, body: CompleteTask): Promise<CommandDone> {
  return api.post<CommandDone>(
    `${pathOf(task.task)}/complete`,
    { ...body, revision: revisionOf(task) },
    body.submissionId,
  );
}

interface TaskCommand {
  readonly task: Task;
  readonly onDone: (done: CommandDone) => void;
}

interface Keyed {
  readonly key: string;
  readonly body: SendBack | Transfer;
}

function useTaskCommand({ task, onDone }: TaskCommand, name: "send-back" | "transfer") {
  const afterCommand = useAfterCommand();
  return useMutation({
    mutationFn: ({ body, key }: Keyed) =>
      api.post<CommandDone>(`${pathOf(task.task)}/${name}`, { ...body, revision: revisionOf(task) }, key),
    onSuccess: async (done) => {
      onDone(done);
      await afterCommand();
    },
  });
}

export const useSendBack = (command: TaskCommand) => useTaskCommand(command, "send-back");
export const useTransfer = (command: TaskCommand) => useTaskCommand(command, "transfer");
