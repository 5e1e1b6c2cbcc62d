/** By which channels a message goes out, for whom: rules for some roles in their order, and the last for everybody else. */
import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { StreetMessages } from "../../../server/contract/types.ts";
import { say } from "../../app/i18n.ts";
import { Field } from "../field.tsx";
import type { Channel, Rule } from "./draft.ts";

const channels: readonly Channel[] = ["wecom", "dingtalk", "sms", "email"];

interface ChannelRulesProps {
  readonly rules: readonly Rule[];
  readonly roles: StreetMessages["roles"];
  readonly problem: (below: string) => string | undefined;
  readonly disabled: boolean;
  readonly set: (rules: readonly Rule[]) => void;
}

export function ChannelRules({ rules, roles, problem, disabled, set }: ChannelRulesProps) {
  const { t } = useTranslation("notices");
  const change = (at: number, more: Partial<Rule>) =>
    set(rules.map((rule, index) => (index === at ? { ...rule, ...more } : rule)));
  const last = rules.at(-1);
  const hasOthers = last !== undefined && last.roles.length === 0;
  const add = () => {
    const named = roles.find(({ value }) => !rules.some((rule) => rule.roles.includes(value)));
    const fresh: Rule = { roles: named === undefined ? [] : [named.value], send: ["wecom"], orElse: [] };
    set(hasOthers ? [...rules.slice(0, -1), fresh, last] : [...rules, fresh]);
  };
  return (
    <fieldset className="gn-rules-edit">
      <legend>{t("messages.channels")}</legend>
      <p className="gn-hint">{t("messages.channelsHint")}</p>
      {rules.map((rule, at) => (
        <div key={at} className="gn-rule" role="group" aria-label={t("messages.rule", { number: at + 1 })}>
          {rule.roles.length === 0 && at === rules.length - 1 ? (
            <strong>{t(rules.length === 1 ? "messages.everybody" : "messages.others")}</strong>
          ) : (
            <Field label={t("messages.who")} problem={problem(`/${String(at)}/roles`)}>
              {(id) => (
                <Select
                  id={id}
                  mode="multiple"
                  disabled={disabled}
                  value={[...rule.roles]}
                  showSearch={{ optionFilterProp: "label" }}
                  options={roles.map(({ value, title }) => ({ value, label: say(title) }))}
                  onChange={(chosen: string[]) => change(at, { roles: chosen })}
                />
              )}
            </Field>
          )}
          <Field label={t("messages.send")} problem={problem(`/${String(at)}/send`)}>
            {(id) => (
              <ChannelChoice id={id} chosen={rule.send} disabled={disabled} choose={(send) => change(at, { send })} />
            )}
          </Field>
          <Field label={t("messages.orElse")} problem={problem(`/${String(at)}/orElse`)}>
            {(id) => (
              <ChannelChoice
                id={id}
                chosen={rule.orElse}
                disabled={disabled}
                choose={(orElse) => change(at, { orElse })}
              />
            )}
          </Field>
          {!disabled && (
            <Button
              type="text"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={t("messages.removeRule", { number: at + 1 })}
              onClick={() => set(rules.filter((_, index) => index !== at))}
            />
          )}
          {problem(`/${String(at)}`) !== undefined && (
            <p className="gn-problem" role="alert">
              {problem(`/${String(at)}`)}
            </p>
          )}
        </div>
      ))}
      {rules.length === 0 && <p className="gn-hint">{t("messages.onlyHere")}</p>}
      {!disabled && (
        <Button icon={<PlusOutlined aria-hidden />} onClick={add}>
          {t("messages.addRule")}
        </Button>
      )}
    </fieldset>
  );
}

interface ChannelChoiceProps {
  readonly id: string;
  readonly chosen: readonly Channel[];
  readonly disabled: boolean;
  readonly choose: (channels: Channel[]) => void;
}

/** In the order they are chosen: spare channels are tried one after another. */
function ChannelChoice({ id, chosen, disabled, choose }: ChannelChoiceProps) {
  const { t } = useTranslation("notices");
  return (
    <Select
      id={id}
      mode="multiple"
      disabled={disabled}
      value={[...chosen]}
      placeholder={t("messages.none")}
      showSearch={false}
      options={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
      onChange={choose}
    />
  );
}
