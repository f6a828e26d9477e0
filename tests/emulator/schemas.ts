/**
 * What the bodies of the API must look like, member by member, from Clerk's
 * OpenAPI description of 2026-05-12 (MIT). First whether other members may
 * occur, then name, `?` when it may be absent, and type: a name of another
 * schema, a literal in quotes, `|` between alternatives, `[]` for a list.
 * `never` stands for what the emulator never gives.
 */
export const SCHEMAS: { readonly [name: string]: string } = {
  ClerkError: `
    open message:string long_message:string code:string meta?:map`,
  ClerkErrors: `
    open errors:ClerkError[] meta?:map clerk_trace_id?:string`,
  CommerceCreditBalanceResponse: `
    closed object:string balance:CommerceMoneyResponse|null`,
  CommerceCreditLedgerResponse: `
    closed object:string id:string payer_id:string
    amount:CommerceMoneyResponse source_type:string source_id:string
    note?:string|null created_at:string`,
  CommerceMoneyResponse: `
    closed amount:integer amount_formatted:string currency:string
    currency_symbol:string`,
  CommerceSubscription: `
    closed object:'commerce_subscription' id:string instance_id:string
    status:'active'|'past_due'|'canceled'|'ended'|'abandoned'|'incomplete'
    payer_id:string created_at:integer updated_at:integer
    active_at:integer|null past_due_at:integer|null
    subscription_items:never[] next_payment?:never
    eligible_for_free_trial?:boolean`,
  DeletedObject: `
    closed object:string id?:string slug?:string deleted:boolean
    external_id?:string`,
  DisableMFA: `
    closed user_id?:string`,
  EmailAddress: `
    closed id?:string object:'email_address' email_address:string
    reserved:boolean
    verification:verification_otp|verification_admin|verification_from_oauth|verification_ticket|verification_saml|verification_email_link|verification_scim|null
    linked_to:IdentificationLink[] matches_sso_connection?:boolean
    created_at:integer updated_at:integer`,
  ExternalAccountWithVerification: `
    open object:'external_account'|'facebook_account'|'google_account'
    id:string provider:string identification_id:string
    provider_user_id:string approved_scopes:string email_address:string
    email_address_verified?:boolean|null first_name:string
    last_name:string avatar_url?:string image_url?:string|null
    username?:string|null phone_number?:string|null public_metadata:map
    label?:string|null created_at:integer updated_at:integer
    verification:verification_oauth|verification_google_one_tap|null`,
  IdentificationLink: `
    closed type:string id:string`,
  JWKSrsaPublicKey: `
    open kid:string alg:string use:string kty:'RSA' n:string e:string
    x5c?:string[] x5t?:string x5t#S256?:string x5u?:string`,
  OAuthAccessToken: `
    open object:'oauth_access_token' external_account_id:string
    provider_user_id:string token:string expires_at:integer|null
    provider:string public_metadata:map label:string|null scopes?:string[]
    id_token?:string token_secret?:string`,
  Organization: `
    open object:'organization' id:string name:string slug:string
    image_url?:string has_image:boolean members_count?:integer
    missing_member_with_elevated_permissions?:boolean
    pending_invitations_count?:integer max_allowed_memberships:integer
    admin_delete_enabled:boolean public_metadata:map private_metadata?:map
    created_by?:string created_at:integer updated_at:integer
    last_active_at?:integer role_set_key?:string|null`,
  OrganizationInvitationPublicOrganizationData: `
    closed id:string name:string slug:string image_url?:string
    has_image:boolean`,
  OrganizationInvitationPublicUserData: `
    closed user_id:string first_name:string|null last_name:string|null
    image_url:string has_image:boolean identifier:string`,
  OrganizationInvitationWithPublicOrganizationData: `
    open object:'organization_invitation' id:string email_address:string
    role:string role_name:string organization_id?:string
    inviter_id:string|null
    public_inviter_data:OrganizationInvitationPublicUserData|null
    status?:string public_metadata:map private_metadata?:map
    url:string|null expires_at:integer|null created_at:integer
    updated_at:integer
    public_organization_data?:OrganizationInvitationPublicOrganizationData`,
  OrganizationInvitationsWithPublicOrganizationData: `
    closed data:OrganizationInvitationWithPublicOrganizationData[]
    total_count:integer`,
  OrganizationMembership: `
    open id:string object:'organization_membership' role:string
    role_name?:string permissions:string[] public_metadata:map
    private_metadata?:map organization:Organization
    public_user_data?:OrganizationMembershipPublicUserData
    created_at:integer updated_at:integer`,
  OrganizationMembershipPublicUserData: `
    closed user_id:string first_name:string|null last_name:string|null
    profile_image_url:string|null image_url:string has_image:boolean
    identifier?:string|null username?:string|null banned?:boolean
    deprovisioned?:boolean`,
  OrganizationMemberships: `
    closed data:OrganizationMembership[] total_count:integer`,
  Passkey: `
    closed id?:string object:'passkey' name:string last_used_at:integer
    verification:verification_passkey|null`,
  PhoneNumber: `
    closed id?:string object:'phone_number' phone_number:string
    reserved_for_second_factor?:boolean default_second_factor?:boolean
    reserved:boolean verification:verification_otp|verification_admin|null
    linked_to:IdentificationLink[] backup_codes?:string[]|null
    created_at:integer updated_at:integer`,
  TotalCount: `
    closed object:'total_count' total_count:integer`,
  TrustedDevice: `
    closed object:'trusted_device' id:string platform:'ios'|'android'
    app_identifier:string name?:string|null algorithm:'ES256'
    status:'active'|'revoked' created_at:integer updated_at:integer
    last_used_at?:integer|null revoked_at?:integer|null`,
  TrustedDeviceList: `
    open data:TrustedDevice[] total_count:integer`,
  User: `
    closed id:string object:'user' external_id:string|null
    primary_email_address_id:string|null
    primary_phone_number_id:string|null primary_web3_wallet_id:string|null
    username:string|null first_name:string|null last_name:string|null
    locale?:string|null profile_image_url?:string image_url?:string
    has_image:boolean public_metadata:map private_metadata?:map|null
    unsafe_metadata?:map email_addresses:EmailAddress[]
    phone_numbers:PhoneNumber[] web3_wallets:Web3Wallet[]
    passkeys:Passkey[] password_enabled:boolean two_factor_enabled:boolean
    totp_enabled:boolean backup_code_enabled:boolean
    mfa_enabled_at:integer|null mfa_disabled_at:integer|null
    password_last_updated_at?:integer|null
    external_accounts:ExternalAccountWithVerification[]
    saml_accounts:never[] enterprise_accounts:never[]
    organization_memberships?:OrganizationMembership[]
    last_sign_in_at:integer|null banned:boolean locked:boolean
    deprovisioned?:boolean lockout_expires_in_seconds:integer|null
    verification_attempts_remaining:integer|null updated_at:integer
    created_at:integer delete_self_enabled:boolean
    create_organization_enabled:boolean
    create_organizations_limit?:integer|null last_active_at:integer|null
    legal_accepted_at:integer|null bypass_client_trust?:boolean
    scim?:never|null`,
  VerifyPassword: `
    closed verified?:boolean`,
  VerifyTOTP: `
    closed verified?:boolean code_type?:'totp'|'backup_code'`,
  Web3Wallet: `
    closed id?:string object:'web3_wallet' web3_wallet:string
    verification:verification_web3|verification_admin|null
    created_at:integer updated_at:integer`,
  verification_admin: `
    closed object?:'verification_admin' status:'verified' strategy:'admin'
    attempts:integer|null expire_at:integer|null
    verified_at_client?:string|null`,
  verification_email_link: `
    closed object?:'verification_email_link'
    status:'unverified'|'verified'|'failed'|'expired'
    strategy:'email_link' attempts:integer|null expire_at:integer|null
    verified_at_client?:string|null`,
  verification_from_oauth: `
    closed object?:'verification_from_oauth'
    status:'unverified'|'verified' strategy:string error?:ClerkError|null
    expire_at:integer|null attempts:integer|null
    verified_at_client?:string|null`,
  verification_google_one_tap: `
    closed object?:'verification_google_one_tap'
    status:'unverified'|'verified' strategy:'google_one_tap'
    expire_at:integer|null attempts:integer|null
    verified_at_client?:string|null error?:ClerkError|null`,
  verification_oauth: `
    closed object?:'verification_oauth'
    status:'unverified'|'verified'|'failed'|'expired'|'transferable'
    strategy:string external_verification_redirect_url?:string
    error?:ClerkError|null expire_at:integer attempts:integer|null
    verified_at_client?:string|null`,
  verification_otp: `
    closed object?:'verification_otp'
    status:'unverified'|'verified'|'failed'|'expired'
    strategy:'phone_code'|'email_code'|'reset_password_email_code'
    attempts:integer|null expire_at:integer|null channel?:string|null
    verified_at_client?:string|null`,
  verification_passkey: `
    closed object?:'verification_passkey' status:'verified'
    strategy:'passkey' nonce?:'nonce' message?:string|null
    attempts:integer|null expire_at:integer|null
    verified_at_client?:string|null`,
  verification_saml: `
    closed object?:'verification_saml'
    status:'unverified'|'verified'|'failed'|'expired'|'transferable'
    strategy:'saml' external_verification_redirect_url?:string|null
    error?:ClerkError|null expire_at?:integer|null attempts:integer|null
    verified_at_client?:string|null`,
  verification_scim: `
    closed object?:'verification_scim' status:'verified' strategy:'scim'
    attempts:integer|null expire_at:integer|null`,
  verification_ticket: `
    closed object?:'verification_ticket'
    status:'unverified'|'verified'|'expired' strategy:'ticket'
    attempts:integer|null expire_at:integer|null
    verified_at_client?:string|null`,
  verification_web3: `
    closed object?:'verification_web3'
    status:'unverified'|'verified'|'failed'|'expired'
    strategy:'web3_metamask_signature'|'web3_base_signature'|'web3_coinbase_wallet_signature'|'web3_okx_wallet_signature'|'web3_solana_signature'
    nonce?:string|null message?:string|null attempts:integer|null
    expire_at:integer|null verified_at_client?:string|null`,
};
