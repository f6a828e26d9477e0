import type { JsonObject } from "../../text/json.ts";
import { listRows, mapPage } from "../http/listing.ts";
import { notFound, refuse, refuseParam } from "../http/refusal.ts";
import { randomText } from "../ids.ts";
import type { Call, Instance, Operations } from "../instance.ts";
import type {
  OAuthApplicationRow,
  OAuthTokenRow,
} from "../state/machine_tables.ts";
import { isGood, revoke, writeRevocable } from "../state/revocable.ts";
import { writeSpan } from "../state/span.ts";
import { startRow } from "../state/store.ts";
import { describeOperations } from "./described.ts";

const NAME = 255;

/** Applications that people sign in to with their account here. */
export const oauthApplications: Operations = describeOperations({
  "GET /oauth_applications": (instance, { query }) => {
    const sought = String(query.name_query ?? "").toLowerCase();
    const test = ({ name }: OAuthApplicationRow) =>
      name.toLowerCase().includes(sought);
    const orders = {
      name: ({ name }: OAuthApplicationRow) => name.toLowerCase(),
    };
    const all = instance.store.oauthApplications;
    const page = listRows(all, query, orders, sought ? test : undefined);
    return mapPage(page, (row) => write(instance, row));
  },
  "POST /oauth_applications": createApplication,
  "GET /oauth_applications/{oauth_application_id}": (instance, call) =>
    write(instance, requireApplication(instance, call)),
  "PATCH /oauth_applications/{oauth_application_id}": (instance, call) => {
    const row = requireApplication(instance, call);
    const changed = { ...row, ...read(call.body) };
    checkPkce(changed);
    const clientSecret = changed.public ? null : changed.clientSecret;
    return save(instance, { ...changed, clientSecret });
  },
  "DELETE /oauth_applications/{oauth_application_id}": (instance, call) => {
    const { store } = instance;
    const { id, clientId } = requireApplication(instance, call);
    for (const token of store.oauthTokens.find("client", clientId)) {
      store.oauthTokens.delete(token.id);
    }
    store.oauthApplications.delete(id);
    return { object: "oauth_application", id, deleted: true };
  },
  "PUT /oauth_applications/{oauth_application_id}/logo": (instance, call) => {
    const row = requireApplication(instance, call);
    const imageId = instance.store.ids.next("img");
    return save(instance, { ...row, imageId });
  },
  "POST /oauth_applications/{oauth_application_id}/rotate_secret": (
    instance,
    call,
  ) => {
    const row = requireApplication(instance, call);
    if (row.public) {
      throw refuse(
        "authorization_invalid",
        "A public application has no secret.",
      );
    }
    const clientSecret = randomText(32);
    const shown = save(instance, { ...row, clientSecret });
    return { ...shown, client_secret: clientSecret };
  },
  "POST /oauth_applications/{oauth_application_id}/revoke_token": revokeToken,
  "POST /oauth_applications/access_tokens/verify": verifyToken,
});

function requireApplication(
  { store }: Instance,
  { slots }: Call,
): OAuthApplicationRow {
  const id = slots.oauth_application_id ?? "";
  const row = store.oauthApplications.get(id);
  if (row) return row;
  throw notFound("OAuth application", id);
}

function createApplication(instance: Instance, { body }: Call) {
  const { store, clock } = instance;
  const read = readNew(body);
  checkPkce(read);
  const now = clock.now();
  const row: OAuthApplicationRow = {
    ...startRow(store, "oa", now),
    clientId: randomText(16),
    clientSecret: read.public ? null : randomText(32),
    imageId: null,
    ...read,
    updatedAt: now,
  };
  store.oauthApplications.put(row);
  return {
    ...write(instance, row),
    ...(row.clientSecret !== null && { client_secret: row.clientSecret }),
  };
}

type Given = Pick<
  OAuthApplicationRow,
  | "name"
  | "redirectUris"
  | "scopes"
  | "consentScreenEnabled"
  | "pkceRequired"
  | "public"
>;

function readNew(body: JsonObject): Given {
  const isPublic = body.public === true;
  return {
    name: "",
    redirectUris: [],
    scopes: "profile email",
    consentScreenEnabled: true,
    pkceRequired: isPublic,
    public: isPublic,
    ...read(body),
  };
}

