import { CLAIMS, encode, HEADER, NOW, signText, signToken } from "./tokens.ts";
import type { TestKey } from "./tokens.ts";

type Json = Readonly<Record<string, unknown>>;

/** A token and the options that it is verified with. */
export interface TokenCase {
  readonly name: string;
  readonly token: (keys: CaseKeys) => unknown;
  readonly options: Json;
}

/** The keys that the cases are made with. */
export interface CaseKeys {
  readonly key: TestKey;
  readonly other: TestKey;
  readonly ec: TestKey;
}

function claims(
  name: string,
  replaced: Json,
  options: Json = {},
): TokenCase {
  const token = ({ key }: CaseKeys) => signToken(key, replaced);
  return { name, token, options };
}

function header(
  name: string,
  replaced: Json,
  options: Json = {},
): TokenCase {
  const token = ({ key }: CaseKeys) => signToken(key, {}, replaced);
  return { name, token, options };
}

function form(name: string, token: TokenCase["token"]): TokenCase {
  return { name, token, options: {} };
}

const NULL = null;
const gone = undefined;

const HEADERS: readonly TokenCase[] = [
  header("a session token", {}),
  header("typ absent", { typ: gone }),
  header("typ null", { typ: NULL }),
  header("typ empty", { typ: "" }),
  header("typ a number", { typ: 1 }),
  header("typ in small letters", { typ: "jwt" }),
  header("typ with prefix", { typ: "application/jwt" }),
  header("typ at+jwt", { typ: "at+jwt" }),
  header("typ at+jwt as asked for", { typ: "at+jwt" }, {
    headerType: "at+jwt",
  }),
  header("typ in a list", { typ: "at+jwt" }, {
    headerType: ["JWT", "at+jwt"],
  }),
  header("typ not in a list", { typ: "x" }, { headerType: ["JWT", "at+jwt"] }),
  header("typ absent and asked for", { typ: gone }, { headerType: "JWT" }),
  header("headerType an empty list", {}, { headerType: [] }),
  header("headerType empty", {}, { headerType: "" }),
  header("alg RS384", { alg: "RS384" }),
  header("alg RS512", { alg: "RS512" }),
  header("alg PS256", { alg: "PS256" }),
  header("alg HS256", { alg: "HS256" }),
  header("alg none", { alg: "none" }),
  header("alg absent", { alg: gone }),
  header("alg null", { alg: NULL }),
  header("alg a number", { alg: 5 }),
  header("kid absent", { kid: gone }),
  header("kid a number", { kid: 5 }),
  header("kid null", { kid: NULL }),
  header("crit unknown", { crit: ["x"], x: 1 }),
  header("b64 false", { b64: false }),
  header("cat absent", { cat: gone }),
  header("cat of a template", { cat: "cl_B7d4PD222AAA" }),
  header("cat of M2M", { cat: "cl_B7d4PD333AAA" }),
  header("cat unknown", { cat: "cl_x" }),
  header("cat a number", { cat: 3 }),
];

const SUBJECTS: readonly TokenCase[] = [
  claims("sub absent", { sub: gone }),
  claims("sub empty", { sub: "" }),
  claims("sub null", { sub: NULL }),
  claims("sub a number", { sub: 7 }),
  claims("sub an object", { sub: {} }),
  claims("sub of a machine", { sub: "mch_1" }),
  claims("sid absent", { sid: gone }),
  claims("sid a number", { sid: 5 }),
  claims("sts pending", { sts: "pending" }),
  claims("act", { act: { sub: "user_2" } }),
  claims("organization claims", { v: 2, o: { id: "org_1", rol: "admin" } }),
  claims("a claim __proto__", JSON.parse('{"__proto__":{"x":1}}')),
];

