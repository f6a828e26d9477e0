import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import type { WebhookInput } from "../../webhooks.ts";
import { headersOf, OTHER_SECRET, SECRET, verify } from "./signed.ts";

const BAD = "webhook-signature-invalid";
const utf8 = new TextEncoder();

/** One of many bodies, of many lengths, some of them not ASCII. */
function bodyOf(i: number): string {
  const text = `${i % 3 ? "x" : "é😀"}`.repeat(i * 7 % 200);
  return JSON.stringify({ type: "user.updated", data: { id: i, text } });
}

/** The same body in each of the forms that are taken, in turn. */
function inputOf(
  i: number,
  body: string,
  headers: Record<string, string>,
): WebhookInput {
  const forms = [
    { body, headers },
    { body: utf8.encode(body), headers: new Headers(headers) },
    { body: utf8.encode(body).buffer, headers },
    new Request("https://example.com/", { method: "POST", headers, body }),
  ];
  return forms[i % forms.length] ?? { body, headers };
}

/** What became of it: the id in the event, or the code. */
async function outcome(input: WebhookInput): Promise<unknown> {
  const signingSecret = [SECRET, OTHER_SECRET];
  const { result, error } = await verify(input, { signingSecret });
  return error ? error.code : result.data;
}

describe("webhooks that are verified at the same time", () => {
  it("each give their own event, or their own refusal", async () => {
    const inputs: WebhookInput[] = [];
    const expected: unknown[] = [];
    for (let i = 0; i < 240; i++) {
      const body = bodyOf(i);
      const secret = i % 5 ? SECRET : OTHER_SECRET;
      const headers = await headersOf(body, { id: `msg_${i}`, secret });
      const isForged = i % 7 === 3;
      // Signed well, but for the body of the one that comes next.
      const sent = isForged ? bodyOf(i + 1) : body;
      inputs.push(inputOf(i, sent, headers));
      expected.push(isForged ? BAD : JSON.parse(body).data);
    }
    assertEquals(await Promise.all(inputs.map(outcome)), expected);
  });

  it("are not let through by the signature of one another", async () => {
    const genuine = bodyOf(1);
    const forged = bodyOf(2);
    const headers = await headersOf(genuine);
    const inputs = Array.from(
      { length: 60 },
      (_, i) => inputOf(i, i % 2 ? genuine : forged, headers),
    );
    const outcomes = await Promise.all(inputs.map(outcome));
    for (const [i, found] of outcomes.entries()) {
      assertEquals(found, i % 2 ? JSON.parse(genuine).data : BAD);
    }
  });
});
