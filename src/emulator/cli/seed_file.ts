import { readWholeFile } from "../../platform/whole_file.ts";
import { isObject, parseJson } from "../../text/json.ts";
import type { Seed } from "../state/seed_types.ts";
import { findJsonFault } from "./json_fault.ts";

/**
 * Reads a seed out of a file of JSON, with line ends of any kind and with or
 * without the mark that editors of Windows put at the beginning.
 *
 * @throws {TypeError} When there is no such file, or no JSON object in it; that
 * says where it is wrong.
 */
export function readSeedFile(path: string): Seed {
  const text = readText(path)?.replace(/^\uFEFF/, "");
  if (text === undefined) {
    throw new TypeError(`Cannot read the seed: there is no file "${path}".`);
  }
  const seed = parseJson(text);
  if (isObject(seed)) return seed satisfies Seed;
  const fault = findJsonFault(text);
  throw fault
    ? cannotRead(
      `${path}:${fault.line}:${fault.column}`,
      `expected ${fault.expected}.`,
    )
    : cannotRead(path, 'expected a JSON object, such as {"users": []}.');
}

function readText(path: string): string | undefined {
  try {
    return readWholeFile(path);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw cannotRead(path, why, error);
  }
}

function cannotRead(where: string, why: string, cause?: unknown): TypeError {
  return new TypeError(`Cannot read the seed "${where}": ${why}`, { cause });
}
