import { answerText } from "../http/answer.ts";
import { type Html, markup } from "./html.ts";

/** A page, but for what all pages have. */
export interface Page {
  /** The heading. */
  readonly title: string;
  /** What stands below the heading. */
  readonly body: Html;
}

/** Where the style sheet is. */
export const STYLE_PATH = "/assets/emulator.css";

/**
 * No scripts, and nothing from elsewhere. Where forms lead is left open: browsers
 * hold that rule against the redirect that follows, which is to the app.
 */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src data:",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Makes an answer of a page. */
export function answerPage(
  { title, body }: Page,
  origin: string,
  status = 200,
  cookies: readonly string[] = [],
): Response {
  const { text } = layOut(title, body, origin);
  const response = answerText(text, "text/html; charset=utf-8", status, {
    "cache-control": "no-store",
    "content-security-policy": POLICY,
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  });
  for (const cookie of cookies) response.headers.append("set-cookie", cookie);
  return response;
}

function layOut(title: string, body: Html, origin: string): Html {
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Clerk emulator</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${STYLE_PATH}">
</head>
<body>
<header class="banner">
<strong>Emulator.</strong> Test users on this machine: no password is asked for, and nothing here is real.
</header>
<main>
<div class="card">
${MARK}
<h1>${title}</h1>
${body}
</div>
</main>
<footer>An emulated Clerk instance at ${origin}</footer>
</body>
</html>
`;
}

/** A flask: this is a laboratory. */
const MARK =
  markup`<svg class="mark" viewBox="0 0 40 40" fill="none" stroke="currentColor" stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
<path d="M14 4h12M16 4v11L6.5 31a3.5 3.5 0 0 0 3 5h21a3.5 3.5 0 0 0 3-5L24 15V4"/>
<path d="M11 25h18" stroke-width="3"/>
</svg>`;
