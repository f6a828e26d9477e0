import type { SignInTokensApi } from "../../src/api/sign_in_tokens.ts";
import { type Row, testOperations } from "./operations.ts";

const tokenJson = {
  object: "sign_in_token",
  id: "sit_1",
  status: "pending",
  user_id: "user_1",
  token: "a.b.c",
  url: null,
  created_at: 1,
  updated_at: 2,
};
const token = {
  object: "sign_in_token",
  id: "sit_1",
  status: "pending",
  userId: "user_1",
  token: "a.b.c",
  url: null,
  createdAt: 1,
  updatedAt: 2,
};

const rows: readonly Row<SignInTokensApi>[] = [
  {
    operation: "CreateSignInToken",
    call: (tokens) =>
      tokens.createSignInToken({
        userId: "user_1",
        orgId: "org_1",
        expiresInSeconds: 60,
      }),
    sends: "POST /v1/sign_in_tokens",
    body: { user_id: "user_1", org_id: "org_1", expires_in_seconds: 60 },
    answer: tokenJson,
    data: token,
  },
  {
    operation: "CreateSignInToken",
    call: (tokens) => tokens.createSignInToken({ userId: "u", orgId: null }),
    sends: "POST /v1/sign_in_tokens",
    body: { user_id: "u", org_id: null },
  },
  {
    operation: "RevokeSignInToken",
    call: (tokens) => tokens.revokeSignInToken("sit_1"),
    sends: "POST /v1/sign_in_tokens/sit_1/revoke",
    answer: tokenJson,
    data: token,
  },
];

testOperations("signInTokens", rows, [/^\/sign_in_tokens\b/]);
