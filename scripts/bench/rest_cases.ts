import { createClerkClient as createOfficialClient } from "@clerk/backend";
import { createClerkClient } from "../../mod.ts";
import type { Contestant } from "./measure.ts";

const SECRET_KEY = "sk_test_benchmark";

/** Ways of reading one user, or a list of so many, from a server. */
export function restContestants(
  apiUrl: string,
  limit: number | undefined,
): readonly Contestant[] {
  const ours = createClerkClient({ secretKey: SECRET_KEY, apiUrl });
  const official = createOfficialClient({
    secretKey: SECRET_KEY,
    apiUrl,
    telemetry: { disabled: true },
  });
  const headers = { authorization: `Bearer ${SECRET_KEY}` };
  const path = limit === undefined
    ? "/v1/users/user_1"
    : `/v1/users?limit=${limit}`;
  const isUser = (outcome: unknown) =>
    JSON.stringify(outcome).includes("ada@example.com");
  return [
    {
      name: "fetch and json()",
      run: async () => (await fetch(apiUrl + path, { headers })).json(),
      holds: isUser,
    },
    {
      name: "isoclerk",
      run: () =>
        limit === undefined
          ? ours.users.getUser("user_1")
          : ours.users.getUserList({ limit }),
      holds: isUser,
    },
    {
      name: limit === undefined
        ? "@clerk/backend"
        : "@clerk/backend (sends two requests)",
      run: () =>
        limit === undefined
          ? official.users.getUser("user_1")
          : official.users.getUserList({ limit }),
      holds: isUser,
    },
  ];
}
