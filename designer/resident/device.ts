/** What this phone keeps: a chance number by which floods are counted, one for the report at hand, and its receipts. */
import type { ResidentReceipt } from "../../server/contract/types.ts";

const deviceKey = "gridloom.resident.device";
const senderKey = "gridloom.resident.sender";
const receiptsKey = "gridloom.resident.receipts";
/** More than these nobody looks for. */
const kept = 5;

/** 192 bits of chance; works on plain http too. */
function chance(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_");
}

/** For browsers that keep nothing: the number of this visit. */
const visit = new Map<string, string>();

function keptUnder(key: string): string {
  try {
    const known = localStorage.getItem(key);
    if (known !== null) return known;
    const made = chance();
    localStorage.setItem(key, made);
    return made;
  } catch {
    const made = visit.get(key) ?? chance();
    visit.set(key, made);
    return made;
  }
}

export const deviceToken = (): string => keptUnder(deviceKey);
export const senderToken = (): string => keptUnder(senderKey);

/** After a report has arrived: the next one cannot be told to come from the same person. */
export function forgetSender(): void {
  visit.delete(senderKey);
  try {
    localStorage.removeItem(senderKey);
  } catch {
    // Nothing was kept.
  }
}

export interface KeptReceipt {
  readonly number: string;
  readonly path: string;
  readonly expiresAt: string;
}

const isReceipt = (value: unknown): value is KeptReceipt =>
  typeof value === "object" &&
  value !== null &&
  typeof (value as Record<string, unknown>)["number"] === "string" &&
  String((value as Record<string, unknown>)["path"]).startsWith("/r/progress/");

export function receipts(): readonly KeptReceipt[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(receiptsKey) ?? "[]");
    const all = Array.isArray(stored) ? stored.filter(isReceipt) : [];
    return all.filter((each) => Date.parse(each.expiresAt) > Date.now());
  } catch {
    return [];
  }
}

function store(list: readonly KeptReceipt[]): void {
  try {
    localStorage.setItem(receiptsKey, JSON.stringify(list.slice(0, kept)));
  } catch {
    // The link on the screen is all there is then; the page says to keep it.
  }
}

export function keepReceipt({ number, path, expiresAt }: ResidentReceipt): void {
  store([{ number, path, expiresAt }, ...receipts().filter((each) => each.number !== number)]);
}

export const dropReceipt = (number: string): void => store(receipts().filter((each) => each.number !== number));
