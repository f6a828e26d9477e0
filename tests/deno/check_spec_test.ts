import { assert, assertEquals, assertThrows } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { report } from "../../scripts/check_spec.ts";
import { compareApi, type Comparison } from "../../scripts/spec/compare.ts";
import type { Departure } from "../../scripts/spec/departures.ts";
import { readOpenApi } from "../../scripts/spec/openapi.ts";
import { createProgram } from "../../scripts/spec/program.ts";
import { readApi } from "../../scripts/spec/read_api.ts";
import { parseSpec, type Spec } from "../../src/emulator/spec/spec.ts";

const OPERATIONS = `
ListThings GET /things
  ? status?:'new'|'old' created_after?:integer owner_id:string limit?:integer
    offset?:integer
  > 200 {data:Thing[] total_count:integer}
CreateThing POST /things
  <! name:string|null settings?:{max_size:integer tags?:string[]}
    public_metadata?:map labels?:map<string> ~color?:string
  > 200 Thing
GetThing GET /things/{thing_id}
  > 200 Thing
RenameThing POST /things/{thing_id}/rename deprecated
  < name:string
  > 200 Thing
SetThingImage PUT /things/{thing_id}/image
  <form! file:binary
  > 204
CreateThings POST /things/bulk
  < [name:string]
  > 200 Thing[]
FindKey GET /api_keys/{apiKeyID}
  > 200 Key|Lock`;

const SCHEMAS = `
Thing closed object:'thing' id?:string name:string|null kind:'a'|'b' size?:integer
  ~color?:string parts:Part[] public_metadata:map labels?:map<string>
Part closed part_id:string parent:Part|null
Key closed object:'key' id:string
Lock closed object:'lock' open:boolean`;

const CLIENT = `
import type { Table } from "../rest/table.ts";
import { things, type ThingsApi } from "./things.ts";
export interface Api { readonly things: ThingsApi }
export const TABLES: { readonly [N in keyof Api]: Table<Api[N]> } = { things };
`;

const THINGS = `
import { op } from "../rest/operation.ts";
import type { Send, Table } from "../rest/table.ts";
import type { RequestOptions } from "../rest/options.ts";
import type { ApiResult } from "../errors/api_error.ts";
import type { ApiListCall } from "../rest/result.ts";
interface Part { readonly partId: string; readonly parent: Part | null }
interface Thing {
  readonly object: "thing";
  readonly id: string;
  readonly name: string | null;
  readonly kind: "a" | "b";
  readonly size?: number;
  /** @deprecated */
  readonly color?: string;
  readonly parts: readonly Part[];
  readonly publicMetadata: { readonly [name: string]: unknown };
  readonly labels?: { readonly [name: string]: string };
}
interface Page { readonly limit?: number | undefined; readonly offset?: number | undefined }
interface ListParams extends Page {
  readonly status?: "new" | "old" | undefined;
  readonly createdAfter?: number | Date | undefined;
  readonly ownerId: string;
}
interface Settings { readonly maxSize: number; readonly tags?: readonly string[] | undefined }
type CreateParams = { readonly name: string | null } & {
  readonly settings?: Settings | undefined;
  readonly publicMetadata?: { readonly [name: string]: unknown } | undefined;
  readonly labels?: { readonly [name: string]: string } | undefined;
  /** @deprecated */
  readonly color?: string | undefined;
};
interface Key { readonly object: "key"; readonly id: string }
interface Lock { readonly object: "lock"; readonly open: boolean }
export interface ThingsApi {
  list(params: ListParams, options?: RequestOptions): ApiListCall<Thing>;
  create(params: CreateParams, options?: RequestOptions): Promise<ApiResult<Thing>>;
  get(thingId: string, options?: RequestOptions): Promise<ApiResult<Thing>>;
  /** @deprecated */
  rename(thingId: string, name: string, options?: RequestOptions): Promise<ApiResult<Thing>>;
  setImage(params: { readonly thingId: string; readonly file: Blob }, options?: RequestOptions): Promise<ApiResult<undefined>>;
  createBulk(params: readonly { readonly name: string }[], options?: RequestOptions): Promise<ApiResult<readonly Thing[]>>;
  getKey(apiKeyId: string, options?: RequestOptions): Promise<ApiResult<Key | Lock>>;
}
const free = { free: ["labels"] } as const;
const renameThing = op("POST /things/{thing_id}/rename", { body: true, ...free });
export const things: Table<ThingsApi> = {
  list: op("GET /things", { query: true, list: true, ...free }),
  create: op("POST /things", { body: true, free: ["labels"] }),
  get: op("GET /things/{thing_id}", free),
  rename,
  setImage: op("PUT /things/{thing_id}/image", { body: "form" }),
  createBulk: op("POST /things/bulk", { body: "array", free: ["labels"] }),
  getKey: op("GET /api_keys/{apiKeyID}", { unversioned: true }),
};
function rename(send: Send, thingId: string, name: string, options?: RequestOptions) {
  return send<Thing>(renameThing, thingId, { name }, options);
}
`;

