/** On the page of a flow: edit it, compare its versions. */
import { DiffOutlined, EditOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import type { DefinitionDetail } from "../../../server/contract/types.ts";
import { may, useSession } from "../../app/session.ts";
import { LinkButton } from "../../desk/parts/link-button.tsx";
import "./words.ts";

export function FlowActions({ detail }: { readonly detail: DefinitionDetail }) {
  const { t } = useTranslation("flowEdit");
  const { data: session } = useSession();
  const { pack, key } = detail.summary;
  return (
    <>
      {detail.versions.length > 1 && (
        <LinkButton to={`/admin/compare/${pack}/process/${key}`} icon={<DiffOutlined aria-hidden />}>
          {t("compare")}
        </LinkButton>
      )}
      {may(session, "definition.deploy") && (
        <LinkButton to={`/admin/${pack}/process/${key}/edit`} type="primary" icon={<EditOutlined aria-hidden />}>
          {t("edit")}
        </LinkButton>
      )}
    </>
  );
}
