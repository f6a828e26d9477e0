/**
 * deno task reasons
 *
 * Writes docs/reasons.md from the table of reasons in src/auth/request. A test
 * says when it is out of date.
 */
import {
  type ReasonNote,
  REASONS,
  REFRESH_REASONS,
} from "../src/auth/request/reasons.ts";

const INTRODUCTION = `# Why a request is not signed in

\`authenticateRequest\` gives a state. Its \`reason\` says why nobody is signed in,
or why the browser is sent elsewhere to find out; it is null when somebody is.
Many reasons are everyday: a handshake settles them, and nobody need look. The
same reason with the status \`signed-out\` means that a handshake could not be
made: the request was not one for a page to show (a call from a script, a form,
an image), or three in a row were in vain.

This file is made from \`src/auth/request/reasons.ts\` by \`deno task reasons\`.
`;

const REFRESH = `
## Expired, and not refreshed

An expired session token is replaced by means of its refresh cookie, where there
is one. Where that fails, the reason is \`session-token-expired-refresh-\` and one
of these, or a code of the Backend API such as \`refresh_token_not_found\`.
`;

const TOKENS = `
## Tokens that were refused

Any other reason is one of the token's own verification: see
[errors.md](./errors.md). The \`message\` of the state says what was expected and
what came.
`;

/** The text of docs/reasons.md. */
export function describeReasons(): string {
  return [
    INTRODUCTION,
    describeTable(REASONS) + REFRESH,
    describeTable(REFRESH_REASONS) + TOKENS,
  ].join("\n");
}

function describeTable(
  notes: { readonly [reason: string]: ReasonNote },
): string {
  const rows = Object.entries(notes).map(([reason, { meaning, remedy }]) => [
    `\`${reason}\``,
    meaning,
    remedy,
  ]);
  const all = [["reason", "what it means", "what to do"], ...rows];
  const widths = [0, 1, 2].map((i) =>
    Math.max(...all.map((row) => row[i]?.length ?? 0))
  );
  const line = (row: readonly string[], fill = " ") =>
    `| ${
      row.map((cell, i) => cell.padEnd(widths[i] ?? 0, fill)).join(" | ")
    } |`;
  const [head = [], ...body] = all;
  return [
    line(head),
    line(["", "", ""], "-"),
    ...body.map((row) => line(row)),
    "",
  ]
    .join("\n");
}

if (import.meta.main) {
  Deno.writeTextFileSync("docs/reasons.md", describeReasons());
}
