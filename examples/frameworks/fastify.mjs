// An app on Clerk's own adapter for Fastify. It takes all from the environment,
// so `emulator env` is enough to run it on an emulated instance.
import { clerkClient, clerkPlugin, getAuth } from "@clerk/fastify";
import Fastify from "fastify";
import process from "node:process";

const { CLERK_API_URL, CLERK_SIGN_IN_URL, PORT = "3000" } = process.env;
const home = encodeURIComponent(`http://localhost:${PORT}/`);
const signOutUrl = new URL("/sign-out", CLERK_SIGN_IN_URL);

const app = Fastify();
// The one setting that the plugin itself does not take from the environment.
await app.register(clerkPlugin, { apiUrl: CLERK_API_URL });

app.get("/", (request, reply) => {
  const { userId } = getAuth(request);
  return reply.type("text/html").send(
    userId
      ? `Signed in as ${userId}. <a href="${signOutUrl}?redirect_url=${home}">Sign out</a>`
      : `Signed out. <a href="${CLERK_SIGN_IN_URL}?redirect_url=${home}">Sign in</a>`,
  );
});

app.get("/api/me", async (request, reply) => {
  const { userId } = getAuth(request);
  if (!userId) return reply.code(401).send({ error: "Unauthorized" });
  const { firstName } = await clerkClient.users.getUser(userId);
  return { userId, firstName };
});

await app.listen({ port: Number(PORT), host: "localhost" });
console.log(`Listening on http://localhost:${PORT}`);
