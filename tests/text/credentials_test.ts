import { assert, assertStringIncludes, assertThrows } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import {
  type Credentials,
  demandCredentials,
  isLoopback,
} from "../../src/text/credentials.ts";

const NEVER = "ThisMustNeverShow";
const TEST = `sk_test_${NEVER}`;
const LIVE = `sk_live_${NEVER}`;
const EMULATED = `sk_test_emulator_${NEVER}`;
const pk = (type: string, host: string) => `pk_${type}_${btoa(`${host}$`)}`;
const PK_TEST = pk("test", "clerk.example.com");
const PK_LIVE = pk("live", "clerk.example.com");

describe("demandCredentials", () => {
  it("accepts what fits together", () => {
    const good: readonly Credentials[] = [
      {},
      { secretKey: TEST },
      { secretKey: "another_form" },
      { secretKey: LIVE, publishableKey: PK_LIVE },
      { secretKey: TEST, publishableKey: PK_TEST, jwtKey: "PEM" },
      { jwtKey: { kty: "RSA" } },
      { secretKey: LIVE, apiUrl: "https://api.clerk.com" },
      { secretKey: LIVE, apiUrl: "https://proxy.example.com/clerk/" },
      { secretKey: TEST, apiUrl: "http://127.0.0.1:4640" },
      { secretKey: EMULATED, apiUrl: "http://localhost:4640" },
      { secretKey: EMULATED, apiUrl: "http://[::1]:4640" },
      { secretKey: EMULATED, fetch: () => {} },
      { publishableKey: pk("test", "http://127.0.0.1:4640") },
    ];
    for (const credentials of good) {
      demandCredentials(credentials);
    }
  });

  it("refuses the rest, says why and shows no key", () => {
    const bad: readonly (readonly [Credentials, string, string])[] = [
      [{ secretKey: 1 }, "secretKey", "an sk_ key"],
      [{ secretKey: null }, "secretKey", "an sk_ key"],
      [{ secretKey: [TEST] }, "secretKey", "an sk_ key"],
      [{ secretKey: "" }, "secretKey", "an sk_ key"],
      [{ secretKey: `${TEST}\n` }, "secretKey", "an sk_ key"],
      [{ secretKey: `${TEST}é` }, "secretKey", "an sk_ key"],
      [{ secretKey: PK_TEST }, "secretKey", "an sk_ key"],
      [{ machineSecretKey: {} }, "machineSecretKey", "an ak_ key"],
      [{ publishableKey: LIVE }, "publishableKey", "pk_test_"],
      [{ publishableKey: NEVER }, "publishableKey", "pk_test_"],
      [{ publishableKey: 1 }, "publishableKey", "pk_test_"],
      [{ jwtKey: 1 }, "jwtKey", "PEM"],
      [{ jwtKey: null }, "jwtKey", "PEM"],
      [{ jwtKey: " \n" }, "jwtKey", "PEM"],
      [{ apiVersion: 1 }, "apiVersion", "v1"],
      [{ secretKey: LIVE, publishableKey: PK_TEST }, "secretKey", "live keys"],
      [{ secretKey: TEST, publishableKey: PK_LIVE }, "secretKey", "test keys"],
      [{ apiUrl: 1 }, "apiUrl", "https"],
      [{ apiUrl: null }, "apiUrl", "https"],
      [{ apiUrl: "" }, "apiUrl", "https"],
      [{ apiUrl: "api.clerk.com" }, "apiUrl", "URL"],
      [{ apiUrl: "/v1" }, "apiUrl", "URL"],
      [
        { apiUrl: `https://u:${NEVER}@api.example.com` },
        "apiUrl",
        "credentials",
      ],
      [{ apiUrl: `https://api.example.com?k=${NEVER}` }, "apiUrl", "query"],
      [{ apiUrl: "https://api.example.com/?" }, "apiUrl", "query"],
      [{ apiUrl: "https://api.example.com/#a" }, "apiUrl", "fragment"],
      [{ apiUrl: "http://api.example.com" }, "apiUrl", "https"],
      [{ apiUrl: "http://127.0.0.1.example.com" }, "apiUrl", "https"],
      [{ apiUrl: "http://localhost.example.com" }, "apiUrl", "https"],
      [{ apiUrl: "ftp://127.0.0.1" }, "apiUrl", "https"],
      [{ apiUrl: "javascript:alert(1)" }, "apiUrl", "https"],
      [{ secretKey: LIVE, apiUrl: "http://127.0.0.1:4640" }, "apiUrl", "live"],
      [{ secretKey: LIVE, apiUrl: "https://localhost" }, "apiUrl", "live"],
      [{ secretKey: LIVE, apiUrl: "http://api.clerk.com" }, "apiUrl", "https"],
      [{ secretKey: EMULATED }, "apiUrl", "emulator"],
      [
        { secretKey: EMULATED, apiUrl: "https://api.clerk.com/" },
        "apiUrl",
        "emulator",
      ],
      [
        { publishableKey: pk("test", "http://192.168.1.2:4640") },
        "publishableKey",
        "emulator",
      ],
      [
        { publishableKey: pk("test", "https://clerk.example.com") },
        "publishableKey",
        "emulator",
      ],
      [
        { publishableKey: pk("live", "http://127.0.0.1:4640") },
        "publishableKey",
        "emulator",
      ],
      [
        { publishableKey: pk("live", "http://clerk.example.com") },
        "publishableKey",
        "emulator",
      ],
    ];
    for (const [credentials, name, part] of bad) {
      const { message } = assertThrows(
        () => demandCredentials(credentials),
        TypeError,
      );
      const shown = JSON.stringify(credentials);
      assertStringIncludes(message, `Cannot use "${name}": `, shown);
      assertStringIncludes(message, part, shown);
      assert(!message.includes(NEVER), shown);
      assert(!message.includes(btoa("clerk.ex").slice(0, 8)), shown);
    }
  });
});

describe("isLoopback", () => {
  it("knows this machine by all of its names, and no other", () => {
    const local = [
      "localhost",
      "a.localhost",
      "127.0.0.1",
      "127.9.9.9",
      "[::1]",
    ];
    for (const host of local) assert(isLoopback(host), host);
    const others = [
      "localhost.com",
      "notlocalhost",
      "127.0.0.1.nip.io",
      "128.0.0.1",
      "10.0.0.1",
      "0.0.0.0",
      "[::2]",
      "",
    ];
    for (const host of others) assert(!isLoopback(host), host);
  });
});
