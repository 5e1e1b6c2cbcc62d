/** 接收方式: where I can be reached and by what I wish to be told. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Checkbox, Input, Radio, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { NoticeWishes } from "../../server/contract/types.ts";
import { api } from "../app/api.ts";
import { Failure } from "../desk/parts/failure.tsx";
import { Field } from "./field.tsx";
import { isGeneral, problemAt } from "./problems.ts";
import { useWishes } from "./queries.ts";
import { SmallFailure } from "./small-failure.tsx";

const kinds = ["email", "wecom", "dingtalk", "sms"] as const;
const addresses = ["email", "phone", "wecomId", "dingtalkId"] as const;

export function Wishes() {
  const wishes = useWishes();
  if (wishes.isPending) return <Skeleton active paragraph={{ rows: 6 }} />;
  if (wishes.isError) return <Failure error={wishes.error} retry={() => void wishes.refetch()} />;
  return <WishForm kept={wishes.data} />;
}

function WishForm({ kept }: { readonly kept: NoticeWishes }) {
  const { t } = useTranslation("notices");
  const queries = useQueryClient();
  const [wishes, setWishes] = useState(kept);
  const save = useMutation({
    mutationFn: () => api.put<NoticeWishes>("/notice-wishes", wishes),
    onSuccess: (now) => {
      setWishes(now);
      queries.setQueryData(["noticeWishes"], now);
    },
  });
  const set = (more: Partial<NoticeWishes>) => {
    save.reset();
    setWishes({ ...wishes, ...more });
  };
  return (
    <form
      className="gn-form gn-column gn-wishes"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <p>{t("wishes.intro")}</p>
      {addresses.map((name) => (
        <Field
          key={name}
          label={t(`wishes.${name}`)}
          problem={problemAt(save.error, `/${name}`)}
          {...(name === "phone" ? { hint: t("wishes.phoneHint") } : {})}
        >
          {(id) => (
            <Input
              id={id}
              value={wishes[name]}
              autoComplete={name === "email" ? "email" : name === "phone" ? "tel" : "off"}
              inputMode={name === "phone" ? "tel" : name === "email" ? "email" : "text"}
              onChange={({ target }) => set({ [name]: target.value })}
            />
          )}
        </Field>
      ))}
      <KindChoice wishes={wishes} set={set} />
      <fieldset className="gn-roles">
        <legend>{t("wishes.language")}</legend>
        <Radio.Group
          value={wishes.language}
          options={[
            { value: "zh-CN", label: "中文" },
            { value: "en", label: "English" },
          ]}
          onChange={({ target }) => set({ language: target.value === "en" ? "en" : "zh-CN" })}
        />
      </fieldset>
      <p className="gn-hint">{t("wishes.private")}</p>
      {save.isError && isGeneral(save.error) && <SmallFailure error={save.error} />}
      {save.isSuccess && <Alert type="success" showIcon title={t("saved")} />}
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t("save")}
      </Button>
    </form>
  );
}

interface KindChoiceProps {
  readonly wishes: NoticeWishes;
  readonly set: (more: Partial<NoticeWishes>) => void;
}

function KindChoice({ wishes, set }: KindChoiceProps) {
  const { t } = useTranslation("notices");
  const options = kinds.map((kind) => ({
    value: kind,
    label: wishes.open.includes(kind) ? t(`channel.${kind}`) : `${t(`channel.${kind}`)} (${t("wishes.notOpen")})`,
    disabled: !wishes.open.includes(kind),
  }));
  return (
    <fieldset className="gn-roles">
      <legend>{t("wishes.by")}</legend>
      <Checkbox.Group
        value={kinds.filter((kind) => !wishes.off.includes(kind))}
        options={options}
        onChange={(chosen) => set({ off: kinds.filter((kind) => !chosen.includes(kind)) })}
      />
    </fieldset>
  );
}
