/** The modules of the desk: a picture and a word each, folded to pictures on narrow screens. */
import {
  ApartmentOutlined,
  ClusterOutlined,
  BarChartOutlined,
  FileSearchOutlined,
  FormOutlined,
  IdcardOutlined,
  InboxOutlined,
  MenuFoldOutlined,
  MenuUnfoldOutlined,
  NotificationOutlined,
  QrcodeOutlined,
  SlidersOutlined,
  SendOutlined,
  TeamOutlined,
  ReadOutlined,
} from "@ant-design/icons";
import { Button, Tooltip } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import { may, useSession } from "../../app/session.ts";
import { useHome } from "../parts/queries.ts";
import "./rail.css";

interface Module {
  readonly key: string;
  readonly to: string;
  readonly icon: ReactNode;
  /** Action of the access table without which the module is not shown. */
  readonly needs: string;
  readonly exact?: boolean;
  readonly group: "work" | "content";
}

const modules: readonly Module[] = [
  { key: "inbox", to: "/desk", icon: <InboxOutlined aria-hidden />, needs: "task.read", exact: true, group: "work" },
  { key: "report", to: "/desk/report", icon: <FormOutlined aria-hidden />, needs: "submission.create", group: "work" },
  {
    key: "records",
    to: "/desk/records",
    icon: <FileSearchOutlined aria-hidden />,
    needs: "submission.read",
    group: "work",
  },
  {
    key: "notices",
    to: "/desk/notices",
    icon: <NotificationOutlined aria-hidden />,
    needs: "unit.read",
    group: "work",
  },
  {
    key: "results",
    to: "/desk/results",
    icon: <BarChartOutlined aria-hidden />,
    needs: "results.read",
    group: "work",
  },
  {
    key: "bulletin",
    to: "/desk/bulletin",
    icon: <ReadOutlined aria-hidden />,
    needs: "results.read",
    group: "work",
  },
  {
    key: "definitions",
    to: "/admin",
    icon: <ApartmentOutlined aria-hidden />,
    needs: "definition.read",
    exact: true,
    group: "content",
  },
  { key: "boards", to: "/admin/boards", icon: <IdcardOutlined aria-hidden />, needs: "board.read", group: "content" },
  {
    key: "settings",
    to: "/admin/settings",
    icon: <SlidersOutlined aria-hidden />,
    needs: "settings.read",
    group: "content",
  },
  {
    key: "forms",
    to: "/admin/forms",
    icon: <FormOutlined aria-hidden />,
    needs: "definition.deploy",
    group: "content",
  },
  { key: "people", to: "/admin/people", icon: <TeamOutlined aria-hidden />, needs: "person.read", group: "content" },
  {
    key: "organisation",
    to: "/admin/organisation",
    icon: <ClusterOutlined aria-hidden />,
    needs: "person.read",
    group: "content",
  },
  { key: "places", to: "/admin/places", icon: <QrcodeOutlined aria-hidden />, needs: "place.read", group: "content" },
  {
    key: "delivery",
    to: "/admin/delivery",
    icon: <SendOutlined aria-hidden />,
    needs: "delivery.read",
    group: "content",
  },
];

interface RailProps {
  readonly folded: boolean;
  readonly fold?: (folded: boolean) => void;
  readonly inDrawer?: boolean;
  readonly went?: () => void;
}

export function Rail({ folded, fold, inDrawer = false, went }: RailProps) {
  const { t } = useTranslation("desk");
  const { data: session } = useSession();
  const { data: home } = useHome();
  const shown = modules.filter((module) => may(session, module.needs));
  const entry = (module: Module) => (
    <RailEntry
      key={module.key}
      module={module}
      folded={folded}
      went={went}
      badge={module.key === "inbox" ? home?.counts.todo : undefined}
    />
  );
  const work = shown.filter((module) => module.group === "work");
  const content = shown.filter((module) => module.group === "content");
  return (
    <nav className={inDrawer ? "gl-rail gl-rail-drawer" : "gl-rail"} aria-label={t("frame.modules")}>
      {!inDrawer && (
        <div className="gl-brand">
          <BrandMark />
          {!folded && <span>{t("frame.short")}</span>}
        </div>
      )}
      {work.length > 0 && <ul>{work.map(entry)}</ul>}
      {content.length > 0 && <ul aria-label={t("frame.content")}>{content.map(entry)}</ul>}
      {fold !== undefined && (
        <Button
          className="gl-rail-fold"
          type="text"
          aria-expanded={!folded}
          aria-label={t(folded ? "frame.unfold" : "frame.fold")}
          icon={folded ? <MenuUnfoldOutlined aria-hidden /> : <MenuFoldOutlined aria-hidden />}
          onClick={() => fold(!folded)}
        ></Button>
      )}
    </nav>
  );
}

interface RailEntryProps {
  readonly module: Module;
  readonly folded: boolean;
  readonly went: (() => void) | undefined;
  readonly badge: number | undefined;
}

function RailEntry({ module, folded, went, badge }: RailEntryProps) {
  const { t } = useTranslation("desk");
  const words = t(`module.${module.key}`);
  return (
    <li>
      <Tooltip title={folded ? words : undefined} placement="right">
        <NavLink to={module.to} end={module.exact ?? false} onClick={went}>
          <span className="gl-rail-icon" aria-hidden>
            {module.icon}
          </span>
          <span className="gl-rail-word">{words}</span>
          {badge !== undefined && badge > 0 && <span className="gl-rail-badge">{badge > 99 ? "99+" : badge}</span>}
        </NavLink>
      </Tooltip>
    </li>
  );
}

/** Four threads crossing: the loom of the name. */
function BrandMark() {
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden focusable="false">
      <rect width="24" height="24" rx="6" fill="var(--primary)" />
      <path
        d="M8 5v6m0 3v5M16 5v5m0 3v6M5 8h4m3 0h7M5 16h7m3 0h4"
        stroke="var(--on-primary)"
        strokeWidth="2"
        strokeLinecap="round"
        fill="none"
      />
    </svg>
  );
}
