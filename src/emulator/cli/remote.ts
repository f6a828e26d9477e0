import { systemFetch } from "../../platform/fetch.ts";
import { isObject, type JsonObject, parseJson } from "../../text/json.ts";
import { CONTROL_HEADER, CONTROL_PATH } from "../serve/control.ts";
import { PORT } from "../serve/serve.ts";

/**
 * Asks the emulator that runs on a port.
 *
 * @throws {Error} When none does, and when it refuses.
 */
export async function control(
  port: number = PORT,
  method: string,
  name: string,
  body?: JsonObject,
): Promise<JsonObject> {
  const origin = `http://127.0.0.1:${port}`;
  const response = await systemFetch(`${origin}${CONTROL_PATH}${name}`, {
    method,
    headers: { [CONTROL_HEADER]: "1" },
    ...(body && { body: JSON.stringify(body) }),
  }).catch((cause) => {
    throw new Error(
      `There is no emulator at ${origin}. Start one, or say where it is with --port.`,
      { cause },
    );
  });
  const answer = parseJson(await response.text());
  if (!response.headers.has("x-clerk-emulator") || !isObject(answer)) {
    throw new Error(`What runs at ${origin} is no emulator.`);
  }
  if (!response.ok) throw new Error(String(answer.error));
  return answer;
}
