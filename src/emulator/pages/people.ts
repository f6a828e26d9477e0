import type { OrganizationRow } from "../state/organization_rows.ts";
import type { UserRow } from "../state/user.ts";
import { type Html, markup } from "./html.ts";

/** How many colours there are for the marks of people; see the style sheet. */
const TINTS = 6;

/** What a user is called. */
export function nameOf(user: UserRow): string {
  const full = [user.firstName, user.lastName].filter(Boolean).join(" ");
  return full || user.username || identifierOf(user);
}

/** What a user is known by. */
export function identifierOf(user: UserRow): string {
  const email = user.emails.find(({ id }) => id === user.primaryEmailId) ??
    user.emails[0];
  return email?.value ?? user.username ?? user.phones[0]?.value ?? user.id;
}

/** Shows a user in a row: a mark, the name, and what the user is known by. */
export function showUser(user: UserRow, end?: Html): Html {
  const name = nameOf(user);
  const identifier = identifierOf(user);
  const below = identifier === name ? user.id : identifier;
  return showRow(showMark(name, user.id, ""), name, below, end);
}

/** Shows an organization in a row, with the user's role. */
export function showOrganization(
  { id, name }: OrganizationRow,
  role: string,
  end?: Html,
): Html {
  const below = role.replace(/^org:/, "").replaceAll("_", " ");
  return showRow(showMark(name, id, " square"), name, below, end);
}

/** Shows the place of a user outside of all organizations. */
export function showPersonal(user: UserRow, end?: Html): Html {
  const mark = showMark(nameOf(user), user.id, "");
  return showRow(mark, "Personal account", "no organization", end);
}

function showRow(mark: Html, name: string, below: string, end?: Html): Html {
  return markup`${mark}
<span class="who">
<span class="name">${name}</span>
<span class="sub">${below}</span>
</span>
${end}`;
}

function showMark(name: string, id: string, shape: string): Html {
  let sum = 0;
  for (const character of id) sum += character.codePointAt(0) ?? 0;
  const style = `avatar tint-${sum % TINTS}${shape}`;
  return markup`<span class="${style}" aria-hidden="true">${
    initialsOf(name)
  }</span>`;
}

function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const [first = "?", second = ""] = words;
  return (([...first][0] ?? "") + ([...second][0] ?? "")).toUpperCase();
}
