import { json, needCaller, route, type SandboxApp } from '../http/call.ts'
import { missingParam } from '../http/errors.ts'
import { paginate } from '../http/paginate.ts'
import { flag, presentText } from '../http/reading.ts'
import type { Account } from '../model.ts'
import { ROLES, toRoleJson } from '../roles.ts'
import { toAccountJson } from '../wire/account.ts'
import type { World } from '../world.ts'
import { accountTree, getAccount } from './find-account.ts'

/** The root account, its sub-accounts and its roles. */
export function registerAccounts(app: SandboxApp, world: World): void {
  const toJson = (account: Account) => toAccountJson(account, world)
  app.get(
    '/api/v1/accounts',
    route(world, call => {
      const seen = needCaller(call).isAdmin
        ? [...world.rows.accounts.values()].filter(row => row.parentId === null)
        : []
      return paginate(call, seen, toJson)
    }),
  )
  app.get(
    '/api/v1/accounts/:account_id',
    route(world, call => json(call, toJson(getAccount(call)))),
  )
  app.get(
    '/api/v1/accounts/:account_id/sub_accounts',
    route(world, call => {
      const account = getAccount(call)
      const below = accountTree(world, account.id)
      const isWanted = (row: Account) =>
        flag(call.params, 'recursive') ? below.has(row.id) && row !== account : row.parentId === account.id
      return paginate(call, [...world.rows.accounts.values()].filter(isWanted), toJson)
    }),
  )
  app.post(
    '/api/v1/accounts/:account_id/sub_accounts',
    route(world, call => {
      const parentId = getAccount(call).id
      const name = presentText(call.params, 'account', 'name')
      if (name === undefined) throw missingParam('account')
      const account: Account = { id: world.nextId('accounts'), name, parentId }
      world.rows.accounts.set(account.id, account)
      return json(call, toJson(account))
    }),
  )
  app.get(
    '/api/v1/accounts/:account_id/roles',
    route(world, call => {
      const account = getAccount(call)
      return paginate(call, ROLES, role => toRoleJson(role, toJson(account)))
    }),
  )
}
