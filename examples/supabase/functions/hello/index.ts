/**
 * A Supabase Edge Function for users who sign in with Clerk. Set the instance's
 * public key with `supabase secrets set CLERK_JWT_KEY=…` (or CLERK_SECRET_KEY),
 * and `verify_jwt = false` for the function in `supabase/config.toml`, so that
 * Supabase leaves the token to this code. In your own project import from
 * "jsr:@isoclerk/backend".
 */
import { createTokenVerifier } from "../../../../mod.ts";

const verifier = createTokenVerifier({
  authorizedParties: ["https://app.example.com"],
});

const cors = {
  "Access-Control-Allow-Origin": "https://app.example.com",
  "Access-Control-Allow-Headers": "authorization, content-type",
};

Deno.serve(async (request) => {
  if (request.method === "OPTIONS") {
    return new Response(null, { headers: cors });
  }
  const token = request.headers.get("authorization")?.replace(/^Bearer +/i, "");
  const { result, error } = await verifier.verify(token ?? "");
  return error
    ? Response.json({ error: error.reason }, { status: 401, headers: cors })
    : Response.json({ hello: result.sub }, { headers: cors });
});
