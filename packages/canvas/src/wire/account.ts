import type { AccountId } from '@recourse/core'
import { accountId } from './ids.ts'
import { object, orNull, type Shape, string } from './shape.ts'

export interface Account {
  readonly id: AccountId
  readonly name: string
  readonly parentAccountId: AccountId | null
  /** `null` for a root account. */
  readonly rootAccountId: AccountId | null
}

export const account: Shape<Account> = object({
  id: accountId,
  name: string,
  parentAccountId: orNull(accountId),
  rootAccountId: orNull(accountId),
})
