import type { ApiResult } from "../errors/api_error.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import { defineTable, type Table } from "../rest/table.ts";
import type { ChangeDomainParams } from "./types/instance_params.ts";
import type {
  InstanceSettings,
  UpdateInstanceSettingsParams,
} from "./types/instance_settings.ts";

/** Settings of the instance that are in beta, or were. */
export interface BetaFeaturesApi {
  /**
   * Changes settings of the instance that are in beta.
   *
   * @param params What to change.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The settings as changed.
   */
  updateInstanceSettings(
    params: UpdateInstanceSettingsParams,
    options?: RequestOptions,
  ): Promise<ApiResult<InstanceSettings>>;
  /**
   * Moves a production instance to another domain.
   *
   * @deprecated Use `instance.changeDomain`.
   *
   * @param params The new home.
   * @param options Time-outs, retries and a signal for this call.
   * @returns Nothing, once the move has begun.
   */
  updateDomain(
    params: ChangeDomainParams,
    options?: RequestOptions,
  ): Promise<ApiResult<undefined>>;
  /**
   * Moves a production instance to another domain, by a way that the API's
   * description does not know.
   *
   * @deprecated Use `instance.changeDomain`.
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

/** The operations of what is in beta. */
export const betaFeatures: Table<BetaFeaturesApi> = /* @__PURE__ */ defineTable(
  () => ({
    updateInstanceSettings: op("PATCH /beta_features/instance_settings", {
      body: true,
    }),
    updateDomain: op("PUT /beta_features/domain", { body: true }),
    changeDomain: op("POST /beta_features/change_domain", { body: true }),
  }),
);
