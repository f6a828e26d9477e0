/** Makes an answer of which nothing that could be read comes. */
export function brokenOff(): Response {
  const body = new ReadableStream({
    start(controller) {
      controller.error(new Error("The server broke this off."));
    },
  });
  return new Response(body, { headers: { "content-length": "1" } });
}
