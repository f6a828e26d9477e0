/**
 * Where the drop-in flavour departs from the official package: the list of
 * docs/compat.md, and the cases of the parity tests that show it.
 */
// A table: exempt from the limit on lines.

/** What is other, how it is here, and how it is there and why that stays there. */
export type Departure = readonly [name: string, here: string, there: string];

/** All departures, in the groups and the order of docs/compat.md. */
export const DEPARTURES: { readonly [group: string]: readonly Departure[] } = {
  "Tokens": [
    [
      "critical-extensions",
      "a token with `crit` or `b64: false` is refused",
      "accepted, though RFC 7515 demands to refuse extensions that are not understood",
    ],
    [
      "strict-form",
      "what is not canonical base64url, or no JSON object, or has a header whose `alg`, `typ`, `kid` or `cat` is no text, is refused with `token-invalid`",
      "some of it is accepted, some crashes with a `TypeError`",
    ],
    [
      "claim-types",
      "`iss`, `sub`, `azp`, `sid` that are no text, `aud` that is no text or list of texts, and times that are not finite are refused",
      'accepted unless an option looks at them: `"exp": 1e400` never expires',
    ],
    [
      "fractional-times",
      "fractions of seconds in `exp`, `nbf` and `iat` count",
      "cut off: a token can hold a second too early, or not for its last one",
    ],
    [
      "empty-values",
      "an empty `sub` and an `aud` of empty texts are refused",
      "a token for nobody passes; an audience of nothing passes for any",
    ],
    [
      "parties-as-text",
      "`authorizedParties` as text throws a `TypeError`",
      "accepted when the text contains the origin: `https://app.example.com.evil.example` lets `https://app.example.com` in, and the other way round",
    ],
    [
      "machine-tokens",
      "`verifyToken` refuses every token of a machine (`sub` starts with `mch_`)",
      "only those with the newer category",
    ],
    [
      "media-type",
      "`typ` is compared as a media type: `jwt` and `application/jwt` are `JWT`",
      "compared letter by letter, though RFC 7515 says otherwise",
    ],
    [
      "signature-first",
      "algorithm and signature are judged before `typ` and category, so a forged token always gets the same error",
      "a forged token is told what else is wrong with it",
    ],
    [
      "pinned-algorithm",
      "`verifyToken` says `token-invalid-algorithm` for RS384 and RS512",
      "refused as well, in the words of the host",
    ],
    [
      "host-texts",
      "what is wrong with a key or a body is said in our words, after the official start of the message",
      "in the words of the runtime, which differ, and may quote the key",
    ],
    [
      "tolerant-keys",
      "PEM with escaped line breaks or in quotes is understood, and a signing secret with white space around it",
      "refused, the most frequent mistake with environment variables",
    ],
    [
      "sign-errors",
      "`signJwt` throws `SignJWTError` alone, refuses times that are no numbers, `crit`, and what could not be read as a token",
      "throws whatever the host throws",
    ],
    [
      "error-names",
      "`error.name` is the name of the class",
      "`Error`, or a name made up by a build tool",
    ],
    [
      "jwks-caching",
      "100 tokens at a time fetch the keys once; an unknown `kid` does not fetch each time; keys serve on while the API is down; nothing is retried on a 4xx",
      "one fetch per token, and five for each failure",
    ],
    [
      "jwks-failures",
      "an API that cannot be reached, or answers HTML, gives `jwk-remote-failed-to-load`; any 401 gives `secret-key-invalid`",
      "a `SyntaxError` or `TypeError` of the host",
    ],
  ],
  "Requests": [
    [
      "encoded-ids",
      "every id is percent-encoded; dot segments throw a `TypeError`",
      "`a/b?c` reaches another operation; dot segments throw as well, in other words",
    ],
    [
      "falsy-filters",
      '`false`, `0` and `""` are sent; `null` and empty lists throw a `TypeError`',
      "left out: a filter that matches nobody gives everybody",
    ],
    [
      "retries",
      "reads are sent again on 429, 5xx and network failure, within time-outs; `retry: false` turns it off",
      "never, and a call may hang for ever",
    ],
    [
      "required-keys",
      "a call that needs a key throws without one",
      "with `requireSecretKey: false` it is sent without one, for the API to refuse",
    ],
    [
      "https-only",
      "an `apiUrl` with `http` throws a `TypeError`, but for this machine",
      "the secret key travels in clear",
    ],
    [
      "early-errors",
      "keys and URLs that are malformed, as with a line break inside, or do not belong together, throw a `TypeError` when the client is made",
      "at the first request that needs them, or never",
    ],
    [
      "no-telemetry",
      "there is no telemetry, no `telemetry` member, and no deprecation warning on the console",
      "sent and printed unless turned off",
    ],
    [
      "methods-without-this",
      "`const { getUser } = clerk.users` works",
      "fails on `this`",
    ],
    [
      "missing-ids",
      "every id is asked for",
      "some are not, and without them another operation is reached",
    ],
    [
      "undefined-ids",
      "`getOrganization` takes the slug when `organizationId` is undefined",
      "throws",
    ],
    [
      "dates-in-queries",
      "a `Date` is sent as milliseconds, as the API has times",
      "as its text, which the API refuses",
    ],
    [
      "empty-bulk",
      "an empty list throws a `TypeError`",
      "sent without a body, for the API to refuse",
    ],
    [
      "empty-bodies",
      "parameters without members are sent as `{}`",
      "sent without a body, though as JSON",
    ],
    [
      "null-defaults",
      "what is not given is not sent",
      "`apiKeys.revoke`, `m2m.createToken` and `m2m.revokeToken` send defaults of their own, most of them null",
    ],
    [
      "own-parameters",
      "parameters of this package alone (`includeTotalCount`) are not sent",
      "sent on",
    ],
    [
      "plan-totals",
      "`billing.getPlanList` asks for the total",
      "leaves it to the API whether there is one",
    ],
    ["file-names", "a `Blob` without a name is sent as `file`", "as `blob`"],
    [
      "keyless",
      "`createAccountlessApplication` sends no key, as it needs none",
      "sends the secret key along",
    ],
    [
      "forwarded-headers",
      "of `requestHeaders` those go along that start with `clerk-`",
      "all of them, cookies too",
    ],
    [
      "empty-audience",
      "`idPOAuthAccessToken.verify` throws a `TypeError` for an `audience` of nothing",
      "nothing is checked then",
    ],
  ],
  "Answers": [
    [
      "plain-resources",
      "resources are plain objects; getters, `raw` and `_raw` are not enumerable, so JSON, `structuredClone` and spreads leave them out",
      "class instances that cannot go to client components, with private metadata in an enumerable `_raw`",
    ],
    [
      "more-members",
      "members that the official classes leave out come through, in camelCase: `object`, the `tasks` of sessions, `totals` of subscriptions",
      "dropped until the next release",
    ],
    [
      "both-names",
      "organization domains, `publicOrganizationData` of invitations, testing tokens and answers without `object` (`userId`, `svixUrl`) have the names of the types and those of the API: `expiresAt` and `expires_at`",
      "the names of the API alone, though the types promise the others",
    ],
    [
      "tolerant-answers",
      "a part that the API may leave out may be missing: a membership without `public_user_data`",
      "a crash, reported as `unexpected_error`",
    ],
    [
      "bare-lists",
      "a list that comes without its total is `{ data, totalCount }` all the same, and its `totalCount` undefined",
      "the list itself, against the types: `data` is undefined",
    ],
    [
      "late-raw",
      "`raw` is made when it is asked for, from what the resource holds then: members that were null have their defaults",
      "the answer as it came",
    ],
    [
      "wallet-messages",
      "the `message` of a wallet's verification comes through",
      "always null",
    ],
    [
      "inactive-tokens",
      "`idPOAuthAccessToken.verify` throws a `TokenVerificationError` for a token that is over",
      "`{ active: false }` is returned as if it were a token",
    ],
  ],
  "Types": [
    [
      "deleted-types",
      "what deletes a thing gives what is left of it",
      "some of these methods are typed as if they gave the thing",
    ],
    [
      "optional-parts",
      "what the API may leave out or null is optional in payments to come, invitations' `publicOrganizationData`, attributes of connections, verifications of sign-ups, keys and errors of batches",
      "always there, by the types alone",
    ],
    [
      "wider-values",
      "all values that the API's description has: `enterprise_sso`, `backup_code`, a text as `aud`, `session.pending`",
      "some are missing",
    ],
    [
      "absent-members",
      "what nothing holds is not there: `__raw` of claims, `id` and `object` of parts that have none, most of a plan in events of billing",
      "promised, and undefined",
    ],
    [
      "free-form-types",
      "`unknown` for what may be anything: claims of machines and keys, variables of templates but for `otp_code` and `action_url`, the `meta` of errors but for its usual members",
      "`any`, which hides what is misspelt",
    ],
  ],
  "Errors of requests": [
    [
      "error-messages",
      "`message` is the reason phrase of the status, else what the first error says",
      "the reason phrase that came, which HTTP/2 does not have: an empty text",
    ],
    [
      "json-with-charset",
      "JSON is known by its media type, whatever its parameters",
      "`application/json; charset=utf-8` loses all errors",
    ],
    [
      "json-only",
      "an answer that is not JSON is an error `unexpected_response`",
      "HTML is returned as if it were a user",
    ],
    [
      "always-an-error",
      "`errors` has one error at least",
      "it is empty when the answer names none",
    ],
    [
      "error-codes",
      "`network_error`, `timeout`, `aborted` and `unexpected_response`, with the `cause`",
      "all of them are `unexpected_error`",
    ],
    ["retry-after-date", "`retryAfter` knows dates as well", "only numbers"],
  ],
  "Webhooks": [
    [
      "strict-timestamps",
      "digits, with a fraction at most",
      "`1e9`, `+1` and `123abc` count as times",
    ],
    ["few-signatures", "16 signatures are looked at", "any number"],
    [
      "doubled-headers",
      "a signature header that came twice is refused",
      "accepted",
    ],
    [
      "strict-ids",
      "an id with a dot, white space or more than 256 characters is refused",
      "accepted, though dots separate what is signed",
    ],
    [
      "events-only",
      "a body that is no event (an object with `type` and `data`) is refused",
      "an empty event is made of it",
    ],
    [
      "whole-events",
      "the event is the body as it came",
      "members that are not known are dropped",
    ],
  ],
  "Auth objects, machine tokens and redirects (`@clerk/backend/internal`)": [
    [
      "has-unknown",
      "`has` throws a `TypeError` for a condition that it does not know",
      "passed over: with a misspelt condition the others alone decide",
    ],
    [
      "has-malformed",
      "a condition that is `undefined` holds for nobody, nor does `org:a:b` as a feature; `has(undefined)` is false",
      "an undefined condition is passed over, `org:a:b` stands for `a`, and `has(undefined)` throws",
    ],
    [
      "auth-claim-types",
      "claims of the wrong type, of a version other than 1 and 2, or of an organization without id count as absent",
      "they come out as they are, or crash with a `TypeError` or an `Error`",
    ],
    [
      "debug-keys",
      "`debug()` shows of keys what they all begin with (`sk_test`), and no other member that is named as a secret",
      "the first seven characters of two of them, and all of `machineSecretKey`",
    ],
    [
      "public-data",
      "`stripPrivateDataFromObject` and `decorateObjectWithResources` let out what is on a list of public members",
      "private metadata stays in `raw` and in memberships",
    ],
    [
      "opaque-prefixes",
      "what begins with `ak_`, `mt_` or `oat_` is such a token, whatever comes after",
      "with two dots in it, it is taken for the JWT of a machine, of a kind that was not asked for",
    ],
    [
      "dead-tokens",
      "a machine token of which the API says that it is revoked, expired or inactive is refused",
      "accepted",
    ],
    [
      "missing-keys",
      "without a key to ask with, a machine token is refused",
      "asked about without `Authorization`",
    ],
    [
      "page-urls",
      "`/create` and `/tasks` are added to the path of a page, without doubling slashes, and `/create` needs no publishable key",
      "added behind the query: `/sign-in?a=1/tasks`",
    ],
    [
      "web-urls",
      "redirects lead to `http` and `https` pages alone, and name no other URL to get back to",
      "`javascript:` URLs are led to and named",
    ],
    [
      "forwarded-urls",
      "the host of a `ClerkRequest` comes from a header that holds one, the scheme is `http` or `https`, and the path stays a path",
      "`//evil.example/x` as a path makes `evil.example` the host",
    ],
    [
      "json-responses",
      "`reverificationErrorResponse` says that it is JSON",
      "`text/plain`, or nothing",
    ],
    [
      "request-json",
      "the JSON of a `ClerkRequest` shows cookies by name, and no credentials",
      "session tokens in full, in every log of a request",
    ],
  ],
  "Request authentication": [
    [
      "web-redirects",
      "a primary domain in development goes back to `http` and `https` pages alone, and to those of `allowedRedirectOrigins` if given",
      "`javascript:` URLs are led to; what is no URL makes the request fail",
    ],
    [
      "loop-guard",
      "three handshakes in a row or more are enough",
      "exactly three",
    ],
    [
      "query-kept",
      "what comes back from a handshake has its query and its fragment as they were written",
      "`%20` becomes `+`, and signatures over URLs break; a fragment is lost behind a proxy",
    ],
    [
      "path-patterns",
      "patterns of `organizationSyncOptions` have fixed text, `:name`, `(.*)` and `?`; anything else throws a `TypeError`",
      "regular expressions too, which can take for ever",
    ],
    [
      "empty-patterns",
      "an empty list of patterns is for no path",
      "`personalAccountPatterns: []` is for every path, and takes the organization away",
    ],
    [
      "whole-states",
      "a state whose token is of no kind asked for tells `publishableKey`, `domain` and so on as all do",
      "empty texts",
    ],
    [
      "key-messages",
      "a missing or malformed publishable key is named in one line",
      "followed by an advertisement",
    ],
  ],
  "Proxy": [
    [
      "hidden-paths",
      "a path that hides dot segments or control characters by percent-encoding is refused with `proxy_path_mismatch`",
      "passed on with the secret key, for whoever decodes it to see another",
    ],
    [
      "forwarded-origin",
      "`X-Forwarded-Host` and `X-Forwarded-Proto` that are no host, or neither `http` nor `https`, are not used",
      "`Clerk-Proxy-Url` and redirects begin with whatever they say",
    ],
    [
      "hop-by-hop",
      "`Proxy-Connection`, `Expect`, `HTTP2-Settings`, and a `Content-Length` without a body, are not passed on",
      "passed on: some hosts then fail, or wait for a body",
    ],
    [
      "relative-redirects",
      "a relative `Location` is resolved against the URL that was asked, and the path of `fapiUrl` is not repeated",
      "against the root, and repeated",
    ],
    [
      "told-secrets",
      "the secret key is struck out of the message of `proxy_request_failed`",
      "the client gets whatever the host's error says",
    ],
    [
      "emulator-keys",
      "the publishable key of an emulator on this machine leads to the emulator",
      "its secret is sent to Clerk",
    ],
  ],
};

