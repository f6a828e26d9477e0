import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { verifyMachineAuthToken } from "../../compat/internal.ts";
import { verifyToken } from "../../compat/mod.ts";
import {
  jwksOf,
  makeEndpoint,
  makeKey,
  makeToken,
  SECRET,
} from "../keys/fixtures.ts";

describe("keys for the tokens of machines", () => {
  it("are fetched once, and are those of sessions", async () => {
    const key = await makeKey("a", "ins_a");
    const { fetch, requests } = makeEndpoint(jwksOf(key));
    const options = { secretKey: SECRET, fetch };
    const at = Date.now();
    const session = await makeToken(key, { at });
    const machine = await makeToken(key, {
      at,
      header: { typ: "at+jwt", cat: undefined },
      claims: { client_id: "client_1" },
    });
    for (let i = 0; i < 10; i++) {
      await verifyToken(session, options);
      const { errors } = await verifyMachineAuthToken(machine, options);
      assertEquals(errors, undefined);
    }
    assertEquals(requests.length, 1);
  });
});
