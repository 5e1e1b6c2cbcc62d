/** The kinds of definitions in the order of their use, with a picture each. An unknown kind comes last under its own name. */
import {
  ApartmentOutlined,
  BarsOutlined,
  BlockOutlined,
  BranchesOutlined,
  CalendarOutlined,
  FileOutlined,
  FormOutlined,
  NodeIndexOutlined,
  NotificationOutlined,
  PlayCircleOutlined,
  ReadOutlined,
  RiseOutlined,
  SlidersOutlined,
  TableOutlined,
  TeamOutlined,
} from "@ant-design/icons";
import type { ReactNode } from "react";

const icons: Readonly<Record<string, ReactNode>> = {
  process: <BranchesOutlined />,
  form: <FormOutlined />,
  decision: <TableOutlined />,
  parameter: <SlidersOutlined />,
  matter: <BarsOutlined />,
  ladder: <RiseOutlined />,
  calendar: <CalendarOutlined />,
  organisation: <TeamOutlined />,
  register: <NodeIndexOutlined />,
  vocabulary: <ReadOutlined />,
  message: <NotificationOutlined />,
  module: <BlockOutlined />,
  scenario: <PlayCircleOutlined />,
  pack: <ApartmentOutlined />,
};

const order = Object.keys(icons);

export function kindIcon(kind: string): ReactNode {
  return icons[kind] ?? <FileOutlined />;
}

/** Known kinds in their order, then unknown ones by name. */
export function sortKinds(kinds: Iterable<string>): readonly string[] {
  const place = (kind: string) => (order.includes(kind) ? order.indexOf(kind) : order.length);
  return [...new Set(kinds)].sort((a, b) => place(a) - place(b) || a.localeCompare(b));
}
