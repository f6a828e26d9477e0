import { createEmulator } from "../../emulator.ts";
import { type Cases, same } from "./same.ts";

export const emulatorCases: Cases = {
  async "emulator: it answers a request as the Backend API does"() {
    const emulator = await createEmulator({
      seed: { users: [{ id: "user_1" }] },
    });
    const response = await emulator.fetch(
      `${emulator.apiUrl}/v1/users/user_1`,
      {
        headers: { authorization: `Bearer ${emulator.secretKey}` },
      },
    );
    const user = await response.json();
    same([response.status, user.object, user.id], [200, "user", "user_1"]);
  },

  async "emulator: its clock moves without waiting"() {
    const emulator = await createEmulator();
    const before = emulator.clock.now();
    emulator.clock.advance("2m");
    same(emulator.clock.now() - before >= 120_000, true);
  },
};
