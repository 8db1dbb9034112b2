import { toCourseId, toMigrationId, toModuleId, toPageId, toProgressId } from '@recourse/core'
import { describe, expect, it } from 'vitest'
import { jsonReply, scriptCanvas } from '../scripted-fetch.ts'
import { getAssetIdMapping } from './asset-id-mapping.ts'
import { createCourseCopy, importPackage, listMigrations } from './migrations.ts'
import { pollProgress, waitForMigration } from './waiting.ts'

const course = toCourseId('6')
const id = toMigrationId('41')
const migration = (state: string, extra = {}) => ({
  id: '41',
  migration_type: 'course_copy_importer',
  workflow_state: state,
  progress_url: 'https://canvas.test/api/v1/progress/61',
  settings: { source_course_id: '5', source_course_name: 'Old' },
  ...extra,
})
const refused = (message: string): Response => jsonReply({ message }, { status: 400 })

describe('createCourseCopy', () => {
  it('names source, dates and selection as Canvas does', async () => {
    const { canvas, requests } = scriptCanvas([jsonReply(migration('pre_processing'))])
    const created = await createCourseCopy(canvas, course, {
      sourceCourseId: toCourseId('5'),
      dates: { kind: 'shift', oldStart: '2025-01-01', newStart: '2025-07-02' },
      select: { modules: ['1', '2'] },
      skipCourseSettings: true,
    })
    expect(created).toMatchObject({ progressId: '61', source: { courseId: '5', courseName: 'Old' }, upload: null })
    expect(await requests[0]?.json()).toEqual({
      migration_type: 'course_copy_importer',
      settings: { source_course_id: '5', importer_skips: ['all_course_settings'] },
      date_shift_options: { shift_dates: true, old_start_date: '2025-01-01', new_start_date: '2025-07-02' },
      select: { modules: ['1', '2'] },
    })
  })
})

describe('listMigrations', () => {
  it('reads those of packages, which have no source and other settings', async () => {
    const packaged = { id: 1, migration_type: 'canvas_cartridge_importer', workflow_state: 'completed' }
    const { canvas } = scriptCanvas([jsonReply([packaged, { ...packaged, settings: {} }])])
    const all = await listMigrations(canvas, course)
    expect(all.map(each => [each.source, each.progressId])).toEqual([
      [null, null],
      [null, null],
    ])
  })
})

describe('importPackage', () => {
  const input = { type: 'canvas_cartridge_importer', name: 'c.imscc', content: new Blob(['zip']) } as const

  it('announces the package with the migration and sends it where told', async () => {
    const target = { upload_url: 'https://storage.test/b', upload_params: { a: '1' } }
    const { canvas, requests } = scriptCanvas([
      jsonReply(migration('pre_processing', { pre_attachment: target })),
      new Response(null, { status: 201, headers: { location: '/api/v1/files/9' } }),
      jsonReply({ id: '9' }),
    ])
    expect(await importPackage(canvas, course, input)).toMatchObject({ id: '41' })
    expect(await requests[0]?.json()).toMatchObject({ pre_attachment: { name: 'c.imscc', size: 3 } })
    expect(requests.map(request => request.headers.has('authorization'))).toEqual([true, false, true])
  })

  it('is refused where Canvas answers with a complaint in place of the target', async () => {
    const complaint = { pre_attachment: { message: 'file size exceeds quota limits' } }
    const { canvas } = scriptCanvas([jsonReply(migration('pre_processing', complaint))])
    await expect(importPackage(canvas, course, input)).rejects.toMatchObject({ kind: 'refused' })
  })
})