interface Doctored {
  readonly from: string;
  readonly to: string;
}

/** Compares the API above with the description above, one of them doctored. */
function compare(
  { things = [], spec = [] }: {
    readonly things?: readonly Doctored[];
    readonly spec?: readonly Doctored[];
  } = {},
): Comparison {
  const doctor = (text: string, changes: readonly Doctored[]) =>
    changes.reduce((doctored, { from, to }) => {
      assert(doctored.includes(from), from);
      return doctored.replace(from, to);
    }, text);
  const program = createProgram(
    ".",
    "src/api/client.ts",
    new Map([
      ["src/api/client.ts", CLIENT],
      ["src/api/things.ts", doctor(THINGS, things)],
    ]),
  );
  return compareApi(
    readApi(program),
    parseSpec(doctor(OPERATIONS, spec), SCHEMAS),
  );
}

function linesOf({ findings, missing }: Comparison): string[] {
  return [
    ...findings.map(({ at, what }) => `${at}: ${what}`),
    ...missing.map((key) => `missing ${key}`),
  ];
}

const THINGS_CASES: readonly (readonly [
  what: string,
  from: string,
  to: string,
  ...finds: readonly string[],
])[] = [
  [
    "a dropped operation",
    '  get: op("GET /things/{thing_id}", free),\n',
    '  get: (send, id) => rename(send, id, ""),\n',
    "things.get: must be deprecated",
    "things.get.name: is missing",
    "missing GET /things/{thing_id}",
  ],
  [
    "a misspelt query name",
    "readonly createdAfter?:",
    "readonly createdAftr?:",
    "things.list.createdAfter: is missing",
    "things.list.createdAftr: is not in the description",
  ],
  [
    "a misspelt path",
    '"GET /things"',
    '"GET /thing"',
    "things.list: sends GET /thing, which is no operation",
    "missing GET /things",
  ],
  [
    "another name for a slot",
    'op("GET /things/{thing_id}"',
    'op("GET /things/{id}"',
    "things.get: names slots as /things/{thing_id} does not",
  ],
  [
    "a member missing from a type",
    "  readonly size?: number;\n",
    "",
    "Thing.size: is missing",
  ],
  [
    "a member too many",
    "  readonly size?: number;\n",
    "  readonly size?: number;\n  readonly weight: number;\n",
    "Thing.weight: is not in the description",
  ],
  [
    "a member of a member",
    "readonly partId: string;",
    "readonly partID: string;",
    "Part.partId: is missing",
    "Part.partID: is not in the description",
  ],
  [
    "null where it is not",
    "readonly partId: string;",
    "readonly partId: string | null;",
    "Part.partId: must not allow null",
  ],
  [
    "no null where it is",
    "  readonly name: string | null;",
    "  readonly name: string;",
    "Thing.name: must allow null",
  ],
  [
    "a missing value of an enumeration",
    'readonly kind: "a" | "b";',
    'readonly kind: "a";',
    'Thing.kind: lacks "b"',
  ],
  [
    "a value too many",
    'readonly kind: "a" | "b";',
    'readonly kind: "a" | "b" | "c";',
    'Thing.kind: has "c", which the description lacks',
  ],
  [
    "text for an enumeration",
    'readonly kind: "a" | "b";',
    "readonly kind: string;",
    'Thing.kind: must be one of "a", "b"',
  ],
  [
    "another type",
    "readonly size?: number;",
    "readonly size?: string;",
    "Thing.size: must be integer",
  ],
  [
    "a member that is always there, though it need not be",
    "readonly size?: number;",
    "readonly size: number;",
    "Thing.size: must be optional",
  ],
  [
    "a member that may be absent, though it is always there",
    'readonly kind: "a" | "b";',
    'readonly kind?: "a" | "b";',
    "Thing.kind: must be required",
  ],
  [
    "a parameter that must be there and need not",
    "readonly ownerId: string;",
    "readonly ownerId?: string | undefined;",
    "things.list.ownerId: must be required",
  ],
  [
    "a parameter that need not be there and must",
    "readonly status?:",
    "readonly status:",
    "things.list.status: must be optional",
  ],
  [
    "a parameter without null",
    "type CreateParams = { readonly name: string | null }",
    "type CreateParams = { readonly name: string }",
    "things.create.name: must allow null",
  ],
  [
    "a parameter in a parameter",
    "readonly maxSize: number;",
    "readonly maxsize: number;",
    "Settings.maxSize: is missing",
    "Settings.maxsize: is not in the description",
  ],
  [
    "a parameter of a function's own",
    "  rename(thingId: string, name: string,",
    "  rename(thingId: string, nme: string,",
    "things.rename.name: is missing",
    "things.rename.nme: is not in the description",
  ],
  [
    "a parameter of each of many",
    "readonly { readonly name: string }[]",
    "readonly { readonly label: string }[]",
    "things.createBulk.name: is missing",
    "things.createBulk.label: is not in the description",
  ],
  [
    "a deprecated operation",
    "  /** @deprecated */\n  rename(",
    "  rename(",
    "things.rename: must be deprecated",
  ],
  [
    "a deprecated member",
    "  /** @deprecated */\n  readonly color?: string;",
    "  readonly color?: string;",
    "Thing.color: must be deprecated",
  ],
  [
    "a deprecated parameter",
    "  /** @deprecated */\n  readonly color?: string | undefined;",
    "  readonly color?: string | undefined;",
    "things.create.color: must be deprecated",
  ],
  [
    "a free-form member that is not left alone",
    '"POST /things", { body: true, free: ["labels"] }',
    '"POST /things", { body: true }',
    'things.create: POST /things has "labels", which is free-form',
  ],
  [
    "a member left alone that is not free-form",
    '"POST /things", { body: true, free: ["labels"] }',
    '"POST /things", { body: true, free: ["labels", "settings"] }',
    'things.create: POST /things has "settings", which is not free-form',
  ],
  [
    "a free-form member with names of its own",
    "readonly publicMetadata: { readonly [name: string]: unknown };",
    "readonly publicMetadata: { readonly a?: string };",
    "Thing.publicMetadata: must be a free-form map",
  ],
  [
    "a list that is none",
    "list(params: ListParams, options?: RequestOptions): ApiListCall<Thing>",
    "list(params: ListParams, options?: RequestOptions): Promise<ApiResult<Thing>>",
    "things.list: must give a list",
  ],
  [
    "a row that is no list",
    "query: true, list: true",
    "query: true",
    "things.list: GET /things answers with a list",
  ],
  [
    "a list by another name",
    "query: true, list: true",
    'query: true, list: "items"',
    'things.list: GET /things lists by "data"',
  ],
  [
    "a body of another form",
    'body: "form"',
    "body: true",
    "things.setImage: PUT /things/{thing_id}/image takes a body: form",
  ],
  [
    "a body for a query",
    "query: true, list: true",
    "body: true, list: true",
    "things.list: GET /things takes no body",
    "things.list: GET /things takes a query",
  ],
  [
    "an answer to nothing",
    "Promise<ApiResult<undefined>>",
    "Promise<ApiResult<Thing>>",
    "things.setImage: must give nothing",
  ],
  [
    "one answer of two",
    "Promise<ApiResult<Key | Lock>>",
    "Promise<ApiResult<Key>>",
    'Key.object: lacks "lock"',
    'Key.object: has "key", which the description lacks',
    "Key.open: is missing",
  ],
  [
    "a version in front",
    "{ unversioned: true }",
    "{}",
    "things.getKey: GET /api_keys/{apiKeyID} has no version",
  ],
  [
    "no key",
    "{ unversioned: true }",
    '{ unversioned: true, auth: "none" }',
    "things.getKey: GET /api_keys/{apiKeyID} takes a key",
  ],
  [
    "a slot that nothing fills",
    "params: { readonly thingId: string; readonly file: Blob }",
    "params: { readonly id: string; readonly file: Blob }",
    "things.setImage: has no parameter for {thingId}",
    "things.setImage.id: is not in the description",
  ],
  [
    "what is always sent and not known",
    "query: true, list: true",
    "query: true, list: true, send: { paginated: true }",
    'things.list: GET /things takes no "paginated" in its query',
  ],
];

