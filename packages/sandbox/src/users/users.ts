import { getAccount } from '../accounts/find-account.ts'
import { byName } from '../collate.ts'
import { listOwnCourses } from '../courses/own-courses.ts'
import { type Call, forbidden, json, needCaller, route, type SandboxApp } from '../http/call.ts'
import { invalid } from '../http/errors.ts'
import { paginate } from '../http/paginate.ts'
import { instant, presentText } from '../http/reading.ts'
import { isFound, searchTerm } from '../http/search-term.ts'
import { createToken, createUser } from '../people.ts'
import { toProfileJson, toSortableName, toUserJson } from '../wire/user.ts'
import type { World } from '../world.ts'
import { getKnownUser, getVisibleUser } from './asked-user.ts'

/** People: who am I, making people and their tokens. */
export function registerUsers(app: SandboxApp, world: World): void {
  app.get(
    '/api/v1/users/:user_id',
    route(world, call => json(call, showUser(call))),
  )
  app.get(
    '/api/v1/users/:user_id/profile',
    route(world, call => json(call, toProfileJson(getKnownUser(call), call.origin))),
  )
  app.get(
    '/api/v1/users/:user_id/courses',
    route(world, call => listOwnCourses(call, getVisibleUser(call))),
  )
  app.get('/api/v1/accounts/:account_id/users', route(world, listUsers))
  app.post('/api/v1/accounts/:account_id/users', route(world, addUser))
  app.post('/api/v1/users/:user_id/tokens', route(world, addToken))
}

function showUser(call: Call): Record<string, unknown> {
  const user = getVisibleUser(call)
  const rest = {
    first_name: user.name.split(' ')[0] ?? '',
    last_name: user.name.split(' ').slice(1).join(' '),
    avatar_url: `${call.origin}/images/messages/avatar-50.png`,
    locale: null,
    effective_locale: 'en',
    permissions: { can_update_name: true, can_update_avatar: false, limit_parent_app_web_access: false },
  }
  return { ...toUserJson(user), ...rest }
}

/** Everybody of the account by name, or those whose name, login or id is searched for; for administrators. */
function listUsers(call: Call): Response {
  getAccount(call)
  const term = searchTerm(call.params)
  const users = [...call.world.rows.users.values()].filter(
    user => !user.isTestStudent && (String(user.id) === term || isFound(term, user.name, user.login)),
  )
  return paginate(
    call,
    byName(users, user => toSortableName(user.name)),
    toUserJson,
  )
}

function addUser(call: Call): Response {
  if (!needCaller(call).isAdmin) throw forbidden(call)
  const login = presentText(call.params, 'pseudonym', 'unique_id')
  if (login === undefined) throw invalid('pseudonym', 'Pseudonym unique_id is required', 'blank')
  if ([...call.world.rows.users.values()].some(user => user.login === login))
    throw invalid('unique_id', 'ID already in use for this account and authentication provider', 'taken')
  const password = presentText(call.params, 'pseudonym', 'password')
  const name = presentText(call.params, 'user', 'name') ?? login
  const user = createUser(call.world, { name, login, ...(password === undefined ? {} : { password }) })
  return json(call, {
    ...toUserJson(user),
    email: presentText(call.params, 'communication_channel', 'address') ?? null,
    locale: null,
  })
}

/** Oneself, or an administrator for anybody. */
function addToken(call: Call): Response {
  const user = getVisibleUser(call)
  const token = createToken(call.world)
  user.tokens.push(token)
  return json(call, {
    id: user.id * 1000 + user.tokens.length,
    user_id: user.id,
    purpose: presentText(call.params, 'token', 'purpose') ?? '',
    created_at: call.world.nowIso(),
    expires_at: instant(call.params, 'token', 'expires_at') ?? null,
    workflow_state: 'active',
    app_name: 'User-Generated',
    scopes: [],
    token,
    visible_token: token,
  })
}
