import type { SandboxApp } from '../http/call.ts'
import type { World } from '../world.ts'
import { registerAssets } from './document/assets.ts'
import { registerTheme } from './document/theme.ts'
import { registerModulesPages } from './modules/modules-pages.ts'
import { registerSignInPages } from './people/sign-in-pages.ts'
import type { Site } from './site.ts'
import { createPages } from './visit.ts'

/** The pages people see. */
export function registerSite(app: SandboxApp, world: World, site: Site): void {
  const pages = createPages(app, world, site)
  registerAssets(pages)
  registerTheme(pages)
  registerSignInPages(pages)
  registerModulesPages(pages)
}