describe("the comparison with the API's description", () => {
  it("finds nothing where both agree", () => {
    const comparison = compare();
    assertEquals(linesOf(comparison), []);
    assertEquals(comparison.covered.size, 7);
  });

  for (const [what, from, to, ...finds] of THINGS_CASES) {
    it(`names ${what}`, () => {
      const lines = linesOf(compare({ things: [{ from, to }] }));
      assertEquals(lines.sort(), [...finds].sort());
    });
  }

  it("names what a newer description has, changes and lacks", () => {
    const lines = linesOf(compare({
      spec: [
        {
          from: "GetThing GET",
          to: "DeleteThing DELETE /things/{thing_id}\n  > 204\nGetThing GET",
        },
        { from: "'new'|'old'", to: "'new'|'old'|'lost'" },
        { from: "FindKey GET /api_keys/{apiKeyID}\n  > 200 Key|Lock", to: "" },
      ],
    }));
    assertEquals(lines, [
      'things.list.status: lacks "lost"',
      "things.getKey: sends GET /api_keys/{apiKeyID}, which is no operation",
      "missing DELETE /things/{thing_id}",
    ]);
  });

  it("says what it cannot read", () => {
    const read = (from: string, to: string) => () =>
      compare({ things: [{ from, to }] });
    assertThrows(
      read('"GET /things"', "`GET /${'things'}`"),
      TypeError,
      "expected",
    );
    assertThrows(
      read("list: true, ...free", "list: JSON.parse('1')"),
      TypeError,
    );
  });
});

