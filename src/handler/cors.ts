import { isText } from "../text/json.ts";
import { demand } from "../text/options.ts";

/** Which pages of other origins may ask, and for what. */
export interface CorsOptions {
  /**
   * The origins, such as `https://app.example.com`, of extensions and apps too
   * (`chrome-extension://…`, `capacitor://localhost`); `["*"]` for any, which
   * does not go with `credentials`.
   */
  readonly origins: readonly string[];
  /**
   * Whether pages may send cookies along. Not needed for tokens in the
   * `Authorization` header. False by default.
   */
  readonly credentials?: boolean | undefined;
  /** The methods; GET, HEAD, POST, PUT, PATCH and DELETE by default. */
  readonly methods?: readonly string[] | undefined;
  /** The headers that pages may send; `Authorization` and `Content-Type` by default. */
  readonly headers?: readonly string[] | undefined;
  /** The headers of answers that pages may read, besides the usual ones. */
  readonly exposedHeaders?: readonly string[] | undefined;
  /** For how long browsers may remember this, in seconds; 600 by default. */
  readonly maxAgeInSeconds?: number | undefined;
}

/** What is said to pages of other origins. */
export interface Cors {
  /** The answer to a browser that asks for leave; undefined for other requests. */
  readonly answerPreflight: (request: Request) => Response | undefined;
  /** Adds to an answer what lets a page read it. */
  readonly allow: (request: Request, headers: Headers) => void;
}

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];
const NAME = /^[\w!#$%&'*+.^`|~-]+$/;

/** Options that were checked, in the form to send. */
interface Rules {
  readonly origins: readonly string[];
  readonly credentials: boolean;
  readonly methods: string;
  readonly headers: string;
  readonly exposedHeaders: string;
  readonly maxAge: string;
}

/**
 * Makes what answers preflights.
 *
 * @throws {TypeError} When an option is wrong.
 */
export function createCors(options: CorsOptions): Cors {
  const rules = readRules(options);
  return {
    answerPreflight: (request) =>
      isPreflight(request) ? answerPreflight(request, rules) : undefined,
    allow: (request, headers) => {
      if (allowOrigin(request, headers, rules) && rules.exposedHeaders) {
        headers.set("Access-Control-Expose-Headers", rules.exposedHeaders);
      }
    },
  };
}

function readRules(options: CorsOptions): Rules {
  const {
    credentials = false,
    methods = METHODS,
    headers = ["Authorization", "Content-Type"],
    exposedHeaders = [],
    maxAgeInSeconds = 600,
  } = options;
  demand(
    "cors.maxAgeInSeconds",
    Number.isSafeInteger(maxAgeInSeconds) && maxAgeInSeconds >= 0,
    "a whole number of seconds",
  );
  return {
    origins: readOrigins(options),
    credentials,
    methods: joinNames("cors.methods", methods),
    headers: joinNames("cors.headers", headers),
    exposedHeaders: joinNames("cors.exposedHeaders", exposedHeaders),
    maxAge: `${maxAgeInSeconds}`,
  };
}

/** Says who may read an answer; tells whether the one who asks may. */
function allowOrigin(
  request: Request,
  headers: Headers,
  { origins, credentials }: Rules,
): boolean {
  const isAny = origins.includes("*");
  // The answer to one origin must not be kept for another.
  if (!isAny) headers.append("Vary", "Origin");
  const origin = isAny ? "*" : request.headers.get("origin");
  if (!origin || !origins.includes(origin)) return false;
  headers.set("Access-Control-Allow-Origin", origin);
  if (credentials) headers.set("Access-Control-Allow-Credentials", "true");
  return true;
}

function answerPreflight(request: Request, rules: Rules): Response {
  const headers = new Headers();
  if (allowOrigin(request, headers, rules)) {
    headers.set("Access-Control-Allow-Methods", rules.methods);
    headers.set("Access-Control-Allow-Headers", rules.headers);
    headers.set("Access-Control-Max-Age", rules.maxAge);
  }
  return new Response(null, { status: 204, headers });
}

function isPreflight({ method, headers }: Request): boolean {
  return method === "OPTIONS" && headers.has("origin") &&
    headers.has("access-control-request-method");
}

function readOrigins(
  { origins, credentials }: CorsOptions,
): readonly string[] {
  const expected = 'a list of origins such as "https://app.example.com"';
  demand("cors.origins", Array.isArray(origins) && origins.length, expected);
  demand(
    "cors.origins",
    !credentials || !origins.includes("*"),
    `${expected}, as any page could ask in the name of its visitors`,
  );
  return origins.map((entry: unknown) => {
    if (entry === "*") return entry;
    const isUrl = isText(entry) && URL.canParse(entry);
    const url = new URL(isUrl ? entry : "data:");
    // Of schemes such as an extension's or an app's, URL knows no origin.
    const origin = url.origin === "null" && url.host
      ? `${url.protocol}//${url.host}`
      : url.origin;
    // Browsers send neither paths nor patterns.
    const isOrigin = url.href.replace(/\/$/, "") === origin &&
      !origin.includes("*");
    demand("cors.origins", isOrigin, expected);
    return origin;
  });
}

function joinNames(option: string, names: readonly string[]): string {
  demand(
    option,
    Array.isArray(names) && names.every((name) => NAME.test(name)),
    "a list of names",
  );
  return names.join(", ");
}
