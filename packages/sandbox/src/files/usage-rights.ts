import { getCourse, toRowId } from '../find-course.ts'
import { type Call, json, route, type SandboxApp } from '../http/call.ts'
import { invalid, refused } from '../http/errors.ts'
import { flag, list, nested, presentText } from '../http/reading.ts'
import type { Course, Folder, StoredFile } from '../model.ts'
import { need } from '../rights.ts'
import type { World } from '../world.ts'
import { childFolders } from './folders.ts'
import { filesIn } from './store.ts'

type UsageRights = NonNullable<StoredFile['usageRights']>

const creativeCommons = 'http://creativecommons.org/licenses'

/** By id: name and address (canvas-lms `License`). */
const licenses: ReadonlyMap<string, readonly [name: string, url: string]> = new Map([
  ['private', ['Private (Copyrighted)', 'http://en.wikipedia.org/wiki/Copyright']],
  ['cc_by_nc_nd', ['CC Attribution Non-Commercial No Derivatives', `${creativeCommons}/by-nc-nd/4.0/`]],
  ['cc_by_nc_sa', ['CC Attribution Non-Commercial Share Alike', `${creativeCommons}/by-nc-sa/4.0`]],
  ['cc_by_nc', ['CC Attribution Non-Commercial', `${creativeCommons}/by-nc/4.0`]],
  ['cc_by_nd', ['CC Attribution No Derivatives', `${creativeCommons}/by-nd/4.0`]],
  ['cc_by_sa', ['CC Attribution Share Alike', `${creativeCommons}/by-sa/4.0`]],
  ['cc_by', ['CC Attribution', `${creativeCommons}/by/4.0`]],
  ['public_domain', ['Public Domain', 'http://en.wikipedia.org/wiki/Public_domain']],
])

const justifications = ['own_copyright', 'public_domain', 'used_by_permission', 'fair_use', 'creative_commons']

/** By what right files are used (Canvas: "Files" API, *Usage Rights*; canvas-lms usage_rights_controller.rb). */
export function registerUsageRights(app: SandboxApp, world: World): void {
  app.put('/api/v1/courses/:course_id/usage_rights', route(world, setRights))
  app.delete('/api/v1/courses/:course_id/usage_rights', route(world, removeRights))
  app.get('/api/v1/courses/:course_id/content_licenses', route(world, listLicenses))
}

function listLicenses(call: Call): Response {
  getCourse(call)
  return json(
    call,
    Array.from(licenses, ([id, [name, url]]) => ({ id, name, url })),
  )
}

function setRights(call: Call): Response {
  const { files, folders } = asked(call)
  const rights = rightsAsked(call)
  for (const row of [...files, ...folders]) if (flag(call.params, 'publish') === true) row.locked = false
  return assign(call, files, rights)
}

function removeRights(call: Call): Response {
  return assign(call, asked(call).files, null)
}

/** The files named, and all in the folders named and below. */
function asked(call: Call): { readonly files: readonly StoredFile[]; readonly folders: readonly Folder[] } {
  const course = getCourse(call)
  need(call, course, 'manage_files_edit')
  const [fileIds, folderIds] = ['file_ids', 'folder_ids'].map(name => list(call.params, name).map(toRowId))
  if (!fileIds?.length && !folderIds?.length) throw refused("Must supply 'file_ids' and/or 'folder_ids' parameter")
  const { rows } = call.world
  const folders = rowsOf(rows.folders, folderIds, course)
  const named = rowsOf(rows.files, fileIds, course).filter(({ state }) => state === 'available')
  return { folders, files: [...new Set([...folders.flatMap(folder => filesBelow(call.world, folder)), ...named])] }
}

function rowsOf<Row extends { readonly courseId: number }>(
  rows: ReadonlyMap<number, Row>,
  ids: readonly (number | undefined)[] = [],
  course: Course,
): readonly Row[] {
  return ids.flatMap(id => rows.get(id ?? -1) ?? []).filter(row => row.courseId === course.id)
}

function filesBelow(world: World, folder: Folder): readonly StoredFile[] {
  return [...childFolders(world, folder).flatMap(child => filesBelow(world, child)), ...filesIn(world, folder.id)]
}

function rightsAsked(call: Call): UsageRights {
  const sent = nested(call.params, 'usage_rights')
  if (sent === undefined) throw refused("No 'usage_rights' object supplied")
  const useJustification = presentText(sent, 'use_justification') ?? ''
  if (!justifications.includes(useJustification))
    throw invalid('use_justification', 'is not included in the list', 'inclusion')
  const license = presentText(sent, 'license') ?? (useJustification === 'public_domain' ? 'public_domain' : 'private')
  if (!licenses.has(license)) throw invalid('license', 'is not included in the list', 'inclusion')
  return { useJustification, legalCopyright: presentText(sent, 'legal_copyright') ?? null, license }
}

function assign(call: Call, files: readonly StoredFile[], rights: UsageRights | null): Response {
  for (const file of files) file.usageRights = rights
  const message = files.length === 1 ? '1 file updated' : `${files.length} files updated`
  return json(call, { ...(rights && usageRightsJson(rights)), message, file_ids: files.map(({ id }) => id) })
}

export function usageRightsJson({ useJustification, legalCopyright, license }: UsageRights): Record<string, unknown> {
  return {
    legal_copyright: legalCopyright,
    use_justification: useJustification,
    license,
    license_name: licenses.get(license ?? 'private')?.[0] ?? null,
  }
}
