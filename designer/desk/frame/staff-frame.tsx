/** The frame of desk and administration: rail of modules, top bar, page. Sends the unknown to sign in. */
import "./frame.css";
import "../parts/parts.css";
import "../parts/marks.css";
import { Drawer, Skeleton } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, useLocation } from "react-router";
import { useSession } from "../../app/session.ts";
import { Failure } from "../parts/failure.tsx";
import "../texts.ts";
import { Rail } from "./rail.tsx";
import { StaffTheme } from "./staff-theme.tsx";
import { StreetScopeProvider } from "./street-scope.tsx";
import { TopBar } from "./top-bar.tsx";

export function StaffFrame({ children }: { readonly children: ReactNode }) {
  return (
    <StaffTheme>
      <SignedIn>{children}</SignedIn>
    </StaffTheme>
  );
}

function SignedIn({ children }: { readonly children: ReactNode }) {
  const session = useSession();
  const here = useLocation();
  if (session.isPending) return <Skeleton active className="gl-page" />;
  if (session.isError) return <Failure error={session.error} retry={() => void session.refetch()} />;
  if (session.data === null)
    return <Navigate to={`/sign-in?next=${encodeURIComponent(here.pathname + here.search)}`} replace />;
  return (
    <StreetScopeProvider>
      <Frame>{children}</Frame>
    </StreetScopeProvider>
  );
}

const foldedKey = "gridloom.railFolded";

function Frame({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation("desk");
  const [folded, setFolded] = useState(() => (localStorage.getItem(foldedKey) ?? String(innerWidth < 1280)) === "true");
  const [drawerOpen, setDrawerOpen] = useState(false);
  const fold = (next: boolean) => {
    localStorage.setItem(foldedKey, String(next));
    setFolded(next);
  };
  return (
    <div className={folded ? "gl-frame gl-frame-folded" : "gl-frame"}>
      <a className="gl-skip" href="#page">
        {t("frame.skip")}
      </a>
      <Rail folded={folded} fold={fold} />
      <Drawer
        open={drawerOpen}
        onClose={() => setDrawerOpen(false)}
        placement="left"
        size={240}
        title={t("frame.brand")}
      >
        <Rail folded={false} inDrawer went={() => setDrawerOpen(false)} />
      </Drawer>
      <TopBar openRail={() => setDrawerOpen(true)} />
      <main id="page" className="gl-main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
