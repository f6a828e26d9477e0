import { type Html, markup } from "./html.ts";

/** One of several things to choose from. */
export interface Option {
  /** What the button sends. */
  readonly value: string;
  /** Makes the row, with what is given at its end. */
  readonly show: (end: Html) => Html;
  /** What it is called when it is chosen already. */
  readonly current?: string | undefined;
  /** Why it cannot be chosen. */
  readonly disabled?: string | undefined;
}

const ARROW = markup`<span class="go" aria-hidden="true">→</span>`;
const CURRENT = markup` aria-current="true"`;
const DISABLED = markup` disabled`;

/**
 * Shows a list of buttons to choose one from.
 *
 * @param label What the list is called.
 * @param name The name that the choice is sent under.
 * @param action Where it is sent to.
 * @param options What there is to choose from.
 */
export function showChoice(
  label: string,
  name: string,
  action: string,
  options: readonly Option[],
): Html {
  const rows = options.map((option) => showOption(name, option));
  return markup`<form method="post" action="${action}">
<ul class="list" aria-label="${label}">
${rows}</ul>
</form>`;
}

function showOption(
  name: string,
  { value, show, current, disabled }: Option,
): Html {
  const end = disabled
    ? markup`<span class="tag quiet">${disabled}</span>`
    : current
    ? markup`<span class="tag">${current}</span>`
    : ARROW;
  const state = disabled ? DISABLED : current ? CURRENT : undefined;
  return markup`<li><button class="row" name="${name}" value="${value}"${state}>
${show(end)}
</button></li>
`;
}
