/**
 * What the official client has and the API's description does not: operations of
 * their own, and members for operations that are in the table. Written as there.
 */
export const OUTSIDE_OPERATIONS: string = String.raw`
CreateAccountlessApplication POST /accountless_applications open
  ? source?:string
  > 200 AccountlessApplication
CompleteAccountlessApplication POST /accountless_applications/complete open
  ? source?:string
  > 200 AccountlessApplication
ChangeDomain POST /beta_features/change_domain
  < home_url?:string is_secondary?:boolean
  > 202
GetHandshakePayload GET /clients/handshake_payload
  ? nonce:string
  > 200 HandshakePayload
CreateEmail POST /email
  < from:Mailbox to:EmailRecipient reply_to?:Mailbox subject:string cc?:string[]
    bcc?:string[] headers?:map<string> attachments?:EmailAttachment[]
    html?:string text?:string
  > 200 Email
CreateEmailBatch POST /email/batch
  < messages:{from:Mailbox to:EmailRecipient reply_to?:Mailbox subject:string
    cc?:string[] bcc?:string[] headers?:map<string>
    attachments?:EmailAttachment[] html?:string text?:string
    idempotency_key?:string}[]
  > 200 EmailBatchResult[]
GetEmail GET /email/{email_id}
  > 200 Email
DeleteInvitation DELETE /invitations/{invitation_id}
  > 200 DeletedObject
VerifySession POST /sessions/{session_id}/verify
  < token:string
  > 200 Session
RefreshSession POST /sessions/{session_id}/refresh
  ? suffixed_cookies?:boolean
ListBlocklistIdentifiers GET /blocklist_identifiers
  ? limit?:integer offset?:integer
CreateUser POST /users
  < timezone?:string|null
UpdateUser PATCH /users/{user_id}
  < timezone?:string|null
UpdateInstance PATCH /instance
  < enhanced_email_deliverability?:boolean|null
UpdateInstanceRestrictions PATCH /instance/restrictions
  < ignore_dots_for_gmail_addresses?:boolean|null
UpdateOrganizationDomain PATCH /organizations/{organization_id}/domains/{domain_id}
  < name?:string
CreateSAMLConnection POST /saml_connections
  < idp_certificates?:string[]
UpdateSAMLConnection PATCH /saml_connections/{saml_connection_id}
  < idp_certificates?:string[]
    provider?:'saml_custom'|'saml_okta'|'saml_google'|'saml_microsoft'
CreateEnterpriseConnection POST /enterprise_connections
  < authenticatable?:boolean disable_jit_provisioning?:boolean
    ~sync_user_attributes?:boolean saml?:{idp_certificates?:string[]}
UpdateEnterpriseConnection PATCH /enterprise_connections/{enterprise_connection_id}
  < authenticatable?:boolean disable_jit_provisioning?:boolean
    ~provider?:string saml?:{idp_certificates?:string[]}
`;

/** The schemas of what they take and give, and members for schemas of the table. */
export const OUTSIDE_SCHEMAS: string = String.raw`
AccountlessApplication open object?:'accountless_application' publishable_key:string
  secret_key:string claim_url:string api_keys_url:string
HandshakePayload open directives:string[]
Mailbox open address:string name?:string
EmailRecipient open address?:string user_id?:string
EmailAttachment open filename:string content:string
Email open object?:'email' id:string from_email_name:string
  email_address_id:string|null to_email_address?:string subject?:string
  body?:string body_plain?:string|null status?:string slug?:string|null
  data?:map|null delivered_by_clerk?:boolean user_id?:string|null
  suppression_reason?:string|null
EmailBatchResult open index:integer email?:Email errors?:any[]
  status_code:integer retry_after_seconds?:integer
EnterpriseConnection open authenticatable?:boolean disable_jit_provisioning?:boolean
  ~allow_subdomains?:boolean saml_connection?:{idp_certificate?:string|null
  idp_certificate_issued_at?:integer|null
  idp_certificate_expires_at?:integer|null
  idp_certificates?:SAMLCertificate[] idp_metadata?:string|null
  ~sync_user_attributes?:boolean}
InstanceRestrictions open ignore_dots_for_gmail_addresses?:boolean
SAMLCertificate open certificate:string issued_at:integer|null expires_at:integer|null
SAMLConnection open idp_certificates?:SAMLCertificate[]
User closed timezone?:string|null
`;
