/** What sends requests: the host's `fetch`, or anything called in its manner. */
export type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

/** The host's fetch, looked up at each call, so that a replaced one is used. */
export const systemFetch: Fetch = (input, init) => fetch(input, init);
