import { classifyMachineToken } from "../machine/classify.ts";
import type { Context } from "./context.ts";
import { isOneKind } from "./rules.ts";
import { type CoreState, machineSignedIn, signedOut } from "./state.ts";

/**
 * Judges a request by the kinds of token that are accepted.
 *
 * @returns The state; undefined when it is for a session token to decide.
 */
export async function authenticateMachine(
  c: Context,
  text: string | undefined,
): Promise<CoreState | undefined> {
  const { accepts, rules, verifyMachine, manner } = c.settings;
  const token = text === undefined ? undefined : classifyMachineToken(text);
  const type = text === undefined
    ? undefined
    : token?.tokenType ?? "session_token";
  const rule = rules.accept.find(({ when }) => when({ accepts, type }));
  if (rule) {
    return signedOut(c, rule.reason, "", isOneKind(accepts) ? accepts : null);
  }
  if (!token) return undefined;
  const { result, error } = await verifyMachine(token);
  return error
    ? signedOut(
      c,
      error.code,
      manner.describeMachine(error, token),
      token.tokenType,
    )
    : machineSignedIn(c, result);
}
