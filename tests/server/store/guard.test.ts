import assert from "node:assert/strict";
import { join } from "node:path";
import { openSqlite } from "../../../server/store/database.ts";
import { StoreRefused } from "../../../server/store/index.ts";
import { storeOn } from "../../../server/store/store.ts";
import { safePragmas } from "../../../server/store/sqlite-driver.ts";
import { temporaryFolder } from "../../support/stores.ts";

describe("settings guard", () => {
  const file = () => join(temporaryFolder(), "gridloom.sqlite");

  it("opens when every connection says what it must", async () => {
    const store = storeOn(await openSqlite(file()));
    await store.migrate();
    assert.deepEqual(await store.migrate(), []);
    await store.close();
  });

  const careless = { synchronous: 1, busy_timeout: 1 } as const;
  for (const [name, value] of Object.entries(careless))
    it(`refuses a connection whose ${name} is ${value}, naming it in Chinese and English`, async () => {
      await assert.rejects(openSqlite(file(), { ...safePragmas, [name]: value }), (error: unknown) => {
        assert.ok(error instanceof StoreRefused);
        assert.equal(error.problem.code, "STORE_SETTING_WRONG");
        assert.match(error.message, new RegExp(`数据库设置 ${name} 应为 \\d+，实际为 ${value}`));
        return true;
      });
    });

  it("refuses a file that cannot have a write-ahead log", async () => {
    await assert.rejects(openSqlite(":memory:"), StoreRefused);
  });
});
