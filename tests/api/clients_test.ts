import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createClerkClient } from "../../mod.ts";
import type { ClientsApi } from "../../src/api/clients.ts";
import { type Row, testOperations } from "./operations.ts";
import { createRecorder, refuse } from "./recorder.ts";

const actor = { sub: "user_2", some_thing: 1 };
const clientJson = {
  object: "client",
  id: "client_1",
  session_ids: ["sess_1"],
  sessions: [{ object: "session", id: "sess_1", user_id: "user_1", actor }],
  sign_in_id: null,
  sign_up_id: "sua_1",
  last_active_session_id: "sess_1",
  last_authentication_strategy: null,
  updated_at: 2,
  created_at: 1,
};
const client = {
  object: "client",
  id: "client_1",
  sessionIds: ["sess_1"],
  sessions: [{ object: "session", id: "sess_1", userId: "user_1", actor }],
  signInId: null,
  signUpId: "sua_1",
  lastActiveSessionId: "sess_1",
  lastAuthenticationStrategy: null,
  updatedAt: 2,
  createdAt: 1,
};

const rows: readonly Row<ClientsApi>[] = [
  {
    operation: "GetClientList",
    call: (clients) => clients.getClientList({ limit: 1, offset: 3 }),
    sends: "GET /v1/clients?limit=1&offset=3&paginated=true",
    answer: { data: [clientJson], total_count: 4 },
    data: [client],
    totalCount: 4,
  },
  {
    operation: "GetClient",
    call: (clients) => clients.getClient("client_1"),
    sends: "GET /v1/clients/client_1",
    answer: clientJson,
    data: client,
  },
  {
    operation: "VerifyClient",
    call: (clients) => clients.verifyClient("a.b.c"),
    sends: "POST /v1/clients/verify",
    body: { token: "a.b.c" },
    answer: clientJson,
    data: client,
  },
  {
    operation: "getHandshakePayload",
    call: (clients) => clients.getHandshakePayload({ nonce: "a+b" }),
    sends: "GET /v1/clients/handshake_payload?nonce=a%2Bb",
    answer: { directives: ["__session=a.b.c; Path=/"] },
    data: { directives: ["__session=a.b.c; Path=/"] },
  },
];

testOperations("clients", rows, [/^\/clients\b/]);

describe("clients: verifyClient", () => {
  it("is sent again like any other reading", async () => {
    const recorder = createRecorder(() =>
      recorder.sent.length === 1 ? refuse(503, "busy") : clientJson
    );
    const clerk = createClerkClient({
      secretKey: "sk_test_secret",
      env: {},
      fetch: recorder.fetch,
      random: () => 0,
    });
    const { data } = await clerk.clients.verifyClient("a.b.c");
    assertEquals(data?.id, "client_1");
    assertEquals(recorder.sent.length, 2);
  });
});
