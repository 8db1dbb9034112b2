import { registerBlueprint } from '../blueprint/register-blueprint.ts'
import { registerFiles } from '../files/register-files.ts'
import type { SandboxApp } from '../http/call.ts'
import type { World } from '../world.ts'
import { type Copies, type CopySpeed, createCopies } from './copies.ts'
import { createDesk, receivePackage } from './desk.ts'
import { expireStale } from './expire-stale.ts'
import type { ReadCartridge } from './packages.ts'
import { registerExports } from './register-exports.ts'
import { registerLegacyCopy } from './register-legacy-copy.ts'
import { registerMigrations } from './register-migrations.ts'
import { registerProgress } from './register-progress.ts'

/**
 * Files, content migrations, exports, progress and blueprints. The copies that run behind them advance by the clock, at
 * each request, or by hand through what is returned.
 */
export function registerContent(app: SandboxApp, world: World, speed: CopySpeed, readCartridge: ReadCartridge): Copies {
  const copies = createCopies(world, speed)
  const desk = createDesk(world, copies, readCartridge)
  app.use('*', async (_context, next) => {
    await copies.advance()
    expireStale(world, copies)
    await next()
  })
  const onPackage = (migrationId: number, file: Parameters<typeof receivePackage>[2]) =>
    receivePackage(desk, migrationId, file)
  registerFiles(app, world, { uploads: copies.uploads, onPackage })
  registerMigrations(app, desk)
  registerExports(app, desk)
  registerLegacyCopy(app, desk)
  registerProgress(app, world, copies)
  registerBlueprint(app, world, copies)
  return copies
}
