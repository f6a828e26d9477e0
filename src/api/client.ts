import { bindTable, type Send } from "../rest/table.ts";
import { jwks, type JwksApi } from "./jwks.ts";
import { users, type UsersApi } from "./users.ts";

/** The Backend API, by resource. */
export interface Api {
  /** Users: everything that can be known and done about them. */
  readonly users: UsersApi;
  /** The keys that the instance signs its tokens with. */
  readonly jwks: JwksApi;
}

/** Makes the methods of all resources. */
export function createApi(send: Send): Api {
  return { users: bindTable(users, send), jwks: bindTable(jwks, send) };
}
