import { assertEquals, assertStrictEquals, assertThrows } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createClerkRequest } from "../../compat/internal.ts";
import { internal as official } from "./official.ts";

const PAGE = "https://app.example.com/page?a=1";

/** URLs, and whether a browser takes them for another origin than the page. */
const OTHERS: readonly (readonly [url: string | URL, isForeign: boolean])[] = [
  ["https://app.example.com/other", false],
  ["https://app.example.com:443/", false],
  ["https://app.example.com:444/", true],
  ["http://app.example.com/", true],
  ["https://example.com/", true],
  [new URL("https://app.example.com/"), false],
  [new URL("https://accounts.example.com/"), true],
];

describe("parity: requests of adapters", () => {
  const [ours, theirs] = [createClerkRequest, official.createClerkRequest].map(
    (create) => create(new Request(PAGE, { headers: { cookie: "a=b; c=d" } })),
  );

  it("tell what leads to another origin", () => {
    for (const [url, isForeign] of OTHERS) {
      const verdicts = [ours, theirs].map((it) =>
        it?.clerkUrl.isCrossOrigin(url)
      );
      assertEquals(verdicts, [isForeign, isForeign], `${url}`);
    }
    for (const { clerkUrl } of [ours, theirs].flatMap((it) => it ?? [])) {
      assertThrows(() => clerkUrl.isCrossOrigin("/relative"), TypeError);
    }
  });

  it("tell it after they were wrapped again", () => {
    const again = ours && createClerkRequest(ours);
    assertStrictEquals(again, ours);
    assertEquals(again?.clerkUrl.isCrossOrigin("https://example.com"), true);
  });

  it("hold the same cookies, and the same URL", () => {
    assertEquals([...ours?.cookies ?? []], [...theirs?.cookies ?? []]);
    assertEquals(`${ours?.clerkUrl}`, `${theirs?.clerkUrl}`);
    assertEquals(Object.keys(ours?.clerkUrl ?? {}), []);
  });
});
