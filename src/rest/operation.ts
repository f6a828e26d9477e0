import type { ApiResult } from "../errors/api_error.ts";
import { toCamelCase } from "../text/case.ts";
import type { ApiListResult } from "./result.ts";

/** A method of HTTP that the Backend API knows. */
export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** What an operation sends and gets, beyond its route. */
export interface OperationSpec {
  /**
   * `true`: the members of the parameter object go to the query. A list of
   * names in snake_case: only those do, and the others to the body.
   */
  readonly query?: true | readonly string[];
  /**
   * `true`: the members of the parameter object go to a JSON body; `"form"`:
   * to a multipart body; `"array"`: the parameter is a list, and the body too.
   */
  readonly body?: true | "form" | "array";
  /**
   * `true`: the answer is a list, bare or as `{ data, total_count }`. A name in
   * snake_case: the member that holds the items, where it is not `data`.
   */
  readonly list?: true | string;
  /**
   * The query member in snake_case that names the last item of the page before,
   * for lists that can go on from an item. Used when the first page was asked
   * for in that way; else pages go by offset.
   */
  readonly cursor?: string;
  /** Names in snake_case whose content is free-form here, beyond those that always are. */
  readonly free?: readonly string[];
  /** Names in snake_case whose content is not free-form here, though it is elsewhere. */
  readonly fixed?: readonly string[];
  /** Names in snake_case of query lists that are sent as one text, with commas. */
  readonly joined?: readonly string[];
  /**
   * `true`: the answer is given as it came, its names in snake_case. `"text"`: it
   * is no JSON, and is given as text.
   */
  readonly raw?: true | "text";
  /** `true`: the path has no version in front. */
  readonly unversioned?: true;
  /** `true`: it changes nothing, whatever its method, and may be sent again like a GET. */
  readonly safe?: true;
  /**
   * The key that it is sent with; the secret key by default. `"machine"`: the
   * parameter `machineSecretKey`, else the client's, else the secret key.
   * `"optional"`: the secret key where the client has one.
   */
  readonly auth?: "secret" | "machine" | "optional" | "none";
  /** Members that are always in the query. */
  readonly send?: { readonly [name: string]: string | number | boolean };
  /** Members of the parameter object that go to a header: parameter to header name. */
  readonly headers?: { readonly [name: string]: string };
}

/** An operation of the Backend API, as data: a row of a {@linkcode Table}. */
export interface Operation<
  Slots extends readonly string[] = readonly string[],
  Takes extends boolean = boolean,
  List extends boolean = boolean,
> extends OperationSpec {
  /** The HTTP method. */
  readonly method: string;
  /** The path below the version, with its slots: `/users/{user_id}`. */
  readonly path: string;
  /** The names of the slots in camelCase, in the order of the path. */
  readonly slots: Slots;
  /** Whether a parameter object goes to the query or the body. */
  readonly takes: Takes;
  /** Whether the answer is a list. */
  readonly isList: List;
}

/** An operation that gives a list. */
export type ListOperation = Operation<readonly string[], boolean, true>;

/** An operation that gives anything but a list. */
export type ItemOperation = Operation<readonly string[], boolean, false>;

/**
 * Sends an operation once, with the arguments of its method: leading ids, then
 * the parameter object where it takes one, then the options of the request.
 * Never rejects.
 */
export interface Send {
  /** Sends an operation; `T` is what it gives. */
  <T>(operation: ItemOperation, ...args: readonly unknown[]): Promise<
    ApiResult<T>
  >;
  /** Sends an operation for one page of a list; `T` is what the items are. */
  <T>(operation: ListOperation, ...args: readonly unknown[]): Promise<
    ApiListResult<T>
  >;
}

/** The slots of a route in camelCase, in their order. */
export type SlotNames<Route extends string> = Route extends
  `${string}{${infer Slot}}${infer Rest}`
  ? readonly [SlotName<Slot>, ...SlotNames<Rest>]
  : readonly [];

/** The camelCase of a slot's name; `apiKeyID` counts as `api_key_id`. */
type SlotName<Slot extends string> = Slot extends `${infer Start}ID`
  ? `${Start}Id`
  : Slot extends `${infer Head}_${infer Tail}`
    ? `${Head}${Capitalize<SlotName<Tail>>}`
  : Slot;

/** What a spec says about where the parameters go, and what comes back. */
type Takes<Spec> = Spec extends { query: unknown } | { body: unknown } ? true
  : Spec extends { readonly headers: unknown } ? true
  : false;
type IsList<Spec> = Spec extends { readonly list: unknown } ? true : false;

/**
 * Describes one operation of the Backend API.
 *
 * @param route The method and the path below the version, with the API's own
 * slot names: `"GET /users/{user_id}"`.
 * @param spec What it sends and gets, beyond that.
 * @returns A row of a {@linkcode Table}: plain data.
 */
export function op<
  const Route extends `${Method} /${string}`,
  const Spec extends OperationSpec = Record<never, never>,
>(
  route: Route,
  spec?: Spec,
): Operation<SlotNames<Route>, Takes<Spec>, IsList<Spec>>;
export function op(
  route: `${Method} /${string}`,
  spec: OperationSpec = {},
): Operation {
  const [method = "", path = ""] = route.split(" ");
  return {
    ...spec,
    method,
    path,
    slots: (path.match(/[^{}]+(?=\})/g) ?? []).map((slot) =>
      toCamelCase(slot.replace(/ID$/, "Id"))
    ),
    takes: "query" in spec || "body" in spec || "headers" in spec,
    isList: "list" in spec,
  };
}
