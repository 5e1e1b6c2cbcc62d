/** What went wrong, in the reader's language, with the code to quote and one thing to do. */
import { ReloadOutlined } from "@ant-design/icons";
import { Button, Result, Space } from "antd";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../app/api.ts";
import { sayFailure } from "../../app/failures.ts";
import { LinkButton } from "./link-button.tsx";

interface FailureProps {
  readonly error: unknown;
  readonly retry: () => void;
}

export function Failure({ error, retry }: FailureProps) {
  const { t } = useTranslation("desk");
  const said = sayFailure(error);
  const missing = error instanceof ApiError && error.status === 404;
  return (
    <div role="alert">
      <Result
        className="gl-failure"
        status={missing ? "info" : "warning"}
        title={said.text}
        subTitle={<FailureCode error={error} />}
        extra={
          <Space>
            {missing && <LinkButton to="/">{t("lost.home")}</LinkButton>}
            <Button icon={<ReloadOutlined aria-hidden />} onClick={retry}>
              {t("again")}
            </Button>
          </Space>
        }
      />
    </div>
  );
}

/** "错误代码 … · 请求编号 …": what to read out on the telephone. */
export function FailureCode({ error }: { readonly error: unknown }) {
  const { t } = useTranslation("desk");
  const { code, requestId } = sayFailure(error);
  return (
    <code className="gl-code">
      {t("failure.code", { code })}
      {requestId !== undefined && ` · ${t("failure.request", { id: requestId })}`}
    </code>
  );
}
