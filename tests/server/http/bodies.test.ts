import assert from "node:assert/strict";
import { request as httpRequest } from "node:http";
import type { AttachmentUploaded } from "../../../server/contract/types.ts";
import { startTestServer, type Client, type Failure, type TestServer } from "../../support/server.ts";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const uuid = (last: number) => `01890000-0000-7000-8000-${String(last).padStart(12, "0")}`;

describe("bodies", () => {
  let server: TestServer;
  let worker: Client;
  before(async () => {
    server = await startTestServer();
    worker = await server.as("gridWorker");
  });
  after(() => server.stop());

  const send = async (path: string, body: BodyInit, type = "application/json") => {
    const headers = { cookie: worker.cookie, "x-csrf-token": worker.session.csrfToken, "content-type": type };
    const response = await server.raw(`/api${path}`, { method: "POST", headers, body });
    return { status: response.status, ...((await response.json()) as Failure).error };
  };

  const submission = (more: object = {}) => ({ id: uuid(1), form: "eventReport", formVersion: 1, data: {}, ...more });
  const refused: readonly (readonly [string, string, number, string, string?])[] = [
    ["a missing field", JSON.stringify({ ...submission(), form: undefined }), 422, "BODY_INVALID", "/form"],
    ["a wrong type", JSON.stringify(submission({ formVersion: "1" })), 422, "BODY_INVALID", "/formVersion"],
    ["an unknown field", JSON.stringify(submission({ street: "beihe" })), 422, "BODY_INVALID", "/street"],
    ["a wrong format", JSON.stringify(submission({ id: "1" })), 422, "BODY_INVALID", "/id"],
    [
      "a deep unknown field",
      JSON.stringify(submission({ position: { lng: 1, lat: 1, source: "gps", alt: 1 } })),
      422,
      "BODY_INVALID",
      "/position/alt",
    ],
    ["broken JSON", '{"id": ', 400, "BODY_NOT_JSON"],
    ["a body that is no object", '"text"', 400, "BODY_NOT_JSON"],
    ["a list", "[]", 422, "BODY_INVALID"],
    ["nothing", "", 422, "BODY_INVALID"],
    ["5 MB", JSON.stringify(submission({ data: { note: "x".repeat(5_000_000) } })), 413, "BODY_TOO_LARGE"],
    [
      "65 levels",
      JSON.stringify(submission({ data: { a: JSON.parse("[".repeat(63) + "]".repeat(63)) as unknown } })),
      400,
      "BODY_TOO_DEEP",
    ],
    ["45,000 levels", "[".repeat(45_000) + "]".repeat(45_000), 400, "BODY_TOO_DEEP"],
    ["a number that no column holds", JSON.stringify(submission({ formVersion: 2_147_483_648 })), 422, "BODY_INVALID"],
    ["U+0000 in a text", '{"login": "a\\u0000"}', 400, "BODY_CHARACTER_REFUSED", "/login"],
    ["__proto__", '{"__proto__": {"isAdmin": true}}', 400, "BODY_KEY_REFUSED", "/__proto__"],
    [
      "constructor, deep inside",
      '{"data": {"a": [{"constructor": {"prototype": {}}}]}}',
      400,
      "BODY_KEY_REFUSED",
      "/data/a/0/constructor",
    ],
  ];
  for (const [what, body, status, code, path] of refused)
    it(`with ${what} are refused with ${status} ${code}`, async () => {
      const answer = await send("/submissions", body);
      assert.deepEqual([answer.status, answer.code], [status, code]);
      if (path !== undefined) assert.equal(answer.path, path);
      assert.ok(answer.zh.length > 3 && answer.en.length > 3 && answer.requestId.length === 36);
      assert.equal(Reflect.get({}, "isAdmin"), undefined);
    });

  it("of another type than JSON are refused with 415", async () => {
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "application/xml",
    ])
      assert.equal((await send("/submissions", "{}", type)).status, 415, type);
    assert.equal((await send("/submissions", "{}", "application/json; charset=latin1")).status, 415);
  });

  it("that say too much name each field, at most 20", async () => {
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`extra${index}`, 1]));
    const answer = await send("/submissions", JSON.stringify(submission(many)));
    assert.ok((answer.problems?.length ?? 0) > 10 && (answer.problems?.length ?? 0) <= 21);
  });

  it("leave the server well after a sender that gives up halfway", async () => {
    const { port, hostname } = new URL(server.url);
    await new Promise<void>((resolve) => {
      const half = httpRequest({
        port,
        hostname,
        path: "/api/submissions",
        method: "POST",
        headers: {
          cookie: worker.cookie,
          "x-csrf-token": worker.session.csrfToken,
          "content-type": "application/json",
          "content-length": 1000,
        },
      });
      half.on("error", () => resolve());
      half.write('{"id":');
      setTimeout(() => half.destroy(), 50);
    });
    assert.equal((await server.raw("/healthz")).status, 200);
  });
});

