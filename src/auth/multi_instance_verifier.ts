import type { Result } from "../errors/result.ts";
import {
  refuseToken,
  type TokenVerificationError,
} from "../errors/token_verification_error.ts";
import { attempt } from "../jwt/attempt.ts";
import {
  type ClaimsOptions,
  type ClaimsPolicy,
  createClaimsPolicy,
} from "../jwt/claims.ts";
import { parseJwt } from "../jwt/parse.ts";
import type { OfClass, PayloadOf, TokenClass } from "../jwt/token_class.ts";
import type { JwtPayload } from "../jwt/types.ts";
import { hydrate } from "../keys/hydrate.ts";
import { copyOptions, demand, demandOptions } from "../text/options.ts";
import { type TokenCore, toPayload, verifyWithCore } from "./token_core.ts";
import {
  createFullCore,
  overridePolicy,
  type TokenVerifierOptions,
} from "./verify_token.ts";

/** One of the instances that a {@linkcode MultiInstanceVerifier} knows. */
export interface InstanceVerifierOptions extends TokenVerifierOptions {
  /**
   * The instance's issuer: the exact `iss` of its tokens, such as
   * `https://clerk.example.com`.
   */
  readonly issuer: string;
}

/** What verifies the tokens of several instances, each by its own keys. */
export interface MultiInstanceVerifier<Class extends TokenClass = "session"> {
  /**
   * Verifies a token by the keys of the instance that it says it is from, and
   * demands that it is.
   *
   * @param token The token.
   * @param overrides What to demand of this one token instead of what its
   * instance was configured with.
   * @returns The claims, frozen, or an error that says why it is refused, with
   * the reason `token-invalid-issuer` when it is from another instance. Never
   * rejects.
   */
  verify<const Own extends TokenClass = Class>(
    token: string,
    overrides?: Omit<ClaimsOptions, "issuer"> & OfClass<Own>,
  ): Promise<Result<PayloadOf<Own>, TokenVerificationError>>;
  /**
   * Gets the keys of all instances ahead of the first token.
   *
   * @returns The issuers, or the first error of those whose keys could not be
   * had. Never rejects.
   */
  hydrate(): Promise<Result<readonly string[], TokenVerificationError>>;
}

interface Instance {
  readonly core: TokenCore;
  readonly claims: ClaimsOptions;
  readonly policy: ClaimsPolicy;
}

/**
 * Makes a verifier for the session tokens of several instances. A token's `iss`
 * chooses the instance, whose keys and issuer are then the only ones that count.
 * The environment is read for none of them, as it can hold the keys of one
 * alone; an instance may have an `env` of its own.
 *
 * @param instances The instances, each with its issuer and a key.
 * @returns The verifier.
 * @throws {TypeError} When there are no instances, two have one issuer, one has
 * no key, or an option is wrong.
 *
 * @example
 * ```ts
 * import { createMultiInstanceVerifier } from "@isoclerk/backend";
 *
 * const verifier = createMultiInstanceVerifier([
 *   {
 *     issuer: "https://clerk.example.com",
 *     publishableKey: "pk_live_Y2xlcmsuZXhhbXBsZS5jb20k",
 *   },
 *   {
 *     issuer: "https://clerk.example.org",
 *     publishableKey: "pk_live_Y2xlcmsuZXhhbXBsZS5vcmck",
 *   },
 * ]);
 * const { error } = await verifier.verify("not a token");
 * console.log(error?.reason); // token-invalid
 * ```
 */
export function createMultiInstanceVerifier<
  const Class extends TokenClass = "session",
>(
  instances: readonly (InstanceVerifierOptions & OfClass<Class>)[],
): MultiInstanceVerifier<Class> {
  const isList = Array.isArray(instances) && instances.length > 0;
  demand("instances", isList, "a list of one instance or more");
  const byIssuer = new Map<string, Instance>();
  for (const given of instances) {
    demandOptions(given);
    const options = copyOptions(given);
    const { issuer } = options;
    demand(
      "issuer",
      typeof issuer === "string" && !byIssuer.has(issuer),
      "one of its own for each instance, as text",
    );
    byIssuer.set(issuer, {
      core: createFullCore({ ...options, env: options.env ?? {} }),
      claims: options,
      policy: createClaimsPolicy(options, true),
    });
  }
  return {
    verify: (token, overrides) => verifyByIssuer(byIssuer, token, overrides),
    hydrate: () => attempt(() => hydrateAll(byIssuer)),
  };
}

function verifyByIssuer<Payload extends JwtPayload>(
  byIssuer: ReadonlyMap<string, Instance>,
  token: unknown,
  overrides: ClaimsOptions | undefined,
): Promise<Result<Payload, TokenVerificationError>> {
  return toPayload(() => {
    const jwt = parseJwt(token);
    // One error for all, which tells nobody what instances there are.
    const { core, claims, policy } = byIssuer.get(jwt.payload.iss ?? "") ??
      refuseToken(
        "token-invalid-issuer",
        '"iss" to be that of a configured instance',
        { claim: "iss" },
      );
    return verifyWithCore(
      core,
      token,
      overrides
        ? overridePolicy(claims, {
          ...copyOptions(overrides),
          issuer: undefined,
        })
        : policy,
      jwt,
    );
  });
}

async function hydrateAll(
  byIssuer: ReadonlyMap<string, Instance>,
): Promise<readonly string[]> {
  await Promise.all(
    [...byIssuer.values()].map(({ core }) => hydrate(core.keys.store)),
  );
  return [...byIssuer.keys()];
}
