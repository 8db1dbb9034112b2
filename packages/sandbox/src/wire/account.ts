import type { Account, Term } from '../model.ts'
import type { World } from '../world.ts'

export function toAccountJson(account: Account, world: World): Record<string, unknown> {
  return {
    id: account.id,
    name: account.name,
    workflow_state: 'active',
    parent_account_id: account.parentId,
    root_account_id: account.parentId === null ? null : rootIdOf(account, world),
    default_storage_quota_mb: 500,
    default_user_storage_quota_mb: 50,
    default_group_storage_quota_mb: 50,
    default_time_zone: 'Etc/UTC',
    sis_account_id: null,
    integration_id: null,
  }
}

function rootIdOf(account: Account, world: World): number {
  const parent = account.parentId === null ? undefined : world.rows.accounts.get(account.parentId)
  return parent ? rootIdOf(parent, world) : account.id
}

export function toTermJson(term: Term): Record<string, unknown> {
  return {
    id: term.id,
    name: term.name,
    start_at: term.startAt,
    end_at: term.endAt,
    created_at: term.createdAt,
    workflow_state: term.state,
    grading_period_group_id: null,
    sis_term_id: term.sisTermId,
  }
}
