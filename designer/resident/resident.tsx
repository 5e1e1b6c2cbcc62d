/** Residents: report at a scanned code, follow by a private link. No account, no desk, and no more to load than the phone. */
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Route, Routes } from "react-router";
import { Skeleton } from "../ui/skeleton.tsx";
import { CodePage } from "./report/code-page.tsx";
import { ScanHint } from "./scan-hint.tsx";
import "../ui/controls.css";
import "./resident.css";
import "./words.ts";

const ProgressPage = lazy(async () => ({ default: (await import("./progress/progress-page.tsx")).ProgressPage }));

export function Resident() {
  const { t } = useTranslation("resident");
  return (
    <div className="r-app">
      <Suspense fallback={<Skeleton label={t("loading")} lines={4} tall />}>
        <Routes>
          <Route index element={<ScanHint />} />
          <Route path="progress/:token" element={<ProgressPage />} />
          <Route path=":code" element={<CodePage />} />
          <Route path="*" element={<ScanHint />} />
        </Routes>
      </Suspense>
    </div>
  );
}