const AUDIENCES: readonly TokenCase[] = [
  claims("aud not asked for", { aud: "api" }),
  claims("aud a number, not asked for", { aud: 5 }),
  claims("aud as asked for", { aud: "api" }, { audience: "api" }),
  claims("aud another", { aud: "web" }, { audience: "api" }),
  claims("aud absent", {}, { audience: "api" }),
  claims("aud null", { aud: NULL }, { audience: "api" }),
  claims("aud empty", { aud: "" }, { audience: "api" }),
  claims("aud an empty list", { aud: [] }, { audience: "api" }),
  claims("aud a list with an empty text", { aud: [""] }, { audience: "api" }),
  claims("aud a list that holds it", { aud: ["x", "api"] }, {
    audience: "api",
  }),
  claims("aud a list that does not", { aud: ["x", "y"] }, { audience: "api" }),
  claims("audience a list", { aud: "api" }, { audience: ["x", "api"] }),
  claims("audience a list without it", { aud: "api" }, {
    audience: ["x", "y"],
  }),
  claims("both lists", { aud: ["a", "b"] }, { audience: ["b", "c"] }),
  claims("both lists, apart", { aud: ["a", "b"] }, { audience: ["c", "d"] }),
  claims("audience empty", { aud: "api" }, { audience: "" }),
  claims("audience an empty list", { aud: "api" }, { audience: [] }),
  claims("audience a list with an empty text", { aud: "api" }, {
    audience: [""],
  }),
  claims("audience a list with undefined", { aud: "api" }, {
    audience: [undefined],
  }),
  claims("audience a list with one empty text", { aud: "api" }, {
    audience: ["", "x"],
  }),
  claims("aud a number", { aud: 5 }, { audience: "api" }),
  claims("aud a list of numbers", { aud: [5] }, { audience: "api" }),
  claims("aud a mixed list", { aud: [5, "api"] }, { audience: "api" }),
  claims("aud an object", { aud: {} }, { audience: "api" }),
  claims("audience a number", { aud: "api" }, { audience: 5 }),
];

const APP = "https://app.example.com";

const PARTIES: readonly TokenCase[] = [
  claims("azp as asked for", {}, { authorizedParties: [APP] }),
  claims("azp one of several", {}, {
    authorizedParties: ["https://x.example", APP],
  }),
  claims("azp another", {}, { authorizedParties: ["https://x.example"] }),
  claims("azp none of several", {}, {
    authorizedParties: ["https://x.example", "https://y.example"],
  }),
  claims("azp absent", { azp: gone }, { authorizedParties: [APP] }),
  claims("azp empty", { azp: "" }, { authorizedParties: [APP] }),
  claims("azp null", { azp: NULL }, { authorizedParties: [APP] }),
  claims("azp a number", { azp: 5 }, { authorizedParties: [APP] }),
  claims("azp a number, not asked for", { azp: 5 }),
  claims("azp a list", { azp: [APP] }, { authorizedParties: [APP] }),
  claims("azp in another case", { azp: APP.toUpperCase() }, {
    authorizedParties: [APP],
  }),
  claims("azp with a slash", { azp: `${APP}/` }, { authorizedParties: [APP] }),
  claims("authorizedParties with a slash", {}, {
    authorizedParties: [`${APP}/`],
  }),
  claims("authorizedParties empty", {}, { authorizedParties: [] }),
  claims("authorizedParties with an empty text", {}, {
    authorizedParties: [""],
  }),
  claims("authorizedParties with an empty text and it", {}, {
    authorizedParties: ["", APP],
  }),
  claims("authorizedParties no origin", {}, {
    authorizedParties: ["whatever"],
  }),
  claims("authorizedParties undefined", {}, { authorizedParties: undefined }),
  claims("authorizedParties a text", {}, { authorizedParties: APP }),
  claims("authorizedParties a longer text", {}, {
    authorizedParties: `${APP}.evil.example`,
  }),
  claims("authorizedParties of an extension", {
    azp: "chrome-extension://abc",
  }, { authorizedParties: ["chrome-extension://abc"] }),
  claims("azp absent, and a party that is empty", { azp: gone }, {
    authorizedParties: ["https://a.example", ""],
  }),
  claims("azp and party empty", { azp: "" }, { authorizedParties: [""] }),
];

const ISS = CLAIMS.iss;

const ISSUERS: readonly TokenCase[] = [
  claims("iss as asked for", {}, { issuer: ISS }),
  claims("iss another", {}, { issuer: "https://x.example" }),
  claims("iss one of several", {}, { issuer: ["https://x.example", ISS] }),
  claims("iss none of several", {}, {
    issuer: ["https://x.example", "https://y.example"],
  }),
  claims("iss absent", { iss: gone }, { issuer: ISS }),
  claims("iss null", { iss: NULL }, { issuer: ISS }),
  claims("iss a number", { iss: 5 }, { issuer: ISS }),
  claims("iss a number, not asked for", { iss: 5 }),
  claims("issuer empty", {}, { issuer: "" }),
  claims("issuer an empty list", {}, { issuer: [] }),
  claims("issuer a list with an empty text", {}, { issuer: [""] }),
  claims("issuer null", {}, { issuer: NULL }),
  claims("issuer a function that agrees", {}, { issuer: () => true }),
  claims("issuer a function that does not", {}, { issuer: () => false }),
  claims("issuer a number", {}, { issuer: 5 }),
  claims("issuer an expression", {}, { issuer: /clerk/ }),
];

