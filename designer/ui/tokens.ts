/** The look in one place (screens.md): used by antd's theme on the desk and as CSS variables on the phone. */
export const tokens = {
  primary: "#0E7A6D",
  primaryHover: "#0B6A5F",
  primaryActive: "#095A50",
  /** Text on a filled primary button, and a wash of primary behind chosen things. */
  onPrimary: "#FFFFFF",
  primarySoft: "#E9F4F2",
  onTime: "#2A8048",
  onTimeSoft: "#F0F9F3",
  dueSoon: "#8F6200",
  dueSoonSoft: "#FBF1DA",
  overdue: "#C8372D",
  overdueSoft: "#FCEBE9",
  suspended: "#5F6672",
  suspendedSoft: "#EEF0F2",
  information: "#2563A8",
  informationSoft: "#E7EFF8",
  text: "#1F2421",
  textSecondary: "#59605B",
  border: "#E2DFD9",
  /** Edges of things one writes in: at least 3:1 against the surface (WCAG 1.4.11). */
  borderInput: "#8A8F8B",
  background: "#F7F6F3",
  surface: "#FFFFFF",
  radius: 8,
  fontFamily:
    '-apple-system, "PingFang SC", "HarmonyOS Sans SC", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", sans-serif',
} as const;

export type Tokens = { readonly [K in keyof typeof tokens]: (typeof tokens)[K] extends number ? number : string };

export const darkTokens: Tokens = {
  ...tokens,
  primary: "#35A596",
  primaryHover: "#4DB5A7",
  primaryActive: "#309889",
  onPrimary: "#08201C",
  primarySoft: "#17332E",
  onTime: "#5CBE7D",
  onTimeSoft: "#1A2F21",
  dueSoon: "#E0AE3A",
  dueSoonSoft: "#352B14",
  overdue: "#F58A82",
  overdueSoft: "#3A2120",
  suspended: "#A3ABB8",
  suspendedSoft: "#2A2D31",
  information: "#7BAFE6",
  informationSoft: "#1B2A3A",
  text: "#ECEBE8",
  textSecondary: "#ACB1AD",
  border: "#3A3D3B",
  borderInput: "#7C827E",
  background: "#171918",
  surface: "#212423",
};
