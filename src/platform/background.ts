/** What keeps a process alive until some work is done. */
interface Background {
  waitUntil?(work: Promise<unknown>): void;
}

/** The part of a host that offers this to all, as Supabase's does. */
interface Host {
  /** On other hosts a text that names the host. */
  readonly EdgeRuntime?: Background;
  /** Known to every compiler, with the types of any host or of none. */
  readonly globalThis?: unknown;
}

/**
 * What of the host keeps the process alive for work that goes on after the
 * response, where the host does not hand it over with each request.
 */
export function findBackground(): Background | undefined {
  const { EdgeRuntime }: Host = globalThis;
  return EdgeRuntime;
}
