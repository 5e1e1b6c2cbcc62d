/**
 * One look, two readers: CSS variables for the light components, a theme object for antd (desk and admin). Dark mode follows the
 * device unless a person chose otherwise; large type is ×1.25 (screens.md "Look").
 */
import { darkTokens, tokens, type Tokens } from "./tokens.ts";

export type ColourMode = "light" | "dark" | "system";
export type TextSize = "normal" | "large";

const modeKey = "gridloom.colourMode";
const sizeKey = "gridloom.textSize";
const darkDevice = "(prefers-color-scheme: dark)";
const listeners = new Set<() => void>();

export function chosenMode(): ColourMode {
  const saved = localStorage.getItem(modeKey);
  return saved === "light" || saved === "dark" ? saved : "system";
}

export function chosenSize(): TextSize {
  return localStorage.getItem(sizeKey) === "large" ? "large" : "normal";
}

/** Whether the screen is dark now, by choice or by the device. */
export function isDark(): boolean {
  const mode = chosenMode();
  return mode === "system" ? window.matchMedia(darkDevice).matches : mode === "dark";
}

export function chooseMode(mode: ColourMode): void {
  localStorage.setItem(modeKey, mode);
  applyTheme();
}

export function chooseSize(size: TextSize): void {
  localStorage.setItem(sizeKey, size);
  applyTheme();
}

/** Calls back whenever the look changes; returns how to stop. Fits React's `useSyncExternalStore`. */
export function onThemeChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Writes the tokens as CSS variables on the page's root (`primarySoft` becomes `--primary-soft`). */
function applyTheme(): void {
  const root = document.documentElement;
  const dark = isDark();
  for (const [name, value] of Object.entries(dark ? darkTokens : tokens))
    root.style.setProperty(`--${kebab(name)}`, typeof value === "number" ? `${value}px` : value);
  root.style.setProperty("--scale", chosenSize() === "large" ? "1.25" : "1");
  root.style.colorScheme = dark ? "dark" : "light";
  root.dataset["mode"] = dark ? "dark" : "light";
  for (const listener of listeners) listener();
}

/** Applies the look and keeps it when the device turns dark; called once at start. */
export function startTheme(): void {
  applyTheme();
  window.matchMedia(darkDevice).addEventListener("change", applyTheme);
}

/** Tokens of antd's `ConfigProvider theme={{ token, algorithm }}`; which algorithm to add is the caller's to say. */
export function antdTheme(dark: boolean, size: TextSize = "normal") {
  const look: Tokens = dark ? darkTokens : tokens;
  return {
    token: {
      colorPrimary: look.primary,
      colorLink: look.primary,
      colorSuccess: look.onTime,
      colorWarning: look.dueSoon,
      colorError: look.overdue,
      colorInfo: look.information,
      colorText: look.text,
      colorTextSecondary: look.textSecondary,
      colorTextDescription: look.textSecondary,
      colorTextPlaceholder: look.textSecondary,
      colorTextLightSolid: look.onPrimary,
      colorBorder: look.border,
      colorBorderSecondary: look.border,
      colorBgLayout: look.background,
      colorBgContainer: look.surface,
      colorBgElevated: look.surface,
      borderRadius: look.radius,
      fontFamily: look.fontFamily,
      fontSize: size === "large" ? 17.5 : 14,
      wireframe: false,
    },
  };
}
