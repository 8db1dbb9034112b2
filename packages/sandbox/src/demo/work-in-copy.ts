import { type Canvas, createModule, deleteModule, listModules, type Module, updateModule } from '@recourse/canvas'
import type { CourseId } from '@recourse/core'

/** The modules of a copied course, worked on by their names as a person does it. */
export interface CopyAtWork {
  readonly canvas: Canvas
  readonly courseId: CourseId
  readonly modules: readonly Module[]
}

export async function openCopy(canvas: Canvas, courseId: CourseId): Promise<CopyAtWork> {
  return { canvas, courseId, modules: await listModules(canvas, courseId) }
}

export async function rename(copy: CopyAtWork, name: string, newName: string): Promise<void> {
  await updateModule(copy.canvas, copy.courseId, find(copy, name).id, { name: newName })
}

/** Of several with the name, the last. */
export async function remove(copy: CopyAtWork, name: string): Promise<void> {
  await deleteModule(copy.canvas, copy.courseId, find(copy, name).id)
}

/** A new module, published, at a position or at the end. */
export async function add({ canvas, courseId }: CopyAtWork, name: string, position?: number): Promise<void> {
  const { id } = await createModule(canvas, courseId, { name, ...(position !== undefined && { position }) })
  await updateModule(canvas, courseId, id, { isPublished: true })
}

/** Deletes a module and makes another in its place: for Canvas it is a new one. */
export async function makeAnew(copy: CopyAtWork, name: string, newName: string): Promise<void> {
  const { position } = find(copy, name)
  await remove(copy, name)
  await add(copy, newName, position)
}

function find({ modules, courseId }: CopyAtWork, name: string): Module {
  const found = modules.findLast(module => module.name === name)
  if (!found) throw new Error(`Course ${courseId} of the demo has no module "${name}".`)
  return found
}
