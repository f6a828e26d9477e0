import {
  isObject,
  isText,
  type JsonObject,
  parseJson,
} from "../../text/json.ts";
import { parseDuration } from "../duration.ts";
import type { Emulator } from "../emulator.ts";
import type { Fault } from "../faults.ts";
import { answer } from "../http/answer.ts";
import type { SignInOptions } from "../sign_in.ts";
import type { Seed } from "../state/seed_types.ts";
import { isStorageFailure } from "../storage.ts";
import { listSupported } from "./supported.ts";
import { checkMembers, type Control, demandText } from "./control_input.ts";
import { trigger } from "./trigger.ts";

/** Where the controls are. */
export const CONTROL_PATH = "/__emulator/";

/**
 * The header that every control wants. A page of another site cannot send it
 * without being asked first, and the emulator does not answer such questions.
 */
export const CONTROL_HEADER = "x-clerk-emulator-control";

type Controls = {
  readonly [route: string]: (control: Control) => unknown;
};

const CONTROLS: Controls = {
  "GET health": ({ emulator }) => ({
    status: "ok",
    origin: emulator.origin,
    instance_id: emulator.instanceId,
    publishable_key: emulator.publishableKey,
  }),
  "GET env": ({ emulator }) => emulator.env(),
  "POST reset": async ({ emulator, body }) => {
    checkMembers(body, { reseed: (value) => typeof value === "boolean" });
    await emulator.reset({ reseed: body.reseed !== false });
    return { status: "ok" };
  },
  "POST seed": async ({ emulator, body }) => {
    await emulator.seed(body satisfies Seed);
    return { status: "ok" };
  },
  "GET clock": ({ emulator }) => ({ now: emulator.clock.now() }),
  "POST clock": ({ emulator, body }) => moveClock(emulator, body),
  "POST faults": ({ emulator, body }) => {
    emulator.faults.add(body satisfies Fault);
    return { status: "ok" };
  },
  "DELETE faults": ({ emulator }) => {
    emulator.faults.clear();
    return { status: "ok" };
  },
  "POST sign-in": async ({ emulator, body }) => {
    const { userId, ...options } = body;
    return await emulator.signIn(
      demandText("userId", userId),
      options satisfies SignInOptions,
    );
  },
  "POST trigger": trigger,
  "GET outbox": ({ emulator }) => ({ data: emulator.outbox }),
  "GET requests": ({ emulator }) => ({ data: emulator.requests }),
  "GET supported": () => ({ data: listSupported() }),
};

/** Answers a request for a control. */
export async function answerControl(
  emulator: Emulator,
  request: Request,
  webhookUrl: string | undefined,
): Promise<Response> {
  if (!request.headers.has(CONTROL_HEADER)) {
    return refuse(403, `Expected the header "${CONTROL_HEADER}: 1".`);
  }
  const name = new URL(request.url).pathname.slice(CONTROL_PATH.length);
  const route = `${request.method} ${name}`;
  const run = Object.hasOwn(CONTROLS, route) ? CONTROLS[route] : undefined;
  if (!run) {
    return refuse(
      404,
      `There is no "${route}". There are ${Object.keys(CONTROLS).join(", ")}.`,
    );
  }
  const text = await request.text();
  const body = text === "" ? {} : parseJson(text);
  if (!isObject(body)) {
    return refuse(400, "Expected a JSON object as the body.");
  }
  try {
    return answer(await run({ emulator, body, webhookUrl }));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return isStorageFailure(error)
      ? refuse(500, `The emulator failed: ${why}`)
      : refuse(400, why);
  }
}

function refuse(status: number, message: string): Response {
  return answer({ error: message }, status);
}

function moveClock({ clock }: Emulator, body: JsonObject) {
  const { advance, set, freeze, reset } = body;
  checkMembers(body, {
    advance: (value) => typeof value === "number" || isText(value),
    set: (value) => typeof value === "number",
    freeze: (value) => typeof value === "number" || value === true,
    reset: (value) => typeof value === "boolean",
  });
  if (reset === true) clock.reset();
  if (typeof set === "number") clock.set(set);
  if (freeze === true) clock.freeze();
  else if (typeof freeze === "number") clock.freeze(freeze);
  if (typeof advance === "number" || typeof advance === "string") {
    clock.set(clock.now() + parseDuration(advance));
  }
  return { now: clock.now() };
}
