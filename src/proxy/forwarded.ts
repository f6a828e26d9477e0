/** What proxies in front of an app tell of a client; anyone else can too. */
const TOLD_BY_PROXIES =
  /^(forwarded|x-forwarded-.+|x-real-ip|true-client-ip|x-client-ip|cf-.+)$/;

/** Whether a header tells what only a proxy in front of the app can know. */
export function isToldByProxies(name: string): boolean {
  return TOLD_BY_PROXIES.test(name);
}

/** The origin that the client sees, as proxies in front of the app tell it. */
export function readForwardedOrigin(headers: Headers): string | undefined {
  const host = firstOf(headers, "x-forwarded-host");
  const proto = firstOf(headers, "x-forwarded-proto");
  const origin = `${proto}://${host}`;
  const isOrigin = /^https?$/.test(proto) && URL.canParse(origin) &&
    /^[\w.-]+(:\d+)?$|^\[[\da-f:]+\](:\d+)?$/i.test(host);
  return isOrigin ? origin : undefined;
}

/** The address of the client, as proxies in front of the app tell it. */
export function readForwardedAddress(headers: Headers): string | undefined {
  const names = ["cf-connecting-ip", "x-real-ip", "x-forwarded-for"];
  return names.map((name) => firstOf(headers, name)).find(Boolean);
}

function firstOf(headers: Headers, name: string): string {
  return headers.get(name)?.split(",")[0]?.trim() ?? "";
}
