/** Residents as their phones send: without account, each with its own device, photos first, then the report. */
import { randomBytes, randomUUID } from "node:crypto";
import type { FailureBody, ResidentPlace, ResidentProgress, ResidentReceipt } from "../../server/contract/types.ts";
import type { TestServer } from "./server.ts";

export interface Reply<T> {
  readonly status: number;
  readonly body: T;
  readonly error: FailureBody | undefined;
}

/** The smallest PNG there is. */
const smallPhoto: Uint8Array = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

export const secretText = (): string => randomBytes(24).toString("base64url");

async function reply<T>(response: Response): Promise<Reply<T>> {
  const text = await response.text();
  const body = (text.startsWith("{") ? JSON.parse(text) : text) as T & { readonly error?: FailureBody };
  return { status: response.status, body, error: body.error };
}

export interface ReportWish {
  readonly code?: string;
  readonly matter?: string;
  readonly description?: string;
  readonly phone?: string;
  readonly photos?: number;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly more?: Readonly<Record<string, unknown>>;
}

/** One phone of a resident. */
export class ResidentPhone {
  readonly device = secretText();
  readonly #server: TestServer;

  constructor(server: TestServer) {
    this.#server = server;
  }

  async get<T>(path: string): Promise<Reply<T>> {
    return reply(await this.#server.raw(`/api${path}`));
  }

  async post<T>(path: string, body: unknown): Promise<Reply<T>> {
    const headers = { "content-type": "application/json" };
    return reply(await this.#server.raw(`/api${path}`, { method: "POST", headers, body: JSON.stringify(body) }));
  }

  async photo(sender: string, code = "xingfuGrid1", bytes: Uint8Array = smallPhoto): Promise<Reply<{ id: string }>> {
    const form = new FormData();
    form.append("file", new Blob([new Uint8Array(bytes)]), "我家门口.png");
    const query = new URLSearchParams({ id: randomUUID(), sender, device: this.device });
    return reply(
      await this.#server.raw(`/api/resident/places/${code}/photos?${query.toString()}`, { method: "POST", body: form }),
    );
  }

  /** The body of a report that is in order. */
  async request(wish: ReportWish = {}): Promise<Record<string, unknown>> {
    const code = wish.code ?? "xingfuGrid1";
    const place = await this.get<ResidentPlace>(`/resident/places/${code}`);
    const sender = secretText();
    const photos: string[] = [];
    for (let n = 0; n < (wish.photos ?? 0); n++) photos.push((await this.photo(sender, code)).body.id);
    return {
      ...{ id: randomUUID(), code, formVersion: place.body.form?.version ?? 1, sender, device: this.device },
      data: {
        matter: wish.matter ?? "sewerBlocked",
        description: wish.description ?? `楼下下水道堵了，污水流到路上 ${randomUUID().slice(0, 8)}`,
        consent: true,
        ...(photos.length === 0 ? {} : { photos }),
        ...(wish.phone === undefined ? {} : { phone: wish.phone }),
        ...wish.data,
      },
      ...wish.more,
    };
  }

  async report(wish: ReportWish = {}): Promise<Reply<ResidentReceipt>> {
    return this.post("/resident/reports", await this.request(wish));
  }

  progress(token: string): Promise<Reply<ResidentProgress>> {
    return this.get(`/resident/progress/${token}`);
  }

  rate(token: string, rating: string, remarks?: string): Promise<Reply<ResidentProgress>> {
    return this.post(`/resident/progress/${token}/rating`, { rating, ...(remarks === undefined ? {} : { remarks }) });
  }
}
