import { assertEquals } from "@std/assert";
import { beforeAll, describe, it } from "@std/testing/bdd";
import * as ours from "../../compat/mod.ts";
import { answerWith } from "./fetch_switch.ts";
import * as theirs from "./official.ts";
import type { Authenticate } from "./request_comparison.ts";
import {
  answerFor,
  createMaterial,
  keyOf,
  type Material,
} from "./request_material.ts";

type Options = Readonly<Record<string, unknown>>;

const APP = "https://app.example.com";
const KEYS = { publishableKey: keyOf("test"), secretKey: "sk_test_x" };
const PAGE = `${APP}/sign-in`;

/** What clients and requests are given, by what is right or wrong with it. */
const OPTIONS: { readonly [what: string]: Options } = {
  "both keys": KEYS,
  "a secret key alone": { secretKey: "sk_test_x" },
  "a publishable key alone": { publishableKey: KEYS.publishableKey },
  "no key": {},
  "a machine's key alone": { machineSecretKey: "ak_x" },
  "a satellite without a page": { ...KEYS, isSatellite: true },
  "a satellite's own page": { ...KEYS, isSatellite: true, signInUrl: PAGE },
  "a relative page": { ...KEYS, isSatellite: true, signInUrl: "/sign-in" },
  "a satellite without a domain": {
    ...KEYS,
    isSatellite: true,
    signInUrl: "https://primary.example/sign-in",
  },
  "a satellite without publishable key": {
    secretKey: "sk_test_x",
    isSatellite: true,
  },
};

const ACCEPTS = [
  "session_token",
  "api_key",
  "m2m_token",
  "oauth_token",
  "any",
  ["api_key"],
  ["session_token", "m2m_token"],
];

const HEADERS: readonly Record<string, string>[] = [
  {},
  { authorization: "Bearer ak_good", origin: APP },
  { authorization: "Bearer mt_good" },
];

describe("authenticateRequest agrees with the official package", () => {
  let material: Material;
  beforeAll(async () => {
    material = await createMaterial();
  });

  /** What comes of a request, said twice: what is remembered must not show. */
  async function run(
    create: (options: never) => { readonly authenticateRequest: unknown },
    options: Options,
    headers: Record<string, string>,
  ): Promise<readonly string[]> {
    const { secretKey, publishableKey, machineSecretKey } = options;
    const client = create({
      secretKey,
      publishableKey,
      machineSecretKey,
      apiUrl: "https://api.clerk.test",
      telemetry: { disabled: true },
      retry: false,
    } as never);
    const authenticate = client.authenticateRequest as Authenticate;
    const seen: string[] = [];
    for (let time = 0; time < 2; time++) {
      try {
        const { value } = await answerWith(
          (sent) => answerFor(material, sent),
          () => authenticate(new Request(APP, { headers }), options as never),
        );
        const { status, tokenType, reason } = value as Options;
        seen.push(`${status} ${tokenType} ${reason}`);
      } catch (error) {
        seen.push((error as Error).message.split("\n", 1)[0] ?? "");
      }
    }
    return seen;
  }

  for (const [what, given] of Object.entries(OPTIONS)) {
    it(`on ${what}, whatever is accepted`, async () => {
      for (const acceptsToken of ACCEPTS) {
        const jwtKey = material.key.publicPem;
        const options = { ...given, jwtKey, acceptsToken };
        for (const headers of HEADERS) {
          assertEquals(
            await run(ours.createClerkClient, options, headers),
            await run(theirs.createClerkClient, options, headers),
            JSON.stringify([acceptsToken, headers]),
          );
        }
      }
    });
  }

  it("on the types that a token's header may have", async () => {
    for (const headerType of ["x", ["x", "y"]]) {
      const headers = { authorization: `Bearer ${material.tokens.good}` };
      const jwtKey = material.key.publicPem;
      const messages: unknown[] = [];
      for (const { createClerkClient } of [ours, theirs]) {
        const client = createClerkClient({
          ...KEYS,
          telemetry: { disabled: true },
        });
        const authenticate = client.authenticateRequest as Authenticate;
        const request = new Request(APP, { headers });
        const state = await authenticate(
          request,
          { jwtKey, headerType } as never,
        );
        messages.push(Reflect.get(state as object, "message"));
      }
      assertEquals(messages[0], messages[1]);
    }
  });
});
