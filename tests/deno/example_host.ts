/**
 * The surroundings that an example runs in. Its environment variables and its
 * fetch lead to an emulated instance, and Deno.serve hands the handler one
 * request instead of listening, so that code written for a server ends.
 */
type Handler = (request: Request) => Response | Promise<Response>;

interface Host {
  /** Asks every handler that the example serves. */
  visit(): Promise<void>;
  restore(): void;
}

/** Runs an example as a test. */
export function test(name: string, load: () => Promise<unknown>): void {
  Deno.test(name, async () => {
    const host = prepareHost();
    try {
      await load();
      await host.visit();
    } finally {
      host.restore();
    }
  });
}

function prepareHost(): Host {
  const handlers: Handler[] = [];
  const { serve } = Deno;
  Object.assign(Deno, {
    serve: (...args: unknown[]) => {
      handlers.push(args.find((a) => typeof a === "function") as Handler);
      return { finished: Promise.resolve(), shutdown: () => Promise.resolve() };
    },
  });
  return {
    async visit() {
      for (const handler of handlers) {
        const response = await handler(new Request("http://127.0.0.1/"));
        await response.body?.cancel();
        if (response.status >= 500) {
          throw new Error(`The handler answered ${response.status}`);
        }
      }
    },
    restore() {
      Object.assign(Deno, { serve });
    },
  };
}
