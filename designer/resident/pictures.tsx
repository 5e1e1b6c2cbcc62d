/** Pictures of what residents report; here and not among the shared ones, so that the grid worker's phone need not load them. */
import { Icon, isIconName } from "../ui/icons.tsx";

const paths: Readonly<Record<string, string>> = {
  drop: "M12 3s6 6.5 6 11a6 6 0 0 1-12 0c0-4.5 6-11 6-11Z",
  bulb: "M9 18h6m-5 3h4M12 3a6 6 0 0 0-3.5 10.9c.6.5.9 1.2.9 2.1h5.2c0-.9.3-1.6.9-2.1A6 6 0 0 0 12 3Z",
  road: "M6 20 9.5 4M18 20 14.5 4M12 5v2.5m0 3V13m0 3.5V19",
  car: "M4 17v-4.5L6.5 7h11l2.5 5.5V17H4Zm1 0v2m14-2v2M4.5 12.5h15M8 14.8h.01M16 14.8h.01",
  bolt: "M13 3 5 14h6l-1 7 8-11h-6l1-7Z",
  cover: "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM8.5 9h7M7.5 12h9m-8 3h7",
  phone: "M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A15 15 0 0 1 3 6a2 2 0 0 1 2-2Z",
};

interface PictureProps {
  /** As the pack names it; an unknown one is a plain star. */
  readonly name: string;
  readonly size: number;
}

export function Picture({ name, size }: PictureProps) {
  const path = Object.hasOwn(paths, name) ? paths[name] : undefined;
  if (path === undefined) return <Icon name={isIconName(name) ? name : "star"} size={size} />;
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={path} />
    </svg>
  );
}
