import { isListedForStudents, isLockedForStudents, seesAllFiles } from '../../files/file-json.ts'
import { childFolders, isFolderShut, rootFolder } from '../../files/folders.ts'
import { filesIn, findFile } from '../../files/store.ts'
import { getCourse, toRowId } from '../../find-course.ts'
import { forbidden, type SandboxApp } from '../../http/call.ts'
import { notFound } from '../../http/errors.ts'
import type { Course, Folder, StoredFile } from '../../model.ts'
import type { World } from '../../world.ts'
import { renderPage } from '../document/render-page.ts'
import { html, type Markup } from '../markup.ts'
import type { Site } from '../site.ts'
import { createPages, type Pages, type Visit } from '../visit.ts'

/** The files of a course by folder. */
export function registerFilePages(pages: Pages): void {
  pages.get('/courses/:course_id/files', showFiles)
}

/** A page for each file, pictures shown: for people; the same address answers the bytes where a page asks for a picture. */
export function registerFilePage(app: SandboxApp, world: World, site: Site): void {
  createPages(app, world, site).getForPeople('/courses/:course_id/files/:file_id', showFile)
}

function showFiles(visit: Visit): Response {
  const course = getCourse(visit)
  const content = html`<h1>Files</h1><div id="files">${folderView(visit, course, rootFolder(visit.world, course.id))}</div>`
  return renderPage(visit, { title: 'Files', course, tab: 'files', crumbs: [{ text: 'Files' }], content })
}

function folderView(visit: Visit, course: Course, folder: Folder): Markup {
  const isStaff = seesAllFiles(visit, course)
  const files = filesIn(visit.world, folder.id).filter(file => isStaff || isListedForStudents(visit, file))
  const folders = childFolders(visit.world, folder).filter(
    child => isStaff || !(child.hidden || isFolderShut(visit.world, child)),
  )
  return html`
      <details class="folder" open>
        <summary><i class="icon-folder" aria-hidden="true"></i> ${folder.name} <span class="file-facts">${files.length} ${files.length === 1 ? 'file' : 'files'}</span></summary>
        <ul>${files.map(file => fileEntry(course, file))}${folders.map(child => html`<li>${folderView(visit, course, child)}</li>`)}</ul>
      </details>`
}

function fileEntry(course: Course, file: StoredFile): Markup {
  const icon = file.contentType.startsWith('image/') ? 'icon-image' : 'icon-document'
  return html`<li><i class="${icon}" aria-hidden="true"></i> <a href="/courses/${course.id}/files/${file.id}">${file.displayName}</a> <span class="file-facts">${toSize(file)}</span> ${file.locked && html`<span class="pill">Unpublished</span>`}${file.hidden && html`<span class="pill">Hidden</span>`}</li>`
}

function toSize({ bytes }: StoredFile): string {
  return bytes.length < 1024 ? `${bytes.length} bytes` : `${Math.round(bytes.length / 1024)} KB`
}

function showFile(visit: Visit): Response {
  const course = getCourse(visit)
  const file = findFile(visit.world, toRowId(visit.path('file_id')) ?? -1)
  if (file?.courseId !== course.id) throw notFound()
  if (!seesAllFiles(visit, course) && isLockedForStudents(visit, file)) throw forbidden(visit)
  const url = `/courses/${course.id}/files/${file.id}`
  const content = html`
    <h1>${file.displayName}</h1>
    <p><a class="btn" href="${url}/download?download_frd=1" download>Download ${file.displayName}</a> <span class="file-facts">${file.contentType}, ${toSize(file)}</span></p>
    ${file.contentType.startsWith('image/') && html`<img src="${url}/preview" alt="${file.displayName}">`}`
  return renderPage(visit, {
    title: file.displayName,
    course,
    tab: 'files',
    crumbs: [{ text: 'Files', href: `/courses/${course.id}/files` }, { text: file.displayName }],
    content,
  })
}
