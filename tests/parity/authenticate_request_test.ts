import { assert, assertEquals } from "@std/assert";
import { beforeAll, describe, it } from "@std/testing/bdd";
import { createCase } from "./request_cases.ts";
import { compareRequests } from "./request_comparison.ts";
import { createMaterial, type Material } from "./request_material.ts";
import { createOddCase } from "./request_oddities.ts";

/** How many requests are compared: all of them where the gate does so once. */
const DOSE = "Deno" in globalThis ? 20_000 : 500;
const KINDS = [
  ["random", createCase, DOSE],
  ["odd", createOddCase, DOSE / 2],
] as const;

describe("authenticateRequest agrees with the official package", () => {
  let material: Material;

  beforeAll(async () => {
    material = await createMaterial();
  });

  for (const [kind, create, count] of KINDS) {
    it(`on ${count} ${kind} requests`, async () => {
      const [difference] = await compareRequests(material, {
        count,
        seed: 1,
        create,
      });
      if (difference) {
        assertEquals(
          difference.ours,
          difference.theirs,
          JSON.stringify(difference.case),
        );
      }
    });
  }

  it("and would tell if it did not", async () => {
    const [difference] = await compareRequests(material, {
      count: 1000,
      seed: 2,
      authenticate: (request) =>
        Promise.resolve({
          status: "signed-out",
          headers: new Headers(),
          toAuth: () => request.body,
        }),
    });
    assert(difference);
  });
});