const TIMES: readonly TokenCase[] = [
  claims("exp now", { exp: NOW }),
  claims("nbf beyond the skew by a fraction", { nbf: NOW + 5.5 }),
  claims("exp at the skew", { exp: NOW - 5 }),
  claims("exp within the skew", { exp: NOW - 4 }),
  claims("exp beyond the skew", { exp: NOW - 6 }),
  claims("exp long ago", { exp: 1 }),
  claims("exp zero", { exp: 0 }),
  claims("exp negative", { exp: -5 }),
  claims("exp absent", { exp: gone }),
  claims("exp null", { exp: NULL }),
  claims("exp a text", { exp: `${NOW + 60}` }),
  claims("exp a list", { exp: [NOW + 60] }),
  claims("exp a fraction", { exp: NOW + 0.5 }),
  claims("exp beyond dates", { exp: 1e300 }),
  form(
    "exp beyond numbers",
    ({ key }) =>
      signText(
        JSON.stringify(HEADER),
        JSON.stringify({ ...CLAIMS, exp: 0 }).replace('"exp":0', '"exp":1e400'),
        key,
      ),
  ),
  claims("nbf absent", { nbf: gone }),
  claims("nbf null", { nbf: NULL }),
  claims("nbf zero", { nbf: 0 }),
  claims("nbf a text", { nbf: `${NOW}` }),
  claims("nbf within the skew", { nbf: NOW + 4 }),
  claims("nbf at the skew", { nbf: NOW + 5 }),
  claims("nbf beyond the skew", { nbf: NOW + 6 }),
  claims("nbf empty", { nbf: "" }),
  claims("iat absent", { iat: gone }),
  claims("iat null", { iat: NULL }),
  claims("iat zero", { iat: 0 }),
  claims("iat a text", { iat: `${NOW}` }),
  claims("iat within the skew", { iat: NOW + 4 }),
  claims("iat at the skew", { iat: NOW + 5 }),
  claims("iat beyond the skew", { iat: NOW + 6 }),
  claims("iat and nbf beyond the skew", { iat: NOW + 60, nbf: NOW + 60 }),
  claims("no skew, exp now", { exp: NOW }, { clockSkewInMs: 0 }),
  claims("no skew, exp next", { exp: NOW + 1 }, { clockSkewInMs: 0 }),
  claims("no skew, iat next", { iat: NOW + 1 }, { clockSkewInMs: 0 }),
  claims("skew null", { exp: NOW - 4 }, { clockSkewInMs: NULL }),
  claims("skew undefined", { exp: NOW - 4 }, { clockSkewInMs: undefined }),
  claims("skew NaN", { exp: NOW - 4 }, { clockSkewInMs: NaN }),
  claims("skew NaN, too late", { exp: NOW - 6 }, { clockSkewInMs: NaN }),
  claims("skew Infinity", { exp: NOW - 6 }, { clockSkewInMs: Infinity }),
  claims("skew a text", { exp: NOW - 8 }, { clockSkewInMs: "10000" }),
  claims("skew negative", { exp: NOW + 5 }, { clockSkewInMs: -10_000 }),
  claims("skew of a minute", { exp: NOW - 50 }, { clockSkewInMs: 60_000 }),
  claims("skew of a minute, too late", { exp: NOW - 70 }, {
    clockSkewInMs: 60_000,
  }),
];

