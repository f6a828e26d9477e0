import { verifyToken } from "../parity/official.ts";
import { assertEquals, assertRejects } from "@std/assert";
import { ADA, type Cases, ORG, type Setting } from "./served.ts";

const byJwks = ({ emulator, url }: Setting) => ({
  secretKey: emulator.secretKey,
  apiUrl: url,
});

/** `verifyToken`, by itself. */
export const verifyTokens: Cases = {
  async "verifies a token by the JWKS, which it fetches once"(setting) {
    const { emulator, url } = setting;
    const { token, sessionId } = await emulator.signIn(ADA);
    for (let i = 0; i < 2; i++) {
      const claims = await verifyToken(token, byJwks(setting));
      assertEquals(
        [claims.sub, claims.sid, claims.iss],
        [ADA, sessionId, url],
      );
    }
    assertEquals(emulator.requests.map(({ path }) => path), ["/v1/jwks"]);
  },

  async "verifies a token by jwtKey, without a request"({ emulator }) {
    const { token } = await emulator.signIn(ADA);
    const jwtKey = await emulator.jwtKey;
    const { sub } = await verifyToken(token, { jwtKey });
    assertEquals([sub, emulator.requests.length], [ADA, 0]);
  },

  async "reads the organization out of a token"(setting) {
    const { token } = await setting.emulator.signIn(ADA, { orgId: ORG });
    const claims = await verifyToken(token, byJwks(setting));
    const { id, slg, rol } = Object(Reflect.get(claims, "o"));
    assertEquals([id, slg, rol], [ORG, "engines", "admin"]);
  },

  async "knows the key that took the old one's place"(setting) {
    const { emulator } = setting;
    const before = await emulator.signIn(ADA);
    await verifyToken(before.token, byJwks(setting));
    await emulator.rotateKey();
    const after = await emulator.signIn(ADA);
    const { sub } = await verifyToken(after.token, byJwks(setting));
    assertEquals(sub, ADA);
  },

  async "refuses tokens that are forged, over, or for another party"(setting) {
    const { emulator } = setting;
    const azp = "http://localhost:3000";
    const { token, expiredToken } = await emulator.signIn(ADA, { azp });
    const forged = await emulator.tokens.forged(ADA, { azp });
    const options = { ...byJwks(setting), authorizedParties: [azp] };
    assertEquals((await verifyToken(token, options)).sub, ADA);
    const reasonOf = async (token: string, authorizedParties: string[]) => {
      const error = await assertRejects(() =>
        verifyToken(token, { ...options, authorizedParties })
      );
      return Reflect.get(Object(error), "reason");
    };
    assertEquals(
      [
        await reasonOf(forged, [azp]),
        await reasonOf(expiredToken, [azp]),
        await reasonOf(token, ["http://localhost:4000"]),
      ],
      [
        "token-invalid-signature",
        "token-expired",
        "token-invalid-authorized-parties",
      ],
    );
  },
};
