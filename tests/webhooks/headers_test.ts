import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import {
  BODY,
  headersOf,
  ID,
  NOW,
  outcomeOf,
  untyped,
  verify,
} from "./signed.ts";
import { verifyWebhookWith } from "../../src/webhooks/verify_webhook.ts";
import { parseFractionalSeconds } from "../../src/webhooks/timestamp.ts";
import { clock, SECRET } from "./signed.ts";

const MISSING = "webhook-headers-missing";

async function at(timestamp: string): Promise<string> {
  const headers = { ...(await headersOf(BODY)), "svix-timestamp": timestamp };
  return outcomeOf({ body: BODY, headers });
}

async function sentAt(timestamp: number, options = {}): Promise<string> {
  const headers = await headersOf(BODY, { timestamp });
  return outcomeOf({ body: BODY, headers }, options);
}

function renamed(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([k, v]) => [k.replace("svix", "webhook"), v]),
  );
}

describe("the timestamp of a webhook", () => {
  it("may be 300 s off, either way, and not 301", async () => {
    assertEquals(await sentAt(NOW - 300), "accepted");
    assertEquals(await sentAt(NOW - 301), "webhook-timestamp-too-old");
    assertEquals(await sentAt(NOW + 300), "accepted");
    assertEquals(await sentAt(NOW + 301), "webhook-timestamp-too-new");
  });

  it("may be as far off as the caller allows", async () => {
    const toleranceInSeconds = 5;
    assertEquals(await sentAt(NOW - 5, { toleranceInSeconds }), "accepted");
    const old = "webhook-timestamp-too-old";
    assertEquals(await sentAt(NOW - 6, { toleranceInSeconds }), old);
    assertEquals(await sentAt(NOW, { toleranceInSeconds: 0 }), "accepted");
    assertEquals(await sentAt(NOW - 1, { toleranceInSeconds: 0 }), old);
  });

  it("is refused unless it is whole seconds in plain digits", async () => {
    const texts = [
      "1e9",
      "123abc",
      "-1767225600",
      "+1767225600",
      "0x69557000",
      "01767225600",
      `${NOW}.5`,
      `${NOW}.`,
      "0",
      "NaN",
      "Infinity",
      "١٧٦٧٢٢٥٦٠٠",
      "9".repeat(400),
      "1 767 225 600",
    ];
    for (const text of texts) {
      assertEquals(await at(text), "webhook-timestamp-invalid", text);
    }
    assertEquals(await at(`${NOW}000`), "webhook-timestamp-invalid");
    assertEquals(await at("999999999999"), "webhook-timestamp-too-new");
  });

  it("is refused by a clock that tells no time", async () => {
    const broken = { now: () => NaN };
    const headers = await headersOf(BODY);
    assertEquals(
      await outcomeOf({ body: BODY, headers }, { clock: broken }),
      "webhook-timestamp-too-old",
    );
  });

  it("says how far off it is", async () => {
    const headers = await headersOf(BODY, { timestamp: NOW - 4000 });
    const { error } = await verify({ body: BODY, headers });
    assertStringIncludes(error?.message ?? "", "4000 s in the past");
  });

  it("may have a fraction where the caller's flavour takes it", async () => {
    const headers = await headersOf(BODY);
    const options = { signingSecret: SECRET, clock };
    const lenient = async (timestamp: string) => {
      const input = {
        body: BODY,
        headers: { ...headers, "svix-timestamp": timestamp },
      };
      const outcome = await verifyWebhookWith(
        parseFractionalSeconds,
        input,
        options,
      );
      return outcome.error?.code ?? "accepted";
    };
    assertEquals(await lenient(`${NOW}.123`), "accepted");
    assertEquals(await lenient(`${NOW}`), "accepted");
    assertEquals(await lenient(`${NOW}.1.2`), "webhook-timestamp-invalid");
    assertEquals(await lenient(`${NOW}.`), "webhook-timestamp-invalid");
    assertEquals(await lenient(`.${NOW}`), "webhook-timestamp-invalid");
  });
});

