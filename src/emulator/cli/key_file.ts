import type { Jwk } from "../../jwt/types.ts";
import { isShared } from "../../platform/program.ts";
import { readWholeFile, replaceFile } from "../../platform/whole_file.ts";
import { isObject, parseJson } from "../../text/json.ts";
import type { EmulatorOptions } from "../emulator.ts";
import { makePrivateJwk, makeSecrets } from "../keys.ts";

/** What an emulator keeps from run to run. */
export type Keys = NonNullable<EmulatorOptions["keys"]>;

/**
 * Reads keys from a file that its owner alone may read, and makes the file when
 * there is none.
 *
 * @throws {TypeError} When others may read it, and when it holds something else.
 */
export async function readKeyFile(path: string): Promise<Keys> {
  const text = readWholeFile(path);
  if (text === undefined) {
    const keys = { privateJwk: await makePrivateJwk(), ...makeSecrets() };
    replaceFile(path, `${JSON.stringify(keys, undefined, 2)}\n`);
    return keys;
  }
  if (isShared(path)) {
    throw new TypeError(
      `Cannot use the keys in "${path}": others than you may read the file. Do "chmod 600 ${path}".`,
    );
  }
  const keys = parseJson(text);
  if (isObject(keys) && isJwk(keys.privateJwk)) {
    const { privateJwk, secretKey, webhookSecret } = keys;
    return {
      privateJwk,
      ...(typeof secretKey === "string" && { secretKey }),
      ...(typeof webhookSecret === "string" && { webhookSecret }),
    };
  }
  throw new TypeError(
    `Cannot use the keys in "${path}": expected what the emulator wrote there. Delete the file to have it made anew.`,
  );
}

function isJwk(value: unknown): value is Jwk {
  return isObject(value) && value.kty === "RSA";
}
