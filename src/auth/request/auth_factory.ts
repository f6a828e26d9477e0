import type { VerifiedMachineToken } from "../machine/types.ts";
import type { DebugSource } from "../objects/debug.ts";
import { createNoAuth } from "../objects/accepted.ts";
import { createMachineAuth } from "../objects/machine.ts";
import { createSessionAuth, type SessionAuthInit } from "../objects/session.ts";
import type { TokenType } from "../objects/types.ts";

/** What makes auth objects: each flavour has its own. */
export interface AuthFactory {
  /** Of a session token. */
  readonly session: (init: SessionAuthInit) => unknown;
  /** Of a machine token. */
  readonly machine: (
    verified: VerifiedMachineToken,
    debug: DebugSource,
  ) => unknown;
  /** Of no token of a kind; null for none of those that were asked for. */
  readonly none: (type: TokenType | null, debug: DebugSource) => unknown;
}

/** Makes the auth objects of the default flavour. */
export const authObjects: AuthFactory = {
  session: createSessionAuth,
  machine: createMachineAuth,
  none: createNoAuth,
};
