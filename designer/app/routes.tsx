/** Which page stands at which address. Each room is loaded when it is first opened: the phone never loads the desk. */
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, Route, Routes } from "react-router";
import { Skeleton } from "../ui/skeleton.tsx";
import { Mishap } from "./mishap.tsx";
import { Start } from "./start.tsx";
import "../ui/controls.css";
import "./words.ts";

const SignIn = lazy(async () => ({ default: (await import("./sign-in.tsx")).SignIn }));
const JoinPage = lazy(async () => ({ default: (await import("./join.tsx")).JoinPage }));
const Fill = lazy(async () => ({ default: (await import("../fill/fill.tsx")).Fill }));
const Resident = lazy(async () => ({ default: (await import("../resident/resident.tsx")).Resident }));
const Desk = lazy(async () => ({ default: (await import("../desk/desk.tsx")).Desk }));
const Admin = lazy(async () => ({ default: (await import("../admin/admin.tsx")).Admin }));

export function Pages() {
  const { t } = useTranslation("app");
  return (
    <Mishap>
      <Suspense fallback={<Skeleton label={t("loading")} lines={4} tall />}>
        <Routes>
          <Route path="/" element={<Start />} />
          <Route path="/sign-in" element={<SignIn />} />
          <Route path="/join" element={<JoinPage />} />
          <Route path="/m/*" element={<Fill />} />
          <Route path="/r/*" element={<Resident />} />
          <Route path="/desk/*" element={<Desk />} />
          <Route path="/admin/*" element={<Admin />} />
          <Route path="*" element={<Navigate to="/" replace />} />
        </Routes>
      </Suspense>
    </Mishap>
  );
}
