/**
 * deno task api-index [--write]
 *
 * Makes docs/backend-api.md out of the tables of src/api, of the API's
 * description and of the official client. Without --write it says whether the
 * page is as it must be.
 */
import { createClerkClient } from "@clerk/backend";
import type { Api } from "../src/api/client.ts";
import {
  readSpec,
  readWholeSpec,
  type SpecOperation,
} from "../src/emulator/spec/spec.ts";
import { createProgram } from "./spec/program.ts";
import { type ApiMethod, type ApiResource, readApi } from "./spec/read_api.ts";
import { formatMarkdown } from "./toolchain.ts";

const PAGE = "docs/backend-api.md";

/** The pages that explain resources. */
const PAGES: { readonly [page: string]: readonly (keyof Api)[] } = {
  "users.md": ["users"],
  "organizations.md": [
    "organizations",
    "organizationRoles",
    "organizationPermissions",
    "roleSets",
  ],
  "billing.md": ["billing"],
  "sessions.md": [
    "actorTokens",
    "agentTasks",
    "clients",
    "jwtTemplates",
    "sessions",
    "signInTokens",
    "signUps",
    "testingTokens",
  ],
  "sign-ups.md": [
    "allowlistIdentifiers",
    "blocklistIdentifiers",
    "emailAddresses",
    "emails",
    "invitations",
    "phoneNumbers",
    "waitlistEntries",
  ],
  "machines.md": [
    "apiKeys",
    "idPOAuthAccessToken",
    "m2m",
    "machines",
    "oauthApplications",
  ],
  "instance.md": [
    "adminPortalLinkTokens",
    "betaFeatures",
    "directories",
    "domains",
    "enterpriseConnections",
    "instance",
    "proxyChecks",
    "redirectUrls",
    "samlConnections",
    "scimDirectories",
    "webhooks",
  ],
};

/** A line of the index. */
interface Line {
  readonly method: string;
  readonly operations: readonly string[];
  readonly notes: readonly string[];
}

/** What the lines are made of. */
interface Facts {
  /** The operations of the API's description. */
  readonly described: ReadonlyMap<string, SpecOperation>;
  /** The operations that the official client sends. */
  readonly official: ReadonlySet<string>;
}

function writeText(): string {
  const { resources, methods } = readApi(
    createProgram(".", "src/api/client.ts"),
  );
  const described = readSpec().operations;
  const official = new Set(methods.filter(isOfficial).flatMap(operationsOf));
  const ours = new Set(methods.flatMap(operationsOf));
  const count = (keys: ReadonlySet<string>) =>
    [...described.keys()].filter((key) => keys.has(key)).length;
  const facts = { described, official };
  return [
    "<!-- Made by `deno task api-index --write`; do not edit. -->\n",
    "# The Backend API, method by method\n",
    `All ${
      count(ours)
    } of the ${described.size} operations that Clerk describes,`,
    `and ${ours.size - count(ours)} more. **+** marks the operations that the`,
    `official client lacks: it has ${
      count(official)
    } of the ${described.size}.`,
    "**beyond** marks what is in the official client and not in the description.",
    "A method that is ~~crossed out~~ is deprecated: its doc comment says what to",
    "use instead.\n",
    "Every method takes time-outs, retries and a signal as its last argument, and",
    "gives `{ data, errors }`; what that means, and how to page through lists,",
    "stands in [users.md](./users.md), errors in [errors.md](./errors.md).\n",
    ...resources.flatMap((each) => writeResource(each, methods, facts)),
  ].join("\n");
}

function writeResource(
  { name, about, deprecated }: ApiResource,
  methods: readonly ApiMethod[],
  facts: Facts,
): readonly string[] {
  const [page] = Object.entries(PAGES)
    .find(([, resources]) => resources.some((each) => each === name)) ?? [];
  const lines = methods
    .filter((method) => method.name.startsWith(`${name}.`))
    .map((method) => describe(method, facts));
  return [
    `## ${name.replace(/^_+/, (start) => "\\_".repeat(start.length))}\n`,
    [
      about,
      deprecated ? "Deprecated." : "",
      page ? `Explained in [${page}](./${page}).` : "",
    ].filter(Boolean).join(" "),
    "",
    ...writeTable(lines),
    "",
  ];
}

function describe(method: ApiMethod, { described, official }: Facts): Line {
  const name = method.name.replace(/^.*\./, "");
  const keys = operationsOf(method);
  const notes = [
    keys.some((key) => !described.has(key)) ? "beyond" : "",
    keys.every((key) => !official.has(key)) ? "+" : "",
  ];
  return {
    method: method.deprecated ? `~~\`${name}\`~~` : `\`${name}\``,
    operations: keys.map((key) => `\`${key}\``),
    notes: notes.filter(Boolean),
  };
}

function writeTable(lines: readonly Line[]): readonly string[] {
  return [
    "| method | operation | |",
    "| - | - | - |",
    ...lines.map(({ method, operations, notes }) =>
      `| ${method} | ${operations.join(", ")} | ${notes.join(" ")} |`
    ),
  ];
}

/** The operations that a method sends, as the description names them. */
function operationsOf({ name, rows }: ApiMethod): readonly string[] {
  const keys = [...readWholeSpec().operations.keys()];
  const shape = (route: string) => route.replace(/\{\w+\}/g, "{}");
  return rows.map(({ route }) => {
    const key = keys.find((each) => shape(each) === shape(route));
    if (key) return key;
    throw new TypeError(`Cannot find the operation of "${name}": ${route}`);
  });
}

/** What the official client looks like; nothing is sent through it. */
const theirs: object = createClerkClient({
  secretKey: "sk_test_index",
  telemetry: { disabled: true },
});

function isOfficial({ name }: ApiMethod): boolean {
  const [resource = "", method = ""] = name.split(".");
  const api: unknown = Reflect.get(theirs, resource);
  return typeof api === "object" && api !== null && method in api;
}

async function main(args: readonly string[]): Promise<void> {
  const text = await formatMarkdown(writeText());
  if (args.includes("--write")) Deno.writeTextFileSync(PAGE, text);
  else if (Deno.readTextFileSync(PAGE) !== text) {
    console.log(`${PAGE} is not up to date: run deno task api-index --write`);
    Deno.exitCode = 1;
  }
}

await main(Deno.args);
