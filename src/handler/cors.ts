import { isText } from "../text/json.ts";
import { demand } from "../text/options.ts";

/** Which pages of other origins may ask, and for what. */
export interface CorsOptions {
  /**
   * The origins, such as `https://app.example.com`; `["*"]` for any, which does
   * not go with `credentials`.
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
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;

/**
 * Makes what answers preflights.
 *
 * @throws {TypeError} When an option is wrong.
 */
export function createCors(options: CorsOptions): Cors {
  const { credentials, maxAgeInSeconds = 600 } = options;
  const origins = readOrigins(options);
  const methods = listTokens("cors.methods", options.methods ?? METHODS);
  const accepted = listTokens(
    "cors.headers",
    options.headers ?? ["Authorization", "Content-Type"],
  );
  const exposed = listTokens(
    "cors.exposedHeaders",
    options.exposedHeaders ?? [],
  );
  demand(
    "cors.maxAgeInSeconds",
    Number.isSafeInteger(maxAgeInSeconds) && maxAgeInSeconds >= 0,
    "a whole number of seconds",
  );
  const allow = (request: Request, headers: Headers): boolean => {
    const isAny = origins.includes("*");
    if (!isAny) addVary(headers, "Origin");
    const origin = request.headers.get("origin");
    if (!origin || !isAny && !origins.includes(origin)) return false;
    headers.set("Access-Control-Allow-Origin", isAny ? "*" : origin);
    if (credentials) headers.set("Access-Control-Allow-Credentials", "true");
    return true;
  };
  return {
    answerPreflight: (request) => {
      if (!isPreflight(request)) return undefined;
      const headers = new Headers();
      if (allow(request, headers)) {
        headers.set("Access-Control-Allow-Methods", methods);
        headers.set("Access-Control-Allow-Headers", accepted);
        headers.set("Access-Control-Max-Age", `${maxAgeInSeconds}`);
      }
      return new Response(null, { status: 204, headers });
    },
    allow: (request, headers) => {
      if (allow(request, headers) && exposed) {
        headers.set("Access-Control-Expose-Headers", exposed);
      }
    },
  };
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
    const { origin, href } = new URL(isUrl ? entry : "data:");
    // Browsers send neither paths nor patterns.
    const isOrigin = href === `${origin}/` && !origin.includes("*");
    demand("cors.origins", isOrigin, expected);
    return origin;
  });
}

function listTokens(name: string, tokens: readonly string[]): string {
  demand(
    name,
    Array.isArray(tokens) && tokens.every((token) => TOKEN.test(token)),
    "a list of names",
  );
  return tokens.join(", ");
}

function addVary(headers: Headers, name: string): void {
  const names = (headers.get("vary") ?? "").toLowerCase().split(/\s*,\s*/);
  if (!names.includes("*") && !names.includes(name.toLowerCase())) {
    headers.append("Vary", name);
  }
}
