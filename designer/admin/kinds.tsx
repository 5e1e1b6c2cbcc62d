/** The kinds of definitions in the order of their use, with a picture each. An unknown kind comes last under its own name. */
import {
  ApartmentOutlined,
  BarChartOutlined,
  BarsOutlined,
  BlockOutlined,
  BranchesOutlined,
  CalendarOutlined,
  FileOutlined,
  FileTextOutlined,
  FormOutlined,
  NodeIndexOutlined,
  NotificationOutlined,
  PlayCircleOutlined,
  ReadOutlined,
  RiseOutlined,
  SlidersOutlined,
  SmileOutlined,
  TableOutlined,
  TeamOutlined,
} from "@ant-design/icons";
import type { ReactNode } from "react";

const icons: Readonly<Record<string, ReactNode>> = {
  process: <BranchesOutlined aria-hidden />,
  form: <FormOutlined aria-hidden />,
  decision: <TableOutlined aria-hidden />,
  parameter: <SlidersOutlined aria-hidden />,
  matter: <BarsOutlined aria-hidden />,
  ladder: <RiseOutlined aria-hidden />,
  calendar: <CalendarOutlined aria-hidden />,
  organisation: <TeamOutlined aria-hidden />,
  register: <NodeIndexOutlined aria-hidden />,
  vocabulary: <ReadOutlined aria-hidden />,
  message: <NotificationOutlined aria-hidden />,
  module: <BlockOutlined aria-hidden />,
  scorecard: <BarChartOutlined aria-hidden />,
  report: <FileTextOutlined aria-hidden />,
  resident: <SmileOutlined aria-hidden />,
  scenario: <PlayCircleOutlined aria-hidden />,
  pack: <ApartmentOutlined aria-hidden />,
};

const order = Object.keys(icons);

export function kindIcon(kind: string): ReactNode {
  return icons[kind] ?? <FileOutlined aria-hidden />;
}

/** Known kinds in their order, then unknown ones by name. */
export function sortKinds(kinds: Iterable<string>): readonly string[] {
  const place = (kind: string) => (order.includes(kind) ? order.indexOf(kind) : order.length);
  return [...new Set(kinds)].sort((a, b) => place(a) - place(b) || a.localeCompare(b));
}
