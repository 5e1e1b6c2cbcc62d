/** 附件: before and after side by side, each with time, place and person. */
import { FileOutlined } from "@ant-design/icons";
import { Image } from "antd";
import { useTranslation } from "react-i18next";
import type { Attachment, CaseDetail } from "../../../server/contract/types.ts";
import { sayMoment } from "../../app/dates.ts";
import { Nothing } from "../parts/nothing.tsx";
import { evidenceOf, fileUrl, saySize } from "./files.ts";
import "./files-tab.css";

export function FilesTab({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation("desk");
  const evidence = evidenceOf(detail);
  if (detail.attachments.length === 0) return <Nothing words={t("files.none")} hint={t("files.noneHint")} />;
  return (
    <>
      <div className="gl-evidence">
        <PictureColumn title={t("files.before")} empty={t("files.noBefore")} pictures={evidence.before} />
        <PictureColumn title={t("files.after")} empty={t("files.noAfter")} pictures={evidence.after} />
      </div>
      {evidence.others.length > 0 && (
        <section>
          <h2 className="gl-subtitle">{t("files.others")}</h2>
          <ul className="gl-file-list">
            {evidence.others.map((file) => (
              <li key={file.id}>
                <a href={fileUrl(file)} download={file.name}>
                  <FileOutlined aria-hidden /> {file.name}
                </a>
                <small>
                  {saySize(file.size)} · {file.by} · {sayMoment(file.at)}
                </small>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

interface PictureColumnProps {
  readonly title: string;
  readonly empty: string;
  readonly pictures: readonly Attachment[];
}

function PictureColumn({ title, empty, pictures }: PictureColumnProps) {
  return (
    <section>
      <h2 className="gl-subtitle">
        {title} <small>{pictures.length}</small>
      </h2>
      {pictures.length === 0 && <p className="gl-quiet gl-no-picture">{empty}</p>}
      <Image.PreviewGroup>
        {pictures.map((picture, at) => (
          <figure key={picture.id} className="gl-picture">
            <Image src={fileUrl(picture)} alt={`${title} ${String(at + 1)}`} />
            <figcaption>
              {sayMoment(picture.at)} · {picture.by}
              {picture.position !== undefined && (
                <span>
                  {picture.position.lng.toFixed(5)}, {picture.position.lat.toFixed(5)}
                </span>
              )}
            </figcaption>
          </figure>
        ))}
      </Image.PreviewGroup>
    </section>
  );
}