describe("the report of the comparison", () => {
  const described = parseSpec(OPERATIONS, SCHEMAS);
  const outside = parseSpec("Do POST /outside\n  > 204", "");
  const found: Comparison = {
    findings: [{ at: "Thing.a", what: "is missing" }, {
      at: "Thing.b",
      what: "must allow null",
    }],
    covered: new Set(["GET /things", "POST /outside"]),
    missing: ["POST /things"],
  };
  const say = (departures: readonly Departure[], isWhole: boolean) =>
    report(found, { described, outside }, departures, isWhole);
  const why = "because";

  it("counts operations, and is an error for each difference that is not meant", () => {
    const { lines, errors } = say([{
      ...found.findings[0] ?? { at: "", what: "" },
      why,
    }], true);
    assertEquals(lines, [
      "Thing.b: must allow null",
      "no method for POST /things",
      "1/7 operations, 1/1 outside the description, 1 differences that are meant",
    ]);
    assertEquals(errors, 2);
  });

  it("takes a star for all that begins so", () => {
    assertEquals(say([{ at: "Thing.*", what: "", why }], true).errors, 1);
  });

  it("calls a departure that is none an error, as soon as all is there", () => {
    const unused = { at: "Thing.c", what: "is missing", why };
    const { lines, errors } = say([unused], true);
    assertEquals(errors, 2 + 1 + 1);
    assert(
      lines.some((line) =>
        line.includes('"Thing.c: is missing" is no longer so')
      ),
    );
    assertEquals(say([unused], false).errors, 2);
  });
});

