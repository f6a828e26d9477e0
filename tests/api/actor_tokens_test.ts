import type { ActorTokensApi } from "../../src/api/actor_tokens.ts";
import { type Row, testOperations } from "./operations.ts";

const actor = {
  sub: "user_2",
  support_ticket: 7,
  reasonGiven: { askedBy: "user_1", asked_at: null },
};
const tokenJson = {
  object: "actor_token",
  id: "act_1",
  status: "accepted",
  user_id: "user_1",
  actor,
  token: "a.b.c",
  url: "https://example.com",
  created_at: 1,
  updated_at: 2,
};
const token = {
  object: "actor_token",
  id: "act_1",
  status: "accepted",
  userId: "user_1",
  actor,
  token: "a.b.c",
  url: "https://example.com",
  createdAt: 1,
  updatedAt: 2,
};

const rows: readonly Row<ActorTokensApi>[] = [
  {
    operation: "CreateActorToken",
    call: (tokens) =>
      tokens.create({
        userId: "user_1",
        actor,
        expiresInSeconds: 60,
        sessionMaxDurationInSeconds: 120,
      }),
    sends: "POST /v1/actor_tokens",
    body: {
      user_id: "user_1",
      actor,
      expires_in_seconds: 60,
      session_max_duration_in_seconds: 120,
    },
    answer: tokenJson,
    data: token,
  },
  {
    operation: "RevokeActorToken",
    call: (tokens) => tokens.revoke("act_1"),
    sends: "POST /v1/actor_tokens/act_1/revoke",
    answer: tokenJson,
    data: token,
  },
];

testOperations("actorTokens", rows, [/^\/actor_tokens\b/]);
