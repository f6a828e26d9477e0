import type { Reverification } from "./objects/reverification.ts";

/** What tells Clerk's frontend to have the user verify who they are, again. */
export interface ReverificationError {
  /** What went wrong, in the form that the frontend looks for. */
  readonly clerk_error: {
    /** The user may not do it as things are. */
    readonly type: "forbidden";
    /** They would have to verify who they are. */
    readonly reason: "reverification-error";
    /** What is demanded. */
    readonly metadata: {
      /** How recently, and which factors. */
      readonly reverification?: Reverification;
    };
  };
}

/**
 * Makes what a server action returns when the user has to verify who they are
 * again. Clerk's frontend asks them to, and tries once more.
 *
 * @param demand What is demanded, as it was asked of `has`.
 * @returns What to return.
 */
export function createReverificationError(
  demand?: Reverification,
): ReverificationError {
  return {
    clerk_error: {
      type: "forbidden",
      reason: "reverification-error",
      metadata: demand === undefined ? {} : { reverification: demand },
    },
  };
}

/**
 * Makes the same as a response, with the status 403.
 *
 * @param demand What is demanded, as it was asked of `has`.
 * @returns The response.
 */
export function createReverificationResponse(
  demand?: Reverification,
): Response {
  return Response.json(createReverificationError(demand), { status: 403 });
}
