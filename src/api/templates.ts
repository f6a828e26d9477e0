import type { ApiResult } from "../errors/api_error.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import type { ApiListCall } from "../rest/result.ts";
import { defineTable, type Table } from "../rest/table.ts";
import type { PageParams } from "./types/pagination.ts";
import type {
  Template,
  TemplatePreview,
  TemplateType,
} from "./types/template.ts";
import type {
  PreviewTemplateParams,
  ToggleTemplateDeliveryParams,
  UpsertTemplateParams,
} from "./types/template_params.ts";

/** What e-mails and text messages of the instance are made from. */
export interface TemplatesApi {
  /**
   * Reads the templates of one type, a page at a time.
   *
   * @deprecated The API gives its templates up; change them in Clerk's dashboard.
   *
   * @param templateType What messages they are for.
   * @param params Which part of the list.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The templates, and how many there are.
   */
  getTemplateList(
    templateType: TemplateType,
    params?: PageParams,
    options?: RequestOptions,
  ): ApiListCall<Template>;
  /**
   * Reads one template.
   *
   * @deprecated The API gives its templates up; change them in Clerk's dashboard.
   *
   * @param templateType What messages it is for.
   * @param slug The template's name, for code.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The template.
   */
  getTemplate(
    templateType: TemplateType,
    slug: string,
    options?: RequestOptions,
  ): Promise<ApiResult<Template>>;
  /**
   * Changes a template.
   *
   * @deprecated The API gives its templates up; change them in Clerk's dashboard.
   *
   * @param templateType What messages it is for.
   * @param slug The template's name, for code.
   * @param params What it is to be.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The template as changed.
   */
  upsertTemplate(
    templateType: TemplateType,
    slug: string,
    params: UpsertTemplateParams,
    options?: RequestOptions,
  ): Promise<ApiResult<Template>>;
  /**
   * Shows what a message would be, and changes nothing.
   *
   * @deprecated The API gives its templates up; change them in Clerk's dashboard.
   *
   * @param templateType What messages it is for.
   * @param slug The template's name, for code.
   * @param params What the template would be.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The message, with names as the API gives them.
   */
  previewTemplate(
    templateType: TemplateType,
    slug: string,
    params: PreviewTemplateParams,
    options?: RequestOptions,
  ): Promise<ApiResult<TemplatePreview>>;
  /**
   * Takes back all changes of a template.
   *
   * @deprecated The API gives its templates up; change them in Clerk's dashboard.
   *
   * @param templateType What messages it is for.
   * @param slug The template's name, for code.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The template as it was at first.
   */
  revertTemplate(
    templateType: TemplateType,
    slug: string,
    options?: RequestOptions,
  ): Promise<ApiResult<Template>>;
  /**
   * Says who sends the messages: Clerk, or your application when a webhook
   * `email.created` or `sms.created` comes.
   *
   * @deprecated The API gives its templates up; change them in Clerk's dashboard.
   *
   * @param templateType What messages it is for.
   * @param slug The template's name, for code.
   * @param params Whether Clerk does.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The template as changed.
   */
  toggleTemplateDelivery(
    templateType: TemplateType,
    slug: string,
    params: ToggleTemplateDeliveryParams,
    options?: RequestOptions,
  ): Promise<ApiResult<Template>>;
}

/** The operations of templates. */
export const templates: Table<TemplatesApi> = /* @__PURE__ */ defineTable(
  () => ({
    getTemplateList: op("GET /templates/{template_type}", {
      query: true,
      list: true,
      send: { paginated: true },
    }),
    getTemplate: op("GET /templates/{template_type}/{slug}"),
    upsertTemplate: op("PUT /templates/{template_type}/{slug}", { body: true }),
    previewTemplate: op("POST /templates/{template_type}/{slug}/preview", {
      body: true,
      raw: true,
      safe: true,
    }),
    revertTemplate: op("POST /templates/{template_type}/{slug}/revert"),
    toggleTemplateDelivery: op(
      "POST /templates/{template_type}/{slug}/toggle_delivery",
      { body: true },
    ),
  }),
);
