import type { AccountParts } from '../account-parts.ts';

/** A new password ends what somebody who knew the former one asked for: a link mailed to an address of theirs gives it no more. */
export async function voidAddressChange({ pool }: Pick<AccountParts, 'pool'>, accountId: string): Promise<void> {
  await pool.query({ text: 'delete from auth.address_change where user_id = $1', values: [accountId] });
}
