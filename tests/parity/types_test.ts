// The types of every method of the official client beside ours: what can be
// given there can be given here, and what comes here can be used as what comes
// there. The compiler is the test: it refuses a method that departs and is not
// listed below, and one that is listed and does not.
import { assert, assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import type { ClerkClient as Ours } from "../../compat/mod.ts";
import { DEPARTURES } from "./departures.ts";
import type { ClerkClient as Theirs } from "./official.ts";

// deno-lint-ignore no-explicit-any -- what a method takes is found out later.
type Method = (...args: any[]) => unknown;

/** What is read of a value: its members, whatever its class keeps private. */
type Read<T> = T extends URL | Date | string ? T
  : T extends readonly (infer Item)[] ? readonly Read<Item>[]
  : T extends object ? {
      readonly [Name in keyof Required<T> as Exclude<Name, "raw">]: Read<T[Name]>;
    }
  : T;

type Given<M> = M extends (...args: never[]) => Promise<infer T> ? Read<T>
  : never;

/** The methods of which something is true, as `resource.method`. */
type Methods<Test extends "takes" | "gives"> = {
  [R in keyof Theirs & keyof Ours & string]: {
    [M in keyof Theirs[R] & keyof Ours[R] & string]: Theirs[R][M] extends Method
      ? Test extends "takes"
        ? Parameters<Theirs[R][M]> extends
          Parameters<Extract<Ours[R][M], Method>> ? never
        : `${R}.${M}`
      : [Given<Ours[R][M]>] extends [Given<Theirs[R][M]>] ? never
      : `${R}.${M}`
      : never;
  }[keyof Theirs[R] & keyof Ours[R] & string];
}[keyof Theirs & keyof Ours & string];

const TAKES = {} satisfies { readonly [M in Methods<"takes">]: string };
const GIVES = {} satisfies { readonly [M in Methods<"gives">]: string };