describe('getAssetIdMapping', () => {
  it('reads both shapes of entries', async () => {
    const key = `i${'0123456789abcdef'.repeat(2)}`
    const { canvas } = scriptCanvas([
      jsonReply({
        modules: { '13': '740', '1~14': 741, [key]: { source: { id: '13' }, destination: { id: '740' } } },
        pages: { '3': '30', oops: '1', '4': { source: null }, '5': null },
        files: {},
        novelties: { '1': '2' },
      }),
    ])
    const outcome = await getAssetIdMapping(canvas, course, id)
    if (!outcome.ok) throw new Error(outcome.reason)
    expect([...outcome.mapping.modules]).toEqual([
      ['13', '740'],
      ['1~14', '741'],
    ])
    expect(outcome.mapping.modules.get(toModuleId('13'))).toBe('740')
    expect([...outcome.mapping.pages]).toEqual([[toPageId('3'), toPageId('30')]])
    expect(outcome.mapping.announcements.size).toBe(0)
    expect([...outcome.mapping.byMigrationId]).toEqual([
      [key, { type: 'modules', sourceId: '13', destinationId: '740' }],
    ])
  })

  it('is incomplete while the migration is, whatever the words', async () => {
    for (const state of ['queued', 'running', 'waiting_for_select', 'failed']) {
      const { canvas } = scriptCanvas([refused('La migration est incomplète'), jsonReply(migration(state))])
      expect(await getAssetIdMapping(canvas, course, id)).toEqual({ ok: false, reason: 'incomplete' })
    }
  })

  it('is not a copy where a completed migration is refused again', async () => {
    const { canvas } = scriptCanvas([refused('x'), jsonReply(migration('completed')), refused('x')])
    expect(await getAssetIdMapping(canvas, course, id)).toEqual({ ok: false, reason: 'not-a-copy' })
  })

  it('is read after all where the migration completed between two questions', async () => {
    const replies = [refused('x'), jsonReply(migration('completed')), jsonReply({ modules: { '1': '2' } })]
    expect(await getAssetIdMapping(scriptCanvas(replies).canvas, course, id)).toMatchObject({ ok: true })
  })

  it('throws what is neither', async () => {
    const { canvas } = scriptCanvas([jsonReply({}, { status: 403 }), jsonReply({ modules: 5 })])
    await expect(getAssetIdMapping(canvas, course, id)).rejects.toMatchObject({ kind: 'denied' })
    await expect(getAssetIdMapping(canvas, course, id)).rejects.toMatchObject({ kind: 'malformed' })
  })
})

describe('waiting', () => {
  const progress = (state: string, completion: number | null) =>
    jsonReply({ id: '61', workflow_state: state, completion, tag: 'content_migration', message: null })

  it('looks at a progress until it is over, less and less often', async () => {
    const replies = [progress('queued', null), progress('running', 40), progress('completed', 100)]
    const { canvas, waits } = scriptCanvas(replies)
    const seen: number[] = []
    const over = await pollProgress(canvas, toProgressId('61'), { onLook: state => seen.push(state.completion) })
    expect(over.workflowState).toBe('completed')
    expect(seen).toEqual([0, 40, 100])
    expect(waits).toEqual([1000, 1500])
  })

  it('takes a failure for a result', async () => {
    const { canvas } = scriptCanvas([progress('failed', 10), jsonReply(migration('failed'))])
    expect(await pollProgress(canvas, toProgressId('61'))).toMatchObject({ workflowState: 'failed' })
    expect(await waitForMigration(canvas, course, id)).toMatchObject({ workflowState: 'failed' })
  })

  it('never waits longer than ten times the first', async () => {
    const { canvas, waits } = scriptCanvas([
      ...Array.from({ length: 12 }, () => jsonReply(migration('running'))),
      jsonReply(migration('completed')),
    ])
    await waitForMigration(canvas, course, id, { intervalMs: 10 })
    expect(Math.max(...waits)).toBe(100)
  })

  it('gives up after the longest wait', async () => {
    const { canvas } = scriptCanvas(Array.from({ length: 9 }, () => jsonReply(migration('running'))))
    const waited = waitForMigration(canvas, course, id, { maxWaitMs: 5000 })
    await expect(waited).rejects.toMatchObject({ kind: 'down', task: 'wait for migration 41 of course 6' })
  })

  it('ends with the abort of the caller', async () => {
    const controller = new AbortController()
    const { canvas } = scriptCanvas([jsonReply(migration('running')), jsonReply(migration('running'))])
    const onLook = (): void => controller.abort(new Error('enough'))
    const waited = waitForMigration(canvas, course, id, { signal: controller.signal, onLook })
    await expect(waited).rejects.toThrow('enough')
  })
})
