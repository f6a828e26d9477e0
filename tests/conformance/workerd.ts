/** The module that `workerd test` runs. */
import { run } from "./run.ts";

export default {
  async test(): Promise<void> {
    const failed = await run((line) => console.log(line));
    if (failed > 0) throw new Error(`${failed} cases failed`);
  },
};
