import { parseTimestamp } from "../../platform/calendar.ts";
import type { JsonObject } from "../../text/json.ts";
import { refuse, refuseParam } from "../http/refusal.ts";
import { decodeBase32, digestPassword } from "../state/digest.ts";
import { normalizeUsername } from "../state/identifiers.ts";
import type { PasswordDigest, UserRow } from "../state/user.ts";
import { checkDigest, checkPassword } from "./users_passwords.ts";

const LONGEST_NAME = 256;

/**
 * Reads what creating and updating a user have in common. What the body does
 * not name is left out, so that it stays as it was.
 *
 * @throws {Refusal} When a member is not as it must be.
 */
export async function readUserBody(
  body: JsonObject,
  now: number,
): Promise<Partial<UserRow>> {
  const texts = definedOnly({
    externalId: readText(body, "external_id"),
    username: lowered(readText(body, "username")),
    firstName: readText(body, "first_name", LONGEST_NAME),
    lastName: readText(body, "last_name", LONGEST_NAME),
    locale: readText(body, "locale"),
    timezone: readText(body, "timezone"),
  });
  const settings = definedOnly({
    deleteSelfEnabled: readFlag(body.delete_self_enabled),
    createOrganizationEnabled: readFlag(body.create_organization_enabled),
    createOrganizationsLimit: readNumber(body.create_organizations_limit),
    bypassClientTrust: readFlag(body.bypass_client_trust),
    legalAcceptedAt: readTime(body, "legal_accepted_at"),
  });
  const createdAt = readTime(body, "created_at");
  return {
    ...texts,
    ...settings,
    ...(typeof createdAt === "number" && { createdAt }),
    ...await readPassword(body, now),
    ...await readSecondFactors(body),
  };
}

async function readPassword(
  body: JsonObject,
  now: number,
): Promise<Partial<UserRow>> {
  const { password, password_digest: digest, password_hasher: hasher } = body;
  if (typeof digest === "string") {
    return setPassword({
      hasher: checkDigest(digest, hasher),
      digest,
      salt: "",
    }, now);
  }
  if (typeof password !== "string") return {};
  checkPassword(password, body.skip_password_checks === true);
  return setPassword(await digestPassword(password), now);
}

function setPassword(password: PasswordDigest, now: number): Partial<UserRow> {
  return { password, passwordSetAt: now, passwordCompromised: false };
}

async function readSecondFactors(body: JsonObject): Promise<Partial<UserRow>> {
  const { totp_secret: secret, backup_codes: codes } = body;
  if (typeof secret === "string" && !decodeBase32(secret)) {
    throw refuse(
      "invalid_totp_secret_code",
      "The TOTP secret is invalid, please provide a valid one base32 encoded",
    );
  }
  return {
    ...(typeof secret === "string" && { totpSecret: secret }),
    ...(Array.isArray(codes) && {
      backupCodes: await Promise.all(codes.map((code) => digestPassword(code))),
    }),
  };
}

/** Reads a text; an empty one is none. */
function readText(
  body: JsonObject,
  name: string,
  longest = Infinity,
): string | null | undefined {
  const value = body[name];
  if (value === null || value === "") return null;
  if (typeof value !== "string") return undefined;
  if (value.length <= longest) return value;
  throw refuseParam(
    "form_param_max_length_exceeded",
    name,
    `${name} should not exceed ${longest} characters.`,
  );
}

function lowered(name: string | null | undefined): string | null | undefined {
  return name ? normalizeUsername(name) : name;
}

/** Reads a time; undefined when it is not named. */
export function readTime(
  body: JsonObject,
  name: string,
): number | null | undefined {
  const value = body[name];
  if (typeof value !== "string") return value === null ? null : undefined;
  const ms = parseTimestamp(value);
  if (ms !== undefined) return ms;
  throw refuseParam(
    "form_param_invalid_time",
    name,
    `${name} must be a date in RFC 3339 form, such as 2026-01-31T12:00:00Z.`,
  );
}

function readFlag(value: unknown): boolean | undefined {
  return typeof value === "boolean" ? value : undefined;
}

function readNumber(value: unknown): number | null | undefined {
  return typeof value === "number" || value === null ? value : undefined;
}

type Defined<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

function definedOnly<T extends object>(members: T): Defined<T>;
function definedOnly(members: object): object {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined),
  );
}
