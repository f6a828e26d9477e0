import { assert, assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createEmulator, type Emulator } from "../../emulator.ts";
import { guarded } from "../../src/emulator/routes/operations.ts";
import { makeAnswer } from "../../src/emulator/examples/answer.ts";
import type { SpecMember, SpecType } from "../../src/emulator/spec/parse.ts";
import {
  readSpec,
  readWholeSpec,
  type SpecOperation,
} from "../../src/emulator/spec/spec.ts";
import { call, conform, refused } from "./harness.ts";

/** Which members of a request are there: those that must, all, or all as null. */
type Fill = "required" | "all" | "null";

const FILLS: readonly Fill[] = ["required", "all", "null"];

function sampleMembers(members: readonly SpecMember[], fill: Fill): object {
  return Object.fromEntries(
    members.filter(({ optional }) => !optional || fill !== "required")
      .map(({ name, type }) => [name, sample(type, fill)]),
  );
}

/** A value of a type; for text, one that no id and no literal looks like. */
function sample(type: SpecType, fill: Fill): unknown {
  switch (type.kind) {
    case "literal":
      return type.value;
    case "object":
      return sampleMembers(type.members, fill);
    case "schema":
      return sampleMembers(
        readWholeSpec().schemas.get(type.name)?.members ?? [],
        fill,
      );
    case "list":
      return [sample(type.of, fill)];
    case "union": {
      const isNull = (each: SpecType) =>
        each.kind === "literal" && each.value === null;
      const of = type.of.find((each) => isNull(each) === (fill === "null"));
      return sample(of ?? type.of[0] ?? type, fill);
    }
    case "scalar":
      return sampleScalar(type.name);
  }
}

function sampleScalar(name: string): unknown {
  if (name === "integer" || name === "number") return 7;
  if (name === "boolean") return true;
  if (name.startsWith("map")) return { own_Key: "1" };
  return name === "binary" ? new Blob(["x"]) : "7";
}

function ask(
  emulator: Emulator,
  { method, path, query, body }: SpecOperation,
  fill: Fill,
): Promise<Response> {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(sampleMembers(query, fill))) {
    if (name !== "offset") {
      for (const each of [value].flat()) search.append(name, String(each));
    }
  }
  const sent = body && sampleMembers(body.members, fill);
  const init = { method, headers: { authorization: bearer(emulator) } };
  return emulator.fetch(
    `${emulator.apiUrl}/v1${path.replace(/\{\w+\}/g, "some_id")}?${search}`,
    body && sent
      ? {
        ...init,
        body: body.kind === "form"
          ? toForm(sent)
          : JSON.stringify(body.kind === "list" ? [sent, sent] : sent),
      }
      : init,
  );
}

function toForm(members: object): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(members)) form.set(name, value);
  return form;
}

function bearer({ secretKey }: Emulator): string {
  return `Bearer ${secretKey}`;
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  return response.headers.get("content-type") === "application/json" && text
    ? JSON.parse(text)
    : undefined;
}

/** A list's body, whether or not the list was asked for with its length. */
function withoutCount(operation: SpecOperation, body: unknown): unknown {
  return operation.answer?.kind === "list" && !Array.isArray(body)
    ? Object(body).data
    : body;
}

