import { isObject, type JsonObject } from "../../text/json.ts";
import { listRows } from "../http/listing.ts";
import { notFound, refuse } from "../http/refusal.ts";
import type { Call, Instance, Operations } from "../instance.ts";
import { keepM2m, signM2m } from "../machine_tokens.ts";
import { readOwnToken } from "../own_token.ts";
import { CATEGORY } from "../sign_token.ts";
import { decodeJwt } from "../../jwt/decode.ts";
import type { M2mTokenRow, MachineRow } from "../state/machine_tables.ts";
import { findMachine, scopesOf } from "../state/machines.ts";
import {
  isExpired,
  isGood,
  revoke,
  writeRevocable,
} from "../state/revocable.ts";
import { describeOperations, type Limits } from "./described.ts";

const limits: Limits = {
  limit: { min: 1, max: 100 },
  seconds_until_expiration: { min: 1, max: 315_360_000 },
  min_remaining_ttl_seconds: { min: 0 },
};

/** What a token says by itself. */
const RESERVED: readonly string[] = [
  "aud",
  "exp",
  "iat",
  "iss",
  "jti",
  "nbf",
  "scopes",
  "sub",
];

/** The tokens by which machines make themselves known to each other. */
export const m2mTokens: Operations = describeOperations({
  "GET /m2m_tokens": { limits, handle: listTokens },
  "POST /m2m_tokens": { limits, handle: createToken },
  "POST /m2m_tokens/{m2m_token_id}/revoke": revokeToken,
  "POST /m2m_tokens/verify": verifyToken,
});

/** The machine whose key the request shows; undefined for the secret key. */
function callerOf(
  { store, clock }: Instance,
  { exchange }: Call,
): MachineRow | undefined {
  const [, key = ""] = (exchange.headers.get("authorization") ?? "").split(" ");
  return findMachine(store, key, clock.now());
}

function listTokens(instance: Instance, call: Call) {
  const { store, clock } = instance;
  const { query } = call;
  const subject = String(query.subject);
  const caller = callerOf(instance, call);
  if (caller && caller.id !== subject) {
    throw refuse(
      "authorization_invalid",
      "You are not authorized to perform this request",
    );
  }
  if (!store.machines.get(subject)) throw notFound("machine", subject);
  const now = clock.now();
  const found = store.m2mTokens.find("machine", subject).filter((row) =>
    row.revoked === (query.revoked ?? row.revoked) &&
    isExpired(row, now) === (query.expired ?? isExpired(row, now))
  );
  const { data, total_count } = listRows(found, query);
  return { m2m_tokens: data.map((row) => write(row, now)), total_count };
}

function createToken(instance: Instance, call: Call) {
  const { store, clock } = instance;
  const { body } = call;
  const machine = callerOf(instance, call);
  if (!machine) {
    throw refuse(
      "machine_secret_key_invalid",
      "Tokens of machines are made with the secret key of a machine.",
    );
  }
  const now = clock.now();
  const claims = readClaims(body.claims);
  const scopes = scopesOf(store, machine.id);
  const seconds = body.seconds_until_expiration === undefined
    ? machine.tokenSeconds
    : body.seconds_until_expiration;
  if (body.token_format === "jwt") {
    return createJwt(
      instance,
      machine,
      claims,
      Number(seconds ?? machine.tokenSeconds),
    );
  }
  const like = findLike(instance, machine, claims, body);
  const row = like ?? keepM2m(
    store,
    { machineId: machine.id, scopes, claims },
    now,
    typeof seconds === "number" ? now + seconds * 1_000 : null,
  );
  return { ...write(row, now), token: row.secret };
}

/** A token that was made before and goes on for long enough. */
function findLike(
  { store, clock }: Instance,
  machine: MachineRow,
  claims: JsonObject | null,
  { min_remaining_ttl_seconds: least }: JsonObject,
): M2mTokenRow | undefined {
  if (typeof least !== "number") return undefined;
  const now = clock.now();
  const scopes = JSON.stringify(scopesOf(store, machine.id));
  return store.m2mTokens.find("machine", machine.id).find((row) =>
    isGood(row, now) &&
    (row.expiresAt ?? Infinity) >= now + least * 1_000 &&
    JSON.stringify(row.claims) === JSON.stringify(claims) &&
    JSON.stringify(row.scopes) === scopes
  );
}

