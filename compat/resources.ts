import { toSnakeCase } from "../src/text/case.ts";
import { isObject, type JsonObject } from "../src/text/json.ts";
import { DELETED, type Kind, KINDS } from "./kinds.ts";
import type { Official } from "./official.ts";

/** Gives what the API answered its official form. */
export function toOfficial<T>(data: T): Official<T>;
export function toOfficial(data: unknown): unknown {
  if (Array.isArray(data)) {
    data.forEach(toOfficial);
  } else if (isObject(data)) {
    const { object, deleted } = data;
    const kind = deleted === true ? DELETED : KINDS[`${object}`];
    if (kind) complete(data, kind);
    else if (object === undefined) addRawNames(data);
  }
  return data;
}

function complete(it: JsonObject, kind: Kind): void {
  const { copies = {}, defaults = {}, parts = {}, getters = {} } = kind;
  for (const [name, from] of Object.entries(copies)) {
    if (it[from] !== undefined) Reflect.set(it, name, it[from]);
  }
  for (const [name, value] of Object.entries(defaults)) {
    const isEmpty = it[name] === undefined ||
      it[name] === null && (!value || Array.isArray(value));
    if (isEmpty) Reflect.set(it, name, structuredClone(value));
  }
  for (const [name, part] of Object.entries(parts)) {
    for (const each of [it[name]].flat()) {
      if (isObject(each)) complete(each, part);
    }
  }
  if (kind.bothNames) addRawNames(it);
  Object.defineProperties(it, getters);
}

function addRawNames(it: JsonObject): void {
  for (const [name, value] of Object.entries(it)) {
    if (isObject(value)) addRawNames(value);
    Reflect.set(it, toSnakeCase(name), value);
  }
}
