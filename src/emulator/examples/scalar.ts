import { formatTimestamp } from "../../platform/calendar.ts";
import type { SpecType } from "../spec/parse.ts";
import { drawMatch, drawText } from "./draw.ts";

/** Where in an answer a value stands. */
export interface Place {
  /** The name of the member, or of the list that it is in. */
  readonly name: string;
  /** What the object around it says that it is, such as `organization`. */
  readonly kind: string;
  /** The time, in milliseconds since 1970. */
  readonly now: number;
  /** What drawn text depends on. */
  readonly seed: string;
}

type Scalar = Extract<SpecType, { readonly kind: "scalar" }>;

/** What Clerk's ids start with, where it is not the name of the resource. */
const PREFIXES: { readonly [kind: string]: string } = {
  organization: "org",
  organization_membership: "orgmem",
  organization_invitation: "orginv",
  organization_domain: "orgdmn",
  session: "sess",
  machine: "mch",
  instance: "ins",
  invitation: "inv",
  waitlist_entry: "wle",
  email_address: "idn",
  phone_number: "idn",
  jwt_template: "jtmp",
  permission: "perm",
};

/** Makes a value of a type, one that its name lets expect. */
export function makeScalar(type: Scalar, place: Place): unknown {
  const { name, now, seed } = place;
  if (type.pattern !== undefined) {
    return drawMatch(type.pattern, `${seed} ${type.pattern}`);
  }
  switch (type.name) {
    case "boolean":
      return /^(?:deleted|active|enabled|successful|verified)$/.test(name);
    case "integer":
    case "number":
      return makeNumber(place);
    case "map":
    case "map<string>":
      return {};
    case "any":
      return null;
    case "date-time":
      return formatTimestamp(now);
    case "date":
      return formatTimestamp(now).slice(0, 10);
    case "email":
      return "someone@example.com";
    case "uri":
      return `https://example.com/${name}`;
    default:
      return makeText(place);
  }
}

const HOUR = 3_600_000;

const NUMBERS: { readonly [name: string]: number } = {
  allowed_clock_skew: 5,
  block_size: 1,
  lifetime: 60,
  status_code: 200,
  total_count: 1,
};

function makeNumber({ name, kind, now }: Place): number {
  if (/(?:_at|_date|^date|^timestamp|^expiration|^period_\w+)$/.test(name)) {
    const time = /^(?:expir|abandon|period_end)/.test(name) ? now + HOUR : now;
    return kind === "testing_token" ? Math.floor(time / 1000) : time;
  }
  return NUMBERS[name] ?? 0;
}

/** What texts of such names are; the first that fits counts. */
const TEXTS: readonly (readonly [RegExp, string])[] = [
  [/email(?:_address)?(?:es)?$|^identifier$/, "someone@example.com"],
  [/phone/, "+15555550100"],
  [/(?:ur[il]s?|origins?)$/, "https://example.com/"],
  [/domains?$|^host$/, "example.com"],
  [/^currency$/, "USD"],
  [/^currency_symbol$/, "$"],
  [/^amount_formatted$/, "0.00"],
  [/^status$/, "active"],
  [/^environment_type$/, "development"],
  [/role(?:_key)?$/, "org:member"],
  [/^name$|_name$/, "Example"],
];

function makeText({ name, kind, now, seed }: Place): string {
  if (name === "id") return makeId(kind, seed);
  if (/_ids?$/.test(name)) return makeId(name.replace(/_ids?$/, ""), seed);
  if (/_date$/.test(name)) return formatTimestamp(now).slice(0, 10);
  const [, known] = TEXTS.find(([pattern]) => pattern.test(name)) ?? [];
  if (known !== undefined) return known;
  return /(?:token|secret|secret_key|jwt|api_key)$/.test(name)
    ? `${name}_${drawText(`${seed} ${name}`, 32)}`
    : "example";
}

/** One thing has one id in an answer, wherever it is named. */
function makeId(kind: string, seed: string): string {
  return `${PREFIXES[kind] ?? kind}_${drawText(`${seed} ${kind}`, 27)}`;
}
