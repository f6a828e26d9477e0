import { listWebhookEventTypes } from "../webhooks/event_types.ts";
import { isText } from "../text/json.ts";

/** How many letters may be wrong in what counts as misspelt. */
const MOST_TYPOS = 2;

/**
 * Refuses the type of an event that is all but one that Clerk sends. Others pass,
 * as there will be events that this version does not know.
 *
 * @throws {TypeError} When it is misspelt, or no text.
 */
export function refuseMisspeltType(type: unknown): void {
  if (!isText(type) || !type) {
    throw new TypeError(
      'Cannot use the type of the event: expected text, such as "user.created".',
    );
  }
  const types = listWebhookEventTypes();
  if (types.includes(type)) return;
  const near = types.find((each) => isNear(fold(type), fold(each)));
  if (near === undefined) return;
  throw new TypeError(
    `Cannot use the type "${type}": Clerk has no such event. Did you mean "${near}"?`,
  );
}

/** The same for a pattern; one with a star in it is for several types. */
export function refuseMisspeltPattern(pattern: unknown): void {
  if (!isText(pattern) || !pattern.includes("*")) refuseMisspeltType(pattern);
}

function fold(type: string): string {
  return type.toLowerCase().replace(/[_-]/g, "");
}

/** Whether so few letters are added, left out or others. */
function isNear(a: string, b: string): boolean {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const [above = 0, diagonal = 0, left = 0] = [row[j + 1], row[j], next[j]];
      const cost = letter === other ? 0 : 1;
      next.push(Math.min(above + 1, left + 1, diagonal + cost));
    }
    row = next;
  }
  return (row.at(-1) ?? 0) <= MOST_TYPOS;
}
