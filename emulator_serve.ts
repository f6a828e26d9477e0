/**
 * The emulator as a server on this machine: for apps in processes of their own,
 * for browsers, and for the official SDK. Runs on Deno, Bun, and Node 20.16 or
 * later.
 *
 * @example
 * ```ts
 * import { createEmulator } from "@isoclerk/backend/emulator";
 * import { createEmulatorHandler } from "@isoclerk/backend/emulator/serve";
 *
 * const emulator = await createEmulator();
 * const handler = createEmulatorHandler(emulator);
 * const page = await handler(new Request(`${emulator.origin}/sign-in`));
 * console.log(page.status); // 200
 * ```
 *
 * @module
 */
export { createEmulatorHandler } from "./src/emulator/serve/handler.ts";
export type {
  EmulatorHandler,
  HandlerOptions,
} from "./src/emulator/serve/handler.ts";
export { serveEmulator } from "./src/emulator/serve/serve.ts";
export type {
  ServedEmulator,
  ServeOptions,
} from "./src/emulator/serve/serve.ts";
export { createFileStorage } from "./src/emulator/serve/file_storage.ts";
export type { EmulatorStorage } from "./src/emulator/storage.ts";
export type { Emulator, EmulatorOptions } from "./src/emulator/emulator.ts";
