import { systemClock } from "../platform/clock.ts";
import { createEmulatorClock } from "./clock.ts";
import { publishableKeyOf } from "./cookie_names.ts";
import type { Emulator, EmulatorOptions } from "./emulator.ts";
import { createFaults } from "./faults.ts";
import { checkOrigin, checkSurroundings } from "./guardrails.ts";
import { type Desk, dispatch } from "./http/dispatch.ts";
import type { RequestInput } from "./http/exchange.ts";
import { createRouter } from "./http/router.ts";
import { createIdSource } from "./ids.ts";
import type { Instance, Operations } from "./instance.ts";
import {
  completeSecrets,
  createKeyRing,
  instanceIdOf,
  type KeyRing,
  type Secrets,
} from "./keys.ts";
import { createLedger } from "./ledger.ts";
import { checkOptionNames } from "./option_names.ts";
import { createRateCounter } from "./rate_limit.ts";
import { guarded, open } from "./routes/operations.ts";
import { signIn } from "./sign_in.ts";
import { listMessages } from "./state/outbox.ts";
import { plantSeed, writeSeed } from "./state/seed.ts";
import {
  clearStore,
  createStore,
  restoreSnapshot,
  takeSnapshot,
} from "./state/store.ts";
import { createKeeper, type Keeper } from "./storage.ts";
import { createTokens, type Tokens } from "./tokens.ts";
import { createWebhooks, type WebhookDesk } from "./webhooks.ts";

/** Where an emulator says that it is, unless told otherwise. */
const ORIGIN = "http://127.0.0.1:4640";

/**
 * Makes a Clerk instance in this process: real keys, a stateful API, no
 * network. For tests and developers' machines; it refuses to start elsewhere.
 *
 * @param options What it begins with, and what it goes by.
 * @returns The instance.
 * @throws {TypeError} When an option is wrong, in a deployment, and beside the
 * keys of a live instance.
 *
 * @example
 * ```ts
 * import { createEmulator } from "@isoclerk/backend/emulator";
 *
 * const emulator = await createEmulator({
 *   seed: { users: [{ id: "user_1", emailAddress: ["ada@example.com"] }] },
 * });
 * const answer = await emulator.fetch(`${emulator.apiUrl}/v1/users/user_1`, {
 *   headers: { authorization: `Bearer ${emulator.secretKey}` },
 * });
 * console.log((await answer.json()).email_addresses[0].email_address);
 *
 * const { token } = await emulator.signIn("user_1");
 * console.log(token.split(".").length); // 3
 * ```
 */
export function createEmulator(
  options: EmulatorOptions = {},
): Promise<Emulator> {
  return createEmulatorOf(guarded, options);
}

/** Makes an instance that has state for some operations, and no other. */
export async function createEmulatorOf(
  tables: readonly Operations[],
  options: EmulatorOptions = {},
): Promise<Emulator> {
  const { ids = "random", clock: base = systemClock } = options;
  checkOptionNames(options);
  checkSurroundings(options.env);
  const origin = checkOrigin(options.origin ?? ORIGIN);
  const clock = createEmulatorClock(base);
  const store = createStore(createIdSource(ids));
  const keys = createKeyRing(options.keys?.privateJwk);
  const { privateJwk: _, ...given } = options.keys ?? {};
  const secrets = completeSecrets(given);
  const instanceId = await instanceIdOf(secrets);
  const webhooks = createWebhooks(secrets.webhookSecret, instanceId, clock);
  const instance: Instance = {
    origin,
    id: instanceId,
    clock,
    store,
    keys,
    emit: webhooks.emit,
  };
  const keeper = createKeeper(store, options.storage);
  const firstSeed = writeSeed(options.seed ?? {});
  if (!await keeper.load()) await plantSeed(store, firstSeed, clock.now());
  await keeper.save();
  const effects = { webhooks, keeper, firstSeed };
  return assemble(tables, instance, effects, secrets, options);
}

/** What changes of an instance lead to, and what a reset leads back to. */
interface Effects {
  readonly webhooks: WebhookDesk;
  readonly keeper: Keeper;
  /** What the instance began with, as `writeSeed` gave it. */
  readonly firstSeed: string;
}

