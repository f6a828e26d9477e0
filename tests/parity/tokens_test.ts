import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { afterAll, beforeAll, describe, it } from "@std/testing/bdd";
import * as compatErrors from "../../compat/errors.ts";
import { verifyJwt } from "../../compat/jwt.ts";
import { verifyToken } from "../../compat/verify_token.ts";
import { departureOf, TOKEN_DEPARTURES } from "./departures.ts";
import * as official from "./official.ts";
import { observe, type Outcome } from "./outcome.ts";
import { type CaseKeys, TOKEN_CASES } from "./token_cases.ts";
import { createEcKey, createRsaKey, NOW } from "./tokens.ts";

type Verify = (token: string, options: never) => Promise<unknown>;

const FUNCTIONS = [
  {
    verb: "verifyJwt",
    theirs: official.verifyJwt as Verify,
    ours: verifyJwt as Verify,
    keyOption: "key",
  },
  {
    verb: "verifyToken",
    theirs: official.verifyToken as Verify,
    ours: verifyToken as Verify,
    keyOption: "jwtKey",
  },
];

/** The two sides of a comparison. */
async function compare(
  theirs: Verify,
  ours: Verify,
  token: unknown,
  options: object,
): Promise<{ readonly ours: Outcome; readonly theirs: Outcome }> {
  const call = (verify: Verify) => () =>
    verify(token as string, options as never);
  return {
    theirs: await observe(call(theirs), official.errors),
    ours: await observe(call(ours), compatErrors),
  };
}

describe("compat tokens agree with the official package", () => {
  const hostNow = Date.now;
  let keys: CaseKeys;

  beforeAll(async () => {
    keys = {
      key: await createRsaKey(),
      other: await createRsaKey(),
      ec: await createEcKey(),
    };
    Date.now = () => NOW * 1000;
  });
  afterAll(() => {
    Date.now = hostNow;
  });

  for (const { name, token, options } of TOKEN_CASES) {
    for (const { verb, theirs, ours, keyOption } of FUNCTIONS) {
      const departure = departureOf(verb, name);
      const label = `${verb}: ${name}`;
      it(departure ? `${label} (departs: ${departure})` : label, async () => {
        const outcomes = await compare(theirs, ours, await token(keys), {
          ...options,
          [keyOption]: keys.key.publicPem,
        });
        judge(outcomes.ours, outcomes.theirs, departure);
      });
    }
  }

  it("shows every departure by a case", () => {
    const known = TOKEN_CASES.flatMap(({ name }) => [
      name,
      ...FUNCTIONS.map(({ verb }) => `${verb}: ${name}`),
    ]);
    for (const name of Object.values(TOKEN_DEPARTURES).flat()) {
      assert(known.includes(name), name);
    }
  });
});

function judge(
  ours: Outcome,
  theirs: Outcome,
  departure: string | undefined,
): void {
  if (departure === undefined) return assertEquals(ours, theirs);
  assertNotEquals(ours, theirs, "This case departs no more");
  if (departure === "media-type") return assert("value" in ours);
  assert("kind" in ours);
  const kind = departure === "parties-as-text"
    ? "TypeError"
    : "TokenVerificationError";
  assertEquals(ours.kind, kind);
}
