import { randomBytes } from "../platform/random.ts";

const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** How many characters follow the underscore of Clerk's ids. */
const ID_LENGTH = 27;

/** How many characters follow the underscore of the ids of tokens. */
const HEX_LENGTH = 32;

/** How ids are made: at random, or counted after a prefix. */
export type IdStyle = "random" | {
  /** What each id starts with, after its kind: `user_test0000…01`. */
  readonly prefix: string;
};

/** Makes ids in the form of Clerk's. */
export interface IdSource {
  /** Makes an id of a kind, such as `user`. */
  next(kind: string): string;
  /** Makes an id of a kind as tokens have them: 32 hexadecimal digits. */
  nextHex(kind: string): string;
  /** How many ids were made. */
  count: number;
}

/** Makes a source of ids. */
export function createIdSource(style: IdStyle): IdSource {
  if (
    style !== "random" && !/^\w{1,15}$/.test(String(style?.prefix))
  ) {
    throw new TypeError(
      'Cannot use the option "ids": expected "random" or { prefix }, a prefix of 1 to 15 letters, digits or underscores.',
    );
  }
  return {
    count: 0,
    nextHex(kind) {
      this.count++;
      return `${kind}_${
        style === "random"
          ? randomHex()
          : this.count.toString(16).padStart(HEX_LENGTH, "0")
      }`;
    },
    next(kind) {
      this.count++;
      if (style === "random") return `${kind}_${randomText(ID_LENGTH)}`;
      const { prefix } = style;
      const number = String(this.count);
      return `${kind}_${prefix}${
        number.padStart(ID_LENGTH - prefix.length, "0")
      }`;
    },
  };
}

/** Makes random letters and digits. */
export function randomText(length: number): string {
  return toBase62(randomBytes(length), length);
}

function randomHex(): string {
  const bytes = [...randomBytes(HEX_LENGTH / 2)];
  return bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Turns bytes into letters and digits, one for each byte. */
export function toBase62(bytes: Uint8Array, length: number): string {
  let text = "";
  for (let i = 0; i < length; i++) text += BASE62.charAt((bytes[i] ?? 0) % 62);
  return text;
}