/** Reads what is said; what is null or not there stays as it is. */
function read(body: JsonObject): Partial<Given> {
  const { callback_url: callback, redirect_uris: uris } = body;
  const redirectUris = Array.isArray(uris)
    ? uris
    : typeof callback === "string"
    ? [callback]
    : undefined;
  for (const uri of redirectUris ?? []) checkUri(uri);
  return {
    ...(typeof body.name === "string" && { name: readName(body.name) }),
    ...(redirectUris && { redirectUris }),
    ...(typeof body.scopes === "string" && { scopes: body.scopes }),
    ...(typeof body.consent_screen_enabled === "boolean" && {
      consentScreenEnabled: body.consent_screen_enabled,
    }),
    ...(typeof body.pkce_required === "boolean" && {
      pkceRequired: body.pkce_required,
    }),
    ...(typeof body.public === "boolean" && { public: body.public }),
  };
}

/** Who has no secret must prove by a code of its own that it is the same. */
function checkPkce(given: Given): void {
  if (!given.public || given.pkceRequired) return;
  throw refuseParam(
    "form_public_client_requires_pkce",
    "pkce_required",
    "A public client has no secret and needs PKCE.",
  );
}

function readName(name: string): string {
  if (name.trim() === "") {
    throw refuseParam("form_param_nil", "name", "name must not be empty.");
  }
  if (name.length <= NAME) return name;
  throw refuseParam(
    "form_param_max_length_exceeded",
    "name",
    `name should not exceed ${NAME} characters.`,
  );
}

function checkUri(uri: string): void {
  const { protocol } = URL.canParse(uri) ? new URL(uri) : { protocol: "" };
  if (!/^(?:|javascript:|data:|vbscript:)$/.test(protocol)) return;
  throw refuseParam(
    "form_param_format_invalid",
    "redirect_uris",
    "redirect_uris must be valid urls.",
  );
}

function save(instance: Instance, row: OAuthApplicationRow): JsonObject {
  const saved = { ...row, updatedAt: instance.clock.now() };
  instance.store.oauthApplications.put(saved);
  return write(instance, saved);
}

function write(instance: Instance, row: OAuthApplicationRow): JsonObject {
  const { origin, id: instanceId } = instance;
  return {
    object: "oauth_application",
    id: row.id,
    instance_id: instanceId,
    name: row.name,
    client_id: row.clientId,
    client_uri: null,
    client_image_url: row.imageId && `${origin}/images/${row.imageId}`,
    dynamically_registered: false,
    consent_screen_enabled: row.consentScreenEnabled,
    pkce_required: row.pkceRequired,
    public: row.public,
    scopes: row.scopes,
    redirect_uris: row.redirectUris,
    callback_url: row.redirectUris[0] ?? "",
    authorize_url: `${origin}/oauth/authorize`,
    token_fetch_url: `${origin}/oauth/token`,
    user_info_url: `${origin}/oauth/userinfo`,
    discovery_url: `${origin}/.well-known/openid-configuration`,
    token_introspection_url: `${origin}/oauth/token_info`,
    ...writeSpan(row),
  };
}

function revokeToken(instance: Instance, call: Call): undefined {
  const { store, clock } = instance;
  const { clientId } = requireApplication(instance, call);
  const [token] = store.oauthTokens.find("secret", String(call.body.token));
  if (token?.clientId !== clientId) {
    throw refuse(
      "resource_not_found",
      "No token of this application was found.",
    );
  }
  store.oauthTokens.put(revoke(token, null, clock.now()));
  return undefined;
}

/** What was good once is not active any more; what never was is not found. */
function verifyToken({ store, clock }: Instance, { body }: Call): JsonObject {
  const now = clock.now();
  const given = body.access_token ?? body.secret;
  if (typeof given !== "string") {
    throw refuse("bad_request", "access_token must be included.");
  }
  const [token] = store.oauthTokens.find("secret", given);
  if (!token) {
    throw refuse("resource_not_found", "No OAuth access token was found.");
  }
  if (!isGood(token, now)) return { active: false };
  store.oauthTokens.put({ ...token, lastUsedAt: now });
  return writeToken(token, now);
}

function writeToken(token: OAuthTokenRow, now: number): JsonObject {
  return {
    object: "clerk_idp_oauth_access_token",
    ...writeRevocable(token, now),
    client_id: token.clientId,
    subject: token.userId,
    scopes: token.scopes,
  };
}
