import { isText, type JsonObject } from "../../text/json.ts";
import type { Emulator } from "../emulator.ts";

/** What a control works with. */
export interface Control {
  /** The emulator. */
  readonly emulator: Emulator;
  /** The body, empty when there is none. */
  readonly body: JsonObject;
  /** Where webhooks go. */
  readonly webhookUrl: string | undefined;
}

/** Demands a text. */
export function demandText(name: string, value: unknown): string {
  if (isText(value) && value !== "") return value;
  throw new TypeError(`Expected "${name}" as a text in the body.`);
}