/** The departures that differences between answers show, by where they are. */
export const ANSWER_DEPARTURES: {
  readonly [name: string]: (at: string, theirs: unknown) => boolean;
} = {
  "wallet-messages": (at) =>
    /web3Wallets\.\d+\.verification\.message$/.test(at),
  "late-raw": (at, theirs) => /\._?raw\./.test(at) && theirs === null,
  "tolerant-answers": (at, theirs) =>
    at === "outcome.error" && theirs instanceof Error &&
    JSON.stringify(theirs).includes("unexpected_error"),
};

/** The departures that the types of methods show; the compiler checks the list. */
export const TYPE_DEPARTURES = {
  "billing.cancelSubscriptionItem": "optional-parts",
  "billing.extendSubscriptionItemFreeTrial": "optional-parts",
  "billing.getOrganizationBillingSubscription": "optional-parts",
  "billing.getUserBillingSubscription": "optional-parts",
  "billing.getPlanList": "wider-values",
  "clients.getClient": "wider-values",
  "clients.getClientList": "wider-values",
  "clients.verifyClient": "wider-values",
  "emails.createBatch": "optional-parts",
  "enterpriseConnections.createEnterpriseConnection": "optional-parts",
  "enterpriseConnections.deleteEnterpriseConnection": "deleted-types",
  "enterpriseConnections.getEnterpriseConnection": "optional-parts",
  "enterpriseConnections.getEnterpriseConnectionList": "optional-parts",
  "enterpriseConnections.updateEnterpriseConnection": "optional-parts",
  "idPOAuthAccessToken.verify": "wider-values",
  "jwks.getJwks": "optional-parts",
  "machines.delete": "deleted-types",
  "organizations.createOrganizationDomain": "wider-values",
  "organizations.createOrganizationInvitation": "optional-parts",
  "organizations.createOrganizationInvitationBulk": "optional-parts",
  "organizations.deleteOrganization": "deleted-types",
  "organizations.deleteOrganizationDomain": "deleted-types",
  "organizations.getOrganizationDomainList": "wider-values",
  "organizations.getOrganizationInvitation": "optional-parts",
  "organizations.getOrganizationInvitationList": "optional-parts",
  "organizations.revokeOrganizationInvitation": "optional-parts",
  "organizations.updateOrganizationDomain": "wider-values",
  "redirectUrls.deleteRedirectUrl": "deleted-types",
  "samlConnections.deleteSamlConnection": "deleted-types",
  "signUps.get": "optional-parts",
  "signUps.update": "optional-parts",
  "users.deleteUser": "deleted-types",
  "users.getOrganizationInvitationList": "optional-parts",
  "users.verifyTOTP": "wider-values",
} as const;

