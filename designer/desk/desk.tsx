/** The desk: dispatchers, departments and leaders. One frame, three pages. */
// The frame comes first: its rules stand before those of the pages.
import { StaffFrame } from "./frame/staff-frame.tsx";
import { Skeleton } from "antd";
import { lazy, Suspense } from "react";
import { Route, Routes } from "react-router";
import { CasePage } from "./case/case-page.tsx";
import { Inbox } from "./inbox/inbox.tsx";
import { LostPage } from "./parts/lost-page.tsx";
import { Records } from "./records/records.tsx";
import { ReportPage } from "./report/report-page.tsx";

const NoticesPage = lazy(async () => ({ default: (await import("../notices/notices-page.tsx")).NoticesPage }));
const Results = lazy(async () => ({ default: (await import("../results/results.tsx")).ResultsRoom }));
const Bulletin = lazy(async () => ({ default: (await import("../results/results.tsx")).BulletinPage }));

export function Desk() {
  return (
    <StaffFrame>
      <Suspense fallback={<Skeleton active className="gl-page" paragraph={{ rows: 10 }} />}>
        <Routes>
          <Route index element={<Inbox />} />
          <Route path="case/:id" element={<CasePage />} />
          <Route path="report" element={<ReportPage />} />
          <Route path="records" element={<Records />} />
          <Route path="notices" element={<NoticesPage />} />
          <Route path="results/*" element={<Results />} />
          <Route path="bulletin" element={<Bulletin />} />
          <Route path="*" element={<LostPage />} />
        </Routes>
      </Suspense>
    </StaffFrame>
  );
}
