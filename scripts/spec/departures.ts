/** Where src/api departs from the API's description on purpose. */
import type { Finding } from "./finding.ts";

/** A difference that is meant; `at` with a star is of all that begins so. */
export interface Departure extends Finding {
  /** Why. */
  readonly why: string;
}

/** Several differences for one reason. */
function meant(
  why: string,
  ...findings: readonly (readonly [at: string, what: string])[]
): readonly Departure[] {
  return findings.map(([at, what]) => ({ at, what, why }));
}

/** Every difference that is meant; one that is no longer there is an error. */
export const DEPARTURES: readonly Departure[] = [
  ...meant(
    "RFC 7517 lets a key have any of its members, and so does the type",
    ["InstanceJwks.keys", "must be optional"],
    ["InstanceJwk.*", "is one type for all kinds of keys"],
  ),
  ...meant(
    "It sends a request of its own for the number of all users",
    ["users.getUserList.includeTotalCount", "is not in the description"],
  ),
  ...meant(
    "The number is all that is in the answer",
    ["users.getCount()", "must be TotalCount"],
  ),
  ...meant(
    "Without a file there is nothing to upload",
    ["users.updateUserProfileImage.file", "must be optional"],
  ),
  ...meant(
    "A user has a password or a digest: the types exclude each other",
    ["users.createUser.passwordDigest", "must allow null"],
  ),
  ...meant(
    "The API never leaves it out",
    ["UserId.userId", "must be optional"],
    ["VerifiedPassword.verified", "must be optional"],
    ["VerifiedCode.verified", "must be optional"],
    ["VerifiedCode.codeType", "must be optional"],
    ["Token.jwt", "must be optional"],
  ),
  ...meant(
    "It is optional, so that every kind of verification is read alike",
    ["ScimVerification.verifiedAtClient", "is not in the description"],
  ),
  ...meant(
    "The filter of the list names all values",
    ["OrganizationInvitation.status", "must be string"],
  ),
  ...meant(
    "The official client has it so, and the API takes it",
    ["organizations.getOrganization.slug", "is not in the description"],
    [
      "organizations.getOrganizationInvitationList.status",
      'must be one of "pending", "accepted", "revoked", "expired"',
    ],
    ["organizations.getOrganizationDomainList.verified", "must be string"],
    [
      "sessions.getSessionList.status",
      'has "pending", which the description lacks',
    ],
    ["BillingSubscriptionItem.amount", "is not in the description"],
    ["CreatedMachine.secretKey", "is not in the description"],
  ),
  ...meant(
    "The webhook about an e-mail has it",
    ["Email.replyToEmailName", "is not in the description"],
  ),
  ...meant(
    "Without it the operation has nothing to work on",
    ["organizations.createOrganizationDomain.name", "must be optional"],
    [
      "organizations.createOrganizationDomain.enrollmentMode",
      "must be optional",
    ],
    ["proxyChecks.verify.domainId", "must be optional"],
    ["proxyChecks.verify.proxyUrl", "must be optional"],
    ["idPOAuthAccessToken.verify.accessToken", "must be optional"],
    ["idPOAuthAccessToken.verify.secret", "is missing"],
  ),
  ...meant(
    "They become headers of the request",
    [
      "__experimental_accountlessApplications.createAccountlessApplication.requestHeaders",
      "is not in the description",
    ],
    [
      "__experimental_accountlessApplications.completeAccountlessApplicationOnboarding.requestHeaders",
      "is not in the description",
    ],
  ),
  ...meant(
    "The answer is a page, and text to the client",
    ["interstitial.get", "must give nothing"],
  ),
  ...meant(
    "The slot is called as the official client calls the parameter",
    ["signUps.get", "names slots as /sign_ups/{id} does not"],
    ["signUps.update", "names slots as /sign_ups/{id} does not"],
  ),
  ...meant(
    "What the description leaves open has names of the API's own in it",
    ...["get GET", "update PATCH"].flatMap((each) => {
      const [name, method] = each.split(" ");
      return ["email_address", "phone_number", "web3_wallet"].map((member) =>
        [
          `signUps.${name}`,
          `${method} /sign_ups/{id} has "${member}", which is free-form`,
        ] as const
      );
    }),
  ),
  ...meant(
    "A token that is a JWT tells more, and one that is inactive is an error",
    ["idPOAuthAccessToken.verify.audience", "is not in the description"],
    ["IdPOAuthAccessToken.*", "has members of the JWT"],
  ),
];
