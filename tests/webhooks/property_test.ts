import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import fc from "fast-check";
import { BODY, headersOf, NOW, OTHER_SECRET, outcomeOf } from "./signed.ts";

const NAMES = ["svix-id", "svix-timestamp", "svix-signature"];
const RUNS = { numRuns: 300 };

describe("any webhook", () => {
  it("is accepted as it was signed, whatever is in it", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.string({ unit: "binary" }), fc.jsonValue()),
        fc.stringMatching(/^[\w-]{1,40}$/),
        fc.integer({ min: NOW - 300, max: NOW + 300 }),
        async (data, id, timestamp) => {
          const body = JSON.stringify({ type: "a.b", data });
          const headers = await headersOf(body, { id, timestamp });
          assertEquals(await outcomeOf({ body, headers }), "accepted");
        },
      ),
      RUNS,
    );
  });

  it("is refused with any byte of its body changed", async () => {
    const bytes = new TextEncoder().encode(BODY);
    const headers = await headersOf(BODY);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, flip) => {
          const body = bytes.slice();
          body[at] = (body[at] ?? 0) ^ flip;
          assertEquals(
            await outcomeOf({ body, headers }),
            "webhook-signature-invalid",
          );
        },
      ),
      RUNS,
    );
  });

  it("is refused with any character of a header changed", async () => {
    const headers = await headersOf(BODY);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...NAMES),
        fc.nat(60),
        fc.string({ unit: "binary", minLength: 0, maxLength: 2 }),
        async (name, at, put) => {
          const value = headers[name] ?? "";
          const changed = value.slice(0, at % value.length) + put +
            value.slice(at % value.length + 1);
          fc.pre(changed.trim() !== value);
          // More signatures beside a good one do no harm.
          fc.pre(!changed.split(" ").includes(value));
          const input = {
            body: BODY,
            headers: { ...headers, [name]: changed },
          };
          const outcome = await outcomeOf(input);
          assertEquals(outcome === "accepted", false, `${name}: ${changed}`);
        },
      ),
      RUNS,
    );
  });

  it("is refused with headers, body or secret of any other", async () => {
    const headers = await headersOf(BODY);
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          "svix-id": fc.string(),
          "svix-timestamp": fc.oneof(fc.constant(`${NOW}`), fc.string()),
          "svix-signature": fc.oneof(
            fc.constant(headers["svix-signature"] ?? ""),
            fc.string(),
          ),
        }),
        fc.string({ unit: "binary" }),
        async (others, body) => {
          const outcome = await outcomeOf({ body, headers: others });
          assertEquals(outcome === "accepted", false);
        },
      ),
      RUNS,
    );
    assertEquals(
      await outcomeOf({ body: BODY, headers }, { signingSecret: OTHER_SECRET }),
      "webhook-signature-invalid",
    );
  });
});
