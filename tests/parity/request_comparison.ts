/** Runs both packages on a request, and tells where they differ. */
import { createClerkClient } from "../../compat/mod.ts";
import { answerWith, type SentRequest } from "./fetch_switch.ts";
import * as official from "./official.ts";
import { createCase, createRandom, type RequestCase } from "./request_cases.ts";
import {
  answerFor,
  keyOf,
  type Material,
  SECRETS,
} from "./request_material.ts";
import { NOW } from "./tokens.ts";

/** What authenticates a request. */
export type Authenticate = (
  request: Request,
  options: never,
) => Promise<unknown>;

/** What is compared of a state, as plain data. */
export interface Seen {
  readonly threw?: string;
  readonly state?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly auth?: unknown;
  readonly calls: readonly unknown[];
  readonly printed: readonly string[];
}

/** Members that tell what was configured. */
const ECHOED = [
  "proxyUrl",
  "publishableKey",
  "isSatellite",
  "domain",
  "signInUrl",
  "signUpUrl",
  "afterSignInUrl",
  "afterSignUpUrl",
];

const MEMBERS = [
  "status",
  "reason",
  "message",
  "token",
  "tokenType",
  "isSignedIn",
  "isAuthenticated",
  ...ECHOED,
];

/** Runs one side. */
export async function observe(
  authenticate: Authenticate,
  material: Material,
  { method, url, headers, options, now = NOW * 1000 }: RequestCase,
): Promise<Seen> {
  Date.now = () => now;
  const { value, requests } = await answerWith(
    (sent) => answerFor(material, sent),
    () =>
      quietly(async () => {
        const request = new Request(url, { method, headers });
        return await describe(await authenticate(request, options as never));
      }),
  );
  // departs: "jwks-caching"
  const calls = requests.filter((sent) => !sent.url.endsWith("/jwks"));
  return { ...value, calls: calls.map(describeCall) };
}

async function describe(
  state: unknown,
): Promise<Omit<Seen, "calls" | "printed">> {
  // As callers copy it: members that a copy lacks are none.
  const copy = { ...state as object };
  const of = (name: string) => Reflect.get(copy, name);
  const headers = of("headers") as Headers;
  const auths = [
    of("toAuth").call(state),
    of("toAuth").call(state, { treatPendingAsSignedOut: false }),
  ];
  return {
    state: Object.fromEntries(
      // departs: "whole-states"
      MEMBERS.filter((name) =>
        of("tokenType") !== null || !ECHOED.includes(name)
      )
        .map((name) => [name, of(name)]),
    ),
    headers: {
      ...Object.fromEntries(headers),
      location: describeUrl(headers.get("location")),
      "set-cookie": headers.getSetCookie(),
    },
    auth: await Promise.all(auths.map(describeAuth)),
  };
}

/** What is asked of a session. */
const WANTED = [
  { role: "org:admin" },
  { role: "member" },
  { permission: "org:invoices:create" },
  { feature: "teams" },
  { feature: "org:invoices", permission: "org:teams:read" },
  { plan: "user:free" },
  { plan: "pro", role: "org:member" },
  { reverification: "strict" },
  { reverification: { level: "first_factor", afterMinutes: 6 } },
  {},
];

/** An auth object: null and empty text stand for what is absent. */
async function describeAuth(auth: unknown): Promise<unknown> {
  const data: Record<string, unknown> = JSON.parse(JSON.stringify(auth));
  if (!data) return data;
  const { has, getToken } = auth as Record<string, (of?: object) => unknown>;
  return [
    ...Object.entries(data).filter(([, value]) =>
      value !== null && value !== ""
    ).sort(),
    await getToken?.(),
    WANTED.filter((wanted) => has?.(wanted)),
  ];
}

/** A URL and its parameters, decoded, at any depth: their spelling is free. */
function describeUrl(text: string | null): unknown {
  if (!text || !URL.canParse(text)) return text;
  const { origin, pathname, searchParams, hash } = new URL(text);
  return [
    origin + pathname + hash,
    [...searchParams].map(([name, value]) => [name, describeUrl(value)]),
  ];
}

function describeCall({ method, url, body }: SentRequest): unknown {
  const sent = typeof body === "string" ? JSON.parse(body) : undefined;
  return [method, describeUrl(url), sent];
}

/** Runs something while what it prints is kept; of a cause its message is not. */
async function quietly(
  run: () => Promise<Omit<Seen, "calls" | "printed">>,
): Promise<Omit<Seen, "calls">> {
  const printed: string[] = [];
  const kept = { ...console };
  for (const level of ["log", "warn", "error"] as const) {
    console[level] = (text: unknown) => {
      const [line = ""] = `${text}`.split("\n");
      // Printed once per process, it depends on what ran before.
      if (!line.includes("missing the azp claim")) {
        printed.push(`${level}: ${line}`);
      }
    };
  }
  try {
    return { ...await run(), printed };
  } catch (error) {
    const [line] = `${error}`.split("\n");
    // What is no URL is named in other ways.
    return { threw: line?.replace(/(Invalid URL).*/, "$1") ?? "", printed };
  } finally {
    Object.assign(console, kept);
  }
}

/** A client of each package for each kind of instance. */
export function createSides(): Readonly<
  Record<string, { readonly ours: Authenticate; readonly theirs: Authenticate }>
> {
  const sides = ["test", "live"].map((kind) => {
    const options = {
      secretKey: SECRETS[kind] ?? "",
      publishableKey: keyOf(kind),
      apiUrl: "https://api.clerk.test",
      telemetry: { disabled: true },
    };
    const theirs = official.createClerkClient(options);
    const ours = createClerkClient({ ...options, retry: false });
    return [kind, {
      ours: ours.authenticateRequest as Authenticate,
      theirs: theirs.authenticateRequest as Authenticate,
    }] as const;
  });
  return Object.fromEntries(sides);
}

/** A case in which the two differ. */
export interface Difference {
  readonly case: RequestCase;
  readonly ours: Seen;
  readonly theirs: Seen;
}

/** What to compare. */
export interface Comparison {
  /** How many requests. */
  readonly count: number;
  /** What determines them. */
  readonly seed: number;
  /** How many differences are enough; 1 by default. */
  readonly most?: number;
  /** What to compare with the official package instead of ours. */
  readonly authenticate?: Authenticate;
  /** What makes the requests; the usual ones by default. */
  readonly create?: typeof createCase;
}

/** Compares random requests; gives the first differences. */
export async function compareRequests(
  material: Material,
  { count, seed, most = 1, authenticate, create = createCase }: Comparison,
): Promise<readonly Difference[]> {
  const random = createRandom(seed);
  const sides = createSides();
  const found: Difference[] = [];
  const hostNow = Date.now;
  try {
    for (let i = 0; i < count && found.length < most; i++) {
      const each = create(material, random);
      const side = sides[each.kind];
      if (!side) throw new Error(each.kind);
      const theirs = await observe(side.theirs, material, each);
      const ours = await observe(authenticate ?? side.ours, material, each);
      if (JSON.stringify(ours) !== JSON.stringify(theirs)) {
        found.push({ case: each, ours, theirs });
      }
    }
  } finally {
    Date.now = hostNow;
  }
  return found;
}
