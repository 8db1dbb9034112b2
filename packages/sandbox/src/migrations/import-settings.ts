import { findFrontPage, setFrontPage } from '../pages/front-page.ts'
import type { PackagedSettings } from './course-package.ts'
import { keepBody } from './import-bodies.ts'
import type { ImportRun } from './import-run.ts'

export interface SettingsChoice {
  /** `importer_skips[]=visibility_settings`: who may see the course is not taken over. */
  readonly skipsVisibility: boolean
}

/** Course settings but for name, code, dates and publish state (canvas-api §3.6). */
export function importSettings(run: ImportRun, settings: PackagedSettings, choice: SettingsChoice): void {
  const { destination } = run
  const { settings: kept, imageMigrationId: _image, isPublic = destination.isPublic, ...own } = settings
  if ((own.defaultView ?? destination.defaultView) !== destination.defaultView || run.sync) takeOverFrontPage(run)
  Object.assign(destination, own)
  Object.assign(destination.settings, withoutVisibility(kept, choice))
  if (!choice.skipsVisibility) destination.isPublic = isPublic
  takeOverImage(run, settings)
}

/** A home page that changes brings its front page along, even if the course had another. */
function takeOverFrontPage(run: ImportRun): void {
  const source = run.package.pages.find(page => page.isFrontPage)
  const page = source && run.imported.pages.find(row => row.migrationId === source.migrationId)
  if (page && page.state === 'active') setFrontPage(run.destination, page)
}

function withoutVisibility(
  settings: Record<string, unknown>,
  { skipsVisibility }: SettingsChoice,
): Record<string, unknown> {
  const copy = structuredClone(settings)
  if (skipsVisibility) delete copy.is_public_to_auth_users
  return copy
}

function takeOverImage(run: ImportRun, { imageMigrationId }: PackagedSettings): void {
  const image = imageMigrationId === null ? undefined : run.copied.files.get(imageMigrationId)
  if (!image) return
  run.destination.settings.image_id = image.id
  delete run.destination.settings.image_url
}

/** After everything: a course whose home is a front page that it does not have shows its modules. */
export function settleHome(run: ImportRun): void {
  const { world, destination } = run
  if (destination.defaultView === 'wiki' && !findFrontPage(world, destination)) destination.defaultView = 'modules'
}

export function importSyllabus(run: ImportRun, tokens: string): void {
  const { destination } = run
  keepBody(run, {
    tokens,
    label: 'Syllabus syllabus',
    fixUrl: () => `/courses/${destination.id}/assignments/syllabus`,
    write: html => {
      destination.syllabusBody = html
    },
  })
}
