/** The one way to the server: cookies, CSRF token, idempotency key, and failures as values with both languages. */
import type { FailureBody, Session } from "../../server/contract/types.ts";

export class ApiError extends Error {
  readonly status: number;
  readonly body: FailureBody;
  constructor(status: number, body: FailureBody) {
    super(body.zh);
    this.status = status;
    this.body = body;
  }
}

let csrfToken = "";

/** Called by whoever receives a session: every unsafe request carries its token. */
export function rememberSession(session: Session): Session {
  csrfToken = session.csrfToken;
  return session;
}

let signedOut = (): void => undefined;

/** Who is told when the server no longer knows us: the session ran out or was closed elsewhere. */
export function onSignedOut(listener: () => void): void {
  signedOut = listener;
}

/** Opening a session fails with 401 as well, and that is about the password. */
function tellSignedOut(status: number, path: string): void {
  if (status === 401 && !/^\/(session|demo\/session|setup|join)$/.test(path)) signedOut();
}

const offline: FailureBody = {
  code: "NETWORK_UNREACHABLE",
  zh: "网络不通，请检查信号后重试。",
  en: "The network cannot be reached. Check the signal and try again.",
  requestId: "-",
};

function unexpectedAnswer(status: number, requestId: string | null): FailureBody {
  return {
    code: "UNEXPECTED_ANSWER",
    zh: `服务器没有按约定回答（${status}）。`,
    en: `The server gave an unexpected answer (${status}).`,
    requestId: requestId ?? "-",
  };
}

async function failureOf(response: Response): Promise<FailureBody> {
  try {
    return ((await response.json()) as { error: FailureBody }).error;
  } catch {
    return unexpectedAnswer(response.status, response.headers.get("x-request-id"));
  }
}

/** Sends one request below `/api`; throws `ApiError` for every answer that is not 2xx and for a dead network. */
async function send(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  const isFile = body instanceof FormData;
  const response = await fetch(`/api${path}`, {
    method,
    credentials: "same-origin",
    headers: {
      accept: "application/json",
      ...(body === undefined || isFile ? {} : { "content-type": "application/json" }),
      ...(method === "GET" ? {} : { "x-csrf-token": csrfToken }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }),
  }).catch(() => {
    throw new ApiError(0, offline);
  });
  tellSignedOut(response.status, path);
  if (!response.ok) throw new ApiError(response.status, await failureOf(response));
  return response;
}

async function request<T>(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<T> {
  const response = await send(method, path, body, headers);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

export const api = {
  get: <T>(path: string) => request<T>("GET", path),
  post: <T>(path: string, body: unknown = {}, key?: string) =>
    request<T>("POST", path, body, key === undefined ? {} : { "idempotency-key": key }),
  put: <T>(path: string, body: unknown = {}) => request<T>("PUT", path, body),
  delete: <T>(path: string) => request<T>("DELETE", path),
  /** Asks for a file that the server makes of `body`. */
  download: async (path: string, body: unknown): Promise<Blob> => (await send("POST", path, body)).blob(),
};

export interface FetchedFile {
  readonly blob: Blob;
  readonly name: string;
}

/** Sends a body and receives a file; throws `ApiError` like `request`. */
export async function fetchFile(path: string, body: FormData): Promise<FetchedFile> {
  const response = await fetch(`/api${path}`, {
    method: "POST",
    credentials: "same-origin",
    headers: { "x-csrf-token": csrfToken },
    body,
  }).catch(() => {
    throw new ApiError(0, offline);
  });
  tellSignedOut(response.status, path);
  if (!response.ok) throw new ApiError(response.status, await failureOf(response));
  const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get("content-disposition") ?? "")?.[1];
  return { blob: await response.blob(), name: decodeURIComponent(named ?? "file") };
}

/** Sends a file and says how far it is (0 to 1); `fetch` cannot tell progress. Throws `ApiError` like `request`. */
export function upload<T>(path: string, body: FormData, onProgress: (done: number) => void): Promise<T> {
  return new Promise((resolve, reject: (error: ApiError) => void) => {
    const sending = new XMLHttpRequest();
    sending.open("POST", `/api${path}`);
    sending.setRequestHeader("accept", "application/json");
    sending.setRequestHeader("x-csrf-token", csrfToken);
    sending.responseType = "json";
    sending.timeout = 120_000;
    sending.upload.addEventListener("progress", ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total));
    sending.addEventListener("load", () => {
      if (sending.status >= 200 && sending.status < 300) return resolve(sending.response as T);
      tellSignedOut(sending.status, path);
      const answer = sending.response as { readonly error?: FailureBody } | null;
      return reject(new ApiError(sending.status, answer?.error ?? unexpectedAnswer(sending.status, null)));
    });
    sending.addEventListener("error", () => reject(new ApiError(0, offline)));
    sending.addEventListener("timeout", () => reject(new ApiError(0, offline)));
    sending.send(body);
  });
}
