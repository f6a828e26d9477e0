import { isObject, type JsonObject } from "../../text/json.ts";
import type { Fields } from "../http/fields.ts";
import { findMetadataError } from "../http/metadata.ts";
import { refuseAll } from "../http/refusal.ts";

/** The version of the API since which updates take no metadata. */
const SPLIT_OFF = "2026-05-12";

/** The members of an update that only earlier versions of the API take. */
export function formerMetadata(names: readonly string[]): Fields {
  return Object.fromEntries(
    names.map((
      name,
    ) => [name, { type: "map", nullable: true, until: SPLIT_OFF }]),
  );
}

/** Reads the metadata of an update, which takes the place of what was there. */
export function readMetadata(
  { public_metadata, private_metadata, unsafe_metadata }: JsonObject,
): {
  readonly publicMetadata?: JsonObject;
  readonly privateMetadata?: JsonObject;
  readonly unsafeMetadata?: JsonObject;
} {
  const [ours, hidden, theirs] = [
    readMap(public_metadata),
    readMap(private_metadata),
    readMap(unsafe_metadata),
  ];
  return {
    ...(ours && { publicMetadata: ours }),
    ...(hidden && { privateMetadata: hidden }),
    ...(theirs && { unsafeMetadata: theirs }),
  };
}

/** Makes new metadata out of the old and what a request says. */
export type MetadataChange = (old: JsonObject, given: JsonObject) => JsonObject;

/** Puts metadata in the place of metadata. */
export const replaceMetadata: MetadataChange = (_, given) => given;

/** Merges metadata into metadata, at every depth; null takes a member away. */
export function mergeMetadata(
  into: JsonObject,
  from: JsonObject,
): JsonObject {
  const merged = new Map(Object.entries(into));
  for (const [name, value] of Object.entries(from)) {
    const old = merged.get(name);
    if (value === null) merged.delete(name);
    else if (isObject(value)) {
      merged.set(name, mergeMetadata(isObject(old) ? old : {}, value));
    } else merged.set(name, value);
  }
  return Object.fromEntries(merged);
}

/** Reads an object out of a body; undefined when it is not there. */
export function readMap(value: unknown): JsonObject | undefined {
  return value === null ? {} : isObject(value) ? value : undefined;
}

/**
 * Changes metadata by what a body says of it; it stays when that is nothing.
 *
 * @throws {Refusal} When it gets too large.
 */
export function changeMetadata(
  old: JsonObject,
  body: JsonObject,
  name: string,
  change: MetadataChange,
): JsonObject {
  const given = readMap(body[name]);
  if (!given) return old;
  const changed = change(old, given);
  const error = findMetadataError(name, changed);
  if (error) throw refuseAll([error]);
  return changed;
}
