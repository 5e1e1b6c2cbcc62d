/** Administration: what is deployed, how it looks, new versions, and the place codes to print. */
import { Route, Routes } from "react-router";
import { StaffFrame } from "../desk/frame/staff-frame.tsx";
import { LostPage } from "../desk/parts/lost-page.tsx";
import "./admin.css";
import { DeployPage } from "./deploy/deploy-page.tsx";
import { DefinitionPage } from "./detail/definition-page.tsx";
import { DefinitionList } from "./list/definition-list.tsx";
import { PlaceSheet } from "./places/place-sheet.tsx";
import "./texts.ts";

export function Admin() {
  return (
    <StaffFrame>
      <Routes>
        <Route index element={<DefinitionList />} />
        <Route path="deploy" element={<DeployPage />} />
        <Route path="places" element={<PlaceSheet />} />
        <Route path=":pack/:kind/:key" element={<DefinitionPage />} />
        <Route path="*" element={<LostPage />} />
      </Routes>
    </StaffFrame>
  );
}
