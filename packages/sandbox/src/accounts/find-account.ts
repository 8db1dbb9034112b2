import { toRowId } from '../find-course.ts'
import { type Call, forbidden, needCaller } from '../http/call.ts'
import { notFound } from '../http/errors.ts'
import type { Account } from '../model.ts'
import type { World } from '../world.ts'

/** The account without a parent. */
export function getRootAccount(world: World): Account {
  const root = [...world.rows.accounts.values()].find(account => account.parentId === null)
  if (!root) throw notFound()
  return root
}

/** The account in the path, for administrators; `self` and `default` are the root account. */
export function getAccount(call: Call): Account {
  const caller = needCaller(call)
  const written = call.path('account_id')
  const isRoot = written === 'self' || written === 'default'
  const account = isRoot ? getRootAccount(call.world) : call.world.rows.accounts.get(toRowId(written) ?? -1)
  if (!account) throw notFound()
  if (!caller.isAdmin) throw forbidden(call)
  return account
}

/** The account and everything below it. */
export function accountTree(world: World, accountId: number): Set<number> {
  const ids = new Set([accountId])
  for (let size = 0; size !== ids.size; ) {
    size = ids.size
    for (const account of world.rows.accounts.values()) {
      if (account.parentId !== null && ids.has(account.parentId)) ids.add(account.id)
    }
  }
  return ids
}
