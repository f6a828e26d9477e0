/**
 * An app that renders on the server and knows its user by cookies: sign in,
 * switch organizations, sign out, all without a script in the browser. Try it on
 * an emulated instance:
 *
 * `deno task emulator` in one terminal, and in another `deno task emulator env >
 * .env` and `deno run --env-file --allow-net --allow-env examples/ssr_app.ts`.
 *
 * In your own project import from "@isoclerk/backend" and
 * "@isoclerk/backend/internal" instead.
 */
import { createRedirect } from "../internal.ts";
import { type ClerkClient, createClerkClient } from "../mod.ts";

type Auth = { readonly userId: string | null; readonly orgId?: string | null };

/** Makes the app, as a handler of requests. */
export function createApp(
  clerk: ClerkClient,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const state = await clerk.authenticateRequest(request);
    // Also when it is known: what came from Clerk is taken out of the URL.
    if (state.status === "handshake" || state.headers.has("location")) {
      return new Response(null, { status: 307, headers: state.headers });
    }
    const pages = createRedirect({
      redirectAdapter: (url) => url,
      baseUrl: request.url,
      publishableKey: state.publishableKey,
    });
    const { pathname, origin } = new URL(request.url);
    const signInUrl = (back: string) =>
      pages.redirectToSignIn({ returnBackUrl: new URL(back, origin) });
    const auth = state.toAuth();
    const response = pathname === "/"
      ? showHome(auth, signInUrl("/"))
      : pathname === "/account"
      ? await showAccount(clerk, auth, signInUrl("/account"))
      : pathname === "/sign-out" && request.method === "POST"
      ? await signOut(clerk, request, auth)
      : render("Not found", "<p>There is no such page.</p>", 404);
    state.headers.forEach((value, name) =>
      response.headers.append(name, value)
    );
    return response;
  };
}

function showHome({ userId }: Auth, signInUrl: string): Response {
  return render(
    "Welcome",
    userId
      ? `<p>You are signed in.</p><p><a href="/account">Your account</a></p>`
      : `<p>You are signed out.</p><p><a href="${signInUrl}">Sign in</a></p>`,
  );
}

/** A page for users alone: everybody else is asked to sign in first. */
async function showAccount(
  clerk: ClerkClient,
  { userId, orgId }: Auth,
  signInUrl: string,
): Promise<Response> {
  if (!userId) {
    return new Response(null, {
      status: 307,
      headers: { location: signInUrl },
    });
  }
  const { data: user, errors } = await clerk.users.getUser(userId);
  if (errors) return render("Sorry", "<p>Please try again later.</p>", 502);
  const organizationUrl = signInUrl.replace("/sign-in", "/organization");
  return render(
    "Your account",
    `<dl><dt>User</dt><dd id="user">${
      escape(user.emailAddresses[0]?.emailAddress ?? user.id)
    }</dd>
<dt>Organization</dt><dd id="organization">${escape(orgId ?? "none")}</dd></dl>
<p><a href="${organizationUrl}">Switch organization</a></p>
<form method="post" action="/sign-out"><button>Sign out</button></form>`,
  );
}

/** Ends the session at Clerk, and takes its cookies out of the browser. */
async function signOut(
  clerk: ClerkClient,
  request: Request,
  auth: object,
): Promise<Response> {
  if ("sessionId" in auth && typeof auth.sessionId === "string") {
    await clerk.sessions.revokeSession(auth.sessionId);
  }
  const response = new Response(null, {
    status: 303,
    headers: { location: "/" },
  });
  for (const cookie of (request.headers.get("cookie") ?? "").split("; ")) {
    const name = cookie.split("=", 1)[0] ?? "";
    const value = /^__client_uat/.test(name)
      ? "0"
      : /^__(session|refresh)/.test(name)
      ? ""
      : undefined;
    if (value === undefined) continue;
    response.headers.append(
      "set-cookie",
      `${name}=${value}; Path=/; SameSite=Lax${value ? "" : "; Max-Age=0"}`,
    );
  }
  return response;
}

function render(title: string, body: string, status = 200): Response {
  return new Response(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<style>:root{color-scheme:light dark}body{font:1rem/1.6 system-ui;max-width:34rem;margin:4rem auto;padding:0 1rem}</style>
<h1>${title}</h1>${body}</html>`,
    {
      status,
      headers: {
        "content-type": "text/html; charset=utf-8",
        "cache-control": "no-store",
      },
    },
  );
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`);
}

if (import.meta.main) {
  Deno.serve({ port: 3000 }, createApp(createClerkClient()));
}
