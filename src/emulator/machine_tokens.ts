import { type Duration, parseDuration } from "./duration.ts";
import { randomText } from "./ids.ts";
import type { Instance } from "./instance.ts";
import {
  CATEGORY,
  draftToken,
  signDraft,
  type TokenClaims,
  type TokenOptions,
} from "./sign_token.ts";
import type {
  ApiKeyRow,
  M2mTokenRow,
  OAuthTokenRow,
  RevocableRow,
} from "./state/machine_tables.ts";
import { scopesOf } from "./state/machines.ts";
import { startRow, type Store } from "./state/store.ts";

/** Signed, or a name for what the emulator keeps. */
export type TokenFormat = "jwt" | "opaque";

/** What may be said about a machine's token. */
export interface M2mTokenOptions extends TokenOptions {
  /** The id of the machine; a new one by default. */
  readonly subject?: string | undefined;
  /** The machines that it is for; those that the machine may talk to by default. */
  readonly scopes?: readonly string[] | undefined;
  /**
   * `jwt`, as by default: signed, and known to nobody. `opaque`: kept by the
   * emulator, so that it can be listed and revoked.
   */
  readonly format?: TokenFormat | undefined;
}

/** What may be said about an OAuth access token. */
export interface OAuthTokenOptions extends TokenOptions {
  /** The id of the client; a new one by default. */
  readonly clientId?: string | undefined;
  /** What it allows; `openid` by default. */
  readonly scopes?: readonly string[] | undefined;
  /** Whether it is signed, as by default, or `opaque`. Both are kept. */
  readonly format?: TokenFormat | undefined;
}

/** What may be said about an API key. */
export interface ApiKeyOptions {
  /** Its name; `Key` by default. */
  readonly name?: string | undefined;
  /** What kind of key it is; `api_key` by default. */
  readonly type?: string | undefined;
  /** What it is for. */
  readonly description?: string | undefined;
  /** What it permits; nothing by default. */
  readonly scopes?: readonly string[] | undefined;
  /** What it says besides. */
  readonly claims?: TokenClaims | undefined;
  /** How long it is good: seconds, or text such as `"5m"`; for ever by default. */
  readonly expiresIn?: Duration | undefined;
}

/** Makes a machine's token; an opaque one is kept. */
export async function mintM2m(
  instance: Instance,
  options: M2mTokenOptions,
): Promise<string> {
  const { store, clock } = instance;
  const { subject = store.ids.next("mch"), claims, format = "jwt" } = options;
  const scopes = options.scopes ?? scopesOf(store, subject);
  if (format === "jwt") {
    return (await signM2m(instance, subject, { ...options, scopes })).token;
  }
  const expiresAt = clock.now() + readMs(options.expiresIn ?? 60);
  const kept = { machineId: subject, scopes, claims: claims ?? null };
  return keepM2m(store, kept, clock.now(), expiresAt).secret;
}

/** Makes a machine's token in JWT form, which is not kept. */
export async function signM2m(
  instance: Instance,
  machineId: string,
  options: TokenOptions & { readonly scopes: readonly string[] },
): Promise<{ readonly id: string; readonly token: string }> {
  const id = instance.store.ids.nextHex("mt");
  const { scopes } = options;
  const draft = draftToken(
    instance,
    { sub: machineId, jti: id, aud: scopes, scopes: scopes.join(" ") },
    { cat: CATEGORY.m2m },
    options,
  );
  return { id, token: await signDraft(instance, draft) };
}

/** Keeps a new opaque token of a machine. */
export function keepM2m(
  store: Store,
  kept: Pick<M2mTokenRow, "machineId" | "scopes" | "claims">,
  now: number,
  expiresAt: number | null,
): M2mTokenRow {
  const row = startRow(store, "mt", now, store.ids.nextHex("mt"));
  const secret = `mt_${randomText(40)}`;
  const token = { ...kept, ...row, ...startRevocable(secret, now, expiresAt) };
  store.m2mTokens.put(token);
  return token;
}

/** Makes an OAuth access token, and keeps it. */
export async function mintOAuth(
  instance: Instance,
  userId: string,
  options: OAuthTokenOptions,
): Promise<string> {
  const { store, clock } = instance;
  const { clientId = randomText(16), scopes = ["openid"] } = options;
  const id = store.ids.nextHex("oat");
  const now = clock.now();
  const draft = draftToken(
    instance,
    { sub: userId, client_id: clientId, scope: scopes.join(" "), jti: id },
    { typ: "at+jwt" },
    options,
  );
  const secret = options.format === "opaque"
    ? `oat_${randomText(40)}`
    : await signDraft(instance, draft);
  const expiresAt = now + readMs(options.expiresIn ?? 60);
  const token: OAuthTokenRow = {
    ...startRow(store, "oat", now, id),
    ...startRevocable(secret, now, expiresAt),
    clientId,
    userId,
    scopes,
  };
  store.oauthTokens.put(token);
  return secret;
}

/** Makes an API key, and keeps it. */
export function mintApiKey(
  { store, clock }: Instance,
  subject: string,
  options: ApiKeyOptions,
): string {
  const { expiresIn } = options;
  const now = clock.now();
  return keepApiKey(
    store,
    {
      subject,
      name: options.name ?? "Key",
      type: options.type ?? "api_key",
      description: options.description ?? null,
      claims: options.claims ?? null,
      scopes: options.scopes ?? [],
      createdBy: null,
    },
    now,
    expiresIn === undefined ? null : now + readMs(expiresIn),
  ).secret;
}

/** Keeps a new API key. */
export function keepApiKey(
  store: Store,
  kept: Omit<ApiKeyRow, keyof RevocableRow>,
  now: number,
  expiresAt: number | null,
  secret: string = `ak_${randomText(40)}`,
): ApiKeyRow {
  const row = startRow(store, "ak", now, store.ids.nextHex("ak"));
  const key = { ...kept, ...row, ...startRevocable(secret, now, expiresAt) };
  store.apiKeys.put(key);
  return key;
}

function startRevocable(
  secret: string,
  now: number,
  expiresAt: number | null,
): Omit<RevocableRow, "id" | "createdAt" | "sequence"> {
  return {
    secret,
    revoked: false,
    revocationReason: null,
    expiresAt,
    lastUsedAt: null,
    updatedAt: now,
  };
}

/** Numbers are seconds here, as they are in tokens. */
function readMs(duration: Duration): number {
  return typeof duration === "number"
    ? duration * 1_000
    : parseDuration(duration);
}
