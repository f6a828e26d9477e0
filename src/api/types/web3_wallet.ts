import type { Web3WalletVerification } from "./verification.ts";

/** A crypto wallet of a user. */
export interface Web3Wallet {
  /** What this is. */
  readonly object: "web3_wallet";
  /** Its id, `idn_…`. */
  readonly id: string;
  /** Its address, such as `0x…`. */
  readonly web3Wallet: string;
  /** How it was verified, or null when nothing has been tried. */
  readonly verification: Web3WalletVerification | null;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
}
