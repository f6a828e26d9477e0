/** A browser without a screen: cookies, redirects, forms. It reaches only what it is given. */

/** What answers at an origin. */
export type Server = (request: Request) => Promise<Response>;

/** A document that a browser has arrived at. */
export interface Document {
  readonly url: URL;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Each request on the way: its method, and its URL without the query. */
  readonly hops: readonly string[];
}

/** A browser with its own cookies. */
export interface TestBrowser {
  /** Goes to a URL, as by a link. */
  visit(url: string): Promise<Document>;
  /** Presses a button of a form in a document, the first one with that value. */
  press(
    document: Document,
    value: string,
    fields?: Readonly<Record<string, string>>,
  ): Promise<Document>;
  /** The cookies of a host, by their names; what is deleted here is gone. */
  cookiesOf(hostname: string): Map<string, Cookie>;
}

interface Cookie {
  readonly value: string;
  readonly endsAt: number;
}

/** As many redirects as browsers follow. */
const MOST = 20;

/** Makes a browser that has nothing but these servers. */
export function createTestBrowser(
  servers: Readonly<Record<string, Server>>,
  now: () => number,
): TestBrowser {
  // As in browsers, ports do not count for cookies.
  const jars = new Map<string, Map<string, Cookie>>();
  const cookiesOf = (hostname: string) => {
    const jar = jars.get(hostname) ?? new Map<string, Cookie>();
    jars.set(hostname, jar);
    for (const [name, { endsAt }] of jar) if (endsAt <= now()) jar.delete(name);
    return jar;
  };
  const send = async (url: URL, init: RequestInit) => {
    const server = servers[url.origin];
    if (!server) {
      throw new Error(`The browser was led astray: to ${url.origin}`);
    }
    const jar = cookiesOf(url.hostname);
    const headers = new Headers(init.headers);
    headers.set("accept", "text/html,application/xhtml+xml");
    headers.set("sec-fetch-dest", "document");
    headers.set("user-agent", "Mozilla/5.0 (test)");
    const cookie = [...jar].map(([name, { value }]) => `${name}=${value}`);
    if (cookie.length > 0) headers.set("cookie", cookie.join("; "));
    const response = await server(new Request(url, { ...init, headers }));
    for (const line of response.headers.getSetCookie()) keep(jar, line, now());
    return response;
  };
  const go = async (start: URL, init: RequestInit): Promise<Document> => {
    const hops: string[] = [];
    let url = start;
    let request = init;
    for (let i = 0; i < MOST; i++) {
      hops.push(`${request.method ?? "GET"} ${url.origin}${url.pathname}`);
      const response = await send(url, request);
      const { status, headers } = response;
      const location = headers.get("location");
      const text = await response.text();
      if (status < 300 || status > 399 || !location) {
        return { url, status, headers, text, hops };
      }
      url = new URL(location, url);
      request = {};
    }
    throw new Error(`Too many redirects: ${hops.join(" -> ")}`);
  };
  return {
    cookiesOf,
    visit: (url) => go(new URL(url), { headers: { "sec-fetch-site": "none" } }),
    press({ url, text }, value, fields = {}) {
      const { action, name } = findButton(text, value);
      return go(new URL(action, url), {
        method: "POST",
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          "sec-fetch-site": "same-origin",
          // What browsers say for a page with the policy no-referrer.
          origin: "null",
        },
        body: new URLSearchParams({ ...(name && { [name]: value }), ...fields })
          .toString(),
      });
    },
  };
}

/** A server that is there, over HTTP. It follows no redirect by itself. */
export async function overHttp(request: Request): Promise<Response> {
  const { url, method, headers } = request;
  const body = method === "GET" ? undefined : await request.text();
  return await fetch(url, {
    method,
    headers,
    redirect: "manual",
    ...(body !== undefined && { body }),
  });
}

function keep(jar: Map<string, Cookie>, line: string, now: number): void {
  const [pair = "", ...attributes] = line.split(/; */);
  const at = pair.indexOf("=");
  const maxAge = attributes.find((each) => /^max-age=/i.test(each));
  const life = maxAge ? Number(maxAge.slice(8)) * 1_000 : Infinity;
  jar.set(pair.slice(0, at), { value: pair.slice(at + 1), endsAt: now + life });
}

/** The form of a button that has a value or a text, and the button's name. */
function findButton(
  text: string,
  value: string,
): { readonly action: string; readonly name: string | undefined } {
  for (const [form, action = ""] of text.matchAll(FORM)) {
    for (const [, attributes = "", label = ""] of form.matchAll(BUTTON)) {
      if (/\bdisabled\b/.test(attributes)) continue;
      const own = /\bvalue="([^"]*)"/.exec(attributes)?.[1];
      if ((own ?? label.trim()) !== value) continue;
      const name = /\bname="([^"]*)"/.exec(attributes)?.[1];
      return { action: action.replaceAll("&amp;", "&"), name };
    }
  }
  throw new Error(`There is no button "${value}" in ${text}`);
}

const FORM = /<form\b[^>]*method="post"[^>]*action="([^"]*)"[\s\S]*?<\/form>/g;
const BUTTON = /<button\b([^>]*)>([\s\S]*?)<\/button>/g;
