/** The resources in the official form, under their official names. */
import type * as core from "../src/api/resources.ts";
import type { Official } from "./resources.ts";

/** An e-mail address of a user. */
export type EmailAddress = Official<core.EmailAddress>;
/** An account that a user has at an OAuth provider. */
export type ExternalAccount = Official<core.ExternalAccount>;
/** A user's token of an OAuth provider. */
export type OauthAccessToken = Official<core.OauthAccessToken>;
/** An organization. */
export type Organization = Official<core.Organization>;
/** An invitation to an organization. */
export type OrganizationInvitation = Official<core.OrganizationInvitation>;
/** A user's place in an organization. */
export type OrganizationMembership = Official<core.OrganizationMembership>;
/** A phone number of a user. */
export type PhoneNumber = Official<core.PhoneNumber>;
/** A user. */
export type User = Official<core.User>;
