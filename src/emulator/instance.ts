import type { JsonObject } from "../text/json.ts";
import type { EmulatorClock } from "./clock.ts";
import type { Exchange } from "./http/exchange.ts";
import type { Fields, Query } from "./http/fields.ts";
import type { KeyRing } from "./keys.ts";
import type { Store } from "./state/store.ts";

/** What every operation works on. */
export interface Instance {
  /** Where the instance says that it is. */
  readonly origin: string;
  /** The id of the instance. */
  readonly id: string;
  /** What tells the time. */
  readonly clock: EmulatorClock;
  /** What the instance holds. */
  readonly store: Store;
  /** What tokens are signed with. */
  readonly keys: KeyRing;
  /** Tells who listens that something changed. */
  emit(type: string, data: JsonObject): void;
}

/** A request that was let in, found its operation and was checked. */
export interface Call {
  /** What stands in the slots of the path, decoded. */
  readonly slots: { readonly [name: string]: string };
  /** The query, checked. */
  readonly query: Query;
  /** The body, checked; empty when the operation has none. */
  readonly body: JsonObject;
  /** The items of a body that is a list, checked. */
  readonly items: readonly JsonObject[];
  /** The request itself. */
  readonly exchange: Exchange;
}

/** One operation of the API. */
export interface Operation {
  /** The parameters that its query may have. */
  readonly query?: Fields | undefined;
  /** The members that its body may have; without it, the body is not read. */
  readonly body?: Fields | undefined;
  /** How the body is given, when not as a JSON object. */
  readonly takes?: "list" | "form" | undefined;
  /** Whether anybody may use it, without a key. */
  readonly open?: boolean;
  /** The status of success; 200 by default. */
  readonly status?: number | undefined;
  /** 2 when the answer is an example and nothing is kept. */
  readonly tier?: 2;
  /**
   * Does it, and gives the body of the answer, or all of it as a Response.
   * Throws a Refusal to say no.
   */
  handle(instance: Instance, call: Call): unknown;
}

/** Operations by method and path, such as `GET /v1/users/{user_id}`. */
export type Operations = { readonly [route: string]: Operation };
