/** Reads users from a file, one JSON object in a line. */
import type { CreateUserParams } from "../../mod.ts";

/** A line of the file. */
export interface ImportedUser {
  /** What it is told apart by. */
  readonly externalId: string;
  /** What to create. */
  readonly params: CreateUserParams;
  /** Its number, counted from 1. */
  readonly line: number;
}

/**
 * Reads the file as it is needed, whatever its size, and skips lines that are
 * done. Stops with an error at a line that is no user.
 */
export async function* readRows(
  path: string,
  isDone: (externalId: string) => boolean,
): AsyncGenerator<ImportedUser, void, undefined> {
  let line = 0;
  for await (const text of readLines(path)) {
    line++;
    if (text.trim() === "") continue;
    const params = parseUser(text);
    if (!params) {
      throw new TypeError(
        `Cannot read line ${line} of ${path}: expected a JSON object with an "externalId".`,
      );
    }
    const { externalId } = params;
    if (!isDone(externalId)) yield { externalId, params, line };
  }
}

function parseUser(
  text: string,
): (CreateUserParams & { readonly externalId: string }) | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isUser(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What else is in it, the API checks. */
function isUser(
  value: unknown,
): value is CreateUserParams & { readonly externalId: string } {
  return typeof value === "object" && value !== null &&
    "externalId" in value && typeof value.externalId === "string" &&
    value.externalId !== "";
}

async function* readLines(
  path: string,
): AsyncGenerator<string, void, undefined> {
  const file = await Deno.open(path);
  let rest = "";
  const text = file.readable.pipeThrough(new TextDecoderStream());
  for await (const chunk of text) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest) yield rest;
}