describe("the headers of a webhook", () => {
  it("are taken in every form that servers have", async () => {
    const plain = await headersOf(BODY);
    const entries = Object.entries(plain);
    const upper = entries.map(([k, v]) => [k.toUpperCase(), v] as const);
    const forms = [
      plain,
      new Headers(plain),
      new Map(entries),
      entries,
      upper,
      Object.fromEntries(upper),
      Object.fromEntries(entries.map(([k, v]) => [k, [v]])),
      { ...plain, "webhook-id": undefined, "x-other": ["a", "b"] },
      { ...plain, "webhook-id": ID, append: "x" },
      Object.fromEntries(entries.map(([k, v]) => [k, ` ${v} `])),
    ];
    for (const headers of forms) {
      assertEquals(await outcomeOf({ body: BODY, headers }), "accepted");
    }
  });

  it("may be webhook-* instead of svix-*", async () => {
    const headers = renamed(await headersOf(BODY));
    assertEquals(await outcomeOf({ body: BODY, headers }), "accepted");
  });

  it("may be of both families, if they agree", async () => {
    const svix = await headersOf(BODY);
    const both = { ...svix, ...renamed(svix) };
    assertEquals(await outcomeOf({ body: BODY, headers: both }), "accepted");
    const good: Record<string, string> = {
      "svix-id": "msg_other",
      "svix-timestamp": `${NOW - 1}`,
      "svix-signature": "v1,other",
    };
    for (const [name, value] of Object.entries(good)) {
      for (const  of of[name, name.replace("svix", "webhook")]) {
        const headers = { ...both, [of]: value };
        const { error } = await verify({ body: BODY, headers });
        assertEquals(error?.code, MISSING);
        assertStringIncludes(error?.message ?? "", "differ");
      }
    }
  });

  it("must be whole in one family", async () => {
    const svix = await headersOf(BODY);
    for (const name of Object.keys(svix)) {
      const { [name]: _, ...headers } = svix;
      assertEquals(await outcomeOf({ body: BODY, headers }), MISSING, name);
      const mixed = {
        ...headers,
        [name.replace("svix", "webhook")]: svix[name],
      };
      assertEquals(
        await outcomeOf({ body: BODY, headers: mixed }),
        MISSING,
        name,
      );
      const blank = { ...svix, [name]: "  " };
      assertEquals(await outcomeOf({ body: BODY, headers: blank }), MISSING);
    }
    assertEquals(await outcomeOf({ body: BODY, headers: {} }), MISSING);
  });

  it("are refused when one came twice", async () => {
    const plain = await headersOf(BODY);
    for (const name of Object.keys(plain)) {
      const value = plain[name] ?? "";
      const twice = new Headers(plain);
      twice.append(name, value);
      const forms = [
        twice,
        { ...plain, [name]: [value, value] },
        { ...plain, [name.toUpperCase()]: value },
        [...Object.entries(plain), [name, value] as const],
      ];
      for (const headers of forms) {
        assertEquals(await outcomeOf({ body: BODY, headers }), MISSING, name);
      }
    }
  });

  it("have an id of at most 256 characters, none of them odd", async () => {
    const withId = async (id: string) =>
      outcomeOf({ body: BODY, headers: await headersOf(BODY, { id }) });
    assertEquals(await withId("a".repeat(256)), "accepted");
    assertEquals(await withId("a-Z_0~!"), "accepted");
    for (const id of ["a".repeat(257), "a.b", "a b", "é", "a\u0000b", "ａ"]) {
      assertEquals(await withId(id), "webhook-id-invalid", id);
    }
  });

  it("are refused, not choked on, when they are no headers", async () => {
    const unusable = "webhook-body-unusable";
    for (const headers of [undefined, null, "svix-id: a", 5]) {
      const input = { body: BODY, headers: untyped(headers) };
      assertEquals(await outcomeOf(input), unusable);
    }
    for (const input of [undefined, null, "body", 5, [], () => {}]) {
      assertEquals(await outcomeOf(untyped(input)), unusable);
    }
    const hostile = {
      get "svix-id"(): string {
        throw new Error("no");
      },
    };
    const { error } = await verify({ body: BODY, headers: hostile });
    assertEquals(error?.code, "webhook-check-failed");
    assert(error?.cause instanceof Error);
    const numbers = { ...(await headersOf(BODY)), "svix-timestamp": NOW };
    assertEquals(
      await outcomeOf({ body: BODY, headers: untyped(numbers) }),
      "accepted",
    );
  });

  it("are not believed for anything but the message", async () => {
    const headers = { ...(await headersOf(BODY)), "svix-id": `${ID}` };
    const { result } = await verify({ body: BODY, headers });
    assertEquals<unknown>(result, JSON.parse(BODY));
  });
});