/**
 * The departures that exported types show, by the places and what is wrong there;
 * `task check:npm` makes the list of them.
 */
export const EXPORT_DEPARTURES: { readonly [name: string]: RegExp } = {
  "absent-members":
    /\.(?:__raw|annual_monthly_amount|amount|claims|expires_at|has_base_fee|id|instance_id|interval|is_default|lifetime_paid|next_payment_(?:amount|date)|object|period|plan_period|product_id|proration_date|publicly_visible): is missing$/,
  "deleted-types":
    /\.data\.(?:created_at|description|id|is_creator_eligible|key|name|object|permissions|updated_at): (?:is missing|undefined is no string|string is no "(?:role|permission)")$/,
  "optional-parts":
    /\.(?:(?:verifications\.\w+|external_account)\.\w+: is missing|(?:next_action|supported_strategies): is missing|(?:amount|attempts|credits|date|discounts|domain|email_address|external_account|gateway_external_account_id|multi_?[vV]alued|next_?[aA]ction|next_payment|price_id|quantity|sso_?[pP]ath|supportedStrategies|totals): (?:undefined|null|readonly string\[\]) is no )/,
  "wider-values":
    /\.(?:enrollment_?[mM]ode|for_?[pP]ayer_?[tT]ype|gateway_status|has\(\)|last_?[aA]uthentication_?[sS]trategy|lifetime_paid|object|status|strategy|v): .* is no |"session\.pending" is no |\.data\.deleted: is missing/,
};

