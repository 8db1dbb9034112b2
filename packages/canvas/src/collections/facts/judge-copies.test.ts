import { toCourseId, toMigrationId, toProgressId } from '@recourse/core'
import { describe, expect, it } from 'vitest'
import type { BlueprintMigration } from '../../wire/blueprint.ts'
import type { Migration } from '../../wire/migration.ts'
import { judgeCopies, type ListedCopies } from './judge-copies.ts'

const NOW = Date.parse('2026-07-02T09:00:00Z')
const source = { courseId: toCourseId('4101'), courseName: 'MATH101' }

function migration(more: Partial<Migration>): Migration {
  return {
    id: toMigrationId('1'),
    type: 'course_copy_importer',
    workflowState: 'completed',
    createdAt: '2026-07-02T08:00:00Z',
    startedAt: '2026-07-02T08:00:01Z',
    finishedAt: '2026-07-02T08:05:00Z',
    issuesCount: 0,
    progressId: toProgressId('9'),
    source,
    upload: null,
    ...more,
  }
}

function sync(more: Partial<BlueprintMigration>): BlueprintMigration {
  return {
    id: toMigrationId('2'),
    subscriptionId: '1',
    workflowState: 'completed',
    createdAt: '2026-07-02T07:00:00Z',
    importsCompletedAt: '2026-07-02T07:10:00Z',
    comment: null,
    ...more,
  }
}

function listed(more: Partial<ListedCopies>): ListedCopies {
  const blueprint = { id: toCourseId('77'), name: 'Blueprint', courseCode: 'BP', termName: null }
  const courseId = toCourseId('6303')
  return { courseId, origin: 'https://canvas.test', migrations: [], blueprintImports: [], blueprint, ...more }
}

describe('judgeCopies', () => {
  it.each(['pre_processing', 'pre_processed', 'queued', 'running', 'waiting_for_select'])(
    'Canvas is at work while a copy is %s',
    workflowState => {
      const { unfinished } = judgeCopies(listed({ migrations: [migration({ workflowState, finishedAt: null })] }), NOW)
      const from = { courseId: source.courseId, name: source.courseName }
      expect(unfinished).toEqual({ migrationId: '1', state: workflowState, from, progressId: '9' })
    },
  )

  it.each(['queued', 'exporting', 'imports_queued', 'running'])(
    'Canvas is at work while a blueprint sync is %s',
    workflowState => {
      const { unfinished } = judgeCopies(listed({ blueprintImports: [sync({ workflowState })] }), NOW)
      expect(unfinished).toMatchObject({ migrationId: '2', from: { courseId: '77', name: 'Blueprint' } })
    },
  )

  it.each(['zip_file_importer', 'qti_converter'])('a %s brings neither pages nor modules', type => {
    expect(judgeCopies(listed({ migrations: [migration({ type, workflowState: 'running' })] }), NOW)).toEqual({
      unfinished: null,
      failed: null,
      finished: [],
    })
  })

  it('a copy that nobody finished for two days is no work', () => {
    const old = { workflowState: 'waiting_for_select', createdAt: '2026-06-30T08:00:00Z', startedAt: null }
    expect(judgeCopies(listed({ migrations: [migration(old)] }), NOW).unfinished).toBeNull()
  })

  it('of several at work the first is the one that runs', () => {
    const running = migration({ id: toMigrationId('5'), workflowState: 'running' })
    const waiting = migration({ id: toMigrationId('6'), workflowState: 'queued', createdAt: '2026-07-02T08:30:00Z' })
    expect(judgeCopies(listed({ migrations: [waiting, running] }), NOW).unfinished?.migrationId).toBe('5')
  })

  it('a failed copy is said while no newer one succeeded', () => {
    const failed = migration({ id: toMigrationId('3'), workflowState: 'failed', createdAt: '2026-07-02T08:30:00Z' })
    const said = judgeCopies(listed({ migrations: [failed, migration({})] }), NOW)
    expect(said.failed).toMatchObject({ migrationId: '3', url: 'https://canvas.test/courses/6303/content_migrations' })
    const newer = migration({ id: toMigrationId('4'), createdAt: '2026-07-02T08:40:00Z' })
    expect(judgeCopies(listed({ migrations: [newer, failed] }), NOW).failed).toBeNull()
  })

  it('finished copies and syncs are listed newest first, a package without its source', () => {
    const type = 'canvas_cartridge_importer'
    const imported = migration({ id: toMigrationId('8'), type, source: null, createdAt: '2026-07-02T06:00:00Z' })
    const { finished } = judgeCopies(
      listed({ migrations: [migration({}), imported], blueprintImports: [sync({})] }),
      NOW,
    )
    expect(finished.map(({ migrationId, kind, from }) => [migrationId, kind, from.courseId])).toEqual([
      ['1', 'course-copy', '4101'],
      ['2', 'blueprint', '77'],
      ['8', 'package', null],
    ])
  })
})
