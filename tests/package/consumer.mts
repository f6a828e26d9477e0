// What a consumer writes; compiled against the packed tarball, never run.
import { createClerkClient, verifyToken } from "@isoclerk/backend";
import { diagnose } from "@isoclerk/backend/doctor";
import { createEmulator } from "@isoclerk/backend/emulator";
import { type ApiResult, unwrap } from "@isoclerk/backend/errors";
import { withClerk } from "@isoclerk/backend/handler";
import { type JwtPayload, verifyJwt } from "@isoclerk/backend/jwt";
import { createResources, machines, users } from "@isoclerk/backend/resources";
import { clerkFrontendApiProxy, matchProxyPath } from "@isoclerk/backend/proxy";
import { verifyWebhook, type WebhookEvent } from "@isoclerk/backend/webhooks";

export function idOf(outcome: ApiResult<{ readonly id: string }>): string {
  if (outcome.errors) return outcome.errors[0].code;
  // @ts-expect-error: data has no such member
  outcome.data.nothing;
  return outcome.data.id;
}

export const twice: string = unwrap({ data: "a", errors: undefined });

export async function claimsOf(token: string): Promise<JwtPayload | string> {
  const { result, error } = await verifyJwt(token, { key: "" });
  if (error) return error.reason;
  return result;
}

export async function nameOfUser(id: string): Promise<string | null> {
  const clerk = createResources({ env: {} }, { users, services: machines });
  const { data: machine } = await clerk.services.get("mch_1");
  const { data: user } = await clerk.users.getUser(id);
  // @ts-expect-error: not among those that were given
  clerk.organizations;
  return machine?.name ?? user?.username ?? null;
}

export async function receive(request: Request): Promise<Response> {
  const { result: event, error } = await verifyWebhook(request, {
    signingSecret: undefined,
  });
  if (error) return new Response(error.message, { status: 400 });
  return new Response(nameOf(event));
}

function nameOf(event: WebhookEvent): string | null | undefined {
  switch (event.type) {
    case "user.created":
      return event.data.first_name;
    case "session.ended":
      return event.data.user_id;
    default:
      return event.type;
  }
}

export async function emulate(): Promise<string> {
  const emulator = await createEmulator({
    seed: { users: [{ id: "user_1" }] },
  });
  return (await emulator.signIn("user_1")).token;
}

export async function mailOf(token: string): Promise<string | undefined> {
  const { result, error } = await verifyToken(token, {
    authorizedParties: ["https://app.example.com"],
  });
  if (error) return error.reason;
  const clerk = createClerkClient({ secretKey: "sk_test_1", fetch });
  const { data, errors } = await clerk.users.getUser(result.sub ?? "");
  if (errors) return errors[0].longMessage;
  for await (const user of clerk.users.getUserList({ limit: 1 })) user.id;
  return data.emailAddresses[0]?.emailAddress;
}

export const worker = {
  fetch: withClerk<{ readonly GREETING: string }>((request, { auth, env }) => {
    // @ts-expect-error: a session has no such member
    auth.clientId;
    return matchProxyPath(request)
      ? clerkFrontendApiProxy(request, { env })
      : Response.json({ [env.GREETING]: auth.userId });
  }),
};

export const forPrograms = withClerk(
  (_, { auth }) =>
    new Response(auth.tokenType === "api_key" ? auth.name : auth.clientId),
  { acceptsToken: ["api_key", "oauth_token"] },
);

export const forAll = withClerk(
  // @ts-expect-error: nobody may be signed in
  (_, { auth }) => new Response(auth.userId.trim()),
  { allowUnauthenticated: true },
);

export async function faults(): Promise<readonly string[]> {
  return (await diagnose()).flatMap(({ action }) => action ?? []);
}
