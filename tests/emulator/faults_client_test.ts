import { assert, assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createEmulator, type Emulator, type Fault } from "../../emulator.ts";
import { type ClerkClient, createClerkClient } from "../../mod.ts";

async function start(
  options: { readonly retry?: number | false } = { retry: false },
): Promise<{ emulator: Emulator; clerk: ClerkClient }> {
  const emulator = await createEmulator({
    seed: { users: [{ id: "user_1" }, { id: "user_2" }] },
  });
  emulator.clock.freeze(1_767_225_600_000);
  const { secretKey, apiUrl, fetch, clock } = emulator;
  const clerk = createClerkClient({
    secretKey,
    apiUrl,
    fetch,
    clock,
    env: {},
    ...options,
  });
  return { emulator, clerk };
}

/** What goes wrong, and what the client says: its code, and the status. */
const SEEN: readonly (readonly [Fault, string, number | undefined])[] = [
  [{ hang: true }, "timeout", undefined],
  [{ reset: true }, "network_error", undefined],
  [{ body: "cut-off", status: 200 }, "network_error", undefined],
  [{ body: "broken-json", status: 200 }, "unexpected_response", 200],
  [{ body: "html", status: 200 }, "unexpected_response", 200],
  [{ body: "html", status: 502 }, "unexpected_response", 502],
  [{ body: { text: "[]" }, status: 500 }, "unexpected_response", 500],
  [{}, "internal_clerk_error", 500],
  [{ status: 503 }, "service_unavailable", 503],
  [{ status: 429, retryAfter: 2 }, "too_many_requests", 429],
  [{ status: 403, code: "feature_not_enabled" }, "feature_not_enabled", 403],
];

describe("the emulator's faults, through the client,", () => {
  for (const [fault, code, status] of SEEN) {
    it(`are seen as ${code}: ${JSON.stringify(fault)}`, async () => {
      const { emulator, clerk } = await start();
      const { hits, remove } = emulator.faults.add({ ...fault });
      assertEquals(hits, 0);
      const limits = fault.hang ? { timeout: 5 } : {};
      const outcome = await clerk.users.getUser("user_1", limits);
      assertEquals(outcome.data, undefined);
      assertEquals(outcome.errors?.[0].code, code);
      assertEquals(outcome.errors && outcome.status, status);
      assertEquals(outcome.errors && outcome.retryAfter, fault.retryAfter);
      remove();
      assert((await clerk.users.getUser("user_1")).data);
    });
  }

  it("befall what they name only, and so often", async () => {
    const { emulator, clerk } = await start();
    const path = "/v1/users/user_1";
    const read = emulator.faults.add({ method: "GET", path, times: 2 });
    const write = emulator.faults.add({ method: "PATCH", path, reset: true });
    const codes: (string | undefined)[] = [];
    for (const id of ["user_1", "user_2", "user_1", "user_1"]) {
      codes.push((await clerk.users.getUser(id)).errors?.[0].code);
    }
    const wrong = "internal_clerk_error";
    assertEquals(codes, [wrong, undefined, wrong, undefined]);
    const { errors } = await clerk.users.updateUser("user_1", {});
    assertEquals(errors?.[0].code, "network_error");
    assertEquals([read.hits, write.hits], [2, 1]);
  });

  it("are got over by retries, after the wait that they ask for", async () => {
    const { emulator, clerk } = await start({ retry: 2 });
    const before = emulator.clock.now();
    emulator.faults.add({ status: 429, retryAfter: 7, times: 1 });
    emulator.faults.add({ body: "cut-off", status: 200, times: 1 });
    const { data } = await clerk.users.getUser("user_1");
    assertEquals(data?.id, "user_1");
    assertEquals(emulator.requests.length, 3);
    const waited = emulator.clock.now() - before;
    // Up to an eighth more, and up to half a second for the other.
    assert(waited >= 7_000 && waited < 8_500, String(waited));
  });
});
