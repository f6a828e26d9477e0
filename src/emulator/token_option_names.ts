import type {
  ApiKeyOptions,
  M2mTokenOptions,
  OAuthTokenOptions,
} from "./machine_tokens.ts";
import { isText } from "../text/json.ts";
import { checkOptionNames } from "./option_names.ts";
import type { SessionTokenOptions } from "./session_token.ts";
import type { TokenOptions } from "./sign_token.ts";
import type { TicketOptions } from "./tickets.ts";

/** The names of all members, as the compiler sees to. */
type Names<Options> = { readonly [Name in keyof Required<Options>]: true };

const TOKEN: Names<TokenOptions> = {
  expiresIn: true,
  claims: true,
  header: true,
};
const SESSION: Names<SessionTokenOptions> = {
  ...TOKEN,
  sessionId: true,
  organization: true,
  azp: true,
  fva: true,
  sts: true,
  act: true,
  pla: true,
  fea: true,
  version: true,
};
const M2M: Names<M2mTokenOptions> = {
  ...TOKEN,
  subject: true,
  scopes: true,
  format: true,
};
const OAUTH: Names<OAuthTokenOptions> = {
  ...TOKEN,
  clientId: true,
  scopes: true,
  format: true,
};
const API_KEY: Names<ApiKeyOptions> = {
  name: true,
  type: true,
  description: true,
  scopes: true,
  claims: true,
  expiresIn: true,
};
const TICKET: Names<TicketOptions> = { orgId: true, expiresIn: true };

/** The options of each kind of token that the emulator makes. */
const OPTIONS = {
  session: SESSION,
  forged: SESSION,
  template: TOKEN,
  m2m: M2M,
  oauth: OAUTH,
  apiKey: API_KEY,
  ticket: TICKET,
};

/**
 * Refuses options that a kind of token does not have, and the owner of a token
 * that is no text.
 *
 * @throws {TypeError} When there is one.
 */
export function checkTokenOptions(
  kind: keyof typeof OPTIONS,
  options: object,
  owner: unknown = "",
): void {
  if (!isText(owner)) {
    throw new TypeError(
      `Cannot make the token by "tokens.${kind}": expected an id as text, such as "user_1".`,
    );
  }
  const names = Object.keys(OPTIONS[kind]);
  checkOptionNames(options, names, `make the token by "tokens.${kind}"`);
}