describe("the reader of OpenAPI", () => {
  const schema = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const json = (of: unknown) => ({
    content: { "application/json": { schema: of } },
  });
  const document = {
    openapi: "3.0.3",
    security: [{ bearer: [] }],
    paths: {
      "/things": {
        get: {
          operationId: "ListThings",
          parameters: [
            { $ref: "#/components/parameters/Limit" },
            {
              name: "status",
              in: "query",
              required: true,
              deprecated: true,
              schema: { type: "string", enum: ["new", "old"] },
            },
            { name: "X-Trace", in: "header", schema: { type: "string" } },
          ],
          responses: {
            200: json({
              type: "object",
              required: ["data", "total_count"],
              properties: {
                data: { type: "array", items: schema("Thing") },
                total_count: { type: "integer" },
              },
            }),
            401: { $ref: "#/components/responses/Refused" },
          },
        },
        post: {
          operationId: "CreateThings",
          deprecated: true,
          security: [],
          requestBody: {
            required: true,
            ...json({
              type: "array",
              items: {
                type: "object",
                required: ["name"],
                properties: {
                  name: { type: "string", nullable: true },
                  labels: {
                    type: "object",
                    additionalProperties: { type: "string" },
                  },
                },
              },
            }),
          },
          responses: { 201: { $ref: "#/components/responses/Things" } },
        },
      },
      "/things/{thing_id}/image": {
        put: {
          operationId: "SetThingImage",
          requestBody: {
            content: {
              "multipart/form-data": {
                schema: {
                  type: "object",
                  properties: { file: { type: "string", format: "binary" } },
                },
              },
            },
          },
          responses: { 204: { description: "Done" } },
        },
      },
    },
    components: {
      parameters: {
        Limit: { name: "limit", in: "query", schema: { type: "integer" } },
      },
      responses: {
        Refused: {},
        Things: json({ type: "array", items: schema("Thing") }),
      },
      schemas: {
        Base: {
          type: "object",
          required: ["id"],
          properties: { id: { type: "string", pattern: "^th_\\w{3}$" } },
        },
        Kind: { type: "string", enum: ["a", "b"] },
        Thing: {
          additionalProperties: false,
          required: ["kind"],
          allOf: [schema("Base"), {
            type: "object",
            properties: {
              kind: schema("Kind"),
              owner: { nullable: true, allOf: [schema("Base")] },
              size: { type: ["integer", "null"] },
              proof: { oneOf: [schema("Base"), { const: false }] },
              metadata: { type: "object", additionalProperties: true },
              at: { type: "string", format: "date-time", deprecated: true },
              anything: {},
            },
          }],
        },
      },
    },
  };

  it("reads what the tables hold", () => {
    const expected: Spec = parseSpec(
      `
ListThings GET /things
  ? limit?:integer ~status:'new'|'old'
  > 200 {data:Thing[] total_count:integer}
CreateThings POST /things deprecated open
  <! [name:string|null labels?:map<string>]
  > 201 Thing[]
SetThingImage PUT /things/{thing_id}/image
  <form file?:binary
  > 204`,
      `
Base open id:string/^th_\\w{3}$/
Thing closed id:string/^th_\\w{3}$/ kind:'a'|'b' owner?:Base|null
  size?:integer|null proof?:Base|false metadata?:map ~at?:date-time
  anything?:any`,
    );
    const { operations, schemas } = readOpenApi(document);
    assertEquals([...operations], [...expected.operations]);
    for (const [name, each] of expected.schemas) {
      assertEquals(schemas.get(name), each, name);
    }
  });

  it("says what it cannot read", () => {
    assertThrows(() => readOpenApi({}), TypeError, "no paths");
    assertThrows(
      () =>
        readOpenApi({
          paths: { "/a": { get: { responses: { 200: { $ref: "#/b/c" } } } } },
        }),
      TypeError,
      'Cannot find "#/b/c"',
    );
  });
});
