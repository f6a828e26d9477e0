import {
  assert,
  assertEquals,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import {
  type Credentials,
  demandCredentials,
  demandForms,
  isLive,
  isLoopback,
} from "../../src/text/credentials.ts";

const NEVER = "ThisMustNeverShow";
const TEST = `sk_test_${NEVER}`;
const LIVE = `sk_live_${NEVER}`;
const EMULATED = `sk_test_emulator_${NEVER}`;
const pk = (type: string, host: string) => `pk_${type}_${btoa(`${host}$`)}`;
/** All that a key may have: no white space, no quotes, nothing beyond ASCII. */
const PRINTABLE = Array.from(
  { length: 94 },
  (_, i) => String.fromCharCode(i + 33),
).join("").replace(/["']/g, "");
const PK_TEST = pk("test", "clerk.example.com");
const PK_LIVE = pk("live", "clerk.example.com");

describe("demandCredentials", () => {
  it("accepts what fits together", () => {
    const good: readonly Credentials[] = [
      {},
      { secretKey: TEST },
      { secretKey: "another_form" },
      { secretKey: PRINTABLE, machineSecretKey: PRINTABLE },
      { apiVersion: "v1" },
      { apiVersion: "2026-05.x_1" },
      { secretKey: LIVE, publishableKey: PK_LIVE },
      { secretKey: TEST, publishableKey: PK_TEST, jwtKey: "PEM" },
      { jwtKey: { kty: "RSA" } },
      { secretKey: LIVE, apiUrl: "https://api.clerk.com" },
      { secretKey: LIVE, apiUrl: "https://proxy.example.com/clerk/" },
      { secretKey: TEST, apiUrl: "http://127.0.0.1:4640" },
      { secretKey: EMULATED, apiUrl: "http://localhost:4640" },
      { secretKey: EMULATED, apiUrl: "http://[::1]:4640" },
      { secretKey: EMULATED, fetch: () => {} },
      { secretKey: EMULATED, apiUrl: "https://emulator.example.com" },
      // What only resembles a key of a kind is of none.
      { secretKey: `x${LIVE}`, publishableKey: PK_TEST },
      { secretKey: `x${TEST}`, publishableKey: PK_LIVE },
      { secretKey: "sk_lively", publishableKey: PK_TEST },
      { secretKey: "sk_tested", publishableKey: PK_LIVE },
      { secretKey: `x${EMULATED}` },
      { secretKey: "sk_test_emulators" },
      { secretKey: "pkg" },
      { publishableKey: pk("test", "http://127.0.0.1:4640") },
    ];
    for (const credentials of good) {
      demandCredentials(credentials);
    }
  });

  it("accepts addresses that are encrypted, or this machine's", () => {
    const good = [
      "HTTPS://API.EXAMPLE.COM",
      "https://api.example.com/v1/clerk",
      "https://api.example.com/xv1",
      "https://api.example.com/v1x",
      "https://v1.example.com",
      "http://localhost",
      "HTTP://LOCALHOST:4640",
      "http://localhost/clerk",
      "http://127.10.200.3:4640/clerk",
      "http://[::1]/",
    ];
    for (const apiUrl of good) demandCredentials({ apiUrl });
  });

  it("refuses keys and addresses that are not of their form", () => {
    const keys = ["a b", " a", "a ", "a\tb", 'a"b', "a'b", "a\u007f", "aé", ""];
    const bad = {
      secretKey: [...keys, "pk_x"],
      machineSecretKey: keys,
      publishableKey: ["", ` ${PK_TEST}`, `x${PK_TEST}`, "pk_test_x", "pk_"],
      apiVersion: ["", ".", "..", "-v1", ".v1", "v 1", "v1/", "v1?", "v1\n"],
      apiUrl: [
        "xhttps://api.example.com",
        "ftp://https://api.example.com",
        "https:/api.example.com",
        "https:api.example.com",
        "https://api.example.com/v1",
        "https://api.example.com/v1/",
        "https://api.example.com/v1//",
        "https://api.example.com/clerk/V12",
        "http://localhost:4640/v1",
        "https://api.example.com/a b",
        'https://api.example.com/"',
        "https://api.example.com/'",
        "https://api.example.com\n",
        "http://localhostx",
        "http://xlocalhost",
        "http://localhost.",
        "http://localhost@api.example.com",
        "http://127.0.0",
        "http://127.0.0.1.2",
        "http://127x0x0x1",
        "http://127.x.0.1",
        "http://128.0.0.1",
        "http://[::1]x",
        "http://[::2]",
        "http://::1",
        "https://",
        "https://api.example.com:99999",
      ],
    };
    for (const [name, values] of Object.entries(bad)) {
      for (const value of values) {
        const { message } = assertThrows(
          () => demandCredentials({ [name]: value }),
          TypeError,
        );
        assertStringIncludes(message, `Cannot use "${name}": `, value);
      }
    }
  });

  it("leaves to forms what each is by itself, and to others what fits", () => {
    for (const publishableKey of ["", `x${PK_TEST}`, "pk", "pkx", 1]) {
      assertThrows(() => demandForms({ publishableKey }), TypeError, "pk_test");
    }
    demandForms({ secretKey: TEST, publishableKey: PK_LIVE });
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
        { publishableKey: pk("live", "127.0.0.1:4640") },
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

describe("isLive", () => {
  it("is told by either key", () => {
    const others = [TEST, `x${LIVE}`, "sk_lively", `x${PK_LIVE}`, "x,"];
    for (const secretKey of [undefined, ...others, LIVE]) {
      for (const publishableKey of [undefined, PK_TEST, "pk_lively", PK_LIVE]) {
        assertEquals(
          isLive({ secretKey, publishableKey }),
          secretKey === LIVE || publishableKey === PK_LIVE,
        );
      }
    }
  });
});

describe("isLoopback", () => {
  it("knows this machine by all of its names, and no other", () => {
    const local = [
      "localhost",
      "a.localhost",
      "a.b.localhost",
      "127.0.0.1",
      "127.9.9.9",
      "127.10.200.3",
      "[::1]",
    ];
    for (const host of local) assert(isLoopback(host), host);
    const others = [
      "localhost.com",
      "localhostx",
      ".localhost",
      "a.127.0.0.1",
      "127.0.0",
      "127.0.0.1.2",
      "127x0x0x1",
      "x[::1]",
      "[::1]x",
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
