import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import fc from "fast-check";
import { parsePublishableKey } from "../../src/text/publishable_key.ts";

describe("parsePublishableKey", () => {
  it("reads the host and the kind of the instance", () => {
    for (const text of ["Y2xlcmsuY2xlcmsuZGV2JA", "Y2xlcmsuY2xlcmsuZGV2JA=="]) {
      assertEquals(parsePublishableKey(`pk_test_${text}`), {
        instanceType: "development",
        frontendApi: "clerk.clerk.dev",
        frontendApiUrl: "https://clerk.clerk.dev",
      });
    }
    assertEquals(
      parsePublishableKey(`pk_live_${btoa("clerk.example.com$")}`),
      {
        instanceType: "production",
        frontendApi: "clerk.example.com",
        frontendApiUrl: "https://clerk.example.com",
      },
    );
  });

  it("reads a host in capital letters", () => {
    const key = `pk_test_${btoa("Clerk.EXAMPLE.com$")}`;
    const { frontendApi, frontendApiUrl } = parsePublishableKey(key) ?? {};
    assertEquals(frontendApi, "Clerk.EXAMPLE.com");
    assertEquals(frontendApiUrl, "https://clerk.example.com");
  });

  it("reads the URL of an emulator", () => {
    assertEquals(
      parsePublishableKey("pk_test_aHR0cDovLzEyNy4wLjAuMTo0NjQwJA"),
      {
        instanceType: "development",
        frontendApi: "http://127.0.0.1:4640",
        frontendApiUrl: "http://127.0.0.1:4640",
      },
    );
  });

  it("reads back any host with a dot", () => {
    const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/);
    const host = fc.tuple(label, label, fc.constantFrom("com", "dev"))
      .map((labels) => labels.join("."));
    fc.assert(fc.property(host, fc.constantFrom("test", "live"), (h, type) => {
      const key = `pk_${type}_${btoa(`${h}$`).replace(/=+$/, "")}`;
      assertEquals(parsePublishableKey(key)?.frontendApi, h);
    }));
  });

  it("refuses everything else", () => {
    const hosts = [
      "clerk.example.com",
      "clerk.example.$",
      "clerk.example.com-$",
      "-clerk.example.com$",
      ".clerk.example.com$",
      "clerk.example.com:$",
      "xhttp://127.0.0.1$",
      "clerk.example.com$$",
      "clerk.exa$mple.com$",
      "localhost:4640$",
      "$",
      ".$",
      "clerk.example.com/path$",
      "clerk.example.com?a$",
      "clerk.example.com#a$",
      "user@clerk.example.com$",
      "clerk.example.com\\a$",
      "clerk.example .com$",
      "clerk.example.com\n$",
      "clerk.example.com:99999$",
      "ftp://127.0.0.1$",
      "http://127.0.0.1/a$",
      "http://u:p@127.0.0.1$",
      "//clerk.example.com$",
    ];
    const keys: unknown[] = [
      undefined,
      null,
      1,
      {},
      ["pk_test_Y2xlcmsuY2xlcmsuZGV2JA"],
      "",
      "pk_test_",
      "pk_test",
      "pk_other_Y2xlcmsuY2xlcmsuZGV2JA",
      "sk_test_Y2xlcmsuY2xlcmsuZGV2JA",
      "pk_test_Y2xlcmsuY2xlcmsuZGV2JA_more",
      "pk_test_Y2xlcmsuY2xlcmsuZGV2JA\n",
      " pk_test_Y2xlcmsuY2xlcmsuZGV2JA",
      "pk_test_Y2xlcmsuY2xlcmsuZGV2J",
      "pk_test_////",
      ...hosts.map((host) => `pk_test_${btoa(host)}`),
    ];
    for (const key of keys) {
      assertEquals(parsePublishableKey(key), undefined, String(key));
    }
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.anything(), (value) => {
      assertEquals(parsePublishableKey(value), undefined);
    }));
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
      parsePublishableKey(`pk_test_${text}`);
      const bytes = String.fromCharCode(
        ...new TextEncoder().encode(`${text}$`),
      );
      const parsed = parsePublishableKey(`pk_test_${btoa(bytes)}`);
      assertEquals(parsed?.frontendApi ?? text, text);
    }));
  });
});
