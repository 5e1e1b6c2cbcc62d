/** Administration: what is deployed, how it looks, new versions, and the place codes to print. */
import { Skeleton } from "antd";
import { lazy, Suspense } from "react";
import { Route, Routes } from "react-router";
import { StaffFrame } from "../desk/frame/staff-frame.tsx";
import { LostPage } from "../desk/parts/lost-page.tsx";
import "./admin.css";
import { BoardSheet } from "./boards/board-sheet.tsx";
import { DeployPage } from "./deploy/deploy-page.tsx";
import { DefinitionPage } from "./detail/definition-page.tsx";
import { DefinitionList } from "./list/definition-list.tsx";
import { PlaceSheet } from "./places/place-sheet.tsx";
import "./texts.ts";

const FlowEditor = lazy(async () => ({ default: (await import("../flow/edit/flow-editor.tsx")).FlowEditor }));
const SettingsPage = lazy(async () => ({ default: (await import("../settings/settings-page.tsx")).SettingsPage }));
const ComparePage = lazy(async () => ({ default: (await import("../flow/compare/compare-page.tsx")).ComparePage }));
const FormsPage = lazy(async () => ({ default: (await import("../form/forms-page.tsx")).FormsPage }));
const DesignerPage = lazy(async () => ({ default: (await import("../form/designer-page.tsx")).DesignerPage }));
const DeliveryPage = lazy(async () => ({
  default: (await import("../notices/delivery/delivery-page.tsx")).DeliveryPage,
}));
const People = lazy(async () => ({ default: (await import("../people/people.tsx")).People }));
const OrganisationPage = lazy(async () => ({
  default: (await import("../people/organisation/organisation-page.tsx")).OrganisationPage,
}));

export function Admin() {
  return (
    <StaffFrame>
      <Suspense fallback={<Skeleton active className="gl-page" paragraph={{ rows: 10 }} />}>
        <Routes>
          <Route index element={<DefinitionList />} />
          <Route path="deploy" element={<DeployPage />} />
          <Route path="boards" element={<BoardSheet />} />
          <Route path="settings" element={<SettingsPage />} />
          <Route path="places" element={<PlaceSheet />} />
          <Route path="forms" element={<FormsPage />} />
          <Route path="forms/:pack/:key" element={<DesignerPage />} />
          <Route path="delivery" element={<DeliveryPage />} />
          <Route path="people/*" element={<People />} />
          <Route path="organisation" element={<OrganisationPage />} />
          <Route path=":pack/process/:key/edit" element={<FlowEditor />} />
          <Route path="compare/:pack/process/:key" element={<ComparePage />} />
          <Route path=":pack/:kind/:key" element={<DefinitionPage />} />
          <Route path="*" element={<LostPage />} />
        </Routes>
      </Suspense>
    </StaffFrame>
  );
}
