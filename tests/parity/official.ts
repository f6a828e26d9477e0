/**
 * The official package, run as a black box. It keeps the `fetch` that it finds
 * when it loads, so this module has to be the only one that loads it: the one
 * that stands in for `fetch` is imported first.
 */
import "./fetch_switch.ts";

export { createClerkClient, verifyToken } from "@clerk/backend";
export type * from "@clerk/backend";
export {
  decodeJwt,
  hasValidSignature,
  signJwt,
  verifyJwt,
} from "@clerk/backend/jwt";
export * as errors from "@clerk/backend/errors";
export * as proxy from "@clerk/backend/proxy";
export { verifyWebhook } from "@clerk/backend/webhooks";
export * as internal from "@clerk/backend/internal";
