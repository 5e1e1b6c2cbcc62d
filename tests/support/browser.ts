/** Chromium for tests: found where the system or `CHROMIUM` says, started once a test file, quiet and offline but for our own server. */
import { accessSync, constants, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Path of a Chromium: `CHROMIUM`, else one on the PATH, else undefined. */
export function findChromium(): string | undefined {
  const named = process.env["CHROMIUM"];
  if (named !== undefined && named !== "") return canRun(named) ? named : undefined;
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const apple = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
  const found = names.flatMap((name) => ["/usr/bin", ...folders].map((folder) => join(folder, name))).find(canRun);
  return found ?? (canRun(apple) ? apple : undefined);
}

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** @throws when there is no Chromium: guard the suite with `findChromium()`. */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error("Expected a Chromium on the PATH or in CHROMIUM but found none");
  return chromium.launch({ executablePath, args: [...quiet, ...more] });
}

export const phone = { width: 390, height: 844 } as const;
export const desk = { width: 1440, height: 900 } as const;

interface PageOptions {
  readonly size?: { readonly width: number; readonly height: number };
  /** Where the device stands; without it the position is refused, as on a phone whose owner said no. */
  readonly at?: { readonly longitude: number; readonly latitude: number };
  readonly dark?: boolean;
  readonly english?: boolean;
}

/** A fresh device: own cookies, own storage. */
export async function newDevice(browser: Browser, base: string, options: PageOptions = {}): Promise<BrowserContext> {
  const size = options.size ?? phone;
  const context = await browser.newContext({
    baseURL: base,
    viewport: size,
    locale: options.english === true ? "en-GB" : "zh-CN",
    timezoneId: "Asia/Shanghai",
    colorScheme: options.dark === true ? "dark" : "light",
    hasTouch: size.width < 600,
    ...(options.at === undefined ? {} : { geolocation: { ...options.at, accuracy: 12 }, permissions: ["geolocation"] }),
  });
  if (options.english === true) await context.addInitScript(() => localStorage.setItem("gridloom.language", "en"));
  return context;
}

/** Signs in as a demo person by role and, where given, unit code; the page then stands on that person's first page. */
export async function signInAs(page: Page, role: string, unit?: string): Promise<void> {
  await page.goto("/sign-in");
  const answer = await page.evaluate(
    async ({ wantedRole, wantedUnit }) => {
      const people = (await (await fetch("/api/demo/people")).json()) as { id: string; role: string; unit: string }[];
      const one = people.find((p) => p.role === wantedRole && (wantedUnit === undefined || p.unit === wantedUnit));
      if (one === undefined) return `nobody is ${wantedRole} at ${wantedUnit ?? "any unit"}`;
      const opened = await fetch("/api/demo/session", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ personId: one.id }),
      });
      return opened.ok ? "" : `sign-in answered ${opened.status}`;
    },
    { wantedRole: role, wantedUnit: unit },
  );
  if (answer !== "") throw new Error(answer);
  await page.goto("/");
  await page.waitForURL(/\/(m|desk|admin)/);
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Colours on their way from one state to another are nobody's: waits until what moves once has moved. */
async function settled(): Promise<void> {
  const once = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(once.map((one) => one.finished));
}

/** WCAG 2.1 A and AA violations on the page as it stands, each as one readable line; empty when there are none. */
export async function axeViolations(page: Page, within = "body"): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  await page.evaluate(settled);
  return page.evaluate(async (selector) => {
    const { axe } = globalThis as unknown as { readonly axe: AxeDoor };
    const { violations } = await axe.run(selector, {
      runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] },
    });
    return violations.flatMap((one) =>
      one.nodes.map((node) => `${one.id}: ${node.target.join(" ")} — ${node.failureSummary ?? one.help}`),
    );
  }, within);
}

interface AxeDoor {
  readonly run: (
    selector: string,
    options: object,
  ) => Promise<{
    readonly violations: readonly {
      readonly id: string;
      readonly help: string;
      readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
    }[];
  }>;
}
