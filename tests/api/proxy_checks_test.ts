import type { ProxyChecksApi } from "../../src/api/proxy_checks.ts";
import { type Row, testOperations } from "./operations.ts";

const proxyUrl = "https://example.com/__clerk";

const rows: readonly Row<ProxyChecksApi>[] = [
  {
    operation: "VerifyDomainProxy",
    call: (api) => api.verify({ domainId: "dmn_1", proxyUrl }),
    sends: "POST /v1/proxy_checks",
    body: { domain_id: "dmn_1", proxy_url: proxyUrl },
    answer: {
      object: "proxy_check",
      id: "proxchk_1",
      domain_id: "dmn_1",
      last_run_at: null,
      proxy_url: proxyUrl,
      successful: true,
      created_at: 1,
      updated_at: 2,
    },
    data: {
      object: "proxy_check",
      id: "proxchk_1",
      domainId: "dmn_1",
      lastRunAt: null,
      proxyUrl,
      successful: true,
      createdAt: 1,
      updatedAt: 2,
    },
  },
];

testOperations("proxyChecks", rows, [/^\/proxy_checks\b/]);
