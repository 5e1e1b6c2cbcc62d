/** 扫码定责: before sending, who will be responsible, until when, and the rule that says so. */
import type { OwnerAnswer, OwnerQuestion } from "../../../server/contract/types.ts";
import { Icon } from "../icons.tsx";
import { useAnswer } from "../use-answer.ts";
import { useEnvironment } from "./environment.tsx";
import { sayLimit, sayTitle } from "./widgets/matter.tsx";
import { fillIn } from "./words.ts";

function Owner({ owner }: { readonly owner: OwnerAnswer }) {
  const environment = useEnvironment();
  const { words, language, context } = environment;
  const people = owner.people.map((person) => person.name).join("、");
  const rows: readonly (readonly [string, string])[] = [
    [words.owner.unit, sayTitle(owner.leadTitle, language)],
    [words.owner.person, [sayTitle(owner.roleTitle, language), people].filter((part) => part !== "").join(" ")],
    [words.owner.assist, owner.assist.map((title) => sayTitle(title, language)).join("、")],
    [
      words.owner.limit,
      [
        owner.limit === undefined ? "" : sayLimit(owner.limit, environment),
        owner.dueAt === undefined ? "" : fillIn(words.owner.due, { when: context.sayWhen(owner.dueAt) }),
      ]
        .filter((part) => part !== "")
        .join(" · "),
    ],
    [words.owner.rule, owner.rule],
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
  const { words, context } = useEnvironment();
  const key = question === undefined ? undefined : JSON.stringify(question);
  const answer = useAnswer(key, () => context.services.owner(JSON.parse(key ?? "") as OwnerQuestion), 300);
  if (answer.kind === "none") return null;
  const owner = answer.kind === "answered" ? answer.value : undefined;
  return (
    <section className="f-owner" aria-label={words.owner.title} aria-live="polite">
      <h3>
        <Icon name="flag" size={20} />
        {words.owner.title}
      </h3>
      {answer.kind === "asking" && <p className="g-muted">{words.owner.asking}</p>}
      {answer.kind === "failed" && <p className="f-warn">{words.owner.failed}</p>}
      {owner !== undefined && owner.lead === undefined && <p className="f-warn">{words.owner.undecided}</p>}
      {owner?.lead !== undefined && <Owner owner={owner} />}
    </section>
  );
}
