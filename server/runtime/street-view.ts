/** One street's content, indexed once for the questions that come all day. */
import type { Calendar } from "../../engine/model/time.ts";
import type { Title } from "../../engine/model/title.ts";
import type { ModuleTile, Vocabulary } from "../contract/types.ts";
import type { StreetContent } from "./build-content.ts";
import type { CatalogueMatter, DailyGoal, MessageText, ResidentContent } from "./catalogue-type.ts";
import { residentContentOf } from "./resident-content.ts";
import {
  calendarOf,
  dailyGoalsOf,
  finalStatesOf,
  mattersOf,
  messagesOf,
  tilesOf,
  vocabulariesOf,
} from "./street-words.ts";

export interface StreetView {
  readonly content: StreetContent;
  readonly matters: readonly CatalogueMatter[];
  readonly matter: ReadonlyMap<string, CatalogueMatter>;
  readonly vocabularies: readonly Vocabulary[];
  /** By `<vocabulary>/<code>`. */
  readonly words: ReadonlyMap<string, Title>;
  readonly tiles: readonly ModuleTile[];
  readonly dailyGoals: readonly DailyGoal[];
  readonly messages: ReadonlyMap<string, MessageText>;
  readonly calendar: Calendar;
  readonly finalStates: ReadonlySet<string>;
  readonly residents: ResidentContent | undefined;
}

export function streetView(content: StreetContent): StreetView {
  const { pack } = content;
  const matters = mattersOf(pack);
  const vocabularies = vocabulariesOf(pack);
  const words = vocabularies.flatMap(({ key, codes }) =>
    codes.map(({ code, title }) => [`${key}/${code}`, title] as const),
  );
  return {
    ...{ content, matters, vocabularies, tiles: tilesOf(pack), dailyGoals: dailyGoalsOf(pack) },
    matter: new Map(matters.map((matter) => [matter.key, matter])),
    words: new Map(words),
    messages: messagesOf(pack),
    calendar: calendarOf(pack),
    finalStates: finalStatesOf(pack),
    residents: residentContentOf(pack, (key) => matters.some((matter) => matter.key === key)),
  };
}