const ORDER: readonly TokenCase[] = [
  claims("expired and of another party", { exp: 1 }, {
    authorizedParties: ["https://x.example"],
  }),
  claims("of another party and issuer", {}, {
    authorizedParties: ["https://x.example"],
    issuer: "https://x.example",
  }),
  claims("for another audience and party", { aud: "web" }, {
    audience: "api",
    authorizedParties: ["https://x.example"],
  }),
  claims("no sub and another audience", { sub: gone, aud: "web" }, {
    audience: "api",
  }),
  claims("no sub and expired", { sub: gone, exp: 1 }),
  claims("of another issuer and expired", { exp: 1 }, {
    issuer: "https://x.example",
  }),
  claims("expired and not yet", { exp: 1, nbf: NOW + 60 }),
  {
    name: "wrong typ and alg",
    token: ({ key }) => signToken(key, {}, { typ: "x", alg: "none" }),
    options: {},
  },
  {
    name: "wrong typ and expired",
    token: ({ key }) => signToken(key, { exp: 1 }, { typ: "x" }),
    options: {},
  },
  {
    name: "wrong alg and expired",
    token: ({ key }) => signToken(key, { exp: 1 }, { alg: "none" }),
    options: {},
  },
  {
    name: "of another key and expired",
    token: ({ other }) => signToken(other, { exp: 1 }),
    options: {},
  },
  {
    name: "of another key and wrong typ",
    token: ({ other }) => signToken(other, {}, { typ: "x" }),
    options: {},
  },
];

async function parts(keys: CaseKeys): Promise<readonly string[]> {
  return (await signToken(keys.key)).split(".");
}

const FORMS: readonly TokenCase[] = [
  form("no token: undefined", () => undefined),
  form("no token: null", () => null),
  form("no token: a number", () => 5),
  form("no token: empty", () => ""),
  form("one part", () => "abc"),
  form("two parts", async (k) => (await parts(k)).slice(0, 2).join(".")),
  form("four parts", async (k) => [...await parts(k), "x"].join(".")),
  form("three dots at the end", async (k) => (await parts(k)).join(".") + "."),
  form(
    "empty header",
    async (k) => ["", ...(await parts(k)).slice(1)].join("."),
  ),
  form("empty payload", async (k) => {
    const [head, , tail] = await parts(k);
    return `${head}..${tail}`;
  }),
  form("empty signature", async (k) => {
    const [head, body] = await parts(k);
    return `${head}.${body}.`;
  }),
  form("two dots", () => ".."),
  form("header no JSON", async (k) => {
    const [, body, tail] = await parts(k);
    return `${encode("{")}.${body}.${tail}`;
  }),
  form("header no base64url", async (k) => {
    const [, body, tail] = await parts(k);
    return `!!!.${body}.${tail}`;
  }),
  form(
    "header null",
    ({ key }) => signText("null", JSON.stringify(CLAIMS), key),
  ),
  form(
    "header a list",
    ({ key }) => signText("[]", JSON.stringify(CLAIMS), key),
  ),
  form(
    "header a text",
    ({ key }) => signText('"x"', JSON.stringify(CLAIMS), key),
  ),
  form(
    "payload null",
    ({ key }) => signText(JSON.stringify(HEADER), "null", key),
  ),
  form(
    "payload a list",
    ({ key }) => signText(JSON.stringify(HEADER), "[]", key),
  ),
  form(
    "payload a number",
    ({ key }) => signText(JSON.stringify(HEADER), "5", key),
  ),
  form(
    "payload empty object",
    ({ key }) => signText(JSON.stringify(HEADER), "{}", key),
  ),
  form(
    "payload no JSON",
    ({ key }) => signText(JSON.stringify(HEADER), "x", key),
  ),
  form("signature padded", async (k) => (await parts(k)).join(".") + "=="),
  form(
    "signature with white space",
    async (k) => (await parts(k)).join(".") + " ",
  ),
  form(
    "signature truncated",
    async (k) => (await parts(k)).join(".").slice(0, -4),
  ),
  form(
    "signature cut in a byte",
    async (k) => (await parts(k)).join(".").slice(0, -1),
  ),
  form("signature no base64url", async (k) => {
    const [head, body] = await parts(k);
    return `${head}.${body}.!!!!`;
  }),
  form("in front white space", async (k) => " " + (await parts(k)).join(".")),
  form("of another key", ({ other }) => signToken(other)),
  form("payload changed", async (k) => {
    const [head, , tail] = await parts(k);
    return `${head}.${
      encode(JSON.stringify({ ...CLAIMS, sub: "user_2" }))
    }.${tail}`;
  }),
  form(
    "beyond Latin letters",
    ({ key }) => signToken(key, { name: "Zoë 漢字" }),
  ),
];

/** Every case; all of them verify with the key that they were made with. */
export const TOKEN_CASES: readonly TokenCase[] = [
  ...HEADERS,
  ...SUBJECTS,
  ...AUDIENCES,
  ...PARTIES,
  ...ISSUERS,
  ...TIMES,
  ...ORDER,
  ...FORMS,
];
