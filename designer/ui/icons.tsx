/** The one set of icons: 24 px, drawn with the text's colour, always beside a word (so hidden from reading aloud). */
const paths = {
  home: "M3 11.5 12 4l9 7.5M5.5 10v10h13V10M10 20v-6h4v6",
  list: "M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01",
  plus: "M12 5v14M5 12h14",
  map: "M9 4 3 6.5v13L9 17l6 2.5 6-2.5v-13L15 6.5 9 4Zm0 0v13m6-10.5v13",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 8.5c.8-4 4-6 8-6s7.2 2 8 6",
  camera: "M4 8h3l2-3h6l2 3h3v11H4V8Zm8 8.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Z",
  pin: "M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.5C5 14.8 12 21 12 21Zm0-9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z",
  locate: "M12 3v3m0 12v3M3 12h3m12 0h3M12 17a5 5 0 1 0 0-10 5 5 0 0 0 0 10Z",
  scan: "M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M7 12h10",
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm5-1.5L20 20",
  check: "m5 12.5 4.5 4.5L19 7.5",
  close: "M6 6l12 12M18 6 6 18",
  back: "M15 5l-7 7 7 7",
  next: "m9 5 7 7-7 7",
  down: "m5 9 7 7 7-7",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v5l3.5 2",
  warning: "M12 4 2.5 20h19L12 4Zm0 6v5m0 2.5v.01",
  overdue: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v6m0 3v.01",
  pause: "M9 6v12M15 6v12",
  info: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-10v6m0-9v.01",
  house: "M4 20V9l8-5 8 5v11H4Zm5 0v-6h6v6",
  patrol: "M6 4h12v16H6V4Zm3 5h6m-6 4h6m-6 4h3",
  people:
    "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-6.5 9c.5-4 3-5.5 6.5-5.5s6 1.5 6.5 5.5M16 5a3.5 3.5 0 0 1 0 6.5m2 3c2 .8 3.2 2.5 3.5 5.5",
  star: "m12 4 2.4 5.1 5.6.7-4.1 3.9 1.1 5.5-5-2.8-5 2.8 1.1-5.5L4 9.8l5.6-.7L12 4Z",
  book: "M5 5h6l1 1.5L13 5h6v14h-6l-1 1-1-1H5V5Zm7 1.5V20",
  bell: "M6 16v-5a6 6 0 1 1 12 0v5l1.5 2h-15L6 16Zm4 4h4",
  trash: "M5 7h14M9 7V4h6v3m-8 0 1 13h8l1-13",
  retry: "M20 12a8 8 0 1 1-2.5-5.8M20 4v5h-5",
  offline:
    "M3 3l18 18M5 12.5a10 10 0 0 1 4-2.4M2 9a15 15 0 0 1 5-3M12 6c3.8 0 7.3 1.1 10 3M15 10.5a10 10 0 0 1 4 2M9 16a5 5 0 0 1 6 0M12 19.5v.01",
  speed: "m4 6 7 6-7 6V6Zm9 0 7 6-7 6V6Z",
  send: "M4 12 20 4l-5 16-3.5-6.5L4 12Z",
  edit: "M5 19h4L19 9l-4-4L5 15v4Z",
  language: "M4 6h9M8.5 4v2c0 4-2 7-5 8.5M6 10c1 2.5 3 4 5.5 5M13 20l4-10 4 10m-6.7-3h5.4",
  moon: "M19 14.5A8 8 0 0 1 9.5 5 8 8 0 1 0 19 14.5Z",
  text: "M4 7V5h16v2M12 5v14m-3 0h6",
  exit: "M14 4H5v16h9M10 12h10m-3.5-3.5L20 12l-3.5 3.5",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  image: "M4 5h16v14H4V5Zm0 11 5-5 4 4 3-3 4 4M15.5 9.5v.01",
  saved: "M5 4h11l3 3v13H5V4Zm3 0v5h7V4M8 20v-6h8v6",
  flag: "M6 21V4h11l-2 4 2 4H6",
  up: "M12 20V5m-6 6 6-6 6 6",
} as const;

export type IconName = keyof typeof paths;

/** Names that packs may use in `module` tiles; anything else shows a plain star. */
export function isIconName(name: string): name is IconName {
  return name in paths;
}

export function Icon({ name, size = 24 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === "more" ? 3 : 1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
