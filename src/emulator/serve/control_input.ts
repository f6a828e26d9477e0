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

/** Demands that a body has no other members than these, each as it must be. */
export function checkMembers(
  body: JsonObject,
  members: { readonly [name: string]: (value: unknown) => boolean },
): void {
  for (const [name, value] of Object.entries(body)) {
    const isRight = Object.hasOwn(members, name) ? members[name] : undefined;
    if (isRight?.(value)) continue;
    throw new TypeError(
      isRight
        ? `Cannot use "${name}" in the body: it is of the wrong type.`
        : `There is no "${name}" in the body, but ${
          Object.keys(members).join(", ")
        }.`,
    );
  }
}
