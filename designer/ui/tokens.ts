/** The look in one place (screens.md): used by antd's theme on the desk and as CSS variables on the phone. */
export const tokens = {
  primary: "#0E7A6D",
  primaryHover: "#0B6A5F",
  primaryActive: "#095A50",
  onTime: "#2A8048",
  dueSoon: "#8F6200",
  overdue: "#C8372D",
  suspended: "#5F6672",
  information: "#2563A8",
  text: "#1F2421",
  textSecondary: "#59605B",
  border: "#E2DFD9",
  background: "#F7F6F3",
  surface: "#FFFFFF",
  radius: 8,
  fontFamily:
    '-apple-system, "PingFang SC", "HarmonyOS Sans SC", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", sans-serif',
} as const;

export const darkTokens = {
  ...tokens,
  primary: "#35A596",
  primaryHover: "#4DB5A7",
  primaryActive: "#2B8F82",
  onTime: "#5CBE7D",
  dueSoon: "#E0AE3A",
  overdue: "#F0766D",
  suspended: "#A3ABB8",
  information: "#7BAFE6",
  text: "#ECEBE8",
  textSecondary: "#ACB1AD",
  border: "#3A3D3B",
  background: "#171918",
  surface: "#212423",
} as const;
