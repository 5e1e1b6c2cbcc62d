/** 流程图: the token on the flow, the path it came, and why it waits, in words beside the picture. */
import { Segmented, Skeleton } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CaseDiagram } from "../../../server/contract/types.ts";
import { processName } from "../../flow/process-name.ts";
import { DiagramView } from "../../flow/diagram-view.tsx";
import "../../flow/words.ts";
import { Failure } from "../parts/failure.tsx";
import { useSayWait } from "../parts/use-say-wait.ts";
import { useCaseDiagram } from "../parts/queries.ts";
import "./diagram-tab.css";

export function DiagramTab({ id }: { readonly id: string }) {
  const diagram = useCaseDiagram(id);
  if (diagram.isPending) return <Skeleton active />;
  if (diagram.isError) return <Failure error={diagram.error} retry={() => void diagram.refetch()} />;
  return <Diagrams of={diagram.data} />;
}

function Diagrams({ of }: { readonly of: CaseDiagram }) {
  const { t } = useTranslation("desk");
  const all = useMemo(() => [of, ...of.called], [of]);
  const [chosen, setChosen] = useState(0);
  const [focus, setFocus] = useState<string>();
  const sayWait = useSayWait();
  const shown = all[chosen] ?? of;
  const marks = useMemo(
    () => ({
      tokens: shown.tokens,
      done: shown.done,
      flows: shown.flows,
      // The badges of the drawing say the same sentence as the list below it.
      waits: of.waits.map((wait) => ({ ...wait, zh: sayWait(wait), en: sayWait(wait) })),
      ...(focus === undefined ? {} : { focus }),
    }),
    [shown, of.waits, focus, sayWait],
  );
  const point = (elementId: string) => {
    const holder = all.findIndex((each) => each.tokens.some((token) => token.elementId === elementId));
    if (holder >= 0) setChosen(holder);
    setFocus(elementId);
  };
  return (
    <div className="gl-flow">
      {all.length > 1 && (
        <Segmented
          aria-label={t("flow.which")}
          value={chosen}
          onChange={setChosen}
          options={all.map((each, at) => ({ value: at, label: processName(each.xml) ?? each.processKey }))}
        />
      )}
      <DiagramView
        xml={shown.xml}
        label={t("flow.label", { name: processName(shown.xml) ?? shown.processKey })}
        marks={marks}
        height={520}
        onSelect={setFocus}
      />
      <Legend />
      <section className="gl-flow-waits">
        <h2 className="gl-subtitle">{t("waits.title")}</h2>
        {of.waits.length === 0 ? (
          <p className="gl-quiet">{t("waits.none")}</p>
        ) : (
          <Reasons of={of} focus={focus} point={point} />
        )}
      </section>
    </div>
  );
}

function Legend() {
  const { t } = useTranslation("flow");
  return (
    <p className="gl-legend gl-quiet">
      <span className="gl-legend-here">{t("here")}</span>
      <span className="gl-legend-done">{t("done")}</span>
      <span>{t("hint")}</span>
    </p>
  );
}

interface ReasonsProps {
  readonly of: CaseDiagram;
  readonly focus: string | undefined;
  readonly point: (elementId: string) => void;
}

function Reasons({ of, focus, point }: ReasonsProps) {
  const sayWait = useSayWait();
  return (
    <ul className="gl-waits">
      {of.waits.map((wait) => (
        <li key={`${wait.elementId}${wait.kind}${wait.since}`}>
          <button type="button" aria-pressed={wait.elementId === focus} onClick={() => point(wait.elementId)}>
            {sayWait(wait)}
          </button>
        </li>
      ))}
    </ul>
  );
}
