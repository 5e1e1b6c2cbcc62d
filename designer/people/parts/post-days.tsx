/** 任职起止: the first and the last day of a post; both may stay empty: from now on, and open. */
import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import type { PersonPost } from "../../../server/contract/types.ts";
import { dayOf } from "../../app/dates.ts";
import { helpAt } from "./help-at.ts";

export interface DaysValue {
  readonly from: string;
  readonly until: string;
}

export const openDays: DaysValue = { from: "", until: "" };

/** As the server takes them. */
export const daysBody = ({ from, until }: DaysValue): { from?: string; until?: string } => ({
  ...(from === "" ? {} : { from }),
  ...(until === "" ? {} : { until }),
});

interface PostDaysProps {
  readonly value: DaysValue;
  readonly change: (value: DaysValue) => void;
  readonly error: unknown;
  /** The post is in force: only its end can be set. */
  readonly hasBegun?: boolean;
}

export function PostDays({ value, change, error, hasBegun = false }: PostDaysProps) {
  const { t } = useTranslation("people");
  return (
    <div className="gl-post-days">
      {!hasBegun && (
        <Form.Item label={t("post.from")} htmlFor="post-from" extra={t("post.fromHelp")} {...helpAt(error, "/from")}>
          <Input
            id="post-from"
            type="date"
            value={value.from}
            onChange={(event) => change({ ...value, from: event.target.value })}
          />
        </Form.Item>
      )}
      <Form.Item label={t("post.until")} htmlFor="post-until" extra={t("post.untilHelp")} {...helpAt(error, "/until")}>
        <Input
          id="post-until"
          type="date"
          value={value.until}
          onChange={(event) => change({ ...value, until: event.target.value })}
        />
      </Form.Item>
    </div>
  );
}

/** "将于 2026-12-01 任职 · 将于 2026-12-31 离任": what is to come of a post. */
export function PostTurns({ post }: { readonly post: PersonPost }) {
  const { t } = useTranslation("people");
  const words = [
    ...(post.state === "planned" ? [t("post.begins", { day: dayOf(post.from) })] : []),
    ...(post.until === undefined ? [] : [t("post.ends", { day: post.until })]),
  ];
  return words.length === 0 ? null : <span className="gl-post-turns">{words.join(" · ")}</span>;
}
