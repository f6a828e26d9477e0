import { assertEquals, assertRejects } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { listen } from "../../src/platform/listen.ts";

const ADDRESS = { hostname: "127.0.0.1", port: 0 };

/** Listens with a handler that answers when it is told to. */
async function open() {
  let answer = (_: Response) => {};
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => arrive = resolve);
  const { port, stop } = await listen(() => {
    arrive();
    return new Promise<Response>((resolve) => answer = resolve);
  }, ADDRESS);
  return {
    url: `http://127.0.0.1:${port}/`,
    stop,
    arrived,
    answer: (response: Response) => answer(response),
  };
}

describe("a server that stops", () => {
  it("breaks off what takes longer than it is given", async () => {
    const { url, stop, arrived } = await open();
    const asked = assertRejects(async () => {
      const response = await fetch(url);
      await response.text();
    });
    await arrived;
    await stop(1);
    await asked;
  });

  it("answers what is under way", async () => {
    const { url, stop, arrived, answer } = await open();
    const asked = fetch(url);
    await arrived;
    const stopped = stop(10_000);
    answer(new Response("whole"));
    assertEquals(await (await asked).text(), "whole");
    await stopped;
  });
});
