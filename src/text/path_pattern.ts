/** What a path matched: its parameters by name. */
export type PathParameters = { readonly [name: string]: string };

/** Matches a path; undefined when it does not match. */
export type PathMatcher = (path: string) => PathParameters | undefined;

/** A piece of a pattern: fixed text, or something that varies. */
interface Piece {
  /** The text, in small letters; in front of what varies, else all of it. */
  readonly text: string;
  /** The name of what varies; undefined for fixed text. */
  readonly name?: string;
  /** Whether slashes may be part of it, and it may be empty. */
  readonly isRest?: boolean;
  /** Whether it may be absent, together with its text. */
  readonly isOptional?: boolean;
}

/** Fixed text, or `:name` or `(.*)` with the slash in front of it, or both together. */
const PIECE =
  /(\/?):([A-Za-z_]\w*)(\(\.\*\))?(\?)?|(\/?)\(\.\*\)(\?)?|[^/:()?*+{}\\]+|\//gy;

/**
 * Makes a matcher of a pattern: fixed text, `:name` for what is between two
 * slashes, `(.*)` for anything, `:name(.*)` for anything with a name; `?` after
 * one of these makes it optional, together with the slash in front of it. The
 * case of fixed text and a slash at the end do not count. Matching takes time in
 * proportion to the path's length, whatever the pattern: there are no regular
 * expressions in patterns.
 *
 * @returns The matcher; undefined when it is no such pattern.
 */
export function parsePathPattern(pattern: string): PathMatcher | undefined {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of pattern.matchAll(PIECE)) {
    const [all, slash, name, named, isOptional, restSlash, isRestOptional] =
      match;
    end += all.length;
    pieces.push(
      name === undefined && restSlash === undefined
        ? { text: all.toLowerCase() }
        : {
          text: slash ?? restSlash ?? "",
          name: name ?? "",
          isRest: Boolean(named ?? restSlash !== undefined),
          isOptional: Boolean(isOptional ?? isRestOptional),
        },
    );
  }
  return end === pattern.length
    ? (path) => matchPieces(pieces, path)
    : undefined;
}

function matchPieces(
  pieces: readonly Piece[],
  path: string,
): PathParameters | undefined {
  const lower = path.toLowerCase();
  const tables = findEnds(pieces, path, lower);
  const found: Record<string, string> = Object.create(null);
  let at = 0;
  for (const [i, piece] of pieces.entries()) {
    const { text, name, isRest } = piece;
    const [whole, varying] = tables[i] ?? [];
    if (!whole?.[at]) return undefined;
    const start = at + text.length;
    const isHere = lower.startsWith(text, at) && varying?.[start];
    if (name === undefined) at = start;
    if (name === undefined || !isHere) continue;
    // The rest takes what it can, a parameter no more than it must.
    const next = tables[i + 1]?.[0];
    at = isRest ? path.length : start + 1;
    while (!next?.[at]) at += isRest ? -1 : 1;
    found[name] = path.slice(start, at);
  }
  return tables[pieces.length]?.[0]?.[at] ? found : undefined;
}

/** For each piece: where it and all after it can match, and where what varies can. */
type Table = readonly [whole: Uint8Array, varying: Uint8Array];

function findEnds(
  pieces: readonly Piece[],
  path: string,
  lower: string,
): readonly Table[] {
  const size = path.length + 2;
  let next: Table = [new Uint8Array(size), new Uint8Array(size)];
  next[0][path.length] = 1;
  if (lower.endsWith("/")) next[0][path.length - 1] = 1;
  const tables = [next];
  for (const { text, name, isRest, isOptional } of [...pieces].reverse()) {
    const [after] = next;
    const whole = new Uint8Array(size);
    const varying = name === undefined ? after : new Uint8Array(size);
    for (let at = path.length; at >= 0; at--) {
      if (name !== undefined) {
        varying[at] = isRest ? Number(after[at] || varying[at + 1]) : Number(
          at < path.length && path[at] !== "/" &&
            (after[at + 1] || varying[at + 1]),
        );
      }
      whole[at] = Number(
        varying[at + text.length] && lower.startsWith(text, at) ||
          isOptional && after[at],
      );
    }
    next = [whole, varying];
    tables.unshift(next);
  }
  return tables;
}
