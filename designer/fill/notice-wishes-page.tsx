/** 接收方式: where I can be reached and by what I wish to be told. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { NoticeWishes } from "../../server/contract/types.ts";
import { api } from "../app/api.ts";
import { FailureNote } from "../app/failure-note.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { Page } from "./parts/page.tsx";

const queryKey = ["noticeWishes"];
const addresses = [
  { name: "phone", mode: "tel", complete: "tel" },
  { name: "email", mode: "email", complete: "email" },
  { name: "wecomId", mode: "text", complete: "off" },
  { name: "dingtalkId", mode: "text", complete: "off" },
] as const;

export function NoticeWishesPage() {
  const { t } = useTranslation("fill");
  const wishes = useQuery({ queryKey, queryFn: () => api.get<NoticeWishes>("/notice-wishes") });
  return (
    <Page title={t("wishes.title")} back="/m/notices">
      {wishes.isPending && <Skeleton label={t("loading")} lines={4} tall />}
      {wishes.isError && <FailureNote error={wishes.error} onRetry={() => void wishes.refetch()} />}
      {wishes.isSuccess && <WishForm kept={wishes.data} />}
    </Page>
  );
}

function WishForm({ kept }: { readonly kept: NoticeWishes }) {
  const { t } = useTranslation("fill");
  const id = useId();
  const queries = useQueryClient();
  const [wishes, setWishes] = useState(kept);
  const save = useMutation({
    mutationFn: () => api.put<NoticeWishes>("/notice-wishes", wishes),
    onSuccess: (now) => {
      setWishes(now);
      queries.setQueryData(queryKey, now);
    },
  });
  const set = (more: Partial<NoticeWishes>) => {
    save.reset();
    setWishes({ ...wishes, ...more });
  };
  return (
    <form
      className="m-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <p>{t("wishes.intro")}</p>
      {addresses.map(({ name, mode, complete }) => (
        <div key={name} className="m-wish">
          <label htmlFor={`${id}${name}`}>{t(`wishes.${name}`)}</label>
          <input
            id={`${id}${name}`}
            className="g-input"
            value={wishes[name]}
            inputMode={mode}
            autoComplete={complete}
            onChange={({ target }) => set({ [name]: target.value })}
          />
          {name === "phone" && <span className="g-small g-muted">{t("wishes.phoneHint")}</span>}
        </div>
      ))}
      <KindChoice wishes={wishes} set={set} />
      <p className="g-small g-muted">{t("wishes.private")}</p>
      {save.isError && <FailureNote error={save.error} />}
      {save.isSuccess && <p role="status">{t("wishes.saved")}</p>}
      <button type="submit" className="g-button primary wide" disabled={save.isPending}>
        {t(save.isPending ? "wishes.saving" : "wishes.save")}
      </button>
    </form>
  );
}

interface KindChoiceProps {
  readonly wishes: NoticeWishes;
  readonly set: (more: Partial<NoticeWishes>) => void;
}

function KindChoice({ wishes, set }: KindChoiceProps) {
  const { t } = useTranslation("fill");
  const { open, off } = wishes;
  const turn = (kind: (typeof open)[number], on: boolean) =>
    set({ off: on ? off.filter((each) => each !== kind) : [...off, kind] });
  return (
    <fieldset className="m-setting">
      <legend>{t("wishes.by")}</legend>
      {open.length === 0 && <p className="g-muted">{t("wishes.none")}</p>}
      {open.map((kind) => (
        <label key={kind} className="m-switch">
          <span>{t(`wishes.kind.${kind}`)}</span>
          <input
            type="checkbox"
            role="switch"
            checked={!off.includes(kind)}
            onChange={({ target }) => turn(kind, target.checked)}
          />
        </label>
      ))}
    </fieldset>
  );
}
