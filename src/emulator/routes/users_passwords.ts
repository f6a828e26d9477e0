import { encodeUtf8 } from "../../text/utf8.ts";
import type { JsonObject } from "../../text/json.ts";
import { refuseParam } from "../http/refusal.ts";
import type { UserRow } from "../state/user.ts";

/** Fewer characters are too short for a password. */
const SHORTEST = 8;

/** What Clerk makes digests with takes no more, neither characters nor bytes. */
const LONGEST = 72;

const BCRYPT = /^\$2[abxy]?\$\d\d\$[./\dA-Za-z]{53}$/;

/** What Clerk takes digests of, and the form of those that show what they are. */
const HASHERS: { readonly [name: string]: RegExp } = {
  argon2i: /^\$argon2i\$/,
  argon2id: /^\$argon2id\$/,
  awscognito: /^awscognito#/,
  bcrypt: BCRYPT,
  bcrypt_peppered: /^\$2/,
  bcrypt_sha256_django: /^bcrypt_sha256\$/,
  ldap_ssha: /./,
  md5: /^[\da-f]{32}$/i,
  md5_phpass: /./,
  md5_salted: /./,
  pbkdf2_sha1: /^pbkdf2_sha1\$/,
  pbkdf2_sha256: /^pbkdf2_sha256\$/,
  pbkdf2_sha256_django: /^pbkdf2_sha256\$/,
  pbkdf2_sha512: /^pbkdf2_sha512\$/,
  pbkdf2_sha512_hex: /^pbkdf2_sha512_hex\$/,
  phpass: /^\$[HP]\$/,
  scrypt_firebase: /^(?:[^$]+\$){5}[^$]+$/,
  scrypt_werkzeug: /\$/,
  sha256: /^[\da-f]{64}$/i,
  sha256_salted: /./,
  sha512_symfony: /^sha512_symfony\$/,
};

/**
 * Checks how long a password is.
 *
 * @param lax Whether it may be as short as it likes.
 * @throws {Refusal} When it is too short or too long.
 */
export function checkPassword(password: string, lax: boolean): void {
  if (password.length < SHORTEST && !lax) {
    throw refuse(
      "form_password_length_too_short",
      `Passwords must be ${SHORTEST} characters or more.`,
    );
  }
  if (password.length > LONGEST) {
    throw refuse(
      "form_password_length_too_long",
      `Passwords must be ${LONGEST} characters or fewer.`,
    );
  }
  if (encodeUtf8(password).length <= LONGEST) return;
  throw refuse(
    "form_password_size_in_bytes_exceeded",
    `Passwords must be ${LONGEST} bytes or fewer, of which some characters take several.`,
  );
}

/**
 * Checks that a new password is nothing that the user is known by.
 *
 * @throws {Refusal} When it is, and checks are not to be skipped.
 */
export function checkOwnPassword(
  { password, skip_password_checks: lax }: JsonObject,
  { emails, phones, username }: UserRow,
): void {
  if (typeof password !== "string" || lax === true) return;
  const known = [...emails, ...phones].map(({ value }) => value);
  if (![...known, username].includes(password.toLowerCase())) return;
  throw refuse(
    "form_password_matches_identifier",
    "A password must differ from everything that the user signs in by.",
  );
}

function refuse(code: string, long: string) {
  return refuseParam(code, "password", long);
}

/**
 * Checks a digest of a password, and what it was made with.
 *
 * @returns What it was made with.
 * @throws {Refusal} When that is not said or unknown, or the digest is not in
 * its form.
 */
export function checkDigest(digest: string, hasher: unknown): string {
  if (typeof hasher !== "string") {
    throw refuseParam(
      "form_conditional_param_missing",
      "password_hasher",
      "A password_digest needs a password_hasher with it.",
    );
  }
  const form = Object.hasOwn(HASHERS, hasher) ? HASHERS[hasher] : undefined;
  if (!form) {
    throw refuseParam(
      "form_param_value_invalid",
      "password_hasher",
      `${hasher} does not match the allowed values for parameter password_hasher. Allowed values: ${
        Object.keys(HASHERS).join(", ")
      }`,
    );
  }
  if (form.test(digest)) return hasher;
  throw refuseParam(
    "form_password_digest_invalid_code",
    "password_digest",
    `The password_digest is not in the form of ${hasher}.`,
  );
}