async function createJwt(
  instance: Instance,
  machine: MachineRow,
  claims: JsonObject | null,
  seconds: number,
) {
  const now = instance.clock.now();
  const scopes = scopesOf(instance.store, machine.id);
  const { id, token } = await signM2m(instance, machine.id, {
    scopes,
    claims: claims ?? {},
    expiresIn: seconds,
  });
  const row = { id, machineId: machine.id, scopes, claims };
  const expiresAt = (Math.floor(now / 1_000) + seconds) * 1_000;
  return { ...writeJwt(row, now, expiresAt), token };
}

function readClaims(value: unknown): JsonObject | null {
  if (!isObject(value)) return null;
  const taken = Object.keys(value).filter((name) => RESERVED.includes(name));
  if (taken.length === 0) return value;
  throw refuse(
    "machine_token_reserved_claim",
    `You can't use the reserved claim: '${taken.join("', '")}'`,
  );
}

/** A machine may revoke its own tokens, and the secret key all. */
function revokeToken(instance: Instance, call: Call) {
  const { store, clock } = instance;
  const id = call.slots.m2m_token_id ?? "";
  const row = store.m2mTokens.get(id);
  const caller = callerOf(instance, call);
  if (!row || (caller && caller.id !== row.machineId)) {
    throw notFound("M2M token", id);
  }
  const revoked = revoke(row, call.body.revocation_reason, clock.now());
  store.m2mTokens.put(revoked);
  return write(revoked, clock.now());
}

/** A machine may only verify what is for it; the secret key verifies all. */
async function verifyToken(instance: Instance, call: Call) {
  const { store, clock } = instance;
  const token = String(call.body.token);
  const caller = callerOf(instance, call);
  const now = clock.now();
  const isFor = (scopes: readonly string[]) =>
    !caller || scopes.includes(caller.id);
  const jwt = await readJwt(instance, token);
  if (jwt && isFor(jwt.scopes)) return writeJwt(jwt, jwt.iat, jwt.expiresAt);
  const [row] = store.m2mTokens.find("secret", token);
  if (!row || !isGood(row, now) || !isFor(row.scopes)) {
    throw refuse("resource_not_found", "No valid M2M token was found.");
  }
  const used = { ...row, lastUsedAt: now };
  store.m2mTokens.put(used);
  return write(used, now);
}

type JwtToken =
  & Pick<M2mTokenRow, "id" | "machineId" | "scopes" | "claims">
  & { readonly iat: number; readonly expiresAt: number };

/** Tokens in JWT form are not kept: all that is known is what they say. */
async function readJwt(
  instance: Instance,
  token: string,
): Promise<JwtToken | undefined> {
  const payload = await readOwnToken(instance, token);
  const expiresAt = (payload?.exp ?? 0) * 1_000;
  if (!payload || expiresAt <= instance.clock.now()) return undefined;
  if (decodeJwt(token).result?.header.cat !== CATEGORY.m2m) return undefined;
  const claims = Object.entries(payload)
    .filter(([name]) => !RESERVED.includes(name));
  return {
    id: String(payload.jti),
    machineId: String(payload.sub),
    scopes: [payload.aud ?? []].flat(),
    claims: claims.length > 0 ? Object.fromEntries(claims) : null,
    iat: (payload.iat ?? 0) * 1_000,
    expiresAt,
  };
}

type Token = Pick<M2mTokenRow, "id" | "machineId" | "scopes" | "claims">;

function writeToken({ id, machineId, scopes, claims }: Token): JsonObject {
  const object = "machine_to_machine_token";
  return { object, id, subject: machineId, claims, scopes };
}

function write(row: M2mTokenRow, now: number): JsonObject {
  return {
    ...writeToken(row),
    ...writeRevocable(row, now),
    last_used_at: row.lastUsedAt,
  };
}

function writeJwt(token: Token, createdAt: number, expiresAt: number) {
  return {
    ...writeToken(token),
    revoked: false,
    revocation_reason: null,
    expired: false,
    expiration: expiresAt,
    last_used_at: null,
    created_at: createdAt,
    updated_at: createdAt,
  };
}
