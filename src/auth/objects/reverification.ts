import { isObject, isText } from "../../text/json.ts";

/** Which factors must have been verified recently. */
export type ReverificationLevel =
  /** The first, such as a password. */
  | "first_factor"
  /** The second; the first for those who have no second. */
  | "second_factor"
  /** Both; the first for those who have no second. */
  | "multi_factor";

/** Factors, and how recently they must have been verified. */
export interface ReverificationDemand {
  /** Which factors. */
  readonly level: ReverificationLevel;
  /** How recently: less than so many minutes ago. */
  readonly afterMinutes: number;
}

/** How recently a user must have verified who they are, by name or in full. */
export type Reverification =
  | "strict_mfa"
  | "strict"
  | "moderate"
  | "lax"
  | ReverificationDemand;

const NAMED: readonly (readonly [string, ReverificationDemand])[] = [
  ["strict_mfa", { level: "multi_factor", afterMinutes: 10 }],
  ["strict", { level: "second_factor", afterMinutes: 10 }],
  ["moderate", { level: "second_factor", afterMinutes: 60 }],
  ["lax", { level: "second_factor", afterMinutes: 1440 }],
];

/**
 * Tells whether factors were verified recently enough.
 *
 * @param ages Minutes since each factor was verified; -1 for never.
 * @param wanted What is demanded; anything malformed is not met.
 */
export function isVerifiedWithin(
  ages: readonly [number, number] | null,
  wanted: unknown,
): boolean {
  const demand = isText(wanted)
    ? NAMED.find(([name]) => name === wanted)?.[1]
    : wanted;
  if (!ages || !isObject(demand)) return false;
  const { level, afterMinutes } = demand;
  if (typeof afterMinutes !== "number") return false;
  const [first, second] = ages.map((age) => age >= 0 && age < afterMinutes);
  const hasSecond = ages[1] >= 0;
  switch (level) {
    case "first_factor":
      return first === true;
    case "second_factor":
      return (hasSecond ? second : first) === true;
    case "multi_factor":
      return first === true && (!hasSecond || second === true);
    default:
      return false;
  }
}
