// A table: exempt from the limit on lines.
/**
 * The operations of the Backend API, version 2026-05-12, from Clerk's OpenAPI
 * description (MIT). Each starts with its id, method and path; `deprecated` and
 * `open` (no key needed) may follow. Then come, indented: `?` the query, `<` the
 * JSON body (`<form` multipart, `[...]` a list of such objects, `!` when there
 * must be one), and `>` the status and what is answered. Members and types are
 * written as in the table of schemas.
 */
export const OPERATIONS: string = String.raw`
GetPublicInterstitial GET /public/interstitial open
  ? ~frontendApi?:string frontend_api?:string publishable_key?:string
    proxy_url?:string domain?:string sign_in_url?:string
    use_domain_for_script?:boolean
  > 200
GetJWKS GET /jwks
  > 200 JWKS
GetClientList GET /clients deprecated
  ? paginated?:boolean limit?:integer offset?:integer
  > 200 Client[]
VerifyClient POST /clients/verify
  < token:string
  > 200 Client
GetClient GET /clients/{client_id}
  > 200 Client
CreateEmailAddress POST /email_addresses
  < user_id:string email_address:string verified?:boolean|null
    primary?:boolean|null notify_primary_email_address_changed?:boolean|null
  > 200 EmailAddress
GetEmailAddress GET /email_addresses/{email_address_id}
  > 200 EmailAddress
UpdateEmailAddress PATCH /email_addresses/{email_address_id}
  < verified?:boolean|null primary?:boolean|null
    notify_primary_email_address_changed?:boolean|null
  > 200 EmailAddress
DeleteEmailAddress DELETE /email_addresses/{email_address_id}
  > 200 DeletedObject
PrepareEmailAddressVerification POST /email_addresses/{email_address_id}/prepare_verification
  > 200 VerificationAttempt
AttemptEmailAddressVerification POST /email_addresses/{email_address_id}/attempt_verification
  <! verification_id:string code:string
  > 200 VerificationAttempt
ReplaceUserEmailAddress PUT /users/{user_id}/email_address
  <! email_address:string
    identification_status?:'verified'|'reserved'|'unverified'
    notify_primary_email_address_changed?:boolean|null
  > 200 EmailAddress
CreatePhoneNumber POST /phone_numbers
  < user_id:string phone_number:string verified?:boolean|null
    primary?:boolean|null reserved_for_second_factor?:boolean|null
  > 200 PhoneNumber
GetPhoneNumber GET /phone_numbers/{phone_number_id}
  > 200 PhoneNumber
UpdatePhoneNumber PATCH /phone_numbers/{phone_number_id}
  < verified?:boolean|null primary?:boolean|null
    reserved_for_second_factor?:boolean|null
  > 200 PhoneNumber
DeletePhoneNumber DELETE /phone_numbers/{phone_number_id}
  > 200 DeletedObject
PreparePhoneNumberVerification POST /phone_numbers/{phone_number_id}/prepare_verification
  > 200 VerificationAttempt
AttemptPhoneNumberVerification POST /phone_numbers/{phone_number_id}/attempt_verification
  <! verification_id:string code:string
  > 200 VerificationAttempt
ReplaceUserPhoneNumber PUT /users/{user_id}/phone_number
  <! phone_number:string
    identification_status?:'verified'|'reserved'|'unverified'
  > 200 PhoneNumber
GetSessionList GET /sessions
  ? client_id?:string user_id?:string
    status?:'abandoned'|'active'|'ended'|'expired'|'removed'|'replaced'|'revoked'
    paginated?:boolean limit?:integer offset?:integer
  > 200 Session[]
createSession POST /sessions
  < user_id:string active_organization_id?:string
  > 200 Session
GetSession GET /sessions/{session_id}
  > 200 Session
RefreshSession POST /sessions/{session_id}/refresh
  < expired_token:string refresh_token:string request_origin:string
    request_headers?:map|null format?:'token'|'cookie'|null
    request_originating_ip?:string|null
  > 200 Token|Cookies
RevokeSession POST /sessions/{session_id}/revoke
  > 200 Session
CreateSessionToken POST /sessions/{session_id}/tokens
  < expires_in_seconds?:integer|null
  > 200 SessionToken
CreateSessionTokenFromTemplate POST /sessions/{session_id}/tokens/{template_name}
  < expires_in_seconds?:integer|null
  > 200 SessionToken
GetTemplateList GET /templates/{template_type} deprecated
  ? paginated?:boolean limit?:integer offset?:integer
  > 200 Template[]
GetTemplate GET /templates/{template_type}/{slug} deprecated
  > 200 Template
UpsertTemplate PUT /templates/{template_type}/{slug} deprecated
  < name?:string subject?:string|null markup?:string|null body?:string
    delivered_by_clerk?:boolean|null from_email_name?:string
    reply_to_email_name?:string
  > 200 Template
RevertTemplate POST /templates/{template_type}/{slug}/revert deprecated
  > 200 Template
PreviewTemplate POST /templates/{template_type}/{slug}/preview deprecated
  < subject?:string|null body?:string from_email_name?:string
    reply_to_email_name?:string
  > 200 map
ToggleTemplateDelivery POST /templates/{template_type}/{slug}/toggle_delivery deprecated
  < delivered_by_clerk?:boolean
  > 200 Template
GetUserList GET /users
  ? email_address?:string[] phone_number?:string[] external_id?:string[]
    username?:string[] web3_wallet?:string[] user_id?:string[]
    organization_id?:string[] query?:string email_address_query?:string
    phone_number_query?:string username_query?:string name_query?:string
    banned?:boolean last_active_at_before?:integer last_active_at_after?:integer
    ~last_active_at_since?:integer created_at_before?:integer
    created_at_after?:integer last_sign_in_at_before?:integer
    last_sign_in_at_after?:integer provider?:string provider_user_id?:string[]
    limit?:integer offset?:integer starting_after?:string order_by?:string
  > 200 User[]
CreateUser POST /users
  <! external_id?:string|null first_name?:string|null last_name?:string|null
    locale?:string|null email_address?:string[]
    email_address_identification_status?:('verified'|'reserved')[]
    phone_number?:string[]
    phone_number_identification_status?:('verified'|'reserved')[]
    web3_wallet?:string[] username?:string|null password?:string|null
    password_digest?:string|null password_hasher?:string
    skip_password_checks?:boolean|null skip_password_requirement?:boolean|null
    totp_secret?:string|null backup_codes?:string[] public_metadata?:map
    private_metadata?:map unsafe_metadata?:map delete_self_enabled?:boolean|null
    legal_accepted_at?:string|null skip_legal_checks?:boolean|null
    skip_user_requirement?:boolean|null
    create_organization_enabled?:boolean|null
    create_organizations_limit?:integer|null created_at?:string|null
    bypass_client_trust?:boolean|null banned?:boolean|null locked?:boolean|null
  > 200 User
GetUsersCount GET /users/count
  ? email_address?:string[] phone_number?:string[] external_id?:string[]
    username?:string[] web3_wallet?:string[] user_id?:string[]
    organization_id?:string[] query?:string email_address_query?:string
    phone_number_query?:string username_query?:string name_query?:string
    banned?:boolean last_active_at_before?:integer last_active_at_after?:integer
    ~last_active_at_since?:integer created_at_before?:integer
    created_at_after?:integer last_sign_in_at_before?:integer
    last_sign_in_at_after?:integer provider?:string provider_user_id?:string[]
  > 200 TotalCount
GetUser GET /users/{user_id}
  > 200 User
UpdateUser PATCH /users/{user_id}
  <! external_id?:string|null first_name?:string|null last_name?:string|null
    locale?:string|null primary_email_address_id?:string|null
    notify_primary_email_address_changed?:boolean|null
    primary_phone_number_id?:string|null primary_web3_wallet_id?:string|null
    username?:string|null profile_image_id?:string|null password?:string|null
    password_digest?:string password_hasher?:string
    skip_password_checks?:boolean|null sign_out_of_other_sessions?:boolean|null
    totp_secret?:string|null backup_codes?:string[]
    delete_self_enabled?:boolean|null create_organization_enabled?:boolean|null
    legal_accepted_at?:string|null skip_legal_checks?:boolean|null
    create_organizations_limit?:integer|null created_at?:string|null
    bypass_client_trust?:boolean|null
  > 200 User
DeleteUser DELETE /users/{user_id}
  > 200 DeletedObject
BanUser POST /users/{user_id}/ban
  > 200 User
UnbanUser POST /users/{user_id}/unban
  > 200 User
UsersBan POST /users/ban
  <! user_ids:string[]
  > 200 User[]
UsersUnban POST /users/unban
  <! user_ids:string[]
  > 200 User[]
LockUser POST /users/{user_id}/lock
  > 200 User
UnlockUser POST /users/{user_id}/unlock
  > 200 User
SetUserProfileImage POST /users/{user_id}/profile_image
  <form! file?:binary
  > 200 User
DeleteUserProfileImage DELETE /users/{user_id}/profile_image
  > 200 User
ReplaceUserMetadata PUT /users/{user_id}/metadata
  < public_metadata?:map private_metadata?:map unsafe_metadata?:map
  > 200 User
UpdateUserMetadata PATCH /users/{user_id}/metadata
  < public_metadata?:map private_metadata?:map unsafe_metadata?:map
  > 200 User
GetUserBillingSubscription GET /users/{user_id}/billing/subscription
  > 200 CommerceSubscription
GetUserBillingCreditBalance GET /users/{user_id}/billing/credits
  > 200 CommerceCreditBalanceResponse
AdjustUserBillingCreditBalance POST /users/{user_id}/billing/credits
  <! amount:integer action:'increase'|'decrease' currency?:string
    idempotency_key:string note?:string
  > 200 CommerceCreditLedgerResponse
GetOAuthAccessToken GET /users/{user_id}/oauth_access_tokens/{provider}
  ? paginated?:boolean limit?:integer offset?:integer
  > 200 {object:'oauth_access_token' external_account_id:string
    provider_user_id:string token:string expires_at:integer|null provider:string
    public_metadata:map label:string|null scopes?:string[] id_token?:string
    token_secret?:string}[]
UsersGetOrganizationMemberships GET /users/{user_id}/organization_memberships
  ? limit?:integer offset?:integer
  > 200 {data:OrganizationMembership[] total_count:integer}
UsersGetOrganizationInvitations GET /users/{user_id}/organization_invitations
  ? limit?:integer offset?:integer
    status?:'pending'|'accepted'|'revoked'|'expired'
  > 200 {data:OrganizationInvitationWithPublicOrganizationData[]
    total_count:integer}
RemoveUserPassword POST /users/{user_id}/remove_password
  < sign_out_of_other_sessions?:boolean
  > 200 User
VerifyPassword POST /users/{user_id}/verify_password
  < password:string
  > 200 VerifiedPassword
VerifyTOTP POST /users/{user_id}/verify_totp
  < code:string
  > 200 VerifiedTOTP
DisableMFA DELETE /users/{user_id}/mfa
  > 200 UserId
DeleteBackupCode DELETE /users/{user_id}/backup_code
  > 200 UserId
UserPasskeyDelete DELETE /users/{user_id}/passkeys/{passkey_identification_id}
  > 200 DeletedObject
ListUserTrustedDevices GET /users/{user_id}/trusted_devices
  > 200 {data:TrustedDevice[] total_count:integer}
RevokeUserTrustedDevice DELETE /users/{user_id}/trusted_devices/{trusted_device_id}
  > 200 TrustedDevice
UserWeb3WalletDelete DELETE /users/{user_id}/web3_wallets/{web3_wallet_identification_id}
  > 200 DeletedObject
DeleteTOTP DELETE /users/{user_id}/totp
  > 200 UserId
DeleteExternalAccount DELETE /users/{user_id}/external_accounts/{external_account_id}
  > 200 DeletedObject
SetUserPasswordCompromised POST /users/{user_id}/password/set_compromised
  < revoke_all_sessions?:boolean|null
  > 200 User
UnsetUserPasswordCompromised POST /users/{user_id}/password/unset_compromised
  > 200 User
ListInvitations GET /invitations
  ? status?:'pending'|'accepted'|'revoked'|'expired' query?:string
    order_by?:string paginated?:boolean limit?:integer offset?:integer
  > 200 Invitation[]
CreateInvitation POST /invitations
  < email_address:string public_metadata?:map redirect_url?:string
    notify?:boolean|null ignore_existing?:boolean|null
    expires_in_days?:integer|null
    template_slug?:'invitation'|'waitlist_invitation'
  > 200 Invitation
CreateBulkInvitations POST /invitations/bulk
  < [email_address:string public_metadata?:map|null redirect_url?:string|null
    notify?:boolean|null ignore_existing?:boolean|null
    expires_in_days?:integer|null
    template_slug?:'invitation'|'waitlist_invitation']
  > 200 Invitation[]
RevokeInvitation POST /invitations/{invitation_id}/revoke
  > 200 Invitation
ListInstanceOrganizationInvitations GET /organization_invitations
  ? order_by?:string status?:'pending'|'accepted'|'revoked'|'expired'
    query?:string limit?:integer offset?:integer
  > 200 {data:OrganizationInvitationWithPublicOrganizationData[]
    total_count:integer}
ListAllowlistIdentifiers GET /allowlist_identifiers
  ? paginated?:boolean limit?:integer offset?:integer
  > 200 AllowlistIdentifier[]
CreateAllowlistIdentifier POST /allowlist_identifiers
  < identifier:string notify?:boolean
  > 200 AllowlistIdentifier
DeleteAllowlistIdentifier DELETE /allowlist_identifiers/{identifier_id}
  > 200 DeletedObject
ListBlocklistIdentifiers GET /blocklist_identifiers
  > 200 {data:BlocklistIdentifier[] total_count:integer}
CreateBlocklistIdentifier POST /blocklist_identifiers
  < identifier:string
  > 200 BlocklistIdentifier
DeleteBlocklistIdentifier DELETE /blocklist_identifiers/{identifier_id}
  > 200 DeletedObject
UpdateInstanceAuthConfig PATCH /beta_features/instance_settings
  < restricted_to_allowlist?:boolean|null from_email_address?:string|null
    progressive_sign_up?:boolean|null test_mode?:boolean|null
  > 200 InstanceSettings
UpdateProductionInstanceDomain PUT /beta_features/domain deprecated
  < home_url?:string is_secondary?:boolean
  > 202
CreateActorToken POST /actor_tokens
  < user_id:string actor:map expires_in_seconds?:integer
    session_max_duration_in_seconds?:integer
  > 200 ActorToken
RevokeActorToken POST /actor_tokens/{actor_token_id}/revoke
  > 200 ActorToken
ListDomains GET /domains
  > 200 {data:Domain[] total_count:integer}
AddDomain POST /domains
  < name:string is_satellite:true proxy_url?:string|null
  > 200 Domain
UpdateDomain PATCH /domains/{domain_id}
  <! name?:string|null proxy_url?:string|null is_secondary?:boolean|null
  > 200 Domain
DeleteDomain DELETE /domains/{domain_id}
  > 200 DeletedObject
GetInstance GET /instance
  > 200 Instance
UpdateInstance PATCH /instance
  < test_mode?:boolean|null hibp?:boolean|null support_email?:string|null
    clerk_js_version?:string|null development_origin?:string|null
    allowed_origins?:string[] ~cookieless_dev?:boolean|null
    url_based_session_syncing?:boolean|null
    preferred_sign_in_strategy_when_password_required?:'password'|'otp'|''|null
  > 204
UpdateInstanceRestrictions PATCH /instance/restrictions
  < allowlist?:boolean|null blocklist?:boolean|null
    allowlist_blocklist_disabled_on_sign_in?:boolean|null
    block_email_subaddresses?:boolean|null
    block_disposable_email_domains?:boolean|null
  > 200 InstanceRestrictions
GetInstanceProtect GET /instance/protect
  > 200 InstanceProtect
UpdateInstanceProtect PATCH /instance/protect
  < rules_enabled?:boolean|null specter_enabled?:boolean|null
  > 200 InstanceProtect
GetInstanceCommunication GET /instance/communication
  > 200 InstanceCommunication
UpdateInstanceCommunication PATCH /instance/communication
  < blocked_country_codes?:string[]|null
  > 200 InstanceCommunication
GetInstanceOAuthApplicationSettings GET /instance/oauth_application_settings
  > 200 OAuthApplicationSettings
UpdateInstanceOAuthApplicationSettings PATCH /instance/oauth_application_settings
  < dynamic_oauth_client_registration?:boolean|null
    default_scopes?:string[]|null oauth_jwt_access_tokens?:boolean|null
    client_id_metadata_documents_advertised?:boolean|null
    client_id_metadata_documents_only_allow_pre_registered_clients?:boolean|null
    client_id_metadata_documents_block_implicitly_allowed_clients?:boolean|null
  > 200 OAuthApplicationSettings
ChangeProductionInstanceDomain POST /instance/change_domain
  < home_url?:string is_secondary?:boolean
  > 202
GetInstanceOrganizationSettings GET /instance/organization_settings
  > 200 OrganizationSettings
UpdateInstanceOrganizationSettings PATCH /instance/organization_settings
  < enabled?:boolean|null max_allowed_memberships?:integer|null
    admin_delete_enabled?:boolean|null domains_enabled?:boolean|null
    slug_disabled?:boolean|null domains_enrollment_modes?:string[]
    creator_role_id?:string|null domains_default_role_id?:string|null
  > 200 OrganizationSettings
CreateSvixApp POST /webhooks/svix
  > 200 SvixURL
DeleteSvixApp DELETE /webhooks/svix
  > 204
GenerateSvixAuthURL POST /webhooks/svix_url
  > 200 SvixURL
ListJWTTemplates GET /jwt_templates
  ? paginated?:boolean limit?:integer offset?:integer
  > 200 JWTTemplate[]
CreateJWTTemplate POST /jwt_templates
  < name:string claims:map lifetime?:integer|null
    allowed_clock_skew?:integer|null custom_signing_key?:boolean
    signing_algorithm?:string|null signing_key?:string|null
  > 200 JWTTemplate
GetJWTTemplate GET /jwt_templates/{template_id}
  > 200 JWTTemplate
UpdateJWTTemplate PATCH /jwt_templates/{template_id}
  < name:string claims:map lifetime?:integer|null
    allowed_clock_skew?:integer|null custom_signing_key?:boolean
    signing_algorithm?:string|null signing_key?:string|null
  > 200 JWTTemplate
DeleteJWTTemplate DELETE /jwt_templates/{template_id}
  > 200 DeletedObject
ListMachines GET /machines
  ? limit?:integer offset?:integer query?:string order_by?:string
  > 200 {data:Machine[] total_count:integer}
CreateMachine POST /machines
  < name:string scoped_machines?:string[] default_token_ttl?:integer
  > 200 Machine
GetMachine GET /machines/{machine_id}
  > 200 Machine
UpdateMachine PATCH /machines/{machine_id}
  < name?:string default_token_ttl?:integer
  > 200 Machine
DeleteMachine DELETE /machines/{machine_id}
  > 200 DeletedMachine
GetMachineSecretKey GET /machines/{machine_id}/secret_key
  > 200 MachineSecretKey
RotateMachineSecretKey POST /machines/{machine_id}/secret_key/rotate
  <! previous_token_ttl:integer
  > 200 MachineSecretKey
CreateMachineScope POST /machines/{machine_id}/scopes
  < to_machine_id:string
  > 200 MachineScope
DeleteMachineScope DELETE /machines/{machine_id}/scopes/{other_machine_id}
  > 200 DeletedMachineScope
ListOrganizations GET /organizations
  ? include_members_count?:boolean
    include_missing_member_with_elevated_permissions?:boolean query?:string
    user_id?:string[] organization_id?:string[] order_by?:string limit?:integer
    offset?:integer
  > 200 {data:Organization[] total_count:integer}
CreateOrganization POST /organizations
  < name:string created_by?:string|null private_metadata?:map|null
    public_metadata?:map|null slug?:string|null
    max_allowed_memberships?:integer|null created_at?:string|null
    role_set_key?:string|null
  > 200 Organization
GetOrganization GET /organizations/{organization_id}
  ? include_members_count?:boolean
    include_missing_member_with_elevated_permissions?:boolean
  > 200 Organization
UpdateOrganization PATCH /organizations/{organization_id}
  <! name?:string|null slug?:string|null max_allowed_memberships?:integer|null
    admin_delete_enabled?:boolean|null created_at?:string|null
    role_set_key?:string|null
  > 200 Organization
DeleteOrganization DELETE /organizations/{organization_id}
  > 200 DeletedObject
ReplaceOrganizationMetadata PUT /organizations/{organization_id}/metadata
  <! public_metadata?:map private_metadata?:map
  > 200 Organization
MergeOrganizationMetadata PATCH /organizations/{organization_id}/metadata
  <! public_metadata?:map private_metadata?:map
  > 200 Organization
UploadOrganizationLogo PUT /organizations/{organization_id}/logo
  <form uploader_user_id?:string file:binary
  > 200 OrganizationWithLogo
DeleteOrganizationLogo DELETE /organizations/{organization_id}/logo
  > 200 Organization
GetOrganizationBillingSubscription GET /organizations/{organization_id}/billing/subscription
  > 200 CommerceSubscription
GetOrganizationBillingCreditBalance GET /organizations/{organization_id}/billing/credits
  > 200 CommerceCreditBalanceResponse
AdjustOrganizationBillingCreditBalance POST /organizations/{organization_id}/billing/credits
  <! amount:integer action:'increase'|'decrease' currency?:string
    idempotency_key:string note?:string
  > 200 CommerceCreditLedgerResponse
ListOrganizationInvitations GET /organizations/{organization_id}/invitations
  ? status?:'pending'|'accepted'|'revoked'|'expired' email_address?:string
    order_by?:string limit?:integer offset?:integer
  > 200 {data:OrganizationInvitation[] total_count:integer}
CreateOrganizationInvitation POST /organizations/{organization_id}/invitations
  < email_address:string inviter_user_id?:string|null role:string
    public_metadata?:map|null private_metadata?:map|null
    redirect_url?:string|null expires_in_days?:integer|null notify?:boolean|null
  > 200 OrganizationInvitation
CreateOrganizationInvitationBulk POST /organizations/{organization_id}/invitations/bulk
  <! [email_address:string inviter_user_id?:string|null role:string
    public_metadata?:map|null private_metadata?:map|null
    redirect_url?:string|null expires_in_days?:integer|null
    notify?:boolean|null]
  > 200 {data:OrganizationInvitation[] total_count:integer}
ListPendingOrganizationInvitations GET /organizations/{organization_id}/invitations/pending deprecated
  ? limit?:integer offset?:integer
  > 200 {data:OrganizationInvitation[] total_count:integer}
GetOrganizationInvitation GET /organizations/{organization_id}/invitations/{invitation_id}
  > 200 OrganizationInvitation
RevokeOrganizationInvitation POST /organizations/{organization_id}/invitations/{invitation_id}/revoke
  < requesting_user_id?:string|null
  > 200 OrganizationInvitation
ListOrganizationRoles GET /organization_roles
  ? query?:string order_by?:string limit?:integer offset?:integer
  > 200 {data:Role[] total_count:integer}
CreateOrganizationRole POST /organization_roles
  <! name:string key:string description?:string|null
    permissions?:string[]|null include_in_initial_role_set?:boolean|null
  > 200 Role
GetOrganizationRole GET /organization_roles/{organization_role_id}
  > 200 Role
UpdateOrganizationRole PATCH /organization_roles/{organization_role_id}
  <! name?:string|null key?:string|null description?:string|null
    permissions?:string[]|null
  > 200 Role
DeleteOrganizationRole DELETE /organization_roles/{organization_role_id}
  > 200 DeletedObject
AssignPermissionToOrganizationRole POST /organization_roles/{organization_role_id}/permissions/{permission_id}
  > 200 Role
RemovePermissionFromOrganizationRole DELETE /organization_roles/{organization_role_id}/permissions/{permission_id}
  > 200 Role
ListOrganizationMemberships GET /organizations/{organization_id}/memberships
  ? order_by?:string user_id?:string[] email_address?:string[]
    phone_number?:string[] username?:string[] web3_wallet?:string[]
    role?:string[] query?:string email_address_query?:string
    phone_number_query?:string username_query?:string name_query?:string
    last_active_at_before?:integer last_active_at_after?:integer
    created_at_before?:integer created_at_after?:integer limit?:integer
    offset?:integer
  > 200 {data:OrganizationMembership[] total_count:integer}
CreateOrganizationMembership POST /organizations/{organization_id}/memberships
  <! user_id:string role:string public_metadata?:map|null
    private_metadata?:map|null
  > 200 OrganizationMembership
UpdateOrganizationMembership PATCH /organizations/{organization_id}/memberships/{user_id}
  <! role:string
  > 200 OrganizationMembership
DeleteOrganizationMembership DELETE /organizations/{organization_id}/memberships/{user_id}
  > 200 OrganizationMembership
UpdateOrganizationMembershipMetadata PATCH /organizations/{organization_id}/memberships/{user_id}/metadata
  < public_metadata?:map private_metadata?:map
  > 200 OrganizationMembership
ListOrganizationDomains GET /organizations/{organization_id}/domains
  ? verified?:string enrollment_mode?:string limit?:integer offset?:integer
  > 200 {data:OrganizationDomain[] total_count:integer}
CreateOrganizationDomain POST /organizations/{organization_id}/domains
  <! name?:string enrollment_mode?:string verified?:boolean|null
  > 200 OrganizationDomain
UpdateOrganizationDomain PATCH /organizations/{organization_id}/domains/{domain_id}
  <! enrollment_mode?:string|null verified?:boolean|null
  > 200 OrganizationDomain
DeleteOrganizationDomain DELETE /organizations/{organization_id}/domains/{domain_id}
  > 200 DeletedObject
VerifyOrganizationDomainOwnership POST /organizations/{organization_id}/domains/{domain_id}/verify_ownership
  > 200 OrganizationDomain
ListAllOrganizationDomains GET /organization_domains
  ? organization_id?:string verified?:'true'|'false'
    enrollment_mode?:('manual_invitation'|'automatic_invitation'|'automatic_suggestion'|'enterprise_sso'|'-manual_invitation'|'-automatic_invitation'|'-automatic_suggestion'|'-enterprise_sso')[]
    query?:string domains?:string[] order_by?:string offset?:integer
    limit?:integer
  > 200 {data:OrganizationDomain[] total_count:integer}
VerifyDomainProxy POST /proxy_checks
  < domain_id?:string proxy_url?:string
  > 200 ProxyCheck
ListRedirectURLs GET /redirect_urls
  ? paginated?:boolean limit?:integer offset?:integer
  > 200 RedirectURL[]
CreateRedirectURL POST /redirect_urls
  < url:string
  > 200 RedirectURL
GetRedirectURL GET /redirect_urls/{id}
  > 200 RedirectURL
DeleteRedirectURL DELETE /redirect_urls/{id}
  > 200 DeletedObject
CreateSignInToken POST /sign_in_tokens
  < user_id:string org_id?:string|null expires_in_seconds?:integer|null
  > 200 SignInToken
RevokeSignInToken POST /sign_in_tokens/{sign_in_token_id}/revoke
  > 200 SignInToken
GetSignUp GET /sign_ups/{id}
  > 200 SignUp
UpdateSignUp PATCH /sign_ups/{id}
  < external_id?:string|null custom_action?:boolean|null
  > 200 SignUp
ListOAuthApplications GET /oauth_applications
  ? limit?:integer offset?:integer order_by?:string name_query?:string
  > 200 {data:OAuthApplication[] total_count:integer}
CreateOAuthApplication POST /oauth_applications
  < name:string redirect_uris?:string[]|null ~callback_url?:string|null
    scopes?:string|null consent_screen_enabled?:boolean|null
    pkce_required?:boolean|null public?:boolean|null
  > 200 OAuthApplicationWithSecret
GetOAuthApplication GET /oauth_applications/{oauth_application_id}
  > 200 OAuthApplication
UpdateOAuthApplication PATCH /oauth_applications/{oauth_application_id}
  <! name?:string|null redirect_uris?:string[]|null ~callback_url?:string|null
    scopes?:string|null consent_screen_enabled?:boolean|null
    pkce_required?:boolean|null public?:boolean|null
  > 200 OAuthApplication
DeleteOAuthApplication DELETE /oauth_applications/{oauth_application_id}
  > 200 DeletedObject
UploadOAuthApplicationLogo PUT /oauth_applications/{oauth_application_id}/logo
  <form uploader_user_id?:string file:binary
  > 200 OAuthApplication
RotateOAuthApplicationSecret POST /oauth_applications/{oauth_application_id}/rotate_secret
  > 200 OAuthApplicationWithSecret
RevokeOAuthApplicationToken POST /oauth_applications/{oauth_application_id}/revoke_token
  <! token:string
  > 204
ListSAMLConnections GET /saml_connections deprecated
  ? limit?:integer offset?:integer query?:string order_by?:string
    organization_id?:string[]
  > 200 {data:SAMLConnection[] total_count:integer}
CreateSAMLConnection POST /saml_connections deprecated
  < name:string ~domain?:string domains?:string[]
    provider:'saml_custom'|'saml_okta'|'saml_google'|'saml_microsoft'
    idp_entity_id?:string|null idp_sso_url?:string|null
    idp_certificate?:string|null idp_metadata_url?:string|null
    idp_metadata?:string|null organization_id?:string|null
    attribute_mapping?:{user_id?:string email_address?:string first_name?:string
    last_name?:string}|null force_authn?:boolean
    login_hint?:{mode:'email_address'|'custom_attribute'|'off'
    source?:string}|null
  > 200 SAMLConnection
GetSAMLConnection GET /saml_connections/{saml_connection_id} deprecated
  > 200 SAMLConnection
UpdateSAMLConnection PATCH /saml_connections/{saml_connection_id} deprecated
  <! name?:string|null ~domain?:string|null domains?:string[]|null
    idp_entity_id?:string|null idp_sso_url?:string|null
    idp_certificate?:string|null idp_metadata_url?:string|null
    idp_metadata?:string|null organization_id?:string|null
    attribute_mapping?:{user_id?:string email_address?:string first_name?:string
    last_name?:string}|null active?:boolean|null
    sync_user_attributes?:boolean|null allow_subdomains?:boolean|null
    allow_idp_initiated?:boolean|null
    disable_additional_identifications?:boolean|null
    allow_organization_account_linking?:boolean|null force_authn?:boolean
    login_hint?:{mode:'email_address'|'custom_attribute'|'off'
    source?:string}|null consent_verified_domains_deletion?:boolean|null
  > 200 SAMLConnection
DeleteSAMLConnection DELETE /saml_connections/{saml_connection_id} deprecated
  > 200 DeletedObject
ListEnterpriseConnections GET /enterprise_connections
  ? limit?:integer offset?:integer organization_id?:string active?:boolean
  > 200 {data:EnterpriseConnection[] total_count:integer}
CreateEnterpriseConnection POST /enterprise_connections
  < name:string
    provider:'saml_custom'|'saml_okta'|'saml_google'|'saml_microsoft'|'oidc_custom'|'oidc_github_enterprise'|'oidc_gitlab'
    domains:string[] organization_id?:string|null
    allow_organization_account_linking?:boolean|null active?:boolean|null
    saml?:{idp_entity_id?:string|null idp_sso_url?:string|null
    idp_certificate?:string|null idp_metadata_url?:string|null
    idp_metadata?:string|null attribute_mapping?:{user_id?:string|null
    email_address?:string|null first_name?:string|null
    last_name?:string|null}|null allow_subdomains?:boolean|null
    allow_idp_initiated?:boolean|null force_authn?:boolean|null
    login_hint?:{mode:'email_address'|'custom_attribute'|'off'
    source?:string}|null}|null oidc?:{client_id?:string|null
    client_secret?:string|null discovery_url?:string|null auth_url?:string|null
    token_url?:string|null user_info_url?:string|null
    requires_pkce?:boolean|null}|null custom_attributes?:{name:string
    key:string/^[^_][A-Za-z0-9_-]*$/ sso_path?:string scim_path?:string
    directory_path?:string multi_valued?:boolean}[]
  > 201 EnterpriseConnection
GetEnterpriseConnection GET /enterprise_connections/{enterprise_connection_id}
  > 200 EnterpriseConnection
UpdateEnterpriseConnection PATCH /enterprise_connections/{enterprise_connection_id}
  <! name?:string|null domains?:string[]|null active?:boolean|null
    sync_user_attributes?:boolean|null
    disable_additional_identifications?:boolean|null
    allow_organization_account_linking?:boolean|null
    organization_id?:string|null saml?:{name?:string|null
    idp_entity_id?:string|null idp_sso_url?:string|null
    idp_certificate?:string|null idp_metadata_url?:string|null
    idp_metadata?:string|null attribute_mapping?:{user_id?:string|null
    email_address?:string|null first_name?:string|null
    last_name?:string|null}|null allow_subdomains?:boolean|null
    allow_idp_initiated?:boolean|null force_authn?:boolean|null
    login_hint?:{mode:'email_address'|'custom_attribute'|'off'
    source?:string}|null}|null oidc?:{client_id?:string|null
    client_secret?:string|null discovery_url?:string|null auth_url?:string|null
    token_url?:string|null user_info_url?:string|null
    requires_pkce?:boolean|null}|null custom_attributes?:{name:string
    key:string/^[^_][A-Za-z0-9_-]*$/ sso_path?:string scim_path?:string
    directory_path?:string multi_valued?:boolean}[]|null
  > 200 EnterpriseConnection
DeleteEnterpriseConnection DELETE /enterprise_connections/{enterprise_connection_id}
  > 200 DeletedObject
ListEnterpriseConnectionTestRuns GET /enterprise_connections/{enterprise_connection_id}/test_runs
  ? status?:('pending'|'success'|'failed')[] limit?:integer offset?:integer
  > 200 {data:EnterpriseConnectionTestRun[] total_count:integer}
CreateEnterpriseConnectionTestRun POST /enterprise_connections/{enterprise_connection_id}/test_runs
  > 200 EnterpriseConnectionTestRunResponse
CreateTestingToken POST /testing_tokens
  > 200 TestingToken
CreateAgentTask POST /agents/tasks
  < on_behalf_of:{user_id?:string identifier?:string} permissions:'*'
    agent_name:string task_description:string redirect_url:uri
    session_max_duration_in_seconds?:integer
  > 200 AgentTask
RevokeAgentTask POST /agents/tasks/{agent_task_id}/revoke
  > 200 AgentTask
InstanceGetOrganizationMemberships GET /organization_memberships
  ? order_by?:string limit?:integer offset?:integer
  > 200 {data:OrganizationMembership[] total_count:integer}
ListWaitlistEntries GET /waitlist_entries
  ? limit?:integer offset?:integer query?:string
    status?:'pending'|'invited'|'completed'|'rejected' order_by?:string
  > 200 {data:WaitlistEntry[] total_count:integer}
CreateWaitlistEntry POST /waitlist_entries
  < email_address:string notify?:boolean|null
  > 200 WaitlistEntry
CreateBulkWaitlistEntries POST /waitlist_entries/bulk
  < [email_address:email notify?:boolean|null]
  > 200 WaitlistEntry[]
DeleteWaitlistEntry DELETE /waitlist_entries/{waitlist_entry_id}
  > 200 DeletedObject
InviteWaitlistEntry POST /waitlist_entries/{waitlist_entry_id}/invite
  < ignore_existing?:boolean|null
  > 200 WaitlistEntry
RejectWaitlistEntry POST /waitlist_entries/{waitlist_entry_id}/reject
  > 200 WaitlistEntry
GetCommercePlanList GET /billing/plans
  ? paginated?:boolean limit?:integer offset?:integer payer_type?:'user'|'org'
  > 200 {data:CommercePlan[] total_count:integer}
GetBillingPriceList GET /billing/prices
  ? paginated?:boolean limit?:integer offset?:integer plan_id?:string
  > 200 {data:BillingPriceResponse[] total_count:integer}
CreateBillingPrice POST /billing/prices
  <! plan_id:string currency?:string amount:integer|null
    annual_monthly_amount?:integer|null description?:string
    supported_billing_periods?:'month'|'annual'|'both'
  > 200 BillingPriceResponse
GetCommerceSubscriptionItemList GET /billing/subscription_items
  ? paginated?:boolean limit?:integer offset?:integer
    status?:'active'|'ended'|'past_due'|'upcoming'|'free_trial'
    payer_type?:'user'|'org' plan_id?:string include_free?:boolean query?:string
  > 200 {data:CommerceSubscriptionItem[] total_count:integer}
CancelCommerceSubscriptionItem DELETE /billing/subscription_items/{subscription_item_id}
  ? end_now?:boolean
  > 200 CommerceSubscriptionItem
ExtendBillingSubscriptionItemFreeTrial POST /billing/subscription_items/{subscription_item_id}/extend_free_trial
  <! extend_to:date-time
  > 200 CommerceSubscriptionItem-2
CreateBillingPriceTransition POST /billing/subscription_items/{subscription_item_id}/price_transition
  <! from_price_id:string to_price_id:string
  > 200 CommercePriceTransitionResponse
ApplyBillingSubscriptionItemDiscount POST /billing/subscription_items/{subscription_item_id}/discounts
  <! discount_id:string
  > 200 CommerceDiscountRedemptionResponse
RemoveBillingSubscriptionItemDiscount DELETE /billing/subscription_items/{subscription_item_id}/discounts/{discount_id}
  > 200 CommerceDiscountRedemptionResponse
GetBillingStatementList GET /billing/statements
  ? paginated?:boolean limit?:integer offset?:integer
  > 200 {data:BillingStatement[] total_count:integer}
GetBillingStatement GET /billing/statements/{statementID}
  > 200 BillingStatement
GetBillingStatementPaymentAttempts GET /billing/statements/{statementID}/payment_attempts
  ? paginated?:boolean limit?:integer offset?:integer
  > 200 {data:BillingPaymentAttempt[] total_count:integer}
ListOrganizationPermissions GET /organization_permissions
  ? query?:string order_by?:string limit?:integer offset?:integer
  > 200 {data:Permission[] total_count:integer}
CreateOrganizationPermission POST /organization_permissions
  <! name:string key:string description?:string
  > 200 Permission
GetOrganizationPermission GET /organization_permissions/{permission_id}
  > 200 Permission
UpdateOrganizationPermission PATCH /organization_permissions/{permission_id}
  <! name?:string key?:string description?:string
  > 200 Permission
DeleteOrganizationPermission DELETE /organization_permissions/{permission_id}
  > 200 DeletedObject
ListRoleSets GET /role_sets
  ? query?:string order_by?:string limit?:integer offset?:integer
  > 200 {data:RoleSet[] total_count:integer}
CreateRoleSet POST /role_sets
  <! name:string key?:string description?:string|null default_role_key:string
    creator_role_key:string type?:'initial'|'custom' roles:string[]
  > 200 RoleSet
GetRoleSet GET /role_sets/{role_set_key_or_id}
  > 200 RoleSet
UpdateRoleSet PATCH /role_sets/{role_set_key_or_id}
  <! name?:string|null key?:string|null description?:string|null
    type?:'initial'|null default_role_key?:string|null
    creator_role_key?:string|null
  > 200 RoleSet
ReplaceRoleSet POST /role_sets/{role_set_key_or_id}/replace
  <! dest_role_set_key:string reassignment_mappings?:map<string>
  > 200 DeletedObject
AddRolesToRoleSet POST /role_sets/{role_set_key_or_id}/roles
  <! role_keys:string[] default_role_key?:string creator_role_key?:string
  > 200 RoleSet
ReplaceRoleInRoleSet POST /role_sets/{role_set_key_or_id}/roles/replace
  <! role_key:string to_role_key:string
  > 200 RoleSet
ListSCIMDirectories GET /scim_directories
  ? limit?:integer offset?:integer
  > 200 {data:SCIMDirectory[] total_count:integer}
CreateSCIMDirectory POST /scim_directories
  < enterprise_connection_id:string name?:string provider:string
    group_role_mappings?:{scim_group_id:string scim_group_display_name?:string
    role_id:string precedence?:integer}[]
  > 200 SCIMDirectory
GetSCIMDirectory GET /scim_directories/{scim_directory_id}
  > 200 SCIMDirectory
UpdateSCIMDirectory PATCH /scim_directories/{scim_directory_id}
  < name?:string enabled?:boolean provider?:string
    attribute_mapping?:map<string> group_role_mapping_enabled?:boolean
  > 200 SCIMDirectory
DeleteSCIMDirectory DELETE /scim_directories/{scim_directory_id}
  > 200 DeletedObject
RotateSCIMDirectoryAPIKey POST /scim_directories/{scim_directory_id}/rotate_api_key
  > 200 SCIMDirectory
ListSCIMGroupRoleMappings GET /scim_directories/{scim_directory_id}/group_role_mappings
  > 200 {data:SCIMGroupRoleMapping[] total_count:integer}
CreateSCIMGroupRoleMapping POST /scim_directories/{scim_directory_id}/group_role_mappings
  <! scim_group_id:string role_id:string precedence?:integer
  > 200 SCIMGroupRoleMapping
ReplaceSCIMGroupRoleMappings PUT /scim_directories/{scim_directory_id}/group_role_mappings
  <! mappings:{scim_group_id:string role_id:string}[]
  > 200 {data:SCIMGroupRoleMapping[] total_count:integer}
DeleteSCIMGroupRoleMapping DELETE /scim_directories/{scim_directory_id}/group_role_mappings/{mapping_id}
  > 200 DeletedSCIMGroupRoleMapping
ListDirectories GET /directories
  ? limit?:integer offset?:integer
  > 200 {data:Directory[] total_count:integer}
CreateDirectory POST /directories
  < enterprise_connection_id:string name?:string provider:string
    group_role_mappings?:{directory_group_id?:string scim_group_id?:string
    directory_group_display_name?:string scim_group_display_name?:string
    role_id:string precedence?:integer}[]
  > 200 Directory
GetDirectory GET /directories/{directory_id}
  > 200 Directory
UpdateDirectory PATCH /directories/{directory_id}
  < name?:string enabled?:boolean provider?:string
    attribute_mapping?:map<string> group_role_mapping_enabled?:boolean
  > 200 Directory
DeleteDirectory DELETE /directories/{directory_id}
  > 200 DeletedObject
RotateDirectoryAPIKey POST /directories/{directory_id}/rotate_api_key
  > 200 Directory
ListDirectoryGroupRoleMappings GET /directories/{directory_id}/group_role_mappings
  > 200 {data:DirectoryGroupRoleMapping[] total_count:integer}
CreateDirectoryGroupRoleMapping POST /directories/{directory_id}/group_role_mappings
  <! directory_group_id?:string scim_group_id?:string role_id:string
    precedence?:integer
  > 200 DirectoryGroupRoleMapping
ReplaceDirectoryGroupRoleMappings PUT /directories/{directory_id}/group_role_mappings
  <! mappings:{directory_group_id?:string scim_group_id?:string
    role_id:string}[]
  > 200 {data:DirectoryGroupRoleMapping[] total_count:integer}
DeleteDirectoryGroupRoleMapping DELETE /directories/{directory_id}/group_role_mappings/{mapping_id}
  > 200 DeletedDirectoryGroupRoleMapping
createAdminPortalLinkToken POST /admin_portal_link_tokens
  <! organization_id?:string/^org_\w{27}$/ it_contact_id?:string
    scopes?:string[] seconds_until_expiration?:integer
  > 201 AdminPortalLinkTokenWithToken
revokeAdminPortalLinkToken POST /admin_portal_link_tokens/{adminPortalLinkTokenID}/revoke
  <! revocation_reason?:string|null
  > 200 AdminPortalLinkToken
getApiKeys GET /api_keys
  ? type?:string subject:string/^(user|org|mch|scim)_\w{27}$/
    include_invalid?:'true'|'false' limit?:number offset?:number query?:string
  > 200 {data:ApiKey[] total_count:integer}
createApiKey POST /api_keys
  <! type?:string name:string/^(\S(.*\S)?)?$/ description?:string|null
    subject:string/^(user|org|mch|scim)_\w{27}$/ claims?:map|null
    scopes?:string[] created_by?:string/^user_\w{27}$/|null
    seconds_until_expiration?:number|null
  > 200 ApiKeyWithSecret
getApiKey GET /api_keys/{apiKeyID}
  > 200 ApiKey
updateApiKey PATCH /api_keys/{apiKeyID}
  <! claims?:map|null scopes?:string[] description?:string|null
    subject?:string/^(user|org|mch|scim)_\w{27}$/
    seconds_until_expiration?:number|null
  > 200 ApiKey
deleteApiKey DELETE /api_keys/{apiKeyID}
  > 200 DeletedApiKey
getApiKeySecret GET /api_keys/{apiKeyID}/secret
  > 200 ApiKeySecret
revokeApiKey POST /api_keys/{apiKeyID}/revoke
  <! revocation_reason?:string|null
  > 200 ApiKey
verifyApiKey POST /api_keys/verify
  <! secret:string
  > 200 ApiKey
getM2MTokens GET /m2m_tokens
  ? subject:string/^mch_\w{27}$/ revoked?:boolean expired?:boolean
    limit?:number offset?:number
  > 200 {m2m_tokens:M2MToken[] total_count:integer}
createM2MToken POST /m2m_tokens
  <! token_format?:'opaque'|'jwt' seconds_until_expiration?:number|null
    claims?:map|null min_remaining_ttl_seconds?:integer
  > 201 M2MTokenWithToken
revokeM2MToken POST /m2m_tokens/{m2m_token_id}/revoke
  <! revocation_reason?:string|null
  > 200 M2MToken
verifyM2MToken POST /m2m_tokens/verify
  <! token:string
  > 200 M2MToken
verifyOAuthAccessToken POST /oauth_applications/access_tokens/verify
  <! access_token?:string ~secret?:string
  > 200 IdpOAuthAccessToken|InactiveToken
`;
