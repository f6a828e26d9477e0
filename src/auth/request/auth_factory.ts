import type { VerifiedMachineToken } from "../machine/types.ts";
import type { DebugSource } from "../objects/debug.ts";
import {
  createInvalidTokenAuth,
  createMachineAuth,
  createUnauthenticatedMachineAuth,
} from "../objects/machine.ts";
import {
  createSessionAuth,
  createSignedOutAuth,
  type SessionAuthInit,
} from "../objects/session.ts";
import type { MachineTokenType } from "../objects/types.ts";

/** What makes auth objects: each flavour has its own. */
export interface AuthFactory {
  /** Of a session token. */
  readonly session: (init: SessionAuthInit) => unknown;
  /** Of no session. */
  readonly signedOut: (debug: DebugSource) => unknown;
  /** Of a machine token. */
  readonly machine: (
    verified: VerifiedMachineToken,
    debug: DebugSource,
  ) => unknown;
  /** Of no machine token. */
  readonly noMachine: (type: MachineTokenType, debug: DebugSource) => unknown;
  /** Of a token of no kind that was asked for. */
  readonly invalid: (debug: DebugSource) => unknown;
}

/** Makes the auth objects of the default flavour. */
export const authObjects: AuthFactory = {
  session: createSessionAuth,
  signedOut: (debug) => createSignedOutAuth({ debug }),
  machine: createMachineAuth,
  noMachine: createUnauthenticatedMachineAuth,
  invalid: createInvalidTokenAuth,
};
