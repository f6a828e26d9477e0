import type { Operations } from "../instance.ts";

/** The public keys, on the Backend API and on the Frontend API. */
export const jwks: Operations = {
  "GET /v1/jwks": { handle: ({ keys }) => keys.jwks() },
};

/** What anybody may ask for, without a secret key. */
export const open: Operations = {
  "GET /.well-known/jwks.json": { handle: ({ keys }) => keys.jwks() },
};
