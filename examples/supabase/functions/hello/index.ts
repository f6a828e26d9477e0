/**
 * A Supabase Edge Function for users who sign in with Clerk. Set the instance's
 * public key with `supabase secrets set CLERK_JWT_KEY=…` (or CLERK_SECRET_KEY),
 * and `verify_jwt = false` for the function in `supabase/config.toml`, so that
 * Supabase leaves the token to this code. In your own project import from
 * "jsr:@isoclerk/backend/handler".
 */
import { withClerk } from "../../../../handler.ts";

Deno.serve(
  withClerk((_request, { auth }) => Response.json({ hello: auth.userId }), {
    authorizedParties: ["https://app.example.com"],
    cors: {
      origins: ["https://app.example.com"],
      // What supabase-js sends.
      headers: ["authorization", "apikey", "content-type", "x-client-info"],
    },
  }),
);
