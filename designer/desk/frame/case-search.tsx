/** Ctrl-K: type a number, a name or an address, jump to the case. */
import { SearchOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Input, type InputRef, Modal, Skeleton } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { CasePage, CaseSummary } from "../../../server/contract/types.ts";
import { api } from "../../app/api.ts";
import { say } from "../../app/i18n.ts";
import { Failure } from "../parts/failure.tsx";
import { Nothing } from "../parts/nothing.tsx";
import { useSettled } from "../parts/use-settled.ts";
import "./case-search.css";

export function CaseSearch() {
  const { t } = useTranslation("desk");
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
  return (
    <>
      <button type="button" className="gl-search" onClick={() => setOpen(true)}>
        <SearchOutlined aria-hidden /> <span>{t("search.invite")}</span> <kbd aria-hidden>Ctrl K</kbd>
      </button>
      <Modal
        open={open}
        onCancel={() => setOpen(false)}
        footer={null}
        title={t("search.title")}
        destroyOnHidden
        width={640}
      >
        <SearchBox close={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function SearchBox({ close }: { readonly close: () => void }) {
  const { t } = useTranslation("desk");
  const navigate = useNavigate();
  const input = useRef<InputRef>(null);
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const asked = useSettled(text.trim(), 250);
  const found = useQuery({
    queryKey: ["cases", "search", asked],
    enabled: asked !== "",
    queryFn: () => api.get<CasePage>(`/cases?limit=10&q=${encodeURIComponent(asked)}`),
  });
  const items = asked === "" ? [] : (found.data?.items ?? []);
  useEffect(() => {
    const frame = requestAnimationFrame(() => input.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  const go = (chosen: CaseSummary | undefined) => {
    if (chosen === undefined) return;
    close();
    void navigate(`/desk/case/${chosen.id}`);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    const step = event.key === "ArrowDown" ? 1 : -1;
    setAt((now) => Math.min(Math.max(0, now + step), Math.max(0, items.length - 1)));
  };
  return (
    <>
      <Input
        ref={input}
        size="large"
        prefix={<SearchOutlined aria-hidden />}
        placeholder={t("search.placeholder")}
        aria-label={t("search.placeholder")}
        value={text}
        allowClear
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        onPressEnter={() => go(items[at])}
      />
      {found.isError && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.isLoading && <Skeleton active className="gl-search-wait" />}
      {found.isSuccess && items.length === 0 && <Nothing words={t("search.none")} hint={t("search.noneHint")} />}
      <ul className="gl-found" aria-label={t("search.results")}>
        {items.map((each, index) => (
          <li key={each.id}>
            <button
              type="button"
              className={index === at ? "gl-found-at" : ""}
              onClick={() => go(each)}
              onMouseEnter={() => setAt(index)}
            >
              <b>{each.number}</b> <span>{each.title}</span> <i>{say(each.stateTitle)}</i>
              <small>{each.address}</small>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
