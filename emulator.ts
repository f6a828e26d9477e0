/**
 * A Clerk instance in this process, for tests and demos: real RS256 keys, a
 * stateful Backend API, faults, signed webhooks and a clock that can be moved.
 * Nothing else of this package reaches it.
 *
 * @example
 * ```ts
 * import { createEmulator } from "@isoclerk/backend/emulator";
 *
 * const emulator = await createEmulator({
 *   seed: { users: [{ id: "user_1", emailAddress: ["ada@example.com"] }] },
 * });
 * const { headers } = await emulator.signIn("user_1");
 * console.log(headers.authorization.startsWith("Bearer "));
 * ```
 *
 * @module
 */
export { createEmulator } from "./src/emulator/create_emulator.ts";
export type {
  Emulator,
  EmulatorClientOptions,
  EmulatorEnv,
  EmulatorFetch,
  EmulatorOptions,
} from "./src/emulator/emulator.ts";
export type { EmulatorClock } from "./src/emulator/clock.ts";
export type { Duration } from "./src/emulator/duration.ts";
export type { AddedFault, Fault, Faults } from "./src/emulator/faults.ts";
export type { RequestInput } from "./src/emulator/http/exchange.ts";
export type { IdStyle } from "./src/emulator/ids.ts";
export type { RateLimit } from "./src/emulator/rate_limit.ts";
export type { RecordedRequest } from "./src/emulator/ledger.ts";
export type { SessionOrganization } from "./src/emulator/session_claims.ts";
export type { SignedIn, SignInOptions } from "./src/emulator/sign_in.ts";
export type {
  SeedAccess,
  SeedApiKey,
  SeedJwtTemplate,
  SeedMachine,
  SeedOAuthApplication,
  SeedSession,
} from "./src/emulator/state/seed_access_types.ts";
export type {
  MessageKind,
  OutboxMessage,
} from "./src/emulator/state/outbox.ts";
export type {
  SeedSignUp,
  SeedSignUpInvitation,
} from "./src/emulator/state/seed_sign_up.ts";
export type {
  Seed,
  SeedExternalAccount,
  SeedInvitation,
  SeedMember,
  SeedOrganization,
  SeedOrganizationDomain,
  SeedPasskey,
  SeedRole,
  SeedTrustedDevice,
  SeedUser,
} from "./src/emulator/state/seed_types.ts";
export type { EmulatorStorage } from "./src/emulator/storage.ts";
export type { Snapshot } from "./src/emulator/state/store.ts";
export type {
  ApiKeyOptions,
  M2mTokenOptions,
  OAuthTokenOptions,
  TokenFormat,
} from "./src/emulator/machine_tokens.ts";
export type { SessionTokenOptions } from "./src/emulator/session_token.ts";
export type { TokenClaims, TokenOptions } from "./src/emulator/sign_token.ts";
export type { TicketOptions } from "./src/emulator/tickets.ts";
export type { Tokens } from "./src/emulator/tokens.ts";
export type {
  EndpointOptions,
  WebhookDelivery,
  WebhookEndpoint,
} from "./src/emulator/webhook_endpoints.ts";
export type {
  EmulatedEvent,
  SendOptions,
  SignOptions,
} from "./src/emulator/webhook_message.ts";
export type {
  EmulatorWebhooks,
  WebhookListener,
} from "./src/emulator/webhooks.ts";
export type { Clock } from "./src/platform/clock.ts";
export type { Jwk } from "./src/jwt/types.ts";
export type { JsonObject } from "./src/text/json.ts";
