import type { ApiResult } from "../errors/api_error.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import { defineTable, type Table } from "../rest/table.ts";
import type { Instance } from "./types/instance.ts";
import type {
  InstanceCommunication,
  UpdateInstanceCommunicationParams,
} from "./types/instance_communication.ts";
import type {
  ChangeDomainParams,
  UpdateInstanceParams,
  UpdateInstanceRestrictionsParams,
} from "./types/instance_params.ts";
import type {
  InstanceProtect,
  UpdateInstanceProtectParams,
} from "./types/instance_protect.ts";
import type { InstanceRestrictions } from "./types/instance_restrictions.ts";
import type {
  OauthApplicationSettings,
  UpdateOauthApplicationSettingsParams,
} from "./types/oauth_application_settings.ts";
import type {
  OrganizationSettings,
  UpdateOrganizationSettingsParams,
} from "./types/organization_settings.ts";

/** The instance that the secret key belongs to, and its settings. */
export interface InstanceApi {
  /**
   * Reads the instance.
   *
   * @param options Time-outs, retries and a signal for this call.
   * @returns The instance.
   */
  get(options?: RequestOptions): Promise<ApiResult<Instance>>;
  /**
   * Changes the settings of the instance.
   *
   * @param params What to change.
   * @param options Time-outs, retries and a signal for this call.
   * @returns Nothing, once it is done.
   */
  update(
    params: UpdateInstanceParams,
    options?: RequestOptions,
  ): Promise<ApiResult<undefined>>;
  /**
   * Changes who may sign up and sign in.
   *
   * @param params What to change.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The restrictions as changed.
   */
  updateRestrictions(
    params: UpdateInstanceRestrictionsParams,
    options?: RequestOptions,
  ): Promise<ApiResult<InstanceRestrictions>>;
  /**
   * Reads what holds for all organizations.
   *
   * @param options Time-outs, retries and a signal for this call.
   * @returns The settings.
   */
  getOrganizationSettings(
    options?: RequestOptions,
  ): Promise<ApiResult<OrganizationSettings>>;
  /**
   * Changes what holds for all organizations.
   *
   * @param params What to change.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The settings as changed.
   */
  updateOrganizationSettings(
    params: UpdateOrganizationSettingsParams,
    options?: RequestOptions,
  ): Promise<ApiResult<OrganizationSettings>>;
  /**
   * Reads how the instance reaches its users.
   *
   * @param options Time-outs, retries and a signal for this call.
   * @returns The settings.
   */
  getCommunication(
    options?: RequestOptions,
  ): Promise<ApiResult<InstanceCommunication>>;
  /**
   * Changes how the instance reaches its users. Countries that no SMS can be
   * sent to anyway are dropped from the list without a word.
   *
   * @param params What to change.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The settings as changed.
   */
  updateCommunication(
    params: UpdateInstanceCommunicationParams,
    options?: RequestOptions,
  ): Promise<ApiResult<InstanceCommunication>>;
  /**
   * Reads what holds for all OAuth applications.
   *
   * @param options Time-outs, retries and a signal for this call.
   * @returns The settings.
   */
  getOauthApplicationSettings(
    options?: RequestOptions,
  ): Promise<ApiResult<OauthApplicationSettings>>;
  /**
   * Changes what holds for all OAuth applications.
   *
   * @param params What to change.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The settings as changed.
   */
  updateOauthApplicationSettings(
    params: UpdateOauthApplicationSettingsParams,
    options?: RequestOptions,
  ): Promise<ApiResult<OauthApplicationSettings>>;
  /**
   * Reads the settings of Clerk Protect.
   *
   * @param options Time-outs, retries and a signal for this call.
   * @returns The settings.
   */
  getProtect(options?: RequestOptions): Promise<ApiResult<InstanceProtect>>;
  /**
   * Changes the settings of Clerk Protect.
   *
   * @param params What to change.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The settings as changed.
   */
  updateProtect(
    params: UpdateInstanceProtectParams,
    options?: RequestOptions,
  ): Promise<ApiResult<InstanceProtect>>;
  /**
   * Moves a production instance to another domain. All users are signed out,
   * and nobody can sign in until DNS, certificates, the redirect URLs at OAuth
   * providers and the keys in your code are changed too.
   *
   * @param params The new home.
   * @param options Time-outs, retries and a signal for this call.
   * @returns Nothing, once the move has begun.
   */
  changeDomain(
    params: ChangeDomainParams,
    options?: RequestOptions,
  ): Promise<ApiResult<undefined>>;
}

/** The operations of the instance. */
export const instance: Table<InstanceApi> = /* @__PURE__ */ defineTable(() => ({
  get: op("GET /instance"),
  update: op("PATCH /instance", { body: true }),
  updateRestrictions: op("PATCH /instance/restrictions", { body: true }),
  getOrganizationSettings: op("GET /instance/organization_settings"),
  updateOrganizationSettings: op("PATCH /instance/organization_settings", {
    body: true,
  }),
  getCommunication: op("GET /instance/communication"),
  updateCommunication: op("PATCH /instance/communication", { body: true }),
  getOauthApplicationSettings: op("GET /instance/oauth_application_settings"),
  updateOauthApplicationSettings: op(
    "PATCH /instance/oauth_application_settings",
    { body: true },
  ),
  getProtect: op("GET /instance/protect"),
  updateProtect: op("PATCH /instance/protect", { body: true }),
  changeDomain: op("POST /instance/change_domain", { body: true }),
}));
