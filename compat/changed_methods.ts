/** The types of methods that the official package has in another form. */
import type { Api } from "../src/api/client.ts";
import type { CreateAgentTaskParams } from "../src/api/types/agent_task.ts";
import type { UpdateOrganizationSettingsParams } from "../src/api/types/organization_settings.ts";
import type {
  CreateJwtTemplateParams,
  UpdateJwtTemplateParams,
} from "../src/api/types/jwt_template.ts";
import type { Cookies, Token } from "../src/api/types/token.ts";
import type { GetUserListParams } from "../src/api/types/user_list_params.ts";
import type {
  NewUserParams,
  PasswordHasher,
  UserChangeParams,
} from "../src/api/types/user_params.ts";
import type { RequestOptions } from "../src/rest/options.ts";
import type { Plain } from "./client.ts";
import type { Official } from "./official.ts";

/** Parameters with another type for some of them. */
export type With<Params, Other> = Omit<Params, keyof Other> & Other;

/** A method of the core in the official form, that takes other parameters too. */
export type AlsoTaking<Method, Args extends readonly unknown[]> = Method extends
  (...args: infer Own) => infer Given
  ? (...args: Own | [...Args, options?: RequestOptions]) => Plain<Given>
  : never;

/** What `domains.add` takes, in the official spelling. */
export interface OfficialAddDomainParams {
  /** The domain. */
  readonly name: string;
  /** That it is a satellite. */
  readonly is_satellite: boolean;
  /** The full URL of the proxy before the Frontend API. */
  readonly proxy_url?: string | null | undefined;
}

/** What `domains.update` takes, in the official spelling. */
export interface OfficialUpdateDomainParams {
  /** The domain's id. */
  readonly domainId: string;
  /** The new domain. */
  readonly name?: string | null | undefined;
  /** The full URL of the proxy before the Frontend API. */
  readonly proxy_url?: string | null | undefined;
  /** Whether it is of a second application below the same domain. */
  readonly is_secondary?: boolean | null | undefined;
}

/** What `sessions.refreshSession` takes, in the official spelling. */
export interface RefreshTokenParams {
  /** The session token that has expired. */
  readonly expired_token: string;
  /** The refresh token. */
  readonly refresh_token: string;
  /** The origin of the request that needs the token. */
  readonly request_origin: string;
  /** The IP address that the request came from. */
  readonly request_originating_ip?: string | undefined;
  /** The headers of the request, each name with all its values. */
  readonly request_headers?:
    | { readonly [name: string]: readonly string[] }
    | undefined;
  /** Whether the cookies' names end in a suffix of the instance's own. */
  readonly suffixed_cookies?: boolean | undefined;
  /** What to give; `token` by default. */
  readonly format?: "token" | "cookie" | undefined;
}

/** `sessions.refreshSession`, in the official spelling. */
export interface RefreshSession {
  /** Gives the cookies that hold a new token. */
  (
    sessionId: string,
    params: RefreshTokenParams & { readonly format: "cookie" },
    options?: RequestOptions,
  ): Promise<Official<Cookies>>;
  /** Gives a new token. */
  (
    sessionId: string,
    params: RefreshTokenParams,
    options?: RequestOptions,
  ): Promise<Official<Token>>;
}

/** A password, or the digest of one; the types do not tell them apart. */
export interface AnyPassword {
  /** The password. */
  readonly password?: string | null | undefined;
  /** The digest of a password. */
  readonly passwordDigest?: string | undefined;
  /** The algorithm that the digest was made with. */
  readonly passwordHasher?: PasswordHasher | undefined;
}

/** Members that end in `ID` in the official package. */
export interface UpperCaseIds {
  /** Which of the user's e-mail addresses is to be the primary one. */
  readonly primaryEmailAddressID?: string | undefined;
  /** Which of the user's phone numbers is to be the primary one. */
  readonly primaryPhoneNumberID?: string | undefined;
  /** Which of the user's wallets is to be the primary one. */
  readonly primaryWeb3WalletID?: string | undefined;
  /** The picture, by the id of an uploaded one. */
  readonly profileImageID?: string | undefined;
}

/** A parameter of `users.getUserList` that is in snake_case there. */
export interface ActiveSince {
  /** When the user was last active at the earliest, in milliseconds since 1970. */
  readonly last_active_at_since?: number | undefined;
}

/** The methods that have another form, by resource. */
export interface ChangedMethods {
  /** Tasks of agents. */
  readonly agentTasks: {
    /** Makes a task. */
    readonly create: AlsoTaking<
      Api["agentTasks"]["create"],
      [
        params: With<CreateAgentTaskParams, { readonly permissions: string }>,
      ]
    >;
  };
  /** The domains of the instance. */
  readonly domains: {
    /** Adds a satellite. */
    readonly add: AlsoTaking<
      Api["domains"]["add"],
      [params: OfficialAddDomainParams]
    >;
    /** Changes a domain. */
    readonly update: AlsoTaking<
      Api["domains"]["update"],
      [params: OfficialUpdateDomainParams]
    >;
  };
  /** The instance. */
  readonly instance: {
    /** Changes the settings of organizations. */
    readonly updateOrganizationSettings: AlsoTaking<
      Api["instance"]["updateOrganizationSettings"],
      [
        params: With<
          UpdateOrganizationSettingsParams,
          { readonly domainsEnrollmentModes?: readonly string[] | undefined }
        >,
      ]
    >;
  };
  /** What tokens for other services are made from. */
  readonly jwtTemplates: {
    /** Makes a template. */
    readonly create: AlsoTaking<
      Api["jwtTemplates"]["create"],
      [params: With<CreateJwtTemplateParams, { readonly claims: object }>]
    >;
    /** Changes a template. */
    readonly update: AlsoTaking<
      Api["jwtTemplates"]["update"],
      [params: With<UpdateJwtTemplateParams, { readonly claims: object }>]
    >;
  };
  /** Sessions. */
  readonly sessions: {
    /** Exchanges an expired session token for a new one. */
    readonly refreshSession: RefreshSession;
  };
  /** Users. */
  readonly users: {
    /** Lists users. */
    readonly getUserList: AlsoTaking<
      Api["users"]["getUserList"],
      [params?: (GetUserListParams & ActiveSince) | undefined]
    >;
    /** Makes a user. */
    readonly createUser: AlsoTaking<
      Api["users"]["createUser"],
      [params: NewUserParams & AnyPassword]
    >;
    /** Changes a user. */
    readonly updateUser: AlsoTaking<
      Api["users"]["updateUser"],
      [
        userId: string,
        params?: (UserChangeParams & UpperCaseIds & AnyPassword) | undefined,
      ]
    >;
  };
}
