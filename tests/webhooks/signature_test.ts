import { assert, assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import {
  BODY,
  headersOf,
  ID,
  NOW,
  OTHER_SECRET,
  outcomeOf,
  verify,
} from "./signed.ts";

const BAD = "webhook-signature-invalid";

/** What becomes of the body when a header is replaced. */
async function replaced(name: string, value: string): Promise<string> {
  return outcomeOf({
    body: BODY,
    headers: { ...(await headersOf(BODY)), [name]: value },
  });
}

async function signature(): Promise<string> {
  return (await headersOf(BODY))["svix-signature"] ?? "";
}

describe("the signature of a webhook", () => {
  it("is accepted when it is right", async () => {
    const { result } = await verify({
      body: BODY,
      headers: await headersOf(BODY),
    });
    assertEquals<unknown>(result, JSON.parse(BODY));
  });

  it("is refused when it is wrong, truncated or empty", async () => {
    const good = await signature();
    assertEquals(await replaced("svix-signature", `v1,${"A".repeat(44)}`), BAD);
    assertEquals(await replaced("svix-signature", good.slice(0, -1)), BAD);
    assertEquals(await replaced("svix-signature", good.slice(0, 20)), BAD);
    assertEquals(await replaced("svix-signature", `${good}=`), BAD);
    assertEquals(await replaced("svix-signature", good.slice(3)), BAD);
    assertEquals(await replaced("svix-signature", "v1,"), BAD);
    assertEquals(await replaced("svix-signature", "v1"), BAD);
    const missing = "webhook-headers-missing";
    assertEquals(await replaced("svix-signature", ""), missing);
    assertEquals(await replaced("svix-signature", "  "), missing);
  });

  it("is refused in a version that is not known", async () => {
    const good = await signature();
    for (const version of ["v2", "v1a", "V1", "v", ""]) {
      const other = `${version}${good.slice(2)}`;
      assertEquals(await replaced("svix-signature", other), BAD);
    }
  });

  it("is accepted among others, wherever it stands", async () => {
    const good = await signature();
    const wrong = `v1,${"A".repeat(44)}`;
    for (
      const all of [
        [wrong, wrong, good],
        [good, wrong],
        ["v2,xyz", "v1a,abc", good],
        ["", good, ""],
      ]
    ) {
      assertEquals(
        await replaced("svix-signature", all.join(" ")),
        "accepted",
      );
    }
  });

  it("is looked for among the first sixteen alone", async () => {
    const good = await signature();
    const before = (count: number) =>
      replaced("svix-signature", "v1,x ".repeat(count) + good);
    assertEquals(await before(15), "accepted");
    assertEquals(await before(16), BAD);
  });

  it("covers the id, the timestamp and the body", async () => {
    assertEquals(await replaced("svix-id", `${ID}0`), BAD);
    assertEquals(await replaced("svix-timestamp", `${NOW - 1}`), BAD);
    const headers = await headersOf(BODY);
    assertEquals(await outcomeOf({ body: `${BODY} `, headers }), BAD);
    assertEquals(await outcomeOf({ body: BODY.slice(1), headers }), BAD);
    assertEquals(await outcomeOf({ body: "", headers }), BAD);
  });

  it("does not let text move between id, timestamp and body", async () => {
    const headers = await headersOf(`${NOW}.${BODY}`, { id: "a" });
    const shifted = { ...headers, "svix-id": `a.${NOW}` };
    assertEquals(
      await outcomeOf({ body: BODY, headers: shifted }),
      "webhook-id-invalid",
    );
  });

  it("is of one of several secrets while they are being rotated", async () => {
    const input = {
      body: BODY,
      headers: await headersOf(BODY, { secret: OTHER_SECRET }),
    };
    assertEquals(await outcomeOf(input), BAD);
    const third = `whsec_${btoa("a third secret")}`;
    const secrets = [
      [OTHER_SECRET],
      [third, OTHER_SECRET],
      [OTHER_SECRET, third],
    ];
    for (const signingSecret of secrets) {
      assertEquals(await outcomeOf(input, { signingSecret }), "accepted");
    }
    assertEquals(await outcomeOf(input, { signingSecret: [third] }), BAD);
  });

  it("is judged before the body is read as an event", async () => {
    const bodies = [
      "not JSON",
      "",
      "\uFEFF{}",
      new Uint8Array([0xff, 0xfe]),
      "[".repeat(100_000),
    ];
    for (const body of bodies) {
      const headers = await headersOf(body, { secret: OTHER_SECRET });
      assertEquals(await outcomeOf({ body, headers }), BAD);
      const init = { method: "POST", headers, body };
      assertEquals(
        await outcomeOf(new Request("https://example.com/", init)),
        BAD,
      );
    }
  });

  it("keeps the parser from a body that nobody signed", async () => {
    const { parse } = JSON;
    const parsed: string[] = [];
    JSON.parse = (text, ...more) => {
      parsed.push(text);
      return parse(text, ...more);
    };
    try {
      const wrong = await headersOf(BODY, { secret: OTHER_SECRET });
      assertEquals(await outcomeOf({ body: BODY, headers: wrong }), BAD);
      assertEquals(parsed, []);
      const headers = await headersOf(BODY);
      assertEquals(await outcomeOf({ body: BODY, headers }), "accepted");
      assertEquals(parsed, [BODY]);
    } finally {
      JSON.parse = parse;
    }
  });

  it("is right for a message that was signed elsewhere", async () => {
    // Computed with OpenSSL: HMAC-SHA256 of msg_1.1767225600.{"type":"a","data":{}}
    const headers = {
      "svix-id": "msg_1",
      "svix-timestamp": "1767225600",
      "svix-signature": "v1,tDdFMiKLS6p4Xjh/M29yKyDyNW+yX1fwCj4aZKua2Ok=",
    };
    const { result } = await verify({
      body: '{"type":"a","data":{}}',
      headers,
    });
    assert(result);
    assertEquals(String(result.type), "a");
  });
});
