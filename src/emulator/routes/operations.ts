import type { Operations } from "../instance.ts";
import { jwks, open as openJwks } from "./jwks.ts";
import { users } from "./users.ts";

/** The operations that ask for the secret key. */
export const guarded: readonly Operations[] = [jwks, users];

/** The operations that anybody may use. */
export const open: readonly Operations[] = [openJwks];
