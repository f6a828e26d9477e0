/**
 * What adapters for frameworks are built on. It may change between minor
 * versions; applications have no need of it.
 *
 * @module
 */
export { pickPublicData } from "./src/api/public_data.ts";
export type {
  PrivateResource,
  PublicOrganization,
  PublicOrganizationInvitation,
  PublicOrganizationMembership,
  PublicUser,
} from "./src/api/public_data.ts";
export { parsePublishableKey } from "./src/text/publishable_key.ts";
export type {
  InstanceType,
  PublishableKey,
} from "./src/text/publishable_key.ts";
export { CLERK_API_VERSION, VERSION } from "./src/text/version.ts";
