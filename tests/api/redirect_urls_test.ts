import type { RedirectUrlsApi } from "../../src/api/redirect_urls.ts";
import { type Row, testOperations } from "./operations.ts";

const redirectUrl = {
  object: "redirect_url",
  id: "ru_1",
  url: "my-app://back",
  created_at: 1,
  updated_at: 2,
};
const redirectUrlData = {
  object: "redirect_url",
  id: "ru_1",
  url: "my-app://back",
  createdAt: 1,
  updatedAt: 2,
};

const rows: readonly Row<RedirectUrlsApi>[] = [
  {
    operation: "ListRedirectURLs",
    call: (api) => api.getRedirectUrlList({ limit: 1, offset: 2 }),
    sends: "GET /v1/redirect_urls?paginated=true&limit=1&offset=2",
    answer: { data: [redirectUrl], total_count: 3 },
    data: [redirectUrlData],
    totalCount: 3,
  },
  {
    operation: "ListRedirectURLs",
    call: (api) => api.getRedirectUrlList(),
    sends: "GET /v1/redirect_urls?paginated=true",
    answer: [redirectUrl],
    data: [redirectUrlData],
  },
  {
    operation: "GetRedirectURL",
    call: (api) => api.getRedirectUrl("ru_1"),
    sends: "GET /v1/redirect_urls/ru_1",
    answer: redirectUrl,
    data: redirectUrlData,
  },
  {
    operation: "CreateRedirectURL",
    call: (api) => api.createRedirectUrl({ url: "my-app://back" }),
    sends: "POST /v1/redirect_urls",
    body: { url: "my-app://back" },
  },
  {
    operation: "DeleteRedirectURL",
    call: (api) => api.deleteRedirectUrl("ru_1"),
    sends: "DELETE /v1/redirect_urls/ru_1",
    answer: { object: "redirect_url", id: "ru_1", deleted: true },
    data: { object: "redirect_url", id: "ru_1", deleted: true },
  },
];

testOperations("redirectUrls", rows, [/^\/redirect_urls\b/]);
