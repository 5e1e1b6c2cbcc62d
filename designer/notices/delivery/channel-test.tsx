/** 发送测试: one message now, and what came of it. */
import { SendOutlined } from "@ant-design/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Channel, ChannelTested } from "../../../server/contract/types.ts";
import { api } from "../../app/api.ts";
import { say } from "../../app/i18n.ts";
import { Field } from "../field.tsx";
import { isGeneral, problemAt } from "../problems.ts";
import { SmallFailure } from "../small-failure.tsx";

export function ChannelTest({ channel }: { readonly channel: Channel }) {
  const { t } = useTranslation("notices");
  const queries = useQueryClient();
  const [to, setTo] = useState("");
  const test = useMutation({
    mutationFn: () =>
      api.post<ChannelTested>(`/channels/${encodeURIComponent(channel.street)}/${channel.kind}/test`, { to }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["deliveries"] }),
  });
  const label = { email: "testEmail", sms: "testPhone", wecom: "", dingtalk: "" }[channel.kind];
  return (
    <div className="gn-test">
      {label !== "" && (
        <Field label={t(`channels.${label}`)} problem={problemAt(test.error, "/to")}>
          {(id) => <Input id={id} value={to} onChange={({ target }) => setTo(target.value)} />}
        </Field>
      )}
      <div className="gn-foot">
        <Button
          icon={<SendOutlined aria-hidden />}
          loading={test.isPending}
          disabled={label !== "" && to.trim() === ""}
          onClick={() => test.mutate()}
        >
          {t("channels.test")}
        </Button>
      </div>
      {test.isError && isGeneral(test.error) && <SmallFailure error={test.error} />}
      {test.data?.ok === true && <Alert type="success" showIcon title={t("channels.testOk")} />}
      {test.data?.ok === false && (
        <Alert
          type="error"
          showIcon
          title={t("channels.testFailed", { reason: say(test.data.error) })}
          description={test.data.detail === "" ? undefined : test.data.detail}
        />
      )}
    </div>
  );
}
