import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createClerkClient } from "../../mod.ts";
import { createRecorder, lineOf } from "./recorder.ts";

describe("jwks: getJwks", () => {
  it("gives the keys as they came, their names the standard's own", async () => {
    const keys = [{
      kty: "RSA",
      kid: "ins_1",
      key_ops: ["verify"],
      "x5t#S256": "t",
      some_new_name: { inner_name: 1 },
    }];
    const { fetch, sent } = createRecorder(() => ({ keys }));
    const clerk = createClerkClient({
      secretKey: "sk_test_secret",
      env: {},
      fetch,
    });
    const { data } = await clerk.jwks.getJwks();
    assertEquals(data, { keys });
    assertEquals(sent.map(lineOf), ["GET /v1/jwks"]);
  });
});
