import type { ApiResult } from "../../errors/api_error.ts";
import type { MachineTokenType } from "../objects/types.ts";

/** Whether a token still counts. */
export interface TokenValidity {
  /** Whether it was revoked. */
  readonly revoked?: boolean;
  /** Whether its time is over. */
  readonly expired?: boolean;
  /** When it ends, in milliseconds since 1970; null for never. */
  readonly expiration?: number | null;
}

/** What is known of an API key, as far as it is looked at. */
export interface ApiKeyRecord extends TokenValidity {
  /** The id of the key. */
  readonly id: string;
  /** The user or the organization that it belongs to. */
  readonly subject: string;
  /** What its owner calls it. */
  readonly name: string;
  /** What it says beyond the usual. */
  readonly claims: { readonly [name: string]: unknown } | null;
  /** What it is for. */
  readonly scopes: readonly string[];
}

/** What is known of a token of a machine, as far as it is looked at. */
export interface M2mTokenRecord extends TokenValidity {
  /** The id of the token. */
  readonly id: string;
  /** The machine that it stands for. */
  readonly subject: string;
  /** What it says beyond the usual. */
  readonly claims?: { readonly [name: string]: unknown } | null;
  /** The machines that it is for. */
  readonly scopes?: readonly string[];
}

/** What is known of an OAuth access token, as far as it is looked at. */
export interface OAuthTokenRecord extends TokenValidity {
  /** The id of the token. */
  readonly id: string;
  /** The user who granted it. */
  readonly subject: string;
  /** The application that it was granted to. */
  readonly clientId: string;
  /** What it grants. */
  readonly scopes: readonly string[];
}

/** What is known of each kind of machine token. */
export interface MachineRecordByType {
  /** An API key. */
  readonly api_key: ApiKeyRecord;
  /** A token of a machine. */
  readonly m2m_token: M2mTokenRecord;
  /** An OAuth access token. */
  readonly oauth_token: OAuthTokenRecord;
}

/** The calls of the Backend API that verify opaque tokens. */
export interface MachineBackend {
  /** API keys. */
  readonly apiKeys: {
    /** Verifies one. */
    verify(secret: string): Promise<ApiResult<ApiKeyRecord>>;
  };
  /** Tokens of machines. */
  readonly m2m: {
    /** Verifies one. */
    verify(
      params: { readonly token: string },
    ): Promise<ApiResult<M2mTokenRecord>>;
  };
  /** OAuth access tokens. */
  readonly idPOAuthAccessToken: {
    /** Verifies one. */
    verify(
      accessToken: string,
      params?: { readonly audience?: string | readonly string[] | undefined },
    ): Promise<ApiResult<OAuthTokenRecord>>;
  };
}

/** Marks machine tokens that were verified; nothing else has it. */
export declare const verifiedMachine: unique symbol;

/** A machine token that was verified, and what is known of it. */
export type VerifiedMachineToken<
  Type extends MachineTokenType = MachineTokenType,
> = {
  readonly [Each in MachineTokenType]: {
    /** The kind of token. */
    readonly tokenType: Each;
    /** The text of the token. */
    readonly text: string;
    /** What is known of it. */
    readonly record: MachineRecordByType[Each];
    /** Only `createMachineVerifier` can apply it. */
    readonly [verifiedMachine]: true;
  };
}[Type];
