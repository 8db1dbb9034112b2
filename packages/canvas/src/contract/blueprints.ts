import type { CourseId } from '@recourse/core'
import {
  associateCourses,
  findBlueprintTemplate,
  listAssociatedCourses,
  listBlueprintImports,
  listBlueprintSubscriptions,
  restrictBlueprintItem,
  startBlueprintSync,
} from '../blueprints.ts'
import { updateCourse } from '../courses.ts'
import { getAssetIdMapping } from '../migrations/asset-id-mapping.ts'
import { listMigrations } from '../migrations/migrations.ts'
import { getPage, listPages, putPage } from '../pages/pages.ts'
import type { Course } from '../wire/course.ts'
import type { Bench, ContractOptions } from './bench.ts'
import { describe, expect } from './runner.ts'

/** canvas-api §2.9. */
export function describeBlueprints(bench: Bench, options: ContractOptions): void {
  const { check, canvas, newCourse, newPage } = bench

  async function newPair(): Promise<{ readonly blueprint: Course; readonly child: Course }> {
    const [blueprint, child] = [await newCourse('The blueprint'), await newCourse('The child')]
    await updateCourse(canvas, blueprint.id, { isBlueprint: true })
    await associateCourses(canvas, blueprint.id, [child.id])
    return { blueprint, child }
  }

  async function sync(blueprintId: CourseId, childId: CourseId): Promise<void> {
    const before = (await listBlueprintImports(canvas, childId)).length
    await startBlueprintSync(canvas, blueprintId)
    for (;;) {
      const [latest, ...rest] = await listBlueprintImports(canvas, childId)
      if (latest?.workflowState === 'completed' && rest.length === before) return
      await canvas.sleep(options.pollMs ?? 1000, new AbortController().signal)
    }
  }

  describe('a blueprint', () => {
    check('knows who follows it, and the follower knows whom', async () => {
      const { blueprint, child } = await newPair()
      expect(await findBlueprintTemplate(canvas, blueprint.id)).toMatchObject({
        courseId: blueprint.id,
        associatedCourseCount: 1,
      })
      expect((await listAssociatedCourses(canvas, blueprint.id)).map(course => course.id)).toEqual([child.id])
      expect(await listBlueprintSubscriptions(canvas, child.id)).toMatchObject([
        { blueprintCourse: { id: blueprint.id, name: 'The blueprint' } },
      ])
      expect(await findBlueprintTemplate(canvas, child.id)).toBeUndefined()
      expect(await listBlueprintImports(canvas, blueprint.id)).toEqual([])
    })

    check('sends its pages, with a record of ids, outside the list of migrations', async () => {
      const { blueprint, child } = await newPair()
      const page = await newPage(blueprint.id, 'P', { body: '<p>1</p>' })
      await sync(blueprint.id, child.id)
      const [latest] = await listBlueprintImports(canvas, child.id)
      if (latest === undefined) throw new Error('no import')
      const outcome = await getAssetIdMapping(canvas, child.id, latest.id)
      const there = outcome.ok ? outcome.mapping.pages.get(page.id) : undefined
      expect(await getPage(canvas, child.id, { id: there ?? page.id })).toMatchObject({ title: 'P', body: '<p>1</p>' })
      expect(await listMigrations(canvas, child.id)).toEqual([])
    })

    check('holds locked pages, and lets go of the others', async () => {
      const { blueprint, child } = await newPair()
      const locked = await newPage(blueprint.id, 'Locked')
      await newPage(blueprint.id, 'Open')
      await restrictBlueprintItem(canvas, blueprint.id, { type: 'wiki_page', id: locked.id, isLocked: true })
      await sync(blueprint.id, child.id)
      const pages = await listPages(canvas, child.id)
      expect(pages.map(page => [page.title, page.blueprint?.role, page.blueprint?.isLocked])).toEqual([
        ['Locked', 'child', true],
        ['Open', 'child', false],
      ])
      const write = (at: number) => putPage(canvas, child.id, { slug: pages[at]?.url ?? '' }, { body: '<p>mine</p>' })
      await expect(write(0)).rejects.toMatchObject({ kind: expect.stringMatching(/denied|refused/) })
      expect(await write(1)).toMatchObject({ body: '<p>mine</p>' })
    })
  })
}