describe("the emulator's examples", () => {
  it("answer every operation of the API that has no state", async () => {
    const emulator = await createEmulator();
    let examples = 0;
    for (const fill of FILLS) {
      for (const [key, operation] of readWholeSpec().operations) {
        const response = await ask(emulator, operation, fill);
        const body = await readBody(response);
        if (!response.headers.has("x-clerk-emulator-tier")) continue;
        examples++;
        assertEquals(response.headers.get("x-clerk-emulator-tier"), "2");
        assertEquals(response.status, operation.status, key);
        assertEquals(
          response.headers.get("content-type") === "application/json",
          operation.answer !== undefined,
          key,
        );
        if (operation.answer) conform(key, withoutCount(operation, body));
      }
    }
    const withState = guarded.flatMap((table) => Object.keys(table));
    assertEquals(examples, FILLS.length * (249 + 9 - withState.length));
  });

  it("are as the description says for every operation, with state or without", () => {
    const now = Date.UTC(2026, 0, 1);
    let count = 0;
    for (const [key, operation] of readSpec().operations) {
      const url = new URL(`http://127.0.0.1/v1${operation.path}`);
      const slots = Object.fromEntries(
        [...operation.path.matchAll(/\{(\w+)\}/g)]
          .map(([, name = ""]) => [name, "some_id"]),
      );
      const answer = makeAnswer(
        operation,
        { id: "ins_1", clock: { now: () => now } },
        {
          slots,
          query: {},
          body: {},
          items: [],
          exchange: {
            method: operation.method,
            url,
            headers: new Headers(),
            signal: undefined,
            source: null,
          },
        },
      );
      if (operation.answer) conform(key, answer);
      count++;
    }
    assertEquals(count, 249);
  });

  it("say what the request says, and the id that the path names", async () => {
    const emulator = await createEmulator();
    const made = await call(emulator, "POST", "/enterprise_connections", {
      name: "Acme",
      provider: "saml_okta",
      domains: ["acme.example"],
      organization_id: null,
      active: true,
    });
    const { name, provider, domains, active } = made.body;
    assertEquals([name, provider, active], ["Acme", "saml_okta", true]);
    assertEquals(domains, ["acme.example"]);
    assertEquals(made.body.organization_id, null);
    assert(/^\w+_\w{27}$/.test(made.body.id));
    assertEquals(typeof made.body.created_at, "number");

    const changed = await call(
      emulator,
      "PATCH",
      "/scim_directories/dir_1",
      { attribute_mapping: { own_Key: "a" } },
    );
    assertEquals(changed.body.id, "dir_1");
    assertEquals(changed.body.attribute_mapping, { own_Key: "a" });

    const read = (path: string, method = "GET", body?: unknown) =>
      call(emulator, method, path, body).then((answer) => answer.body);
    assertEquals((await read("/billing/statements/st_1")).id, "st_1");
    assertEquals((await read("/templates/email/welcome")).slug, "welcome");
    assertEquals(
      await read("/scim_directories/dir_1", "DELETE"),
      { object: "scim_directory", id: "dir_1", deleted: true },
    );
  });

  it("take over nothing that would not be as the description says", async () => {
    const emulator = await createEmulator();
    const { body } = await call(
      emulator,
      "POST",
      "/admin_portal_link_tokens/mine/revoke",
      {},
    );
    conform("AdminPortalLinkToken", body);
    assert(body.id !== "mine");
  });

  it("are of this instance", async () => {
    const emulator = await createEmulator();
    const { body } = await call(emulator, "GET", "/billing/statements/st_1");
    assertEquals(body.instance_id, emulator.instanceId);
  });

  it("take a list of names in one text or in several", async () => {
    const emulator = await createEmulator();
    const modes = ["automatic_invitation", "-enterprise_sso"];
    for (
      const query of [
        `enrollment_mode=${modes.join()}`,
        modes.map((mode) => `enrollment_mode=${mode}`).join("&"),
      ]
    ) {
      const path = `/organization_domains?${query}`;
      assertEquals((await call(emulator, "GET", path)).status, 200, query);
    }
    const path = "/organization_domains?enrollment_mode=enterprise_sso,any";
    const { code } = await refused(emulator, "GET", path);
    assertEquals(code, "form_param_value_invalid");
  });

  it("are alike for the same request, with another id for another", async () => {
    const [one, other] = [await createEmulator(), await createEmulator()];
    for (const each of [one, other]) each.clock.freeze(Date.UTC(2026, 0, 1));
    const make = (emulator: Emulator, name: string) =>
      call(emulator, "POST", "/enterprise_connections", {
        name,
        provider: "saml_okta",
        domains: ["acme.example"],
      }).then(({ body }) => body);
    assertEquals(await make(one, "A"), await make(one, "A"));
    assertEquals(await make(one, "A"), await make(other, "A"));
    assert((await make(one, "A")).id !== (await make(one, "B")).id);
  });

  it("go by the emulator's clock", async () => {
    const emulator = await createEmulator();
    const now = Date.UTC(2030, 0, 1);
    emulator.clock.freeze(now);
    const { data } = (await call(emulator, "GET", "/billing/statements")).body;
    assertEquals(data[0].timestamp, now);
  });

  it("are a bare list, or a page of one where the API counts", async () => {
    const emulator = await createEmulator();
    emulator.clock.freeze(Date.UTC(2026, 0, 1));
    const read = async (path: string) =>
      (await call(emulator, "GET", path)).body;
    const bare = await read("/templates/email");
    assertEquals(bare.length, 1);
    assertEquals(await read("/templates/email?paginated=false"), bare);
    const paged = await read("/templates/email?paginated=true");
    assertEquals([paged.data.length, paged.total_count], [1, 1]);
    assertEquals(await read("/templates/email?offset=1"), []);
    assertEquals(await read("/scim_directories?offset=10"), {
      data: [],
      total_count: 1,
    });
  });

  it("make one of each that a list asks for", async () => {
    const emulator = await createEmulator();
    const put = await call(
      emulator,
      "PUT",
      "/directories/dir_1/group_role_mappings",
      {
        mappings: ["g_1", "g_2"]
          .map((id) => ({ role_id: "r_1", directory_group_id: id })),
      },
    );
    assertEquals(
      put.body.data.map((each: { directory_group_id: string }) =>
        each.directory_group_id
      ),
      ["g_1", "g_2"],
    );
    assertEquals(put.body.data[0].directory_id, "dir_1");
  });

  it("answer what the official client has outside the description", async () => {
    const emulator = await createEmulator();
    const email = await call(emulator, "POST", "/email", {
      from: { address: "a@x.com" },
      to: { user_id: "user_1" },
      subject: "Hello",
    });
    assertEquals([email.status, email.body.subject], [200, "Hello"]);
    const batch = await call(emulator, "POST", "/email/batch", {
      messages: [{
        from: { address: "a@x.com" },
        to: { address: "b@x.com" },
        subject: "Hello",
      }],
    });
    const [sent] = batch.body;
    assertEquals([sent.status_code, sent.email.object], [200, "email"]);
    assertEquals("errors" in sent || "retry_after_seconds" in sent, false);
  });
});