/** The departures that tokens show, by the cases of token_cases.ts. */
export const TOKEN_DEPARTURES: {
  readonly [name: string]: readonly string[];
} = {
  "critical-extensions": ["crit unknown", "b64 false"],
  "strict-form": [
    "typ null",
    "typ a number",
    "alg absent",
    "alg null",
    "alg a number",
    "kid a number",
    "kid null",
    "cat a number",
    "header null",
    "header a list",
    "header a text",
    "payload null",
    "payload a list",
    "payload a number",
    "signature padded",
    "empty signature",
  ],
  "claim-types": [
    "sid a number",
    "aud a number, not asked for",
    "aud null",
    "aud a number",
    "aud a list of numbers",
    "aud a mixed list",
    "aud an object",
    "azp null",
    "azp a number",
    "azp a number, not asked for",
    "azp a list",
    "iss null",
    "iss a number",
    "iss a number, not asked for",
    "exp beyond numbers",
  ],
  "fractional-times": ["nbf beyond the skew by a fraction"],
  "empty-values": ["sub empty", "aud a list with an empty text"],
  "parties-as-text": [
    "authorizedParties a text",
    "authorizedParties a longer text",
  ],
  "media-type": ["typ in small letters", "typ with prefix"],
  "signature-first": ["of another key and wrong typ", "wrong typ and alg"],
  "machine-tokens": ["verifyToken: sub of a machine"],
  "pinned-algorithm": ["verifyToken: alg RS384", "verifyToken: alg RS512"],
};

/** The departure that a case shows, if it shows one. */
export function departureOf(
  verb: string,
  name: string,
): string | undefined {
  return Object.keys(TOKEN_DEPARTURES).find((departure) =>
    TOKEN_DEPARTURES[departure]?.some((known) =>
      known === name || known === `${verb}: ${name}`
    )
  );
}
