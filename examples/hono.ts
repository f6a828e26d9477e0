/**
 * Hono, on any host: one route for everybody, and others for users alone. In your
 * own project import from "@isoclerk/backend/handler".
 */
import { Hono } from "hono";
import { type HandlerAuth, withClerk } from "../handler.ts";

/** Routes that are reached by users alone; `c.env.auth` tells which. */
const members = new Hono<{ Bindings: { auth: HandlerAuth } }>()
  .get("/api/me", (c) => c.json({ userId: c.env.auth.userId }))
  .get(
    "/api/billing",
    (c) =>
      c.env.auth.has({ role: "org:admin" })
        ? c.json({ owed: 0 })
        : c.json({ error: "Ask an admin" }, 403),
  );

const answerMembers = withClerk<object>((request, { auth, env }) =>
  members.fetch(request, { ...env, auth })
);

export default new Hono<{ Bindings: object }>()
  .get("/", (c) => c.text("Hello"))
  .all("/api/*", (c) => answerMembers(c.req.raw, c.env));