describe("the keys that the emulator's examples ask for", () => {
  const ask = async (
    emulator: Emulator,
    method: string,
    path: string,
    key?: string,
    body?: string,
  ) => {
    const response = await emulator.fetch(`${emulator.apiUrl}${path}`, {
      method,
      headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
      ...(body !== undefined && { body }),
    });
    await response.body?.cancel();
    return response.status;
  };

  it("are as for the operations with state", async () => {
    const emulator = await createEmulator();
    assertEquals(await ask(emulator, "GET", "/v1/organizations"), 401);
    assertEquals(await ask(emulator, "GET", "/v1/organizations", "sk_x"), 401);
    assertEquals(await ask(emulator, "GET", "/v1/organizations", "ak_x"), 401);
    assertEquals(await ask(emulator, "GET", "/v1/public/interstitial"), 200);
    assertEquals(
      await ask(emulator, "POST", "/v1/accountless_applications"),
      200,
    );
  });

  it("are those of machines too, for the tokens of machines", async () => {
    const emulator = await createEmulator();
    const machine = await call(emulator, "POST", "/machines", { name: "A" });
    const key = machine.body.secret_key;
    for (const path of ["/v1/m2m_tokens", "/m2m_tokens"]) {
      assertEquals(await ask(emulator, "POST", path, key, "{}"), 201);
      assertEquals(await ask(emulator, "POST", path, "ak_any", "{}"), 401);
      assertEquals(await ask(emulator, "POST", path, "ak_", "{}"), 401);
      assertEquals(await ask(emulator, "POST", path, "mt_any", "{}"), 401);
      const verify = `${path}/verify`;
      assertEquals(
        await ask(emulator, "POST", verify, key, '{"token":"mt_1"}'),
        404,
      );
    }
    assertEquals(await ask(emulator, "GET", "/m2m_tokens_of", "ak_any"), 404);
  });

  it("need no version in the path where the official client sends none", async () => {
    const emulator = await createEmulator();
    const key = emulator.secretKey;
    const oauth = "/oauth_applications/access_tokens/verify";
    const token = await emulator.tokens.oauth("user_1");
    const body = JSON.stringify({ access_token: token });
    for (const version of ["", "/v1"]) {
      assertEquals(
        await ask(
          emulator,
          "GET",
          `${version}/api_keys?subject=scim_1`,
          key,
        ),
        200,
      );
      assertEquals(
        await ask(emulator, "POST", version + oauth, key, body),
        200,
      );
    }
    assertEquals(await ask(emulator, "GET", "/organizations", key), 404);
    assertEquals(await ask(emulator, "GET", "/oauth_applications", key), 404);
  });
});

