import { signJwt } from "../jwt/sign.ts";
import type { JwtAlgorithm, JwtSigningKey } from "../jwt/types.ts";
import { refuse } from "./http/refusal.ts";
import { randomText } from "./ids.ts";
import type { Instance } from "./instance.ts";
import { organizationOf } from "./session_token.ts";
import { fillShortcodes } from "./shortcodes.ts";
import { CATEGORY, draftToken, signDraft } from "./sign_token.ts";
import type { JwtTemplateRow, SessionRow } from "./state/session_tables.ts";
import { writeUser } from "./state/user_body.ts";

/** Makes a token of a session by a JWT template. */
export async function signTemplate(
  instance: Instance,
  session: SessionRow,
  template: JwtTemplateRow,
  expiresIn: number = template.lifetime,
): Promise<string> {
  const { azp } = session.words;
  const draft = draftToken(
    instance,
    {
      ...fillShortcodes(template.claims, readValues(instance, session)),
      ...(azp !== undefined && { azp }),
      jti: randomText(20),
      sub: session.userId,
    },
    { cat: CATEGORY.template },
    { expiresIn },
  );
  const iat = Math.floor(instance.clock.now() / 1_000);
  const claims = { ...draft[0], nbf: iat - template.allowedClockSkew };
  if (template.signingKey === null) {
    return signDraft(instance, [claims, draft[1]]);
  }
  const { result, error } = await signJwt(
    claims,
    keyOf(template.signingKey, template.signingAlgorithm),
    {
      algorithm: algorithmOf(template.signingAlgorithm),
      header: { cat: CATEGORY.template },
      clock: instance.clock,
    },
  );
  if (error) throw refuse("bad_request", error.message);
  return result;
}

/** The algorithms of keys that a template may bring along. */
export const TEMPLATE_ALGORITHMS: readonly JwtAlgorithm[] = [
  "HS256",
  "HS384",
  "HS512",
  "RS256",
  "RS384",
  "RS512",
  "ES256",
  "ES384",
  "ES512",
];

function algorithmOf(name: string): JwtAlgorithm {
  return TEMPLATE_ALGORITHMS.find((each) => each === name) ?? "RS256";
}

/** Signs something with a key to see whether it is one for an algorithm. */
export async function findKeyFault(
  signingKey: string,
  algorithm: string,
): Promise<string | undefined> {
  const { error } = await signJwt({}, keyOf(signingKey, algorithm), {
    algorithm: algorithmOf(algorithm),
  });
  return error?.message;
}

function keyOf(signingKey: string, algorithm: string): JwtSigningKey {
  return algorithm.startsWith("HS") ? { secret: signingKey } : signingKey;
}

/** What shortcodes may ask for. */
function readValues(instance: Instance, session: SessionRow) {
  const { store, clock, origin } = instance;
  const user = store.users.get(session.userId);
  const organization = organizationOf(instance, session);
  const row = organization && store.organizations.get(organization.id);
  const first = (id: string | null, list: readonly Named[] = []) =>
    list.find((each) => each.id === id);
  const email = first(user?.primaryEmailId ?? null, user?.emails);
  const phone = first(user?.primaryPhoneId ?? null, user?.phones);
  const wallet = first(user?.primaryWalletId ?? null, user?.wallets);
  const names = [user?.firstName, user?.lastName].filter(Boolean);
  return {
    user: user && {
      ...writeUser(user, clock.now(), origin),
      full_name: names.length > 0 ? names.join(" ") : null,
      primary_email_address: email?.value ?? null,
      primary_phone_number: phone?.value ?? null,
      primary_web3_wallet: wallet?.value ?? null,
      email_verified: email?.status === "verified",
      phone_number_verified: phone?.status === "verified",
      organizations: Object.fromEntries(
        store.memberships.find("user", user.id)
          .map((each) => [each.organizationId, each.role]),
      ),
    },
    org: organization && {
      id: organization.id,
      slug: organization.slug ?? null,
      role: fullRole(organization.role),
      name: row?.name ?? null,
      public_metadata: row?.publicMetadata ?? {},
      image_url: `${origin}/images/default`,
      has_image: false,
    },
    session: { id: session.id, actor: session.actor },
  };
}

function fullRole(role = "member"): string {
  return role.startsWith("org:") ? role : `org:${role}`;
}

/** An identification, as far as shortcodes need it. */
interface Named {
  readonly id: string;
  readonly value: string;
  readonly status: string;
}
