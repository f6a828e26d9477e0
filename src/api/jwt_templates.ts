import type { ApiResult } from "../errors/api_error.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import type { ApiListCall } from "../rest/result.ts";
import { defineTable, type Table } from "../rest/table.ts";
import type { DeletedObject } from "./types/deleted_object.ts";
import type {
  CreateJwtTemplateParams,
  JwtTemplate,
  UpdateJwtTemplateParams,
} from "./types/jwt_template.ts";
import type { PageParams } from "./types/pagination.ts";

/** What tokens for other services are made from. */
export interface JwtTemplatesApi {
  /**
   * Reads the templates of the instance, a page at a time.
   *
   * @param params Which part of the list.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The templates, and how many there are.
   */
  list(
    params?: PageParams,
    options?: RequestOptions,
  ): ApiListCall<JwtTemplate>;
  /**
   * Reads one template.
   *
   * @param templateId The template's id, `jtmp_…`.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The template.
   */
  get(
    templateId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<JwtTemplate>>;
  /**
   * Makes a template. Its claims are sent with the names that they have.
   *
   * @param params Its name and its claims.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The new template, without its key.
   */
  create(
    params: CreateJwtTemplateParams,
    options?: RequestOptions,
  ): Promise<ApiResult<JwtTemplate>>;
  /**
   * Changes a template. The claims that are given take the place of those it had.
   *
   * @param params The template, and what it is to be.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The template as changed.
   */
  update(
    params: UpdateJwtTemplateParams,
    options?: RequestOptions,
  ): Promise<ApiResult<JwtTemplate>>;
  /**
   * Deletes a template.
   *
   * @param templateId The template's id, `jtmp_…`.
   * @param options Time-outs, retries and a signal for this call.
   * @returns What is left of it.
   */
  delete(
    templateId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<DeletedObject>>;
}

/** The operations of JWT templates. */
export const jwtTemplates: Table<JwtTemplatesApi> = /* @__PURE__ */ defineTable(
  () => ({
    list: op("GET /jwt_templates", {
      query: true,
      list: true,
      send: { paginated: true },
    }),
    get: op("GET /jwt_templates/{template_id}"),
    create: op("POST /jwt_templates", { body: true }),
    update: op("PATCH /jwt_templates/{template_id}", { body: true }),
    delete: op("DELETE /jwt_templates/{template_id}"),
  }),
);
