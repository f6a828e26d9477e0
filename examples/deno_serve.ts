/**
 * A server that answers to users alone, and takes webhooks. Try it with
 * `CLERK_SECRET_KEY=… CLERK_WEBHOOK_SIGNING_SECRET=… deno run --allow-net
 * --allow-env examples/deno_serve.ts`. In your own project import from
 * "@isoclerk/backend/handler" instead of "../handler.ts".
 */
import { withClerk } from "../handler.ts";
import { createWebhookVerifier } from "../webhooks.ts";

const webhooks = createWebhookVerifier();

const showUser = withClerk(async (_request, { auth, clerk }) => {
  const user = await clerk.users.getUser(auth.userId);
  if (user.errors) {
    return Response.json({ error: user.errors[0].code }, { status: 502 });
  }
  const { id, firstName, emailAddresses } = user.data;
  return Response.json({
    id,
    firstName,
    email: emailAddresses[0]?.emailAddress,
  });
});

async function takeWebhook(request: Request): Promise<Response> {
  const { result: event, error } = await webhooks.verify(request);
  if (error) return new Response(error.message, { status: 400 });
  if (event.type === "user.created") console.log("Welcome", event.data.id);
  return new Response(null, { status: 204 });
}

Deno.serve((request) =>
  request.method === "POST" ? takeWebhook(request) : showUser(request)
);
