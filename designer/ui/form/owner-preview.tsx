/** 扫码定责: before sending, who will be responsible, until when, and the rule that says so. */
import { useEffect, useState } from "react";
import type { OwnerAnswer, OwnerQuestion } from "../../../server/contract/types.ts";
import { Icon } from "../icons.tsx";
import { useEnvironment } from "./environment.tsx";
import { sayLimit, sayTitle } from "./widgets/matter.tsx";
import { fillIn } from "./words.ts";

type Asked = OwnerAnswer | "asking" | "failed" | undefined;

/** Asks a moment after the last change; a later answer replaces an earlier one, never the other way round. */
function useOwner(question: OwnerQuestion | undefined): Asked {
  const { context } = useEnvironment();
  const [answer, setAnswer] = useState<Asked>();
  const key = question === undefined ? "" : JSON.stringify(question);
  useEffect(() => {
    if (key === "") return setAnswer(undefined);
    let isOpen = true;
    setAnswer("asking");
    const timer = setTimeout(() => {
      context.services.owner(JSON.parse(key) as OwnerQuestion).then(
        (found) => isOpen && setAnswer(found),
        () => isOpen && setAnswer("failed"),
      );
    }, 300);
    return () => {
      isOpen = false;
      clearTimeout(timer);
    };
  }, [context.services, key]);
  return answer;
}

function Answer({ answer }: { readonly answer: OwnerAnswer }) {
  const environment = useEnvironment();
  const { words, language, context } = environment;
  const people = answer.people.map((person) => person.name).join("、");
  const rows: readonly (readonly [string, string])[] = [
    [words.owner.unit, sayTitle(answer.leadTitle, language)],
    [words.owner.person, [sayTitle(answer.roleTitle, language), people].filter((part) => part !== "").join(" ")],
    [words.owner.assist, answer.assist.map((title) => sayTitle(title, language)).join("、")],
    [
      words.owner.limit,
      [
        answer.limit === undefined ? "" : sayLimit(answer.limit, environment),
        answer.dueAt === undefined ? "" : fillIn(words.owner.due, { when: context.sayWhen(answer.dueAt) }),
      ]
        .filter((part) => part !== "")
        .join(" · "),
    ],
    [words.owner.rule, answer.rule],
  ];
  return (
    <dl className="f-owner-facts">
      {rows
        .filter(([, text]) => text !== "")
        .map(([title, text]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  );
}

export function OwnerPreview({ question }: { readonly question: OwnerQuestion | undefined }) {
  const { words } = useEnvironment();
  const answer = useOwner(question);
  if (answer === undefined) return null;
  const isKnown = typeof answer === "object" && answer.lead !== undefined;
  return (
    <section className="f-owner" aria-label={words.owner.title} aria-live="polite">
      <h3>
        <Icon name="flag" size={20} />
        {words.owner.title}
      </h3>
      {answer === "asking" && <p className="g-muted">{words.owner.asking}</p>}
      {answer === "failed" && <p className="f-warn">{words.owner.failed}</p>}
      {typeof answer === "object" && !isKnown && <p className="f-warn">{words.owner.undecided}</p>}
      {typeof answer === "object" && isKnown && <Answer answer={answer} />}
    </section>
  );
}
