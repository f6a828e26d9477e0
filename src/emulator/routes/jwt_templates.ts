import { isObject, type JsonObject } from "../../text/json.ts";
import { listRows, mapPage } from "../http/listing.ts";
import { answerList } from "../http/paginated.ts";
import { notFound, refuse, refuseParam } from "../http/refusal.ts";
import type { Call, Instance, Operations } from "../instance.ts";
import type { JwtTemplateRow } from "../state/session_tables.ts";
import { writeSpan } from "../state/span.ts";
import { startRow } from "../state/store.ts";
import { findKeyFault, TEMPLATE_ALGORITHMS } from "../template_token.ts";
import { describeOperations, type Limits } from "./described.ts";

const limits: Limits = {
  lifetime: { min: 30, max: 315_360_000 },
  allowed_clock_skew: { min: 0, max: 300 },
  signing_algorithm: { values: TEMPLATE_ALGORITHMS },
};

/** What every token says by itself, and no template may. */
const RESERVED: readonly string[] = [
  "azp",
  "exp",
  "iat",
  "iss",
  "jti",
  "nbf",
  "sub",
];

/** What makes tokens of one's own form. */
export const jwtTemplates: Operations = describeOperations({
  "GET /jwt_templates": ({ store }, { query }) =>
    answerList(mapPage(listRows(store.jwtTemplates, query), write), query),
  "POST /jwt_templates": { limits, handle: createTemplate },
  "GET /jwt_templates/{template_id}": (instance, call) =>
    write(requireTemplate(instance, call)),
  "PATCH /jwt_templates/{template_id}": { limits, handle: updateTemplate },
  "DELETE /jwt_templates/{template_id}": (instance, call) => {
    const { id } = requireTemplate(instance, call);
    instance.store.jwtTemplates.delete(id);
    return { object: "jwt_template", id, deleted: true };
  },
});

async function createTemplate(instance: Instance, { body }: Call) {
  const { store, clock } = instance;
  const key = await readKey(body, undefined);
  const said = readTemplate(instance, body, undefined);
  const row = startRow(store, "jtmp", clock.now());
  const made = { ...row, ...said, ...key, updatedAt: row.createdAt };
  store.jwtTemplates.put(made);
  return write(made);
}

async function updateTemplate(instance: Instance, call: Call) {
  const { store, clock } = instance;
  const key = await readKey(call.body, requireTemplate(instance, call));
  // Keys take a moment, in which the template may have changed.
  const row = requireTemplate(instance, call);
  const said = readTemplate(instance, call.body, row);
  const changed = { ...row, ...said, ...key, updatedAt: clock.now() };
  store.jwtTemplates.put(changed);
  return write(changed);
}

function requireTemplate({ store }: Instance, { slots }: Call): JwtTemplateRow {
  const id = slots.template_id ?? "";
  const row = store.jwtTemplates.get(id);
  if (row) return row;
  throw notFound("JWT template", id);
}

type Key = Pick<JwtTemplateRow, "signingAlgorithm" | "signingKey">;

type Said = Pick<
  JwtTemplateRow,
  "name" | "claims" | "lifetime" | "allowedClockSkew"
>;

function readTemplate(
  { store }: Instance,
  body: JsonObject,
  old: JwtTemplateRow | undefined,
): Said {
  const name = String(body.name);
  const claims = isObject(body.claims) ? body.claims : {};
  checkClaims(claims);
  const named = name.trim() !== "" && !name.includes("/");
  if (!named) {
    throw refuseParam(
      "form_param_format_invalid",
      "name",
      "name must be text that fits into a path.",
    );
  }
  if (store.jwtTemplates.find("name", name).some(({ id }) => id !== old?.id)) {
    throw refuse(
      "duplicate_record",
      `There is a JWT template with the name ${name} already`,
      { param_name: "name" },
    );
  }
  return {
    name,
    claims,
    lifetime: readNumber(body.lifetime) ?? old?.lifetime ?? 60,
    allowedClockSkew: readNumber(body.allowed_clock_skew) ??
      old?.allowedClockSkew ?? 5,
  };
}

function readNumber(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}

function checkClaims(claims: JsonObject): void {
  const taken = Object.keys(claims).filter((name) => RESERVED.includes(name));
  if (taken.length === 0) return;
  throw refuse(
    "jwt_template_reserved_claim",
    `You can't use the reserved claim: '${taken.join("', '")}'`,
    { param_name: "claims" },
  );
}

async function readKey(
  body: JsonObject,
  old: JwtTemplateRow | undefined,
): Promise<Key> {
  const custom = body.custom_signing_key ?? (old?.signingKey ?? null) !== null;
  if (!custom) return { signingAlgorithm: "RS256", signingKey: null };
  const signingAlgorithm = body.signing_algorithm ?? old?.signingAlgorithm;
  const signingKey = body.signing_key ?? old?.signingKey;
  const given = {
    signing_algorithm: signingAlgorithm,
    signing_key: signingKey,
  };
  for (const [param, value] of Object.entries(given)) {
    if (typeof value === "string") continue;
    throw refuseParam(
      "form_conditional_param_missing",
      param,
      `${param} must be included with custom_signing_key.`,
    );
  }
  const key = {
    signingAlgorithm: `${signingAlgorithm}`,
    signingKey: `${signingKey}`,
  };
  const fault = await findKeyFault(key.signingKey, key.signingAlgorithm);
  if (fault === undefined) return key;
  throw refuseParam("form_param_value_invalid", "signing_key", fault);
}

/** The key is never shown. */
function write(row: JwtTemplateRow): JsonObject {
  return {
    object: "jwt_template",
    id: row.id,
    name: row.name,
    claims: row.claims,
    lifetime: row.lifetime,
    allowed_clock_skew: row.allowedClockSkew,
    custom_signing_key: row.signingKey !== null,
    signing_algorithm: row.signingAlgorithm,
    ...writeSpan(row),
  };
}
