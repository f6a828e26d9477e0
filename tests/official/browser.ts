/** A browser, and an app whose user the official client tells. */
import { decodeJwt } from "../parity/official.ts";
import { assertEquals } from "@std/assert";
import {
  createTestBrowser,
  type Document,
  overHttp,
  type TestBrowser,
} from "../emulator/test_browser.ts";
import type { Setting } from "./served.ts";

const APP = "http://localhost:3000";
const PAGE = `${APP}/page`;

/** What an app knows of nobody. */
export const OUT = { status: "signed-out", userId: null, orgId: null };

/** A browser before an app. */
export interface Visitor {
  readonly browser: TestBrowser;
  /** Goes to the app, and gives what it knows. */
  visitApp(): Promise<unknown>;
  /** Goes to a page of the emulator, presses a button, and is back at the app. */
  press(page: string, button: string): Promise<unknown>;
  /** Goes to the handshake by itself, and gives what the app knows then. */
  shakeHands(query: string): Promise<unknown>;
  /** Has the browser be one that was left alone for two minutes. */
  outlive(): Promise<void>;
  /** The requests on the way of the last visit: their methods and paths. */
  readonly way: readonly string[];
  /** Why the official client asked for the last handshake. */
  readonly reason: string | null;
}

/** Opens a browser. */
export function openBrowser(
  { clerk, emulator, url }: Setting,
): Visitor {
  let reason: string | null = null;
  const app = async (request: Request): Promise<Response> => {
    const state = await clerk.authenticateRequest(request);
    const { status, headers } = state;
    if (status === "handshake") reason = state.reason;
    if (status === "handshake" || headers.has("location")) {
      return new Response(null, { status: 307, headers });
    }
    const auth = state.toAuth();
    const { userId = null, orgId = null } = Object(auth);
    return new Response(JSON.stringify({ status, userId, orgId }), { headers });
  };
  const browser = createTestBrowser({ [APP]: app, [url]: overHttp }, Date.now);
  const back = `redirect_url=${encodeURIComponent(PAGE)}`;
  let way: readonly string[] = [];
  const note = ({ url: { href }, hops, text }: Document): unknown => {
    assertEquals(href, PAGE);
    way = hops.map((hop) => hop.replace(url, "").replace(APP, "app"));
    // Quicker than any person: three handshakes in two seconds count as a loop.
    browser.cookiesOf("localhost").delete("__clerk_redirect_count");
    return JSON.parse(text);
  };
  return {
    browser,
    visitApp: async () => note(await browser.visit(PAGE)),
    press: async (page, button) =>
      note(
        await browser.press(
          await browser.visit(`${url}${page}?${back}`),
          button,
        ),
      ),
    shakeHands: async (query) =>
      note(
        await browser.visit(`${url}/v1/client/handshake?${back}&${query}`),
      ),
    async outlive() {
      const cookies = browser.cookiesOf("localhost");
      const { payload } = decodeJwt(cookies.get("__session")?.value ?? "");
      emulator.clock.advance(-120_000);
      const value = await emulator.tokens.session(payload.sub, {
        sessionId: payload.sid,
      });
      emulator.clock.reset();
      const { payload: { iat } } = decodeJwt(value);
      for (const [name, cookie] of cookies) {
        if (/^__session/.test(name)) cookies.set(name, { ...cookie, value });
        if (/^__client_uat/.test(name)) {
          cookies.set(name, { ...cookie, value: `${iat}` });
        }
      }
    },
    get reason() {
      return reason;
    },
    get way() {
      return way;
    },
  };
}
