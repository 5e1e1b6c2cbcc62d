/** 快进时间: moves the demo city's clock, so that overdue → yellow card → upward is seen in a minute. Shown in demo mode only. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ClockMove, ClockMoved } from "../../server/contract/types.ts";
import { Icon } from "../ui/icons.tsx";
import { Sheet, type SheetDoor } from "../ui/sheet.tsx";
import { api } from "./api.ts";
import { sayMoment } from "./dates.ts";
import { FailureNote } from "./failure-note.tsx";
import { useNow } from "./now.ts";
import { useSession } from "./session.ts";
import "../ui/controls.css";
import "./words.ts";

const moves = [
  { key: "hour", move: { minutes: 60 } },
  { key: "day", move: { minutes: 24 * 60 } },
  { key: "due", move: { to: "nextTimer" } },
] as const satisfies readonly { key: string; move: ClockMove }[];

function useMoveClock() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (move: ClockMove) => api.post<ClockMoved>("/demo/clock", move),
    onSuccess: () => queries.invalidateQueries(),
  });
}

export function DemoClock({ compact = false }: { readonly compact?: boolean }) {
  const { t } = useTranslation("app");
  const { data: session } = useSession();
  const sheet = useRef<SheetDoor>(null);
  const now = useNow();
  const move = useMoveClock();
  if (session?.demo !== true) return null;
  return (
    <>
      <button
        type="button"
        className={compact ? "g-icon-button" : "g-button small"}
        aria-label={t("clock.title")}
        onClick={() => sheet.current?.open()}
      >
        <Icon name="speed" size={20} />
        {!compact && t("clock.title")}
      </button>
      <Sheet ref={sheet} title={t("clock.title")}>
        <p className="g-muted">{t("clock.now", { time: sayMoment(now) })}</p>
        {moves.map(({ key, move: step }) => (
          <button
            key={key}
            type="button"
            className="g-button wide"
            disabled={move.isPending}
            onClick={() => move.mutate(step)}
          >
            {t(`clock.${key}`)}
          </button>
        ))}
        <div aria-live="polite">
          {move.isPending && t("clock.busy")}
          {move.data !== undefined &&
            t(move.data.firedTimers === 0 ? "clock.moved_zero" : "clock.moved_other", {
              time: sayMoment(move.data.now),
              count: move.data.firedTimers,
            })}
        </div>
        {move.isError && <FailureNote error={move.error} />}
        <p className="g-muted g-small">{t("clock.help")}</p>
      </Sheet>
    </>
  );
}
