/** 考核评估 and 月度通报: loaded when they are first opened; the charts come with them. */
import { Route, Routes } from "react-router";
import { LostPage } from "../desk/parts/lost-page.tsx";
import { FigureAccountsPage } from "./list/figure-accounts-page.tsx";
import { FigureCasesPage } from "./list/figure-cases-page.tsx";
import { OverviewPage } from "./overview/overview-page.tsx";
import "./texts.ts";
import "./results.css";

export { BulletinPage } from "./bulletin/bulletin-page.tsx";

export function ResultsRoom() {
  return (
    <Routes>
      <Route index element={<OverviewPage />} />
      <Route path="cases" element={<FigureCasesPage />} />
      <Route path="accounts" element={<FigureAccountsPage />} />
      <Route path="*" element={<LostPage />} />
    </Routes>
  );
}
