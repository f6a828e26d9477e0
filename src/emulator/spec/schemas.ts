// A table: exempt from the limit on lines.
/**
 * The schemas of the Backend API, version 2026-05-12, from Clerk's OpenAPI
 * description (MIT). First the name and whether other members may occur, then the
 * members: `~` when deprecated, the name, `?` when it may be absent, and the
 * type: `string` and other names of JSON, `map` for what is free-form, `any`, a
 * format such as `date-time`, `string/pattern/`, a literal, another schema,
 * `{...}` an object in place, `|` between alternatives, `[]` for a list.
 */
export const SCHEMAS: string = String.raw`
ActorToken closed object:'actor_token' id:string status:'pending'|'accepted'|'revoked'
  user_id:string actor:map token?:string url?:string created_at:integer
  updated_at:integer
AgentTask closed object:'agent_task' agent_id:string agent_task_id:string
  ~task_id:string url?:string
AllowlistIdentifier closed object?:'allowlist_identifier' id?:string invitation_id?:string
  identifier?:string
  identifier_type?:'email_address'|'phone_number'|'web3_wallet'
  instance_id?:string created_at?:integer updated_at?:integer
BillingDiscountsResponse closed proration:BillingProrationDiscountDetail|null
  total:CommerceMoneyResponse
BillingPaymentAttempt closed object:'commerce_payment' id:string payment_id:string
  instance_id:string charge_type:string payee_id:string payee:map
  payer_id:string payer:CommercePayerResponse subscription_item_id?:string
  subscription_item?:map amount:CommerceMoneyResponse
  totals?:CommerceTotalsResponse-2|null payment_method_id:string
  payment_method:CommercePaymentMethodResponse statement_id:string
  gateway_external_id:string|null gateway_external_url:string|null
  status:'pending'|'paid'|'failed' paid_at:integer|null failed_at:integer|null
  created_at:integer updated_at:integer
BillingPriceResponse closed object:'commerce_price' id:string plan_id:string instance_id:string
  currency:string currency_symbol:string amount:integer
  annual_monthly_amount:integer fee:CommerceMoneyResponse|null
  annual_monthly_fee:CommerceMoneyResponse|null description?:string|null
  is_default:boolean created_at:integer
  supported_billing_periods:'month'|'annual'|'both'
BillingProrationDiscountDetail closed amount:CommerceMoneyResponse cycle_days_passed:integer
  cycle_days_total:integer cycle_passed_percent:number
BillingStatement closed object:'commerce_statement' id:string instance_id:string
  timestamp:integer payer:CommercePayerResponse status:'open'|'closed'
  totals:{grand_total:CommerceMoneyResponse subtotal:CommerceMoneyResponse
  base_fee:CommerceMoneyResponse tax_total:CommerceMoneyResponse}
  groups:{object:'commerce_statement_group' timestamp:integer
  items:BillingPaymentAttempt[]}[]
BlocklistIdentifier closed object?:'blocklist_identifier' id?:string identifier?:string
  identifier_type?:'email_address'|'phone_number'|'web3_wallet'
  instance_id?:string created_at?:integer updated_at?:integer
CNameTarget closed host:string value:string required:boolean
ClerkError open message:string long_message:string code:string meta?:map
ClerkErrors open errors:ClerkError[] meta?:map clerk_trace_id?:string
Client closed object:'client' id:string session_ids:string[] sessions:Session[]
  sign_in_id:string|null sign_up_id:string|null
  last_active_session_id:string|null last_authentication_strategy:string|null
  updated_at:integer created_at:integer
CommerceCreditBalanceResponse closed object:string balance:CommerceMoneyResponse|null
CommerceCreditLedgerResponse closed object:string id:string payer_id:string amount:CommerceMoneyResponse
  source_type:string source_id:string note?:string|null created_at:date-time
CommerceCreditsResponse closed proration:CommerceProrationCreditDetailResponse|null
  payer:CommercePayerCreditResponse|null total:CommerceMoneyResponse
CommerceDiscountRedemptionResponse closed object:'commerce_discount_redemption' id:string
  subscription_item_id:string discount_id:string name?:string
  source:'promotion'|'manual'|'promo_code' promo_code?:string
  effect?:'percentage'|'fixed_amount' percent_off?:number|null
  amount_off?:CommerceMoneyResponse|null amount?:CommerceMoneyResponse|null
  cycles_remaining:integer|null cycles_applied:integer
  status?:'active'|'exhausted'|'removed' redeemed_at:integer
  redeemed_by:string|null
CommerceDiscountsResponse closed proration:CommerceProrationDiscountResponse|null
  total:CommerceMoneyResponse
CommerceMoneyResponse closed amount:integer amount_formatted:string currency:string
  currency_symbol:string
CommercePayerCreditResponse closed remaining_balance:CommerceMoneyResponse
  applied_amount:CommerceMoneyResponse
CommercePayerResponse closed object:'commerce_payer' id:string instance_id:string
  user_id?:string|null first_name?:string|null last_name?:string|null
  email?:string|null organization_id?:string|null
  organization_name?:string|null image_url?:string
  credits_balance?:CommerceMoneyResponse created_at?:integer
  updated_at?:integer
CommercePayerResponse-2 closed object:'commerce_payer' id:string instance_id:string user_id?:string
  first_name:string last_name:string email:string organization_id?:string
  organization_name?:string image_url:string
  credits_balance?:CommerceMoneyResponse created_at:integer updated_at:integer
CommercePaymentMethodResponse closed object:'commerce_payment_method' id:string payer_id:string
  payment_type:'card'|'link'|'payer-credits' is_default?:boolean
  gateway:string gateway_external_id:string
  gateway_external_account_id:string|null last4:string|null
  status:'active'|'disconnected' wallet_type?:string|null
  card_type:string|null expiry_year?:integer|null expiry_month?:integer|null
  created_at?:integer updated_at?:integer is_removable?:boolean
CommercePaymentSourceResponse closed object:'commerce_source' id:string payer_id:string
  payment_method:'card'|'apple_pay'|'google_pay' is_default?:boolean|null
  gateway:string gateway_external_id:string
  gateway_external_account_id?:string|null last4:string
  status:'active'|'disconnected' wallet_type:string card_type:string
  expiry_year?:integer expiry_month?:integer created_at:integer
  updated_at:integer is_removable?:boolean|null
CommercePerUnitTotal closed name:string block_size:integer tiers:CommercePerUnitTotalTier[]
CommercePerUnitTotal-2 closed name:string block_size:integer tiers:CommercePerUnitTotalTier-2[]
CommercePerUnitTotalTier closed quantity?:integer|null fee_per_block:CommerceMoneyResponse
  total:CommerceMoneyResponse
CommercePerUnitTotalTier-2 closed quantity?:integer|null fee_per_block:CommerceMoneyResponse
  total:CommerceMoneyResponse
CommercePlan closed object:'commerce_plan' id:string name:string
  fee:CommerceMoneyResponse|null annual_monthly_fee:CommerceMoneyResponse|null
  annual_fee:CommerceMoneyResponse|null description:string|null
  ~product_id:string is_default:boolean is_recurring:boolean
  publicly_visible:boolean has_base_fee:boolean for_payer_type:string
  slug:string avatar_url:string|null features?:FeatureResponse[]
  free_trial_enabled:boolean free_trial_days:integer|null
  unit_prices?:CommercePlanUnitPrice[]
CommercePlan-2 closed object:'commerce_plan' id:string name:string
  fee:CommerceMoneyResponse|null annual_monthly_fee:CommerceMoneyResponse|null
  annual_fee:CommerceMoneyResponse|null amount:integer amount_formatted:string
  annual_monthly_amount:integer annual_monthly_amount_formatted:string
  annual_amount:integer annual_amount_formatted:string currency_symbol:string
  currency:string description:string product_id:string is_default:boolean
  is_recurring:boolean publicly_visible:boolean has_base_fee:boolean
  payer_type:string[] for_payer_type:string slug:string avatar_url:string
  period?:string interval?:integer features:FeatureResponse-2[]
  free_trial_enabled?:boolean free_trial_days?:integer|null
CommercePlanUnitPrice closed name:string block_size:integer tiers:CommercePlanUnitPriceTier[]
CommercePlanUnitPriceTier closed starts_at_block:integer ends_after_block?:integer|null
  fee_per_block:CommerceMoneyResponse
CommercePriceTransitionDetails closed previous_plan:CommercePlan-2 previous_price:BillingPriceResponse
  effective_at:integer effective_mode:'immediate'|'end_of_period'
  next_billing_date?:integer|null charged_immediately:boolean
  immediate_charge?:CommerceMoneyResponse|null
  previous_subscription_item_status:'canceled'|'ended'|'abandoned'
  previous_subscription_item_id:string
CommercePriceTransitionResponse closed object:'commerce_price_transition'
  subscription_item:CommerceSubscriptionItem-2
  transition:CommercePriceTransitionDetails
CommerceProrationCreditDetailResponse closed amount:CommerceMoneyResponse cycle_days_remaining:integer
  cycle_days_total:integer cycle_remaining_percent:number
CommerceProrationDiscountResponse closed amount:CommerceMoneyResponse cycle_days_passed:integer
  cycle_days_total:integer cycle_passed_percent:number
CommerceSubscription closed object:'commerce_subscription' id:string instance_id:string
  status:'active'|'past_due'|'canceled'|'ended'|'abandoned'|'incomplete'
  payer_id:string created_at:integer updated_at:integer active_at:integer|null
  past_due_at:integer|null subscription_items:CommerceSubscriptionItem[]
  next_payment?:CommerceSubscriptionNextPayment
  eligible_for_free_trial?:boolean
CommerceSubscriptionCreditResponse closed amount?:CommerceMoneyResponse|null cycle_remaining_percent?:number
CommerceSubscriptionItem closed object:'commerce_subscription_item' id:string instance_id:string
  status:'active'|'canceled'|'expired'|'ended'|'past_due'|'upcoming'|'incomplete'|'abandoned'
  credit?:CommerceSubscriptionCreditResponse
  credits?:CommerceCreditsResponse|null plan_id:string|null price_id?:string
  plan?:CommercePlan|null plan_period:'month'|'annual'
  payment_method?:CommercePaymentMethodResponse
  lifetime_paid?:CommerceMoneyResponse
  next_payment?:CommerceSubscriptionItemNextPaymentResponse|null
  payer_id:string payer?:CommercePayerResponse is_free_trial:boolean
  period_start:integer period_end:integer|null proration_date?:date
  canceled_at:integer|null past_due_at:integer|null ended_at:integer|null
  created_at?:integer updated_at?:integer
  seats?:CommerceSubscriptionItemSeatsResponse|null
  totals?:CommerceTotalsResponse-2|null
CommerceSubscriptionItem-2 closed object:'commerce_subscription_item' id:string instance_id:string
  status:'active'|'ended'|'past_due'|'upcoming'|'incomplete'|'abandoned'
  credit?:CommerceSubscriptionCreditResponse|null plan_id:string
  price_id?:string plan:CommercePlan-2|null plan_period:'month'|'annual'
  payment_source_id:string payment_source?:CommercePaymentSourceResponse|null
  lifetime_paid?:CommerceMoneyResponse|null amount?:CommerceMoneyResponse|null
  next_invoice?:CommerceSubscriptionItemNextPaymentResponse|null
  next_payment?:CommerceSubscriptionItemNextPaymentResponse|null
  payer_id:string payer?:CommercePayerResponse-2|null is_free_trial:boolean
  period_start?:integer|null period_end?:integer|null proration_date:string
  canceled_at?:integer|null past_due_at?:integer|null ended_at?:integer|null
  created_at:integer updated_at:integer
CommerceSubscriptionItemNextPaymentResponse closed amount?:CommerceMoneyResponse|null date?:integer|null
  per_unit_totals?:CommercePerUnitTotal[] totals?:CommerceTotalsResponse|null
CommerceSubscriptionItemSeatsResponse closed quantity:integer|null tiers?:CommercePerUnitTotalTier-2[]
CommerceSubscriptionNextPayment closed date:integer amount:CommerceMoneyResponse
  per_unit_totals?:CommercePerUnitTotal-2[]
  totals?:CommerceTotalsResponse-2|null
CommerceTotalsResponse closed subtotal:CommerceMoneyResponse base_fee:CommerceMoneyResponse
  tax_total:CommerceMoneyResponse grand_total:CommerceMoneyResponse
  per_unit_totals?:CommercePerUnitTotal[]
  credits?:CommerceCreditsResponse|null
  discounts?:CommerceDiscountsResponse|null
CommerceTotalsResponse-2 closed subtotal:CommerceMoneyResponse base_fee:CommerceMoneyResponse
  tax_total:CommerceMoneyResponse grand_total:CommerceMoneyResponse
  per_unit_totals?:CommercePerUnitTotal-2[]
  credits?:CommerceCreditsResponse|null
  discounts?:BillingDiscountsResponse|null
Cookies closed object:'cookies' cookies:string[]
AdminPortalLinkTokenWithToken closed object:'admin_portal_link_token' id:string/^aplt_[0-9A-Fa-f]{32}$/
  admin_portal_link_id:string/^apl_\w{27}$/ instance_id:string/^ins_\w{27}$/
  organization_id:string/^org_\w{27}$/|null it_contact_id:string|null
  scopes:string[]|null token:string revoked:boolean
  revocation_reason:string|null expired:boolean expiration:number|null
  created_at:number updated_at:number
ApiKeyWithSecret closed object:'api_key' id:string/^ak_[0-9A-Fa-f]{32}$/ type:string
  subject:string/^(user|org|mch)_\w{27}$/ name:string description?:string|null
  claims:map|null scopes:string[] secret:string revoked:boolean
  revocation_reason:string|null expired:boolean expiration:number|null
  created_by:string/^user_\w{27}$/|null last_used_at:number|null
  created_at:number updated_at:number
M2MTokenWithToken closed object:'machine_to_machine_token' id:string/^mt_[0-9A-Fa-f]{32}$/
  subject:string/^mch_\w{27}$/ claims?:map|null scopes?:string[] token:string
  revoked:boolean revocation_reason:string|null expired:boolean
  expiration:number|null last_used_at:number|null created_at:number
  updated_at:number
SessionToken open object?:'token' jwt?:string
DeletedApiKey open id:string object:'api_key' deleted:true
DeletedDirectoryGroupRoleMapping open object:'directory_group_role_mapping' id:string deleted:true
DeletedMachine open object:'machine' id:string deleted:true
DeletedMachineScope open object:'machine_scope' from_machine_id:string to_machine_id:string
  deleted:true
DeletedSCIMGroupRoleMapping open object:'scim_group_role_mapping' id:string deleted:true
DeletedObject closed object:string id?:string slug?:string deleted:boolean
  external_id?:string
Directory open object:'directory' id:string name:string
  enterprise_connection_id?:string|null endpoint_url:string provider:string
  enabled:boolean group_role_mapping_enabled:boolean
  attribute_mapping:map<string> custom_attributes?:{name?:string key?:string
  sso_path?:string scim_path?:string directory_path?:string
  multi_valued?:boolean}[] api_key?:string|null created_at:integer
  updated_at:integer
DirectoryGroupRoleMapping open object:'directory_group_role_mapping' id:string directory_id:string
  scim_directory_id:string directory_group_id:string scim_group_id:string
  directory_group_display_name:string scim_group_display_name:string
  role?:Role precedence:integer created_at:integer updated_at:integer
UserId closed user_id?:string
Domain open object:'domain' id:string name:string is_satellite:boolean
  frontend_api_url:string accounts_portal_url?:string|null
  proxy_url?:string|null development_origin:string
  cname_targets?:CNameTarget[]|null
EmailAddress closed id?:string object:'email_address' email_address:string
  reserved:boolean
  verification:verification_otp|verification_admin|verification_from_oauth|verification_ticket|verification_saml|verification_email_link|verification_scim|null
  linked_to:IdentificationLink[] matches_sso_connection?:boolean
  created_at:integer updated_at:integer
EnterpriseAccount closed id:string object:'enterprise_account' protocol?:'oauth'|'saml'
  provider:string active:boolean email_address:string first_name?:string|null
  last_name?:string|null provider_user_id?:string|null
  enterprise_connection_id?:string|null public_metadata?:map
  verification:verification_ticket|verification_saml|verification_oauth|null
  enterprise_connection?:EnterpriseAccountConnection|null
  last_authenticated_at?:integer|null
EnterpriseAccountConnection closed id:string protocol:string provider:string name:string
  logo_public_url:string|null ~domain?:string domains?:string[] active:boolean
  sync_user_attributes:boolean allow_subdomains:boolean
  allow_idp_initiated:boolean disable_additional_identifications:boolean
  created_at:integer updated_at:integer
EnterpriseConnection open object:'enterprise_connection' id:string name:string provider:string
  logo_public_url?:string|null active:boolean domains:string[]
  organization_id?:string|null sync_user_attributes?:boolean
  disable_additional_identifications?:boolean
  allow_organization_account_linking?:boolean custom_attributes?:{name:string
  key:string sso_path?:string scim_path?:string directory_path?:string
  multi_valued?:boolean}[] saml_connection?:{id?:string name?:string
  idp_entity_id?:string|null idp_sso_url?:string|null
  idp_metadata_url?:string|null acs_url?:string|null sp_entity_id?:string|null
  sp_metadata_url?:string|null active?:boolean allow_idp_initiated?:boolean
  allow_subdomains?:boolean force_authn?:boolean
  login_hint?:{mode:'email_address'|'custom_attribute'|'off'
  source?:string}}|null oauth_config?:{id?:string name?:string
  provider_key?:string client_id?:string|null discovery_url?:string|null
  auth_url?:string|null token_url?:string|null user_info_url?:string|null
  requires_pkce?:boolean logo_public_url?:string|null created_at?:integer
  updated_at?:integer}|null created_at:integer updated_at:integer
EnterpriseConnectionTestRun closed id:string status:'pending'|'success'|'failed'
  connection_type:'saml'|'oauth' parsed_user_info?:{email_address?:string
  first_name?:string last_name?:string user_id?:string}|null
  logs?:{level:string code?:string short_message?:string message:string}[]
  saml?:{saml_request?:string saml_response?:string relay_state?:string}|null
  oauth?:{id_token?:string access_token?:string user_info?:string}|null
  created_at:integer
EnterpriseConnectionTestRunResponse closed url:string
ExternalAccountWithVerification open object:'external_account'|'facebook_account'|'google_account' id:string
  provider:string identification_id:string provider_user_id:string
  approved_scopes:string email_address:string
  email_address_verified?:boolean|null first_name:string last_name:string
  ~avatar_url?:string image_url?:string|null username?:string|null
  phone_number?:string|null public_metadata:map label?:string|null
  created_at:integer updated_at:integer
  verification:verification_oauth|verification_google_one_tap|null
FeatureResponse closed object:'feature' id:string name:string description:string|null
  slug:string avatar_url:string|null
FeatureResponse-2 closed object:'feature' id:string name:string description:string slug:string
  avatar_url:string
ApiKeySecret open secret:string
ApiKey closed object:'api_key' id:string/^ak_[0-9A-Fa-f]{32}$/ type:string
  subject:string/^(user|org|mch)_\w{27}$/ name:string description?:string|null
  claims:map|null scopes:string[] revoked:boolean
  revocation_reason:string|null expired:boolean expiration:number|null
  created_by:string/^user_\w{27}$/|null last_used_at:number|null
  created_at:number updated_at:number
M2MToken closed object:'machine_to_machine_token' id:string/^mt_[0-9A-Fa-f]{32}$/
  subject:string/^mch_\w{27}$/ claims?:map|null scopes?:string[]
  revoked:boolean revocation_reason:string|null expired:boolean
  expiration:number|null last_used_at:number|null created_at:number
  updated_at:number
MachineSecretKey open object:'machine_secret_key' secret:string
IdentificationLink closed type:string/^oauth_[a-z]+$/ id:string
Instance open object:'instance' id:string environment_type:string
  allowed_origins:string[]|null workspace_id:string|null
InstanceCommunication open object:'instance_communication' blocked_country_codes:string[]
InstanceProtect open object:'instance_protect' rules_enabled:boolean specter_enabled:boolean
  checks_bypassed:boolean
InstanceRestrictions open object:'instance_restrictions' allowlist:boolean blocklist:boolean
  allowlist_blocklist_disabled_on_sign_in:boolean
  block_email_subaddresses:boolean block_disposable_email_domains:boolean
Invitation closed object:'invitation' id:string email_address:email public_metadata:map
  revoked?:boolean status:'pending'|'accepted'|'revoked'|'expired' url?:string
  expires_at?:integer|null created_at:integer updated_at:integer
JWKS closed
  keys?:(JWKS.ed25519.PublicKey|JWKS.ecdsa.PublicKey|JWKS.rsa.PublicKey|JWKS.ed25519.PrivateKey|JWKS.ecdsa.PrivateKey|JWKS.rsa.PrivateKey|JWKS.symmetric.Key)[]
JWKS.ecdsa.PrivateKey open kid:string alg:string use:string kty:'EC' crv:string x:string y:string
  d:string x5c?:string[] x5t?:string x5t#S256?:string x5u?:string
JWKS.ecdsa.PublicKey open kid:string alg:string use:string kty:'EC' crv:string x:string y:string
  x5c?:string[] x5t?:string x5t#S256?:string x5u?:string
JWKS.ed25519.PrivateKey open kid:string alg:string use:string kty:'OKP' crv:'Ed25519' x:string
  d:string x5c?:string[] x5t?:string x5t#S256?:string x5u?:string
JWKS.ed25519.PublicKey open kid:string alg:string use:string kty:'OKP' crv:'Ed25519' x:string
  x5c?:string[] x5t?:string x5t#S256?:string x5u?:string
JWKS.rsa.PrivateKey open kid:string alg:string use:string kty:'RSA' n:string e:string d:string
  p:string q:string dp?:string dq?:string qi?:string x5c?:string[] x5t?:string
  x5t#S256?:string x5u?:string
JWKS.rsa.PublicKey open kid:string alg:string use:string kty:'RSA' n:string e:string
  x5c?:string[] x5t?:string x5t#S256?:string x5u?:string
JWKS.symmetric.Key open kid:string alg:string use:string kty:'oct' k:string x5c?:string[]
  x5t?:string x5t#S256?:string x5u?:string
JWTTemplate closed object:'jwt_template' id:string name:string claims:map
  lifetime:integer allowed_clock_skew:integer custom_signing_key:boolean
  signing_algorithm:string created_at:integer updated_at:integer
Machine open object:'machine' id:string name:string instance_id:string
  created_at:integer updated_at:integer default_token_ttl?:integer
  scoped_machines:MachineWithoutScopedMachines[]
MachineScope open object:'machine_scope' from_machine_id:string to_machine_id:string
  created_at:integer
MachineWithoutScopedMachines open object:'machine' id:string name:string instance_id:string
  created_at:integer updated_at:integer default_token_ttl?:integer
OAuthApplication open object:'oauth_application' id:string instance_id:string name:string
  client_id:string client_uri:string|null client_image_url:string|null
  dynamically_registered:boolean consent_screen_enabled:boolean
  pkce_required:boolean public:boolean scopes:string redirect_uris:string[]
  ~callback_url:string authorize_url:string token_fetch_url:string
  user_info_url:string discovery_url:string token_introspection_url:string
  created_at:integer updated_at:integer
OAuthApplicationSettings open object:'oauth_application_settings'
  dynamic_oauth_client_registration:boolean default_scopes:string[]|null
  oauth_jwt_access_tokens:boolean
  client_id_metadata_documents_advertised:boolean
  client_id_metadata_documents_only_allow_pre_registered_clients:boolean
  client_id_metadata_documents_block_implicitly_allowed_clients:boolean
OAuthApplicationWithSecret open object:'oauth_application' id:string instance_id:string name:string
  client_id:string client_uri:string|null client_image_url:string|null
  dynamically_registered:boolean consent_screen_enabled:boolean
  pkce_required:boolean public:boolean scopes:string redirect_uris:string[]
  ~callback_url:string authorize_url:string token_fetch_url:string
  user_info_url:string discovery_url:string token_introspection_url:string
  created_at:integer updated_at:integer client_secret?:string
Organization open object:'organization' id:string name:string slug:string
  image_url?:string has_image:boolean members_count?:integer
  missing_member_with_elevated_permissions?:boolean
  pending_invitations_count?:integer max_allowed_memberships:integer
  admin_delete_enabled:boolean public_metadata:map private_metadata?:map
  created_by?:string created_at:integer updated_at:integer
  last_active_at?:integer role_set_key?:string|null
OrganizationDomain open object:'organization_domain' id:string organization_id:string
  name:string
  enrollment_mode:'manual_invitation'|'automatic_invitation'|'automatic_suggestion'|'enterprise_sso'
  affiliation_email_address:string|null
  affiliation_verification:OrganizationDomainVerification|null
  ownership_verification:OrganizationDomainVerification|null
  ~verification:OrganizationDomainVerification|null
  total_pending_invitations:integer total_pending_suggestions:integer
  public_organization_data?:OrganizationInvitationPublicOrganizationData|null
  created_at:integer updated_at:integer
OrganizationDomainVerification open status:string strategy:string attempts:integer|null
  expire_at:integer|null verified_at:integer|null
OrganizationInvitation closed object:'organization_invitation' id:string email_address:string
  role:string role_name:string organization_id?:string inviter_id:string|null
  public_inviter_data:OrganizationInvitationPublicUserData|null status?:string
  public_metadata:map private_metadata?:map url:string|null
  expires_at:integer|null created_at:integer updated_at:integer
OrganizationInvitationPublicOrganizationData closed id:string name:string slug:string image_url?:string has_image:boolean
OrganizationInvitationPublicUserData closed user_id:string first_name:string|null last_name:string|null
  image_url:string has_image:boolean identifier:string
OrganizationInvitationWithPublicOrganizationData open object:'organization_invitation' id:string email_address:string
  role:string role_name:string organization_id?:string inviter_id:string|null
  public_inviter_data:OrganizationInvitationPublicUserData|null status?:string
  public_metadata:map private_metadata?:map url:string|null
  expires_at:integer|null created_at:integer updated_at:integer
  public_organization_data?:OrganizationInvitationPublicOrganizationData
OrganizationMembership open id:string object:'organization_membership' role:string
  role_name?:string permissions:string[] public_metadata:map
  private_metadata?:map organization:Organization
  public_user_data?:OrganizationMembershipPublicUserData created_at:integer
  updated_at:integer
OrganizationMembershipPublicUserData closed user_id:string first_name:string|null last_name:string|null
  ~profile_image_url:string|null image_url:string has_image:boolean
  identifier?:string|null username?:string|null banned?:boolean
  deprovisioned?:boolean
OrganizationSettings closed object:'organization_settings' enabled:boolean
  max_allowed_memberships:integer max_allowed_roles:integer
  max_role_sets_allowed?:integer max_allowed_domains:integer
  ~max_allowed_permissions?:integer creator_role:string
  admin_delete_enabled:boolean domains_enabled:boolean slug_disabled?:boolean
  domains_enrollment_modes:('manual_invitation'|'automatic_invitation'|'automatic_suggestion')[]
  domains_default_role:string initial_role_set_key?:string|null
OrganizationWithLogo open object:'organization' id:string name:string slug:string
  image_url:string has_image:boolean members_count?:integer
  missing_member_with_elevated_permissions?:boolean
  pending_invitations_count?:integer max_allowed_memberships:integer
  admin_delete_enabled:boolean public_metadata:map private_metadata?:map
  created_by?:string created_at:integer updated_at:integer
  last_active_at?:integer role_set_key?:string|null ~logo_url?:string
Passkey closed id?:string object:'passkey' name:string last_used_at:integer
  verification:verification_passkey|null
Permission open object:'permission' id:string name:string key:string description:string
  type:string created_at:integer updated_at:integer
PhoneNumber closed id?:string object:'phone_number' phone_number:string
  reserved_for_second_factor?:boolean default_second_factor?:boolean
  reserved:boolean verification:verification_otp|verification_admin|null
  linked_to:IdentificationLink[] backup_codes?:string[]|null
  created_at:integer updated_at:integer
VerificationAttempt closed object?:string id?:string status?:string strategy?:string
  attempts?:integer|null expire_at?:integer|null channel?:string|null
ProxyCheck closed object:'proxy_check' id:string domain_id:string
  last_run_at:integer|null proxy_url:string successful:boolean
  created_at:integer updated_at:integer
RedirectURL closed object:'redirect_url' id:string url:string created_at:integer
  updated_at:integer
AdminPortalLinkToken closed object:'admin_portal_link_token' id:string/^aplt_[0-9A-Fa-f]{32}$/
  admin_portal_link_id:string/^apl_\w{27}$/ instance_id:string/^ins_\w{27}$/
  organization_id:string/^org_\w{27}$/|null it_contact_id:string|null
  scopes:string[]|null revoked:boolean revocation_reason:string|null
  expired:boolean expiration:number|null created_at:number updated_at:number
Role closed object:'role' id:string name:string key:string
  description:string|null is_creator_eligible:boolean permissions:Permission[]
  created_at:integer updated_at:integer
RoleSet closed object:'role_set' id:string name:string key:string
  description:string|null roles:RoleSetItem[] default_role?:RoleSetItem|null
  creator_role?:RoleSetItem|null type:'initial'|'custom'
  role_set_migration?:RoleSetMigration|null created_at:integer
  updated_at:integer
RoleSetItem closed object:'role_set_item' id:string name:string key:string
  description:string|null members_count?:integer|null
  has_members?:boolean|null created_at:integer updated_at:integer
RoleSetMigration closed object:'role_set_migration' id:string organization_id?:string|null
  instance_id:string source_role_set_id:string dest_role_set_id?:string|null
  trigger_type:string status:string migrated_members:integer
  mappings?:map<string>|null started_at?:integer|null
  completed_at?:integer|null created_at:integer updated_at:integer
SAMLAccount closed id:string object:'saml_account' provider:string active:boolean
  email_address:string first_name?:string|null last_name?:string|null
  provider_user_id?:string|null last_authenticated_at?:integer|null
  public_metadata?:map verification:verification_saml|verification_ticket|null
  saml_connection?:SAMLAccountConnection|null
SAMLAccountConnection closed id:string name:string ~domain?:string domains?:string[]
  active:boolean provider:string sync_user_attributes:boolean
  allow_subdomains?:boolean allow_idp_initiated?:boolean
  disable_additional_identifications?:boolean created_at:integer
  updated_at:integer
SAMLConnection open object:'saml_connection' id:string name:string ~domain?:string
  domains?:string[] idp_entity_id:string|null idp_sso_url:string|null
  idp_certificate:string|null idp_certificate_issued_at:integer|null
  idp_certificate_expires_at:integer|null idp_metadata_url?:string|null
  idp_metadata?:string|null acs_url:string sp_entity_id:string
  sp_metadata_url:string organization_id?:string|null
  attribute_mapping?:SAMLConnectionAttributeMapping active:boolean
  provider:string user_count:integer sync_user_attributes:boolean
  allow_subdomains:boolean allow_idp_initiated:boolean
  disable_additional_identifications:boolean
  allow_organization_account_linking:boolean force_authn:boolean
  login_hint:SAMLConnectionLoginHint enterprise_connection_id?:string|null
  created_at:integer updated_at:integer
SAMLConnectionAttributeMapping closed user_id:string email_address:string first_name:string
  last_name:string
SAMLConnectionLoginHint closed mode:'email_address'|'custom_attribute'|'off' source?:string
SCIMDirectory open object:'scim_directory' id:string name:string
  enterprise_connection_id?:string|null endpoint_url:string provider:string
  enabled:boolean group_role_mapping_enabled:boolean
  attribute_mapping:map<string> custom_attributes?:{name?:string key?:string
  sso_path?:string scim_path?:string directory_path?:string
  multi_valued?:boolean}[] api_key?:string|null created_at:integer
  updated_at:integer
SCIMGroupRoleMapping open object:'scim_group_role_mapping' id:string scim_directory_id:string
  directory_id:string scim_group_id:string directory_group_id:string
  scim_group_display_name:string directory_group_display_name:string
  role?:Role precedence:integer created_at:integer updated_at:integer
SCIMUserMetadata closed directory_id:string directory_enabled?:boolean
  external_id:string|null
Session closed object:'session' id:string user_id:string client_id:string
  actor?:map|null
  status:'active'|'revoked'|'ended'|'expired'|'removed'|'abandoned'|'replaced'|'pending'
  last_active_organization_id?:string|null last_active_at:integer
  latest_activity?:SessionActivityResponse|null expire_at:integer
  abandon_at:integer updated_at:integer created_at:integer
  tasks?:SessionTask[]|null
SessionActivityResponse open object:string id:string device_type?:string is_mobile:boolean
  browser_name?:string browser_version?:string ip_address?:string city?:string
  country?:string
SessionTask open key:string
SignInToken closed object:'sign_in_token' id:string
  status:'pending'|'accepted'|'revoked' user_id:string token?:string
  url?:string|null created_at:integer updated_at:integer
SignUp closed object:'sign_up_attempt' id:string
  status:'missing_requirements'|'complete'|'abandoned'
  required_fields:string[] optional_fields:string[] missing_fields:string[]
  unverified_fields:string[] verifications:SignUpVerifications
  username:string|null email_address:string|null phone_number:string|null
  web3_wallet:string|null password_enabled:boolean first_name:string|null
  last_name:string|null unsafe_metadata?:map public_metadata?:map
  custom_action:boolean external_id:string|null created_session_id:string|null
  created_user_id:string|null abandon_at:integer
  legal_accepted_at:integer|null locale?:string|null ~external_account?:map
SignUpVerifications closed email_address:map|null phone_number:map|null web3_wallet:map|null
  external_account:map|null
SvixURL closed svix_url:string
Template closed id?:string object?:'template' instance_id?:string|null
  resource_type?:string template_type?:string name?:string slug?:string
  position?:integer can_revert?:boolean can_delete?:boolean
  can_edit_body?:boolean can_toggle?:boolean subject?:string|null
  markup?:string body?:string available_variables?:string[]
  required_variables?:string[] from_email_name?:string
  reply_to_email_name?:string delivered_by_clerk?:boolean enabled?:boolean
  flagged_as_suspicious?:boolean updated_at?:integer created_at?:integer
TestingToken open object:'testing_token' token:string expires_at:integer
Token closed object:'token' jwt:string
TotalCount closed object:'total_count' total_count:integer
TrustedDevice closed object:'trusted_device' id:string platform:'ios'|'android'
  app_identifier:string name?:string|null algorithm:'ES256'
  status:'active'|'revoked' created_at:integer updated_at:integer
  last_used_at?:integer|null revoked_at?:integer|null
InstanceSettings open object?:'instance_settings' id?:string restricted_to_allowlist?:boolean
  from_email_address?:string progressive_sign_up?:boolean
  ~enhanced_email_deliverability?:boolean
User closed id:string object:'user' external_id:string|null
  primary_email_address_id:string|null primary_phone_number_id:string|null
  primary_web3_wallet_id:string|null username:string|null
  first_name:string|null last_name:string|null locale?:string|null
  ~profile_image_url?:string image_url?:string has_image:boolean
  public_metadata:map private_metadata?:map|null unsafe_metadata?:map
  email_addresses:EmailAddress[] phone_numbers:PhoneNumber[]
  web3_wallets:Web3Wallet[] passkeys:Passkey[] password_enabled:boolean
  two_factor_enabled:boolean totp_enabled:boolean backup_code_enabled:boolean
  mfa_enabled_at:integer|null mfa_disabled_at:integer|null
  password_last_updated_at?:integer|null
  external_accounts:ExternalAccountWithVerification[]
  saml_accounts:SAMLAccount[] enterprise_accounts:EnterpriseAccount[]
  organization_memberships?:OrganizationMembership[]
  last_sign_in_at:integer|null banned:boolean locked:boolean
  deprovisioned?:boolean lockout_expires_in_seconds:integer|null
  verification_attempts_remaining:integer|null updated_at:integer
  created_at:integer delete_self_enabled:boolean
  create_organization_enabled:boolean create_organizations_limit?:integer|null
  last_active_at:integer|null legal_accepted_at:integer|null
  bypass_client_trust?:boolean scim?:SCIMUserMetadata|null
IdpOAuthAccessToken closed object:'clerk_idp_oauth_access_token'
  id:string/^oat_[0-9A-Fa-f]{32}$/ client_id:string
  subject:string/^user_\w{27}$/ scopes:string[] revoked:boolean
  revocation_reason:string|null expired:boolean expiration:number|null
  created_at:number updated_at:number
InactiveToken closed active:false
VerifiedPassword closed verified?:boolean
VerifiedTOTP closed verified?:boolean code_type?:'totp'|'backup_code'
WaitlistEntry closed object:'waitlist_entry' id:string email_address:email
  status:'pending'|'invited'|'rejected'|'completed' is_locked?:boolean
  created_at:integer updated_at:integer invitation?:Invitation|null
Web3Wallet closed id?:string object:'web3_wallet' web3_wallet:string
  verification:verification_web3|verification_admin|null created_at:integer
  updated_at:integer
verification_admin closed object?:'verification_admin' status:'verified' strategy:'admin'
  attempts:integer|null expire_at:integer|null verified_at_client?:string|null
verification_email_link closed object?:'verification_email_link'
  status:'unverified'|'verified'|'failed'|'expired' strategy:'email_link'
  attempts:integer|null expire_at:integer|null verified_at_client?:string|null
verification_from_oauth closed object?:'verification_from_oauth' status:'unverified'|'verified'
  strategy:string/^from_oauth_(?:(?:token_)|(?:custom_))?[a-z]+$/
  error?:ClerkError|null expire_at:integer|null attempts:integer|null
  verified_at_client?:string|null
verification_google_one_tap closed object?:'verification_google_one_tap' status:'unverified'|'verified'
  strategy:'google_one_tap' expire_at:integer|null attempts:integer|null
  verified_at_client?:string|null error?:ClerkError|null
verification_oauth closed object?:'verification_oauth'
  status:'unverified'|'verified'|'failed'|'expired'|'transferable'
  strategy:string/^oauth_(?:(?:token_)|(?:custom_))?[a-z]+$/
  external_verification_redirect_url?:string error?:ClerkError|null
  expire_at:integer attempts:integer|null verified_at_client?:string|null
verification_otp closed object?:'verification_otp'
  status:'unverified'|'verified'|'failed'|'expired'
  strategy:'phone_code'|'email_code'|'reset_password_email_code'
  attempts:integer|null expire_at:integer|null channel?:string|null
  verified_at_client?:string|null
verification_passkey closed object?:'verification_passkey' status:'verified' strategy:'passkey'
  nonce?:'nonce' message?:string|null attempts:integer|null
  expire_at:integer|null verified_at_client?:string|null
verification_saml closed object?:'verification_saml'
  status:'unverified'|'verified'|'failed'|'expired'|'transferable'
  strategy:'saml' external_verification_redirect_url?:string|null
  error?:ClerkError|null expire_at?:integer|null attempts:integer|null
  verified_at_client?:string|null
verification_scim closed object?:'verification_scim' status:'verified' strategy:'scim'
  attempts:integer|null expire_at:integer|null
verification_ticket closed object?:'verification_ticket'
  status:'unverified'|'verified'|'expired' strategy:'ticket'
  attempts:integer|null expire_at:integer|null verified_at_client?:string|null
verification_web3 closed object?:'verification_web3'
  status:'unverified'|'verified'|'failed'|'expired'
  strategy:'web3_metamask_signature'|'web3_base_signature'|'web3_coinbase_wallet_signature'|'web3_okx_wallet_signature'|'web3_solana_signature'
  nonce?:string|null message?:string|null attempts:integer|null
  expire_at:integer|null verified_at_client?:string|null
`;
