/** The clock of a task or case: colour, sign and words together, never colour alone. */
import type { Deadline, Title } from "../../server/contract/types.ts";
import { Icon, type IconName } from "./icons.tsx";

const signs: Readonly<Record<Deadline["light"], IconName>> = {
  green: "clock",
  yellow: "warning",
  red: "overdue",
  grey: "pause",
};

interface DeadlineBadgeProps {
  readonly deadline: Deadline;
  readonly say: (title: Title) => string;
  /** The clock has stopped for good, not only for a pause. */
  readonly isOver?: boolean;
}

const signOf = ({ light }: Deadline, isOver: boolean): IconName =>
  isOver && light === "grey" ? "check" : signs[light];

export function DeadlineBadge({ deadline, say, isOver = false }: DeadlineBadgeProps) {
  return (
    <span className={`g-badge ${deadline.light}`}>
      <Icon name={signOf(deadline, isOver)} size={16} />
      {say(deadline.words)}
    </span>
  );
}

/** A bar that fills as the time runs out. */
export function DeadlineBar({ deadline, say, isOver = false }: DeadlineBadgeProps) {
  const percent = Math.min(100, Math.max(0, deadline.percent ?? (deadline.light === "red" ? 100 : 0)));
  return (
    <div className={`g-clock ${deadline.light}`}>
      <span className="g-clock-words">
        <Icon name={signOf(deadline, isOver)} size={20} />
        {say(deadline.words)}
      </span>
      <span className="g-clock-track" aria-hidden="true">
        <span style={{ width: `${percent}%` }} />
      </span>
    </div>
  );
}
