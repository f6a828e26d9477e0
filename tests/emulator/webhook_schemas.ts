/** What webhooks tell of that the API itself never answers. */
import { parseSpec, type SpecSchema } from "../../src/emulator/spec/spec.ts";

/** Their schemas, written as in the tables of the emulator. */
export const WEBHOOK_SCHEMAS: ReadonlyMap<string, SpecSchema> = parseSpec(
  "",
  String.raw`
EmailEventPayload closed object:'email' id:string slug:string|null
  from_email_name:string reply_to_email_name?:string|null
  to_email_address?:email email_address_id?:string|null user_id?:string|null
  subject?:string body?:string body_plain?:string|null status?:string
  data:map|null delivered_by_clerk:boolean
SmsEventPayload closed object:'sms_message' id:string slug?:string|null
  from_phone_number:string to_phone_number:string
  phone_number_id?:string|null user_id?:string|null message:string
  status:string data:map|null delivered_by_clerk:boolean created_at_ms:integer
SessionEventPayload closed object:'session' id:string user_id:string
  client_id:string actor?:map|null
  status:'active'|'revoked'|'ended'|'expired'|'removed'|'abandoned'|'replaced'|'pending'
  last_active_organization_id?:string|null last_active_at:integer
  latest_activity?:SessionActivityResponse|null expire_at:integer
  abandon_at:integer updated_at:integer created_at:integer user:User|null
OrganizationInvitationAcceptedPayload closed object:'organization_invitation'
  id:string email_address:string role:string role_name:string
  organization_id?:string inviter_id:string|null
  public_inviter_data:OrganizationInvitationPublicUserData|null status?:string
  public_metadata:map private_metadata?:map url:string|null
  expires_at:integer|null created_at:integer updated_at:integer user_id:string
  data:{public_organization_data:OrganizationInvitationPublicOrganizationData|null}
`,
).schemas;
