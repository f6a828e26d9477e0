import { bindTable, type Send, type Table } from "../rest/table.ts";
import { apiKeys, type ApiKeysApi } from "./api_keys.ts";
import {
  idPOAuthAccessToken,
  type IdPOAuthAccessTokenApi,
} from "./idp_oauth_access_token.ts";
import { jwks, type JwksApi } from "./jwks.ts";
import { m2m, type M2mApi } from "./m2m.ts";
import { machines, type MachinesApi } from "./machines.ts";
import {
  oauthApplications,
  type OAuthApplicationsApi,
} from "./oauth_applications.ts";
import { users, type UsersApi } from "./users.ts";

/** The Backend API, by resource. */
export interface Api {
  /** Keys that let whoever holds one act for a user, an organization or a machine. */
  readonly apiKeys: ApiKeysApi;
  /** Access tokens that the instance gave to OAuth applications. */
  readonly idPOAuthAccessToken: IdPOAuthAccessTokenApi;
  /** The keys that the instance signs its tokens with. */
  readonly jwks: JwksApi;
  /** Tokens by which machines make themselves known to each other. */
  readonly m2m: M2mApi;
  /** Machines: services of yours that call each other. */
  readonly machines: MachinesApi;
  /** Applications that let people sign in with their account at the instance. */
  readonly oauthApplications: OAuthApplicationsApi;
  /** Users: everything that can be known and done about them. */
  readonly users: UsersApi;
}

/** The operations of all resources, by the name of the resource. */
export const TABLES: { readonly [Name in keyof Api]: Table<Api[Name]> } = {
  apiKeys,
  idPOAuthAccessToken,
  jwks,
  m2m,
  machines,
  oauthApplications,
  users,
};

/** Makes the methods of all resources. */
export function createApi(send: Send): Api;
export function createApi(send: Send): object {
  return Object.fromEntries(
    Object.entries(TABLES).map(([name, table]) => [
      name,
      bindTable<Record<never, never>>(table, send),
    ]),
  );
}
