import type { Emulator } from "../emulator.ts";
import { brokenOff } from "../../platform/broken_off.ts";
import { isReset } from "../faults.ts";
import { answerErrors } from "../http/answer.ts";
import { isRequest } from "../../text/request.ts";
import { refuse, wireError } from "../http/refusal.ts";
import { checkOptionNames } from "../option_names.ts";
import { isLoopback } from "../../text/credentials.ts";
import { answerControl, CONTROL_PATH } from "./control.ts";

/** What a handler goes by. */
export interface HandlerOptions {
  /**
   * Names of hosts to answer for besides those of this machine, as a container
   * has one among its neighbours.
   */
  readonly allowedHosts?: readonly string[] | undefined;
  /** Where webhooks go that are asked for by `POST /__emulator/trigger`. */
  readonly webhookUrl?: string | undefined;
}

const NAMES: readonly (keyof HandlerOptions)[] = ["allowedHosts", "webhookUrl"];

/** Answers requests. */
export type EmulatorHandler = (request: Request) => Promise<Response>;

/**
 * Makes the handler of a server: the APIs and pages of an emulator, and the
 * controls below `/__emulator/`. Every answer has the header
 * `x-clerk-emulator: 1`.
 *
 * @param emulator The emulator.
 * @param options What else it goes by.
 * @returns The handler.
 *
 * @example
 * ```ts
 * import { createEmulator } from "@isoclerk/backend/emulator";
 * import { createEmulatorHandler } from "@isoclerk/backend/emulator/serve";
 *
 * const handler = createEmulatorHandler(await createEmulator());
 * const answer = await handler(
 *   new Request("http://127.0.0.1:4640/__emulator/health", {
 *     headers: { "x-clerk-emulator-control": "1" },
 *   }),
 * );
 * console.log(answer.status); // 200
 * ```
 */
export function createEmulatorHandler(
  emulator: Emulator,
  options: HandlerOptions = {},
): EmulatorHandler {
  checkOptionNames(options, NAMES, "make the emulator's handler");
  const { allowedHosts = [], webhookUrl } = options;
  const allowed = allowedHosts.map((host) => host.toLowerCase());
  return async (request) => {
    if (!isRequest(request)) {
      throw new TypeError(
        "Cannot answer: expected a Request of the web; serveEmulator listens by itself.",
      );
    }
    const { hostname, host, pathname } = new URL(request.url);
    if (!isLoopback(hostname) && !allowed.includes(hostname)) {
      return refuseHost(host, emulator.origin);
    }
    try {
      if (pathname.startsWith(CONTROL_PATH)) {
        return await answerControl(emulator, request, webhookUrl);
      }
      return await emulator.fetch(
        isLoopback(hostname) ? request : moveTo(emulator.origin, request),
      );
    } catch (error) {
      const isMeant = isReset(error) || request.signal.aborted;
      return isMeant ? brokenOff() : confess(error);
    }
  };
}

/** The same request, by the emulator's own name. */
function moveTo(origin: string, request: Request): Request {
  const { pathname, search } = new URL(request.url);
  return new Request(`${origin}${pathname}${search}`, request);
}

function refuseHost(host: string, origin: string): Response {
  const { status, errors } = refuse(
    "emulator_host_refused",
    `The emulator does not answer for the host ${host}. Use ${origin}, or allow the host.`,
  );
  return answerErrors(status, errors, "trace_emulator");
}

/** What went wrong here, as when a change cannot be kept. */
function confess(error: unknown): Response {
  const why = error instanceof Error ? error.message : `${error}`;
  const told = wireError("internal_clerk_error", `The emulator failed: ${why}`);
  return answerErrors(500, [told], "trace_emulator");
}
