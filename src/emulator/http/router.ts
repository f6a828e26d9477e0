import type { Operation, Operations } from "../instance.ts";

/** An operation that a request is for, and what stands in its path. */
export interface Match {
  /** The operation. */
  readonly operation: Operation;
  /** Its method and path, such as `GET /v1/users/{user_id}`. */
  readonly route: string;
  /** What stands in the slots of the path, decoded. */
  readonly slots: { readonly [name: string]: string };
}

/** Finds the operation that a method and a path are for. */
export type Router = (method: string, path: string) => Match | undefined;

interface Branch {
  readonly fixed: Map<string, Branch>;
  slot?: Branch;
  readonly ends: Map<string, End>;
}

interface End {
  readonly operation: Operation;
  readonly route: string;
  readonly names: readonly string[];
}

/** Makes a router out of tables of operations. */
export function createRouter(tables: readonly Operations[]): Router {
  const root = makeBranch();
  for (const table of tables) {
    for (const [route, operation] of Object.entries(table)) {
      plant(root, route, operation);
    }
  }
  return (method, path) => {
    const values: string[] = [];
    const end = walk(root, path.slice(1).split("/"), 0, method, values);
    if (!end) return undefined;
    const slots: { [name: string]: string } = {};
    for (const [i, name] of end.names.entries()) {
      const value = decode(values[i] ?? "");
      if (value === undefined) return undefined;
      slots[name] = value;
    }
    return { operation: end.operation, route: end.route, slots };
  };
}

function plant(root: Branch, route: string, operation: Operation): void {
  const [method = "", path = ""] = route.split(" ");
  const names: string[] = [];
  let branch = root;
  for (const segment of path.slice(1).split("/")) {
    if (segment.startsWith("{")) {
      names.push(segment.slice(1, -1));
      branch = branch.slot ??= makeBranch();
    } else {
      const next = branch.fixed.get(segment) ?? makeBranch();
      branch.fixed.set(segment, next);
      branch = next;
    }
  }
  branch.ends.set(method, { operation, route, names });
}

/** Fixed segments go before slots: `/users/count` is not a user's. */
function walk(
  branch: Branch,
  segments: readonly string[],
  at: number,
  method: string,
  values: string[],
): End | undefined {
  const segment = segments[at];
  if (segment === undefined) return branch.ends.get(method);
  const fixed = branch.fixed.get(segment);
  const found = fixed && walk(fixed, segments, at + 1, method, values);
  if (found || !branch.slot || segment === "") return found;
  values.push(segment);
  const end = walk(branch.slot, segments, at + 1, method, values);
  if (!end) values.pop();
  return end;
}

function makeBranch(): Branch {
  return { fixed: new Map(), ends: new Map() };
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
