/** Makes users without end, and prints the number of each once it is answered. */
import process from "node:process";
import { createEmulator } from "../../../emulator.ts";
import { createFileStorage } from "../../../src/emulator/serve/file_storage.ts";

const [, , path = "", start = "0"] = process.argv;
const emulator = await createEmulator({ storage: createFileStorage(path) });
for (let i = Number(start);; i++) {
  const { status } = await emulator.fetch(`${emulator.apiUrl}/v1/users`, {
    method: "POST",
    headers: { authorization: `Bearer ${emulator.secretKey}` },
    body: JSON.stringify({ external_id: `n${i}`, username: `user${i}` }),
  });
  process.stdout.write(status === 200 ? `${i}\n` : `failed ${status}\n`);
}
