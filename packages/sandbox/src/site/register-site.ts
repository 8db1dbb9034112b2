import type { SandboxApp } from '../http/call.ts'
import type { World } from '../world.ts'
import { registerActivityPages } from './content/activity-pages.ts'
import { registerFilePages } from './content/file-pages.ts'
import { registerMigrationsPage } from './content/migrations-page.ts'
import { registerDashboard } from './courses/dashboard.ts'
import { registerHomePage } from './courses/home-page.ts'
import { registerSettingsPages } from './courses/settings-page.ts'
import { registerAssets } from './document/assets.ts'
import { registerTheme } from './document/theme.ts'
import { registerModulesPages } from './modules/modules-pages.ts'
import { registerProfilePage } from './people/profile-page.ts'
import { registerSignInPages } from './people/sign-in-pages.ts'
import { registerStudentView } from './people/student-view.ts'
import type { Site } from './site.ts'
import { createPages } from './visit.ts'
import { registerEditPages } from './wiki/edit-pages.ts'
import { registerWikiPages } from './wiki/wiki-pages.ts'

/** The pages people see. */
export function registerSite(app: SandboxApp, world: World, site: Site): void {
  const pages = createPages(app, world, site)
  registerAssets(pages)
  registerTheme(pages)
  registerSignInPages(pages)
  registerProfilePage(pages)
  registerStudentView(pages)
  registerDashboard(pages)
  registerHomePage(pages)
  registerSettingsPages(pages)
  registerModulesPages(pages)
  registerWikiPages(pages)
  registerEditPages(pages)
  registerActivityPages(pages)
  registerFilePages(pages)
  registerMigrationsPage(pages)
}
