import { createEmulator } from "../../emulator.ts";
import {
  createClerkRequest,
  createRedirect,
  createReverificationResponse,
  createSessionAuth,
  toAuthData,
  verifySessionToken,
} from "../../internal.ts";
import { type Cases, same } from "./same.ts";

export const internalCases: Cases = {
  async "internal: an auth object of a verified token, and its data cloned"() {
    const emulator = await createEmulator({
      seed: { users: [{ id: "user_1" }] },
    });
    const { token } = await emulator.signIn("user_1");
    const { result: verified, error } = await verifySessionToken(token, {
      jwtKey: await emulator.jwtKey,
      clock: emulator.clock,
    });
    if (error) throw error;
    const auth = createSessionAuth({ verified, token });
    same(auth.userId, "user_1");
    const data = toAuthData(auth);
    same(structuredClone(data), data);
  },

  async "internal: a request is wrapped, and keeps its body"() {
    const original = new Request("https://a.example.com/x", {
      method: "POST",
      body: "content",
      redirect: "manual",
      headers: {
        cookie: "__session=a%20b",
        "x-forwarded-host": "b.example.com",
      },
    });
    const request = createClerkRequest(original);
    same(request.clerkUrl.href, "https://b.example.com/x");
    same(request.cookies.get("__session"), "a b");
    same([request.method, request.redirect, request.body], [
      "POST",
      "manual",
      null,
    ]);
    same(createClerkRequest(request) === request, true);
    same(await original.text(), "content");
  },

  async "internal: redirects and responses"() {
    const { redirectToSignIn } = createRedirect({
      redirectAdapter: (url) => Response.redirect(url),
      baseUrl: "https://a.example.com/",
      publishableKey: "pk_test_Y2xlcmsuZXhhbXBsZS5jb20k",
    });
    same(
      redirectToSignIn().headers.get("location"),
      "https://accounts.example.com/sign-in",
    );
    const response = createReverificationResponse("strict");
    same(response.status, 403);
    same((await response.json()).clerk_error.reason, "reverification-error");
  },
};
