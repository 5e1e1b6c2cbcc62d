/** What every command must say about itself; the table of them is `commands/index.ts`. */
import type { CommandOf, CommandType } from "../../model/command.ts";
import type { Rejection, Run } from "../run.ts";

export interface CommandRule<T extends CommandType = CommandType> {
  /** Checks that the command fits, then does its first step; the agenda does the rest. */
  carryOut(run: Run, command: CommandOf<T>): Rejection;
  /** 挂起 stops people and clocks; machine work under way may still report back. */
  readonly isRefusedWhileSuspended?: true;
  readonly isAllowedAfterEnd?: true;
}