function assemble(
  tables: readonly Operations[],
  instance: Instance,
  effects: Effects,
  secrets: Secrets,
  options: EmulatorOptions,
): Emulator {
  const { origin, clock, keys } = instance;
  const identity = makeIdentity(origin, secrets);
  const tokens = keepTokens(createTokens(instance), effects.keeper);
  const desk = makeDesk(tables, instance, identity.secretKey, options);
  const { secretKey, publishableKey } = identity;
  const fetch = (input: RequestInput, init?: RequestInit) =>
    keep(effects.keeper, dispatch(desk, input, init));
  const signInAs: Emulator["signIn"] = (userId, how = {}) =>
    signIn(instance, tokens, publishableKey, userId, how);
  const about = { secretKey, publishableKey, apiUrl: origin, fetch, clock };
  return {
    options: { ...about, env: {} },
    ...about,
    ...identity,
    origin,
    instanceId: instance.id,
    tokens,
    faults: desk.faults,
    webhooks: effects.webhooks.api,
    requests: desk.ledger.entries,
    get outbox() {
      return listMessages(instance.store);
    },
    get jwtKey() {
      return keys.current().then((key) => key.pem);
    },
    jwks: keys.jwks,
    rotateKey: (how) => rotateKey(keys, how),
    signIn: (...args) => keep(effects.keeper, signInAs(...args)),
    ...makeControls(desk, effects),
  };
}

async function rotateKey(
  keys: KeyRing,
  options: { readonly keepOld?: boolean } = {},
): Promise<string> {
  checkOptionNames(options, ["keepOld"], "rotate the key");
  const { keepOld = true } = options;
  return (await keys.rotate(keepOld)).kid;
}

function makeDesk(
  tables: readonly Operations[],
  instance: Instance,
  secretKey: string,
  { strict = false, rateLimit }: EmulatorOptions,
): Desk {
  return {
    instance,
    secretKey,
    strict,
    guarded: createRouter(tables),
    open: createRouter(open),
    faults: createFaults(instance.clock),
    rate: createRateCounter(rateLimit, instance.clock),
    ledger: createLedger(),
  };
}

function makeIdentity(
  origin: string,
  secrets: Secrets,
): Pick<
  Emulator,
  "secretKey" | "publishableKey" | "webhookSecret" | "env"
> {
  const { secretKey, webhookSecret } = secrets;
  const publishableKey = publishableKeyOf(origin);
  return {
    ...secrets,
    publishableKey,
    env: () => ({
      CLERK_SECRET_KEY: secretKey,
      CLERK_PUBLISHABLE_KEY: publishableKey,
      CLERK_API_URL: origin,
      CLERK_WEBHOOK_SIGNING_SECRET: webhookSecret,
      CLERK_SIGN_IN_URL: `${origin}/sign-in`,
      CLERK_SIGN_UP_URL: `${origin}/sign-up`,
      CLERK_TELEMETRY_DISABLED: "1",
    }),
  };
}

function makeControls(
  { instance: { store, clock }, faults, rate, ledger }: Desk,
  { webhooks, keeper, firstSeed }: Effects,
): Pick<Emulator, "seed" | "reset" | "saved" | "snapshot" | "restore"> {
  return {
    async seed(more) {
      await keep(keeper, plantSeed(store, writeSeed(more), clock.now()));
    },
    async reset(options = {}) {
      checkOptionNames(options, ["reseed"], "reset the emulator");
      const { reseed = true } = options;
      clearStore(store);
      faults.clear();
      rate.clear();
      ledger.clear();
      webhooks.clear();
      clock.reset();
      if (reseed) await plantSeed(store, firstSeed, clock.now());
      await keeper.save();
    },
    saved: keeper.save,
    snapshot: () => takeSnapshot(store),
    restore: (snapshot) => restoreSnapshot(store, snapshot),
  };
}

/** Makes tokens that are kept, where the emulator keeps them, when they are given. */
function keepTokens(tokens: Tokens, keeper: Keeper): Tokens {
  const { m2m, apiKey, oauth, ticket } = tokens;
  return {
    ...tokens,
    m2m: (...given) => keep(keeper, m2m(...given)),
    apiKey: (...given) => keep(keeper, apiKey(...given)),
    oauth: (...given) => keep(keeper, oauth(...given)),
    ticket: (...given) => keep(keeper, ticket(...given)),
  };
}

/** Gives what something gave once the changes that it made are kept. */
async function keep<T>(keeper: Keeper, doing: Promise<T>): Promise<T> {
  const given = await doing;
  await keeper.save();
  return given;
}
