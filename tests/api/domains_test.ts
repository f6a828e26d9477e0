import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import type { DomainsApi } from "../../src/api/domains.ts";
import { type Row, setUp, testOperations } from "./operations.ts";
import { bodyOf } from "./recorder.ts";

const domain = {
  object: "domain",
  id: "dmn_1",
  name: "example.com",
  is_satellite: true,
  frontend_api_url: "https://clerk.example.com",
  accounts_portal_url: null,
  proxy_url: null,
  development_origin: "",
  cname_targets: [{ host: "clerk.example.com", value: "x", required: true }],
};
const domainData = {
  object: "domain",
  id: "dmn_1",
  name: "example.com",
  isSatellite: true,
  frontendApiUrl: "https://clerk.example.com",
  accountsPortalUrl: null,
  proxyUrl: null,
  developmentOrigin: "",
  cnameTargets: [{ host: "clerk.example.com", value: "x", required: true }],
};
const deleted = { object: "domain", id: "dmn_1", deleted: true };

const rows: readonly Row<DomainsApi>[] = [
  {
    operation: "ListDomains",
    call: (api) => api.list(),
    sends: "GET /v1/domains",
    answer: { data: [domain], total_count: 1 },
    data: [domainData],
    totalCount: 1,
  },
  {
    operation: "AddDomain",
    call: (api) =>
      api.add({
        name: "example.com",
        isSatellite: true,
        proxyUrl: "https://example.com/__clerk",
      }),
    sends: "POST /v1/domains",
    body: {
      name: "example.com",
      is_satellite: true,
      proxy_url: "https://example.com/__clerk",
    },
    answer: domain,
    data: domainData,
  },
  {
    operation: "UpdateDomain",
    call: (api) =>
      api.update({
        domainId: "dmn_1",
        name: "example.org",
        proxyUrl: null,
        isSecondary: true,
      }),
    sends: "PATCH /v1/domains/dmn_1",
    body: { name: "example.org", proxy_url: null, is_secondary: true },
  },
  {
    operation: "DeleteDomain",
    call: (api) => api.delete("dmn_1"),
    sends: "DELETE /v1/domains/dmn_1",
    answer: deleted,
    data: deleted,
  },
  {
    operation: "DeleteDomain",
    call: (api) => api.deleteDomain("dmn_1"),
    sends: "DELETE /v1/domains/dmn_1",
    answer: deleted,
    data: deleted,
  },
];

testOperations("domains", rows, [/^\/domains\b/]);

describe("domains: names in snake_case, as the official package takes them", () => {
  it("are sent as they are", async () => {
    const { clerk, sent } = setUp(() => domain);
    const params = { name: "a.example", is_satellite: true, proxy_url: null };
    await Reflect.apply(clerk.domains.add, undefined, [params]);
    assertEquals(sent.map(bodyOf), [params]);
  });
});
