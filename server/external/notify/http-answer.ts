/** What an HTTP answer or a broken call means for a letter: sent, try again, or never. */
import { fault, sent, type Sent } from "./channel.ts";
import { NetRefused, type Answer } from "./net.ts";

/** Statuses by which a server asks for another try. */
const again = new Set([408, 425, 429]);

export function byStatus({ status, text }: Answer): Sent {
  if (status >= 200 && status < 300) return sent;
  if (status >= 300 && status < 400) return fault("REDIRECTED", `HTTP ${status}`, true);
  const isFinal = status < 500 && !again.has(status);
  return fault("REJECTED", `HTTP ${status} ${text.replaceAll(/\s+/g, " ").slice(0, 100)}`.trim(), isFinal);
}

/** A robot says in the body whether it took the message, with a status of 200 either way. */
export function byCode(answer: Answer, isBusy: (code: number) => boolean): Sent {
  const first = byStatus(answer);
  if (!first.ok) return first;
  const { errcode, errmsg } = bodyOf(answer.text);
  if (errcode === 0) return sent;
  if (typeof errcode !== "number") return fault("REJECTED", "errcode ?", false);
  return fault("REJECTED", `errcode ${errcode} ${typeof errmsg === "string" ? errmsg : ""}`.trim(), !isBusy(errcode));
}

function bodyOf(text: string): { readonly errcode?: unknown; readonly errmsg?: unknown } {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** Runs a call; what the way out refuses becomes a fault. Other exceptions are our bugs and go on. */
export async function guarded(call: () => Promise<Sent>): Promise<Sent> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof NetRefused)) throw error;
    return fault(error.code, error.message, error.code === "ADDRESS_REFUSED");
  }
}
