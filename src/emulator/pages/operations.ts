import { answerText } from "../http/answer.ts";
import type { Operations } from "../instance.ts";
import {
  showAccount,
  showOrganizationPage,
  showSignOut,
  signOut,
  switchOrganization,
} from "./account_page.ts";
import { showHome } from "./home_page.ts";
import { STYLE_PATH } from "./layout.ts";
import { showSignIn, signIn } from "./sign_in_page.ts";
import { showSignUp, signUp } from "./sign_up_page.ts";
import { STYLE } from "./style.ts";
import { page } from "./visit.ts";
import { joinWaitlist, showWaitlist } from "./waitlist_page.ts";

/** The pages where users sign in and out, in the place of Clerk's own. */
export const pages: Operations = {
  "GET /": page(showHome),
  "GET /sign-in": page(showSignIn),
  "POST /sign-in": page(signIn),
  "GET /sign-up": page(showSignUp),
  "POST /sign-up": page(signUp),
  "GET /waitlist": page((visit) => showWaitlist(visit)),
  "POST /waitlist": page(joinWaitlist),
  "GET /sign-out": page(showSignOut),
  "POST /sign-out": page(signOut),
  "GET /user": page(showAccount),
  "GET /organization": page(showOrganizationPage),
  "POST /organization": page(switchOrganization),
  [`GET ${STYLE_PATH}`]: {
    handle: () =>
      answerText(STYLE, "text/css; charset=utf-8", 200, {
        "cache-control": "max-age=60",
        "x-content-type-options": "nosniff",
      }),
  },
};
