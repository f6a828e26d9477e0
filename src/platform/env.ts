/** The parts of a host that hold environment variables, where there are any. */
interface Host {
  readonly Deno?: {
    readonly env?: { get(name: string): string | undefined };
    readonly permissions?: {
      querySync?(descriptor: { name: "env"; variable: string }): {
        readonly state: string;
      };
    };
  };
  readonly process?: { readonly env?: object };
  /** Known to every compiler, with the types of any host or of none. */
  readonly globalThis?: unknown;
}

/**
 * Reads an environment variable. Never throws and never prompts: what Deno has
 * not granted reads as unset, and so does an empty variable.
 *
 * @param name The variable.
 * @param env What to read instead of the process's environment, such as the
 * bindings that Cloudflare Workers hand to a handler.
 * @returns Its value without white space around it, or undefined.
 */
export function readEnv(name: string, env?: object): string | undefined {
  try {
    const value = env ? Reflect.get(env, name) : readHost(name);
    return typeof value === "string" && value.trim() || undefined;
  } catch {
    return undefined;
  }
}

function readHost(name: string): unknown {
  const { Deno, process }: Host = globalThis;
  if (!Deno?.env) return process?.env && Reflect.get(process.env, name);
  // Asking for a variable that is not granted would prompt on a terminal.
  const asked = Deno.permissions?.querySync?.({ name: "env", variable: name });
  return asked?.state === "prompt" ? undefined : Deno.env.get(name);
}