describe("parameters", () => {
  let server: TestServer;
  let worker: Client;
  before(async () => {
    server = await startTestServer();
    worker = await server.as("gridWorker");
  });
  after(() => server.stop());

  const wrong = [
    "/tasks?view=none",
    "/tasks?colour=red",
    "/tasks?limit=201",
    "/tasks?limit=-1",
    "/tasks?limit=1.5",
    "/tasks?limit=",
    "/cases?mine=yes",
    "/grid-at",
    "/grid-at?lng=a&lat=1",
    "/tasks?stage=a&stage=b",
    "/tasks?q=%00",
    `/tasks?q=${"x".repeat(201)}`,
    "/tasks?__proto__=1",
  ];
  for (const path of wrong)
    it(`${path.slice(0, 40)} are refused with 400 QUERY_INVALID`, async () => {
      const { status, body } = await worker.get<Failure>(path);
      assert.deepEqual([status, body.error.code], [400, "QUERY_INVALID"]);
      assert.match(body.error.path ?? "", /^\//);
    });

  it("in a path that are malformed or absurd give 4xx, never 5xx", async () => {
    const names = [
      "%E0%A4%A",
      "%00",
      "..%2f..%2fetc%2fpasswd",
      "x".repeat(5000),
      "%2e%2e",
      "‮",
      "a%0d%0ab",
      "__proto__",
      "constructor",
    ];
    for (const route of ["/places/", "/cases/", "/attachments/", "/validators/", "/forms/", "/submissions/"])
      for (const name of names) {
        const { status } = await worker.get(route + name);
        assert.ok(status >= 400 && status < 500, `${route}${name.slice(0, 30)} → ${status}`);
      }
  });

  it("of an unknown address give 404, and of an unknown method 405 with Allow", async () => {
    assert.equal((await worker.get<Failure>("/nothing")).body.error.code, "ROUTE_NOT_FOUND");
    const response = await server.raw("/api/tasks", { method: "PATCH" });
    assert.deepEqual([response.status, response.headers.get("allow")], [405, "GET"]);
  });
});

describe("uploads", () => {
  let server: TestServer;
  let worker: Client;
  before(async () => {
    server = await startTestServer();
    worker = await server.as("gridWorker");
  });
  after(() => server.stop());

  it("keep a photo under its hash and its Chinese name", async () => {
    const { status, body } = await worker.upload<AttachmentUploaded>(
      `/attachments?id=${uuid(1)}`,
      png,
      "近景 照片.png",
    );
    assert.equal(status, 201);
    assert.deepEqual([body.id, body.name, body.type, body.size], [uuid(1), "近景 照片.png", "image/png", png.length]);
    assert.match(body.sha256, /^[0-9a-f]{64}$/);
  });

  it("sent again give the same answer; another file under the same id is refused", async () => {
    const again = await worker.upload<AttachmentUploaded>(`/attachments?id=${uuid(1)}`, png);
    assert.deepEqual([again.status, again.body.name], [201, "近景 照片.png"]);
    const other = await worker.upload<Failure>(`/attachments?id=${uuid(1)}`, Buffer.concat([png, Buffer.from("!")]));
    assert.deepEqual([other.status, other.body.error.code], [409, "ATTACHMENT_ID_TAKEN"]);
    const [colleague] = (await server.people()).filter(
      (each) => each.role === "gridLeader" && each.street === worker.session.street,
    );
    const theirs = await (
      await server.asPerson(colleague?.id ?? "")
    ).upload<Failure>(`/attachments?id=${uuid(1)}`, png);
    assert.equal(theirs.status, 409);
  });

  it("come back to their sender as bytes that cannot run", async () => {
    const response = await server.raw(`/api/attachments/${uuid(1)}`, { headers: { cookie: worker.cookie } });
    assert.deepEqual(Buffer.from(await response.arrayBuffer()), png);
    const header = (name: string) => response.headers.get(name);
    assert.deepEqual(
      [header("content-type"), header("x-content-type-options"), header("content-security-policy")],
      ["image/png", "nosniff", "sandbox; default-src 'none'"],
    );
    assert.match(header("content-disposition") ?? "", /^inline; filename\*=UTF-8''%E8%BF%91/);
  });

  it("are not found by a colleague before they belong to a case, nor by another street", async () => {
    for (const person of (await server.people())
      .filter((each) => each.id !== worker.id && ["gridWorker", "dispatcher"].includes(each.role))
      .slice(0, 6))
      assert.equal((await (await server.asPerson(person.id)).get(`/attachments/${uuid(1)}`)).status, 404, person.unit);
  });

  const hostile: readonly (readonly [string, Uint8Array, string])[] = [
    ["SVG", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), "a.png"],
    ["HTML", Buffer.from("<!doctype html><script>alert(1)</script>"), "a.jpg"],
    ["a script", Buffer.from("alert(1)"), "a.js"],
    ["GIF", Buffer.from("GIF89a\x01\x00\x01\x00\x00\x00\x00;", "latin1"), "a.gif"],
    ["ZIP", Buffer.from("PK\x03\x04xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "latin1"), "a.docx"],
    ["an executable", Buffer.from("MZ\x90\x00\x03\x00\x00\x00", "latin1"), "a.pdf"],
  ];
  for (const [what, bytes, name] of hostile)
    it(`of ${what} called ${name} are refused with 415`, async () => {
      const { status, body } = await worker.upload<Failure>(`/attachments?id=${uuid(9)}`, bytes, name);
      assert.deepEqual([status, body.error.code], [415, "FILE_TYPE_REFUSED"]);
    });

  it("that are too large, empty, several, or of another field are refused", async () => {
    assert.equal((await worker.upload(`/attachments?id=${uuid(9)}`, Buffer.alloc(13_000_000, 1))).status, 413);
    assert.equal((await worker.upload(`/attachments?id=${uuid(9)}`, Buffer.alloc(0))).status, 400);
    const form = (...names: string[]) => {
      const data = new FormData();
      for (const name of names) data.append(name, new Blob([png]), "a.png");
      return data;
    };
    const headers = { cookie: worker.cookie, "x-csrf-token": worker.session.csrfToken };
    for (const body of [form("file", "file"), form("other"), form("__proto__[x]"), form()]) {
      const response = await server.raw(`/api/attachments?id=${uuid(9)}`, { method: "POST", headers, body });
      assert.equal(response.status, 400);
    }
  });

  it("malformed in thirty ways give 4xx and leave the server well", async () => {
    const parts = [
      "--x\r\n",
      'Content-Disposition: form-data; name="file"; filename="a.png"\r\n',
      "\r\n",
      "PNG",
      "\r\n--x--",

      "Content-Disposition:",
      "--x--",
      "filename*=utf-8''%ff",
    ];
    for (let index = 0; index < 30; index++) {
      const body = Array.from({ length: 4 }, (_, at) => parts[(index * 7 + at * (index + 1)) % parts.length]).join("");
      const boundary = ["; boundary=x", "", "; boundary=", `; boundary=${"b".repeat(200)}`][index % 4] ?? "";
      const headers = {
        cookie: worker.cookie,
        "x-csrf-token": worker.session.csrfToken,
        "content-type": `multipart/form-data${boundary}`,
      };
      const { status } = await server.raw(`/api/attachments?id=${uuid(9)}`, { method: "POST", headers, body });
      assert.ok(status >= 400 && status < 500, `${index} → ${status}`);
    }
    assert.equal((await server.raw("/healthz")).status, 200);
  });

  it("with a hostile name are shown by a harmless one", async () => {
    const names = [
      "../../etc/passwd.png",
      "a\u202Egnp.exe",
      "C:\\windows\\x.png",
      'a"; filename=b.png',

      "x".repeat(300),
    ];
    for (const [index, name] of names.entries()) {
      const { status, body } = await worker.upload<AttachmentUploaded>(
        `/attachments?id=${uuid(20 + index)}`,
        png,
        name,
      );
      assert.equal(status, 201, name);
      assert.ok(body.name.length > 0 && body.name.length <= 120 && !/[\\/"\u202e]/.test(body.name), body.name);
    }
  });
});
