// An app on Clerk's own adapter for Hono. It takes all from the environment,
// so `emulator env` is enough to run it on an emulated instance.
import { clerkMiddleware, getAuth } from "@clerk/hono";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import process from "node:process";

const { CLERK_SIGN_IN_URL, PORT = "3000" } = process.env;
const home = encodeURIComponent(`http://localhost:${PORT}/`);
const signOutUrl = new URL("/sign-out", CLERK_SIGN_IN_URL);

const app = new Hono();
app.use(clerkMiddleware());

app.get("/", (context) => {
  const { userId } = getAuth(context);
  return context.html(
    userId
      ? `Signed in as ${userId}. <a href="${signOutUrl}?redirect_url=${home}">Sign out</a>`
      : `Signed out. <a href="${CLERK_SIGN_IN_URL}?redirect_url=${home}">Sign in</a>`,
  );
});

app.get("/api/me", async (context) => {
  const { userId } = getAuth(context);
  if (!userId) return context.json({ error: "Unauthorized" }, 401);
  const { firstName } = await context.var.clerk.users.getUser(userId);
  return context.json({ userId, firstName });
});

serve(
  { fetch: app.fetch, port: Number(PORT), hostname: "localhost" },
  () => console.log(`Listening on http://localhost:${PORT}`),
);
