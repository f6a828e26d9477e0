// Loaded before an app: what it asks of others than this machine fails, and is
// told on the standard error.
const { fetch } = globalThis;

globalThis.fetch = async (input, init) => {
  const { hostname, origin } = new URL(
    input instanceof Request ? input.url : input,
  );
  if (hostname === "127.0.0.1") return await fetch(input, init);
  console.error(`The app asked ${origin}`);
  throw new TypeError(`There is no network but 127.0.0.1, not ${origin}`);
};
