/** People: the list, and one person's page below it. */
import { Route, Routes } from "react-router";
import { PeoplePage } from "./list/people-page.tsx";
import { PersonPage } from "./person/person-page.tsx";
import "./people.css";
import "./texts.ts";

export function People() {
  return (
    <Routes>
      <Route index element={<PeoplePage />} />
      <Route path=":id" element={<PersonPage />} />
    </Routes>
  );
}
