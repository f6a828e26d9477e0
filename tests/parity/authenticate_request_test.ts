import { assert, assertEquals } from "@std/assert";
import { beforeAll, describe, it } from "@std/testing/bdd";
import { compareRequests } from "./request_comparison.ts";
import { createMaterial, type Material } from "./request_material.ts";

/** How many requests are compared: all of them where the gate does so once. */
const DOSE = "Deno" in globalThis ? 20_000 : 500;

describe("authenticateRequest agrees with the official package", () => {
  let material: Material;

  beforeAll(async () => {
    material = await createMaterial();
  });

  it(`on ${DOSE} random requests`, async () => {
    const [difference] = await compareRequests(material, {
      count: DOSE,
      seed: 1,
    });
    if (difference) {
      assertEquals(
        difference.ours,
        difference.theirs,
        JSON.stringify(difference.case),
      );
    }
  });

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