describe("what the emulator's examples refuse", () => {
  const cases: readonly (readonly [
    method: string,
    path: string,
    body: unknown,
    code: string,
    param: string,
  ])[] = [
    ["GET", "/organizations?limt=1", undefined, "form_param_unknown", "limt"],
    ["GET", "/domains?limit=1", undefined, "form_param_unknown", "limit"],
    [
      "GET",
      "/organizations?limit=no",
      undefined,
      "form_param_type_invalid",
      "limit",
    ],
    [
      "GET",
      "/organizations?limit=501",
      undefined,
      "form_param_value_invalid",
      "limit",
    ],
    [
      "GET",
      "/sessions?status=old",
      undefined,
      "form_param_value_invalid",
      "status",
    ],
    ["GET", "/api_keys", undefined, "form_param_missing", "subject"],
    ["POST", "/organizations", {}, "form_param_missing", "name"],
    ["POST", "/organizations", undefined, "form_param_missing", "name"],
    ["POST", "/organizations", { name: null }, "form_param_nil", "name"],
    ["POST", "/organizations", { name: 1 }, "form_param_type_invalid", "name"],
    [
      "POST",
      "/organizations",
      { name: "a", nme: 1 },
      "form_param_unknown",
      "nme",
    ],
    [
      "POST",
      "/jwt_templates",
      { name: "a", claims: [] },
      "form_param_type_invalid",
      "claims",
    ],
    [
      "POST",
      "/domains",
      { name: "a", is_satellite: false },
      "form_param_value_invalid",
      "is_satellite",
    ],
    [
      "POST",
      "/invitations/bulk",
      [{ email_address: "a" }, {}],
      "form_param_missing",
      "email_address",
    ],
    [
      "POST",
      "/role_sets",
      { name: "a", default_role_key: "a", creator_role_key: "a", roles: [1] },
      "form_param_type_invalid",
      "roles",
    ],
    [
      "PATCH",
      "/enterprise_connections/1",
      { saml: { nme: 1 } },
      "form_param_unknown",
      "saml.nme",
    ],
    [
      "PATCH",
      "/enterprise_connections/1",
      { saml: { login_hint: {} } },
      "form_param_missing",
      "saml.login_hint.mode",
    ],
    [
      "PATCH",
      "/enterprise_connections/1",
      { custom_attributes: [{ name: "a" }] },
      "form_param_missing",
      "custom_attributes.key",
    ],
    [
      "PATCH",
      "/enterprise_connections/1",
      { custom_attributes: ["a"] },
      "form_param_type_invalid",
      "custom_attributes",
    ],
  ];
  for (const [method, path, body, code, param] of cases) {
    it(`${code}: ${method} ${path} ${JSON.stringify(body) ?? ""}`, async () => {
      assertEquals(
        await refused(await createEmulator(), method, path, body),
        { status: 422, code, param },
      );
    });
  }

  it("a body of another form", async () => {
    const emulator = await createEmulator();
    const code = async (path: string, body: unknown, method = "POST") =>
      (await refused(emulator, method, path, body)).code;
    assertEquals(await code("/invitations/bulk", {}), "request_body_invalid");
    assertEquals(await code("/invitations/bulk", [1]), "request_body_invalid");
    assertEquals(await code("/organizations", []), "request_body_invalid");
    const logo = "/organizations/org_1/logo";
    assertEquals(await code(logo, {}, "PUT"), "request_body_invalid");
  });

  it("a form without its file, with text in its place, or with a member more", async () => {
    const emulator = await createEmulator();
    const made = await call(emulator, "POST", "/oauth_applications", {
      name: "A",
    });
    const { id } = made.body;
    const send = async (members: Record<string, string | Blob>) => {
      const response = await emulator.fetch(
        `${emulator.apiUrl}/v1/oauth_applications/${id}/logo`,
        {
          method: "PUT",
          headers: { authorization: bearer(emulator) },
          body: toForm(members),
        },
      );
      const body = await response.json();
      return body.errors?.[0].code ?? body.id;
    };
    const file = new Blob(["x"]);
    assertEquals(await send({ file }), id);
    assertEquals(await send({}), "form_param_missing");
    assertEquals(await send({ file: "x" }), "form_param_type_invalid");
    assertEquals(await send({ file, other: "x" }), "form_param_unknown");
  });
});
