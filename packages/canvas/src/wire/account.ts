import type { AccountId } from '@recourse/core'
import * as z from 'zod/mini'
import { accountId } from './ids.ts'
import { orNull } from './optional.ts'

export interface Account {
  readonly id: AccountId
  readonly name: string
  readonly parentAccountId: AccountId | null
  /** `null` for a root account. */
  readonly rootAccountId: AccountId | null
}

export const account: z.ZodMiniType<Account> = z.pipe(
  z.object({
    id: accountId,
    name: z.string(),
    parent_account_id: orNull(accountId),
    root_account_id: orNull(accountId),
  }),
  z.transform(wire => ({
    id: wire.id,
    name: wire.name,
    parentAccountId: wire.parent_account_id,
    rootAccountId: wire.root_account_id,
  })),
)
