import { createClerkClient as createOfficialClient } from "@clerk/backend";
import { createClerkClient } from "../../mod.ts";
import type { Material } from "./jwt_cases.ts";
import type { Contestant } from "./measure.ts";

const HOST = "clerk.example.com";
const PUBLISHABLE = `pk_live_${btoa(`${HOST}$`).replace(/=+$/, "")}`;

/** A pair of contestants, the official package first, and what they judge. */
export interface Duel {
  readonly title: string;
  readonly contestants: readonly Contestant[];
}

interface State {
  readonly status: string;
}

function requestOf(headers: Record<string, string>): Request {
  return new Request("https://app.example.com/dashboard?tab=1", {
    headers: {
      "host": "app.example.com",
      "user-agent": "Mozilla/5.0",
      "accept": "text/html",
      "sec-fetch-dest": "document",
      ...headers,
    },
  });
}

async function suffixOf(key: string): Promise<string> {
  const digest = await crypto.subtle.digest(
    "SHA-1",
    new TextEncoder().encode(key),
  );
  return btoa(String.fromCharCode(...new Uint8Array(digest)))
    .replaceAll("+", "-").replaceAll("/", "_").slice(0, 8);
}

/** Requests of each kind, through both packages. */
export async function authDuels({ pem, tokens }: Material): Promise<Duel[]> {
  const options = {
    secretKey: "sk_live_bench",
    publishableKey: PUBLISHABLE,
    jwtKey: pem,
    telemetry: { disabled: true },
  };
  const ours = createClerkClient(options);
  const theirs = createOfficialClient(options);
  const suffix = await suffixOf(PUBLISHABLE);
  const byHeader = tokens.map(({ text }) =>
    requestOf({ authorization: `Bearer ${text}` })
  );
  const uat = Math.floor(Date.now() / 1000) - 3600;
  const byCookie = tokens.map(({ text }) =>
    requestOf({
      cookie:
        `theme=dark; __client_uat=${uat}; __client_uat_${suffix}=${uat}; __session=${text}; __session_${suffix}=${text}`,
    })
  );
  const duel = (
    title: string,
    requests: readonly Request[],
    status: string,
  ): Duel => {
    const contestant = (
      name: string,
      authenticate: (request: Request) => Promise<State>,
    ): Contestant => ({
      name,
      run: (i) => authenticate(requests[i % requests.length] as Request),
      holds: (outcome) => (outcome as State).status === status,
    });
    return {
      title,
      contestants: [
        contestant("@clerk/backend", (r) => theirs.authenticateRequest(r)),
        contestant("isoclerk", (r) => ours.authenticateRequest(r)),
      ],
    };
  };
  return [
    duel("token in the header, 3,000 distinct", byHeader, "signed-in"),
    duel("session cookies, 3,000 distinct", byCookie, "signed-in"),
    duel("one token in the header", byHeader.slice(0, 1), "signed-in"),
    duel("one session in cookies", byCookie.slice(0, 1), "signed-in"),
    duel(
      "handshake redirect",
      [requestOf({ cookie: `__client_uat=${uat}` })],
      "handshake",
    ),
    duel("signed out", [requestOf({})], "signed-out"),
  ];
}
