import type { OrganizationInvitationStatus } from "./organization_invitation.ts";
import type { PageParams } from "./pagination.ts";

/** What names a user, for methods that take it by name. */
export interface UserIdParams {
  /** The user's id. */
  readonly userId: string;
}

/** What `getOrganizationMembershipList` takes. */
export interface GetUserOrganizationMembershipListParams
  extends UserIdParams, PageParams {}

/** What `getOrganizationInvitationList` takes. */
export interface GetUserOrganizationInvitationListParams
  extends UserIdParams, PageParams {
  /** Only those that stand there; all by default. */
  readonly status?: OrganizationInvitationStatus | undefined;
}

/** What `verifyPassword` takes. */
export interface VerifyPasswordParams extends UserIdParams {
  /** The password to try. */
  readonly password: string;
}

/** What `verifyTOTP` takes. */
export interface VerifyTotpParams extends UserIdParams {
  /** The code to try: six digits, or a backup code. */
  readonly code: string;
}

/** What `deleteUserPasskey` takes. */
export interface DeleteUserPasskeyParams extends UserIdParams {
  /** The passkey's id, `idn_…`. */
  readonly passkeyIdentificationId: string;
}

/** What `deleteUserWeb3Wallet` takes. */
export interface DeleteUserWeb3WalletParams extends UserIdParams {
  /** The wallet's id, `idn_…`. */
  readonly web3WalletIdentificationId: string;
}

/** What `deleteUserExternalAccount` takes. */
export interface DeleteUserExternalAccountParams extends UserIdParams {
  /** The external account's id, `eac_…`. */
  readonly externalAccountId: string;
}

/** What `revokeUserTrustedDevice` takes. */
export interface RevokeUserTrustedDeviceParams extends UserIdParams {
  /** The device's id. */
  readonly trustedDeviceId: string;
}

/** An OAuth provider of Clerk's, or a custom one as `custom_…`. */
export type OauthProvider =
  | "agentid"
  | "apple"
  | "atlassian"
  | "bitbucket"
  | "box"
  | "coinbase"
  | "discord"
  | "dropbox"
  | "enstall"
  | "facebook"
  | "github"
  | "gitlab"
  | "google"
  | "hubspot"
  | "huggingface"
  | "instagram"
  | "line"
  | "linear"
  | "linkedin"
  | "linkedin_oidc"
  | "microsoft"
  | "notion"
  | "slack"
  | "spotify"
  | "tiktok"
  | "twitch"
  | "twitter"
  | "vercel"
  | "x"
  | "xero"
  | (string & Record<never, never>);
