import type { InstanceCredentials } from "../keys/resolve_credentials.ts";
import { resolveOptions } from "../keys/resolve_options.ts";
import type { Resource } from "../rest/resource.ts";
import { bindTable, type Table } from "../rest/table.ts";
import { createTransport, type TransportOptions } from "../rest/transport.ts";
import { isObject } from "../text/json.ts";
import { demand, demandOptions } from "../text/options.ts";

/**
 * What resources are made with: the options of a client, but for those about
 * tokens. Everything is optional, and the environment is read once.
 */
export interface ResourcesOptions
  extends TransportOptions, InstanceCredentials {}

/** The methods of some resources, by the names that they were given under. */
export type ResourceMethods<Resources> = {
  readonly [Name in keyof Resources]: Resources[Name] extends
    Resource<infer Methods> ? Methods : never;
};

/**
 * Makes the methods of the resources that are named, and of no others: a bundle
 * holds those alone, and nothing about tokens. The methods are those of a client
 * of `createClerkClient`, but for `m2m.verify`, which leaves JWTs too to the API.
 *
 * @param options Keys, and whatever is to be other than usual; what is not given
 * is read from the environment variables that a client reads.
 * @param resources The resources, by the names to give their methods.
 * @returns The methods, by resource.
 * @throws {TypeError} When an option cannot be used. The message says which and
 * why, and never holds a key.
 *
 * @example
 * ```ts
 * import { createResources, users } from "@isoclerk/backend/resources";
 * import { createEmulator } from "@isoclerk/backend/emulator";
 *
 * const emulator = await createEmulator({ seed: { users: [{ id: "user_1" }] } });
 * const clerk = createResources({
 *   secretKey: emulator.secretKey,
 *   fetch: emulator.fetch,
 * }, { users });
 * const { data: user, errors } = await clerk.users.getUser("user_1");
 * if (errors) console.log(errors[0].code, errors[0].message);
 * else console.log(user.id); // user_1
 * ```
 */
export function createResources<
  const Resources extends { readonly [name: string]: Resource<object> },
>(options: ResourcesOptions, resources: Resources): ResourceMethods<Resources>;
export function createResources(
  options: ResourcesOptions,
  resources: { readonly [name: string]: Table<Record<never, never>> },
): object {
  demandOptions(options);
  demand("resources", isObject(resources), "an object of resources");
  const send = createTransport(resolveOptions(options));
  return Object.fromEntries(
    Object.entries(resources).map(([name, table]) => {
      demand(name, isObject(table), "a resource");
      return [name, bindTable(table, send)];
    }),
  );
}
