import type { JwtTemplatesApi } from "../../src/api/jwt_templates.ts";
import { type Row, testOperations } from "./operations.ts";

// Names of claims, which are the user's own and must stay as they are.
const claims = {
  user_id: "{{user.id}}",
  userName: "{{user.username}}",
  "https://hasura.io/jwt/claims": { "x-hasura-user_id": "{{user.id}}" },
  nested: { first_name: "a", lastName: "b" },
};
const template = {
  object: "jwt_template",
  id: "jtmp_1",
  name: "hasura",
  claims,
  lifetime: 60,
  allowed_clock_skew: 5,
  custom_signing_key: true,
  signing_algorithm: "HS256",
  created_at: 1,
  updated_at: 2,
};
const templateData = {
  object: "jwt_template",
  id: "jtmp_1",
  name: "hasura",
  claims,
  lifetime: 60,
  allowedClockSkew: 5,
  customSigningKey: true,
  signingAlgorithm: "HS256",
  createdAt: 1,
  updatedAt: 2,
};
const params = {
  name: "hasura",
  claims,
  lifetime: 60,
  allowedClockSkew: 5,
  customSigningKey: true,
  signingAlgorithm: "HS256",
  signingKey: "secret",
};
const body = {
  name: "hasura",
  claims,
  lifetime: 60,
  allowed_clock_skew: 5,
  custom_signing_key: true,
  signing_algorithm: "HS256",
  signing_key: "secret",
};

const rows: readonly Row<JwtTemplatesApi>[] = [
  {
    operation: "ListJWTTemplates",
    call: (api) => api.list({ limit: 1, offset: 2 }),
    sends: "GET /v1/jwt_templates?paginated=true&limit=1&offset=2",
    answer: { data: [template], total_count: 3 },
    data: [templateData],
    totalCount: 3,
  },
  {
    operation: "GetJWTTemplate",
    call: (api) => api.get("jtmp_1"),
    sends: "GET /v1/jwt_templates/jtmp_1",
    answer: template,
    data: templateData,
  },
  {
    operation: "CreateJWTTemplate",
    call: (api) => api.create(params),
    sends: "POST /v1/jwt_templates",
    body,
    answer: template,
    data: templateData,
  },
  {
    operation: "UpdateJWTTemplate",
    call: (api) => api.update({ templateId: "jtmp_1", ...params }),
    sends: "PATCH /v1/jwt_templates/jtmp_1",
    body,
  },
  {
    operation: "UpdateJWTTemplate",
    call: (api) =>
      api.update({
        templateId: "jtmp_1",
        name: "hasura",
        claims: {},
        lifetime: null,
        allowedClockSkew: null,
        signingAlgorithm: null,
        signingKey: null,
      }),
    sends: "PATCH /v1/jwt_templates/jtmp_1",
    body: {
      name: "hasura",
      claims: {},
      lifetime: null,
      allowed_clock_skew: null,
      signing_algorithm: null,
      signing_key: null,
    },
  },
  {
    operation: "DeleteJWTTemplate",
    call: (api) => api.delete("jtmp_1"),
    sends: "DELETE /v1/jwt_templates/jtmp_1",
    answer: { object: "jwt_template", id: "jtmp_1", deleted: true },
    data: { object: "jwt_template", id: "jtmp_1", deleted: true },
  },
];

testOperations("jwtTemplates", rows, [/^\/jwt_templates\b/]);
