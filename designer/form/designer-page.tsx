/** One form being designed, below /admin/forms/<pack>/<key>: palette, phone-shaped canvas, properties. */
import { useQuery } from "@tanstack/react-query";
import { Button, Result, Skeleton } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import type { DefinitionDetail } from "../../server/contract/types.ts";
import { api } from "../app/api.ts";
import { useWorkStreet } from "../desk/frame/street-scope.tsx";
import { Failure } from "../desk/parts/failure.tsx";
import { useUnits } from "../desk/parts/queries.ts";
import { useWide } from "../desk/parts/use-wide.ts";
import { Canvas } from "./canvas/canvas.tsx";
import { ConflictNote } from "./conflict-note.tsx";
import { DesignerBar } from "./designer-bar.tsx";
import { DesignerDrag } from "./designer-drag.tsx";
import "./form.css";
import type { FormContent } from "./model/fields.ts";
import { getIn, textOf } from "./model/json-path.ts";
import { Palette } from "./palette/palette.tsx";
import { Preview } from "./preview.tsx";
import { Problems, useProblems } from "./problems.tsx";
import { Properties } from "./properties/properties.tsx";
import { PublishDialog } from "./publish/publish-dialog.tsx";
import { useCommands } from "./session/commands.ts";
import { readDraft, type FormName } from "./session/drafts-api.ts";
import { useDesigner, type OpenedForm } from "./session/use-designer.ts";
import "./texts.ts";

async function openForm(name: FormName): Promise<OpenedForm> {
  const draft = await readDraft(name);
  const content = JSON.parse(draft.content ?? "{}") as FormContent;
  if (draft.publishedVersion === undefined) return { name, content, draft, published: undefined };
  const path = [name.pack, "form", name.key].map(encodeURIComponent).join("/");
  const detail = await api.get<DefinitionDetail>(`/definitions/${path}?version=${draft.publishedVersion}`);
  return { name, content, draft, published: JSON.parse(detail.content) as FormContent };
}

export function DesignerPage() {
  const { pack = "", key = "" } = useParams();
  const opened = useQuery({
    queryKey: ["form-design", pack, key],
    // Read once: what is being designed is here, and the server tells when somebody else saves.
    ...{ staleTime: Number.POSITIVE_INFINITY, gcTime: 0, refetchOnWindowFocus: false, retry: false },
    queryFn: () => openForm({ pack, key }),
  });
  if (opened.isPending) return <Skeleton active className="gl-page" paragraph={{ rows: 10 }} />;
  if (opened.isError) return <Failure error={opened.error} retry={() => void opened.refetch()} />;
  return (
    <Opened key={`${pack}/${key} ${opened.dataUpdatedAt}`} opened={opened.data} reload={() => void opened.refetch()} />
  );
}

/** A street's form is drawn with that street's matters and places; the city's with those of the street one works for. */
function useStreetOf(pack: string): string {
  const own = useWorkStreet();
  const units = useUnits();
  return units.data?.some((unit) => unit.kind === "street" && unit.code === pack) === true ? pack : own;
}

interface OpenedProps {
  readonly opened: OpenedForm;
  readonly reload: () => void;
}

type Mode = "design" | "preview";

function Opened({ opened, reload }: OpenedProps) {
  const { t } = useTranslation("form");
  const designer = useDesigner(opened);
  const [said, announce] = useState("");
  const [mode, setMode] = useState<Mode>("design");
  const [publishing, setPublishing] = useState(false);
  const street = useStreetOf(opened.name.pack);
  const commands = useCommands(designer, announce);
  const problems = useProblems(designer);
  const isWide = useWide(940);
  useUndoKeys(commands.undo, commands.redo);
  const title = textOf(getIn(designer.content, ["title", "zh-CN"]));
  useEffect(() => {
    document.title = `${title} · ${t("list.title")} · ${t("brand")}`;
  }, [title, t]);
  const bar = { designer, commands, problems, mode, setMode, reload, publish: () => setPublishing(true) };
  return (
    <div className="fd">
      <DesignerBar {...bar} isWide={isWide} />
      {designer.saving.kind === "conflict" && (
        <ConflictNote designer={designer} conflict={designer.saving.conflict} announce={announce} />
      )}
      <p className="only-read-aloud" role="status">
        {said}
      </p>
      {mode === "preview" && <Preview designer={designer} street={street} />}
      {mode === "design" && !isWide && <TooNarrow preview={() => setMode("preview")} />}
      {mode === "design" && isWide && (
        <DesignerDrag content={designer.content} commands={commands}>
          {(mark) => (
            <div className="fd-panes">
              <Palette add={(tool, byPointer) => commands.add(tool, undefined, byPointer)} />
              <Canvas {...{ designer, commands, street, mark }} />
              <div className="fd-right">
                <Properties designer={designer} />
                <section className="fd-found" aria-label={t("problems.title")}>
                  <h2>{t("problems.title")}</h2>
                  <Problems designer={designer} problems={problems} />
                </section>
              </div>
            </div>
          )}
        </DesignerDrag>
      )}
      {publishing && <PublishDialog designer={designer} close={() => setPublishing(false)} />}
    </div>
  );
}

/** Ctrl-Z and Ctrl-Y reach the whole page: what is typed in the properties is a part of the form's history too. */
function useUndoKeys(undo: () => void, redo: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key === "z" && !event.shiftKey) undo();
      else if (key === "y" || (key === "z" && event.shiftKey)) redo();
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [undo, redo]);
}

function TooNarrow({ preview }: { readonly preview: () => void }) {
  const { t } = useTranslation("form");
  return (
    <Result
      status="info"
      title={t("wide.title")}
      subTitle={t("wide.hint")}
      extra={
        <Button type="primary" onClick={preview}>
          {t("wide.preview")}
        </Button>
      }
    />
  );
}
