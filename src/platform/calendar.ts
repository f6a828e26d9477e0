/** Reads a date as RFC 3339 writes it; undefined when it is none. */
export function parseTimestamp(text: string): number | undefined {
  const ms = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i
      .test(text)
    ? Date.parse(text)
    : NaN;
  return Number.isNaN(ms) ? undefined : ms;
}

/** Writes a time in milliseconds since 1970 as RFC 3339, in UTC. */
export function formatTimestamp(ms: number): string {
  return new Date(ms).toISOString();
}

/** Writes a time in milliseconds since 1970 as HTTP does: `Thu, 01 Jan 1970 00:00:00 GMT`. */
export function formatHttpDate(ms: number): string {
  return new Date(ms).toUTCString();
}

/** Reads a date as HTTP writes it; undefined when it is none. */
export function parseHttpDate(text: string): number | undefined {
  const ms = /^[A-Za-z]{3,9},? /.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(ms) ? undefined : ms;
}

/** The time of a Date in milliseconds since 1970; undefined for anything else. */
export function readDate(value: unknown): number | undefined {
  return Object.prototype.toString.call(value) === "[object Date]"
    ? Number(value)
    : undefined;
}
