import assert from "node:assert/strict";
import fc from "fast-check";
import { seal, unseal } from "../../../server/external/sealed.ts";

describe("a sealed secret", () => {
  it("opens again by the same secret in the same place", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ minLength: 1 }), (text, secret) =>
        assert.equal(unseal(secret, seal(secret, text, "nanyuan/email/password"), "nanyuan/email/password"), text),
      ),
    );
  });

  it("shows nothing of the text, and is another one each time", () => {
    const [one, two] = [seal("s", "SEC-robot-key", "a"), seal("s", "SEC-robot-key", "a")];
    assert.notEqual(one, two);
    assert.ok(!one.includes("SEC") && !Buffer.from(one.slice(3), "base64url").includes("robot"));
  });

  it("does not open by another secret, in another place, or after a change", () => {
    const sealed = seal("s", "key", "nanyuan/sms/key");
    assert.equal(unseal("t", sealed, "nanyuan/sms/key"), undefined);
    assert.equal(unseal("s", sealed, "beihe/sms/key"), undefined);
    const changed = `${sealed.slice(0, -2)}${sealed.endsWith("A") ? "BB" : "AA"}`;
    assert.equal(unseal("s", changed, "nanyuan/sms/key"), undefined);
    assert.equal(unseal("s", "", "nanyuan/sms/key"), undefined);
  });
});
