/**
 * What a program declares for all of Clerk's packages at once, in global
 * interfaces with names that those know. Nothing is global here, as JSR takes no
 * package that adds to what is: a name that the program lacks is an error in
 * this file, which is passed over, and the compiler goes on with `any`. That is
 * said twice, as the compiler's declarations keep the first kind of comment, and
 * what JSR makes of the file has the second where it counts.
 */

/** What a program has declared in global interfaces; `any` where it has not. */
export interface Globals {
  /**
   * Of users, for anybody to read.
   * @ts-ignore Nobody has to declare it. */
  // @ts-ignore: nobody has to declare it
  readonly userPublic: UserPublicMetadata;
  /**
   * Of users, for the backend alone.
   * @ts-ignore Nobody has to declare it. */
  // @ts-ignore: nobody has to declare it
  readonly userPrivate: UserPrivateMetadata;
  /**
   * Of users, for their browsers to write.
   * @ts-ignore Nobody has to declare it. */
  // @ts-ignore: nobody has to declare it
  readonly userUnsafe: UserUnsafeMetadata;
  /**
   * Of organizations, for their members to read.
   * @ts-ignore Nobody has to declare it. */
  // @ts-ignore: nobody has to declare it
  readonly organizationPublic: OrganizationPublicMetadata;
  /**
   * Of organizations, for the backend alone.
   * @ts-ignore Nobody has to declare it. */
  // @ts-ignore: nobody has to declare it
  readonly organizationPrivate: OrganizationPrivateMetadata;
  /**
   * Of memberships, for members to read.
   * @ts-ignore Nobody has to declare it. */
  // @ts-ignore: nobody has to declare it
  readonly memberPublic: OrganizationMembershipPublicMetadata;
  /**
   * Of memberships, for the backend alone.
   * @ts-ignore Nobody has to declare it. */
  // @ts-ignore: nobody has to declare it
  readonly memberPrivate: OrganizationMembershipPrivateMetadata;
  /**
   * Of invitations, for members to read.
   * @ts-ignore Nobody has to declare it. */
  // @ts-ignore: nobody has to declare it
  readonly invitationPublic: OrganizationInvitationPublicMetadata;
  /**
   * Of invitations, for the backend alone.
   * @ts-ignore Nobody has to declare it. */
  // @ts-ignore: nobody has to declare it
  readonly invitationPrivate: OrganizationInvitationPrivateMetadata;
  /**
   * The claims that were added to session tokens.
   * @ts-ignore Nobody has to declare it. */
  // @ts-ignore: nobody has to declare it
  readonly claims: CustomJwtSessionClaims;
  /**
   * The roles and the permissions that there are in organizations.
   * @ts-ignore Nobody has to declare it. */
  // @ts-ignore: nobody has to declare it
  readonly authorization: ClerkAuthorization;
}

/** What a program has declared of something; without members if nothing. */
export type Declared<Name extends keyof Globals> =
  // In lists, as what is missing makes the condition itself `any`.
  [0] extends [1 & Globals[Name]] ? object : Globals[Name];
