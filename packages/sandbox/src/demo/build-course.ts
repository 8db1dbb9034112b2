import {
  type Canvas,
  createModule,
  createModuleItem,
  createPage,
  type NewModuleItem,
  updateModule,
  updateModuleItem,
  uploadFile,
} from '@recourse/canvas'
import type { CourseId, ModuleId } from '@recourse/core'
import { addActivity } from './add-activity.ts'
import { fillIn, type Names, type TextFile, type TextItem, type TextModule, type TextPage } from './course-text.ts'

export interface CourseText {
  readonly modules: readonly TextModule[]
  readonly pages: readonly TextPage[]
  readonly files: readonly TextFile[]
  /** Pictures of cards, by name, all in one folder. */
  readonly pictures: ReadonlyMap<string, Uint8Array<ArrayBuffer>>
  readonly pictureFolder: string
}

/** A course as it was made: what it is called and where things are. */
export interface BuiltCourse {
  readonly courseId: CourseId
  readonly modules: readonly BuiltModule[]
  readonly names: Names
}

export interface BuiltModule {
  readonly key: string
  readonly id: ModuleId
  readonly name: string
  readonly isPublished: boolean
}

/** Files first, then empty modules, then what is in them: texts name files and modules. */
export async function buildCourse(canvas: Canvas, courseId: CourseId, text: CourseText): Promise<BuiltCourse> {
  const files = await uploadFiles(canvas, courseId, text)
  const modules: BuiltModule[] = []
  for (const { key, name, isPublished = true } of text.modules)
    modules.push({ key, name, isPublished, id: (await createModule(canvas, courseId, { name })).id })
  const names: Names = {
    course: `${canvas.origin}/courses/${courseId}`,
    files,
    modules: new Map(modules.map(({ key, id }) => [key, id])),
  }
  const built = { courseId, modules, names }
  for (const page of text.pages) await addPage(canvas, built, page)
  for (const module of text.modules) await fillModule(canvas, built, module)
  return built
}

async function uploadFiles(canvas: Canvas, courseId: CourseId, text: CourseText): Promise<Names['files']> {
  const ids = new Map<string, string>()
  for (const [name, bytes] of text.pictures) {
    const content = new Blob([bytes], { type: 'image/png' })
    ids.set(name, (await uploadFile(canvas, courseId, { name, content, parent: { path: text.pictureFolder } })).id)
  }
  for (const { name, folder, content, type } of text.files) {
    const blob = new Blob([content], { type })
    ids.set(name, (await uploadFile(canvas, courseId, { name, content: blob, parent: { path: folder } })).id)
  }
  return ids
}

async function addPage(canvas: Canvas, { courseId, names }: BuiltCourse, { title, body }: TextPage): Promise<string> {
  return (await createPage(canvas, courseId, { title, body: fillIn(body, names), isPublished: true })).url
}

async function fillModule(canvas: Canvas, course: BuiltCourse, { key, items, after }: TextModule): Promise<void> {
  const { id: moduleId, isPublished } = getModule(course, key)
  for (const item of items) await addItem(canvas, course, moduleId, item)
  const prerequisiteModuleIds = after?.map(earlier => getModule(course, earlier).id)
  await updateModule(canvas, course.courseId, moduleId, {
    isPublished,
    ...(prerequisiteModuleIds && { prerequisiteModuleIds }),
  })
}

function getModule({ modules }: BuiltCourse, key: string): BuiltModule {
  const module = modules.find(built => built.key === key)
  if (!module) throw new Error(`Module ${key} was not made.`)
  return module
}

async function addItem(canvas: Canvas, course: BuiltCourse, moduleId: ModuleId, item: TextItem): Promise<void> {
  const { courseId } = course
  const { id: itemId } = await createModuleItem(canvas, courseId, moduleId, await toNewItem(canvas, course, item))
  if (item.type !== 'Page') return
  const completionRequirement = { type: 'must_view' }
  await updateModuleItem(canvas, { courseId, moduleId, itemId }, { completionRequirement })
}

async function toNewItem(canvas: Canvas, course: BuiltCourse, item: TextItem): Promise<NewModuleItem> {
  const { title } = item
  switch (item.type) {
    case 'SubHeader':
      return { type: 'SubHeader', title }
    case 'ExternalUrl':
      return { type: 'ExternalUrl', title, externalUrl: item.url, opensInNewTab: true }
    case 'File':
      return { type: 'File', title, contentId: course.names.files.get(item.name) ?? '' }
    case 'Page':
      return { type: 'Page', title, pageUrl: await addPage(canvas, course, item) }
    case 'Assignment':
    case 'Quiz':
    case 'Discussion':
      return { type: item.type, title, contentId: await addActivity(canvas, course, item) }
    default:
      return item satisfies never
  }
}
