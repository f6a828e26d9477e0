// An app on Clerk's own adapter for Express. It takes all from the environment,
// so `emulator env` is enough to run it on an emulated instance.
import { clerkClient, clerkMiddleware, getAuth } from "@clerk/express";
import express from "express";
import process from "node:process";

const { CLERK_SIGN_IN_URL, PORT = "3000" } = process.env;
const home = encodeURIComponent(`http://localhost:${PORT}/`);
const signOutUrl = new URL("/sign-out", CLERK_SIGN_IN_URL);

const app = express();
app.use(clerkMiddleware());

app.get("/", (request, response) => {
  const { userId } = getAuth(request);
  response.send(
    userId
      ? `Signed in as ${userId}. <a href="${signOutUrl}?redirect_url=${home}">Sign out</a>`
      : `Signed out. <a href="${CLERK_SIGN_IN_URL}?redirect_url=${home}">Sign in</a>`,
  );
});

app.get("/api/me", async (request, response) => {
  const { userId } = getAuth(request);
  if (!userId) {
    response.status(401).json({ error: "Unauthorized" });
    return;
  }
  const { firstName } = await clerkClient.users.getUser(userId);
  response.json({ userId, firstName });
});

app.listen(Number(PORT), "localhost", () => {
  console.log(`Listening on http://localhost:${PORT}`);
});
