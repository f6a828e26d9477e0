/**
 * Express: one route for everybody, and others for users alone. In your own
 * project import from "@isoclerk/backend" and "@isoclerk/backend/handler".
 */
import express from "express";
import type { IncomingMessage, ServerResponse } from "node:http";
import { toWebRequest } from "../handler.ts";
import {
  type AuthenticateRequest,
  createClerkClient,
  type RequestState,
} from "../mod.ts";

interface AppRequest extends IncomingMessage {
  auth?: ReturnType<RequestState["toAuth"]>;
}

/** Says of every request who sent it, and sends browsers on that have to go. */
function clerkAuth(authenticateRequest: AuthenticateRequest) {
  return async (req: AppRequest, res: ServerResponse, next: () => void) => {
    const state = await authenticateRequest(toWebRequest(req));
    for (const [name, value] of state.headers) res.appendHeader(name, value);
    if (state.headers.has("location")) {
      res.writeHead(307).end();
      return;
    }
    req.auth = state.toAuth();
    next();
  };
}

/** Makes the app. Keys that are not given are read from the environment. */
export function createApp(clerk = createClerkClient()) {
  const app = express();
  app.use(clerkAuth(clerk.authenticateRequest));
  app.get("/", (_req: AppRequest, res: ServerResponse) => res.end("Hello"));
  app.get("/api/me", (req: AppRequest, res: ServerResponse) => {
    const { auth } = req;
    res.writeHead(auth?.isAuthenticated ? 200 : 401, {
      "content-type": "application/json",
    });
    res.end(JSON.stringify({ userId: auth?.userId ?? null }));
  });
  return app;
}

if (import.meta.main) createApp().listen(3000);
