/** The fields that commands ask for. */
import { Form, Input, InputNumber, Radio, Select, Space } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { say } from "../../app/i18n.ts";
import { useSayStep } from "../parts/use-say-step.ts";
import type { CommandField, CommandKey, CommandSpec, CommandTarget } from "./commands.ts";

const clocks = ["workHour", "workDay", "naturalDay", "urgentHour"] as const;

interface CommandFieldsProps {
  readonly spec: CommandSpec;
  readonly target: CommandTarget;
}

export function CommandFields({ spec, target }: CommandFieldsProps) {
  return spec.fields.map((field) => <CommandInput key={field} field={field} command={spec.key} target={target} />);
}

interface CommandInputProps {
  readonly field: CommandField;
  readonly command: CommandKey;
  readonly target: CommandTarget;
}

const inputs: Readonly<Record<CommandField, (props: CommandInputProps) => ReactNode>> = {
  unit: ({ target }) => <UnitField target={target} />,
  reason: ({ command }) => <ReasonField command={command} />,
  limit: ({ command }) => <LimitField required command={command} />,
  limitOptional: ({ command }) => <LimitField required={false} command={command} />,
  supervision: ({ target }) => <SupervisionField target={target} />,
  step: ({ target }) => <StepField target={target} />,
  receiver: ({ target }) => <ReceiverField target={target} />,
};

function CommandInput(props: CommandInputProps) {
  return inputs[props.field](props);
}

function ReasonField({ command }: { readonly command: CommandKey }) {
  const { t } = useTranslation("desk");
  const label = t(`command.${command}.reason`);
  return (
    <Form.Item
      name="reason"
      label={label}
      rules={[{ required: true, whitespace: true, message: t("command.missing", { field: label }) }]}
    >
      <Input.TextArea rows={4} maxLength={2000} showCount placeholder={t(`command.${command}.hint`)} />
    </Form.Item>
  );
}

function LimitField({ required, command }: { readonly required: boolean; readonly command: CommandKey }) {
  const { t } = useTranslation("desk");
  const label = t(`command.${command}.limit`);
  const rules = required ? [{ required: true, message: t("command.missing", { field: label }) }] : [];
  return (
    <Form.Item label={label} required={required} className="gl-limit">
      <Space.Compact>
        <Form.Item name={["limit", "value"]} noStyle rules={rules}>
          <InputNumber min={0.5} step={1} aria-label={label} />
        </Form.Item>
        <Form.Item name={["limit", "clock"]} noStyle initialValue="workHour">
          <Select
            aria-label={t("command.unit")}
            options={clocks.map((clock) => ({ value: clock, label: t(`clocks.${clock}`) }))}
            popupMatchSelectWidth={false}
          />
        </Form.Item>
      </Space.Compact>
    </Form.Item>
  );
}

function SupervisionField({ target }: { readonly target: CommandTarget }) {
  const { t } = useTranslation("desk");
  const open = (target.detail.supervisions ?? []).filter((each) => each.repliedAt === undefined);
  return (
    <Form.Item
      name="supervisionId"
      label={t("supervision.which")}
      initialValue={open[0]?.id}
      rules={[{ required: true, message: t("supervision.missing") }]}
    >
      <Radio.Group className="gl-options">
        {open.map((each) => (
          <Radio key={each.id} value={each.id}>
            {each.requirement} <small>{each.by.name}</small>
          </Radio>
        ))}
      </Radio.Group>
    </Form.Item>
  );
}

/** The unit that an instruction goes to; who has the case is proposed. */
function UnitField({ target }: { readonly target: CommandTarget }) {
  const { t } = useTranslation("desk");
  const units = target.detail.instructTo ?? [];
  const label = t("command.instruct.unit");
  return (
    <Form.Item
      name="unit"
      label={label}
      initialValue={units.find((each) => each.unit === target.detail.summary.lead)?.unit}
      rules={[{ required: true, message: t("command.missing", { field: label }) }]}
    >
      <Select
        showSearch={{ optionFilterProp: "label" }}
        options={units.map((each) => ({ value: each.unit, label: say(each.title) }))}
      />
    </Form.Item>
  );
}

function StepField({ target }: { readonly target: CommandTarget }) {
  const { t } = useTranslation("desk");
  const sayStep = useSayStep();
  const steps = target.task?.sendBackTo ?? [];
  if (steps.length === 0) return null;
  return (
    <Form.Item name="toElementId" label={t("command.sendBack.to")} initialValue={steps[0]?.elementId}>
      <Radio.Group
        className="gl-options"
        options={steps.map((step) => ({ value: step.elementId, label: sayStep(step.name) }))}
      />
    </Form.Item>
  );
}

function ReceiverField({ target }: { readonly target: CommandTarget }) {
  const { t } = useTranslation("desk");
  const options = (target.task?.transferTo ?? []).map((each) => ({
    label: say(each.title),
    options: [
      { value: `group:${each.group}`, label: t("command.transfer.whole", { group: say(each.title) }) },
      ...each.people.map((person) => ({ value: `person:${person.id}`, label: `${person.name} · ${say(each.title)}` })),
    ],
  }));
  const label = t("command.transfer.to");
  return (
    <Form.Item
      name="receiver"
      label={label}
      rules={[{ required: true, message: t("command.missing", { field: label }) }]}
    >
      <Select
        showSearch={{ optionFilterProp: "label" }}
        options={options}
        placeholder={t("command.transfer.choose")}
        notFoundContent={t("command.transfer.nobody")}
      />
    </Form.Item>
  );
}
