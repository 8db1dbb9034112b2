import { auditRoutes } from '../audit/audit-routes.ts'
import { mediaRoutes } from '../content/media/media-routes.ts'
import { transferRoutes } from '../content/transfer-routes.ts'
import type { Actor, LibraryDb } from '../library/index.ts'
import { peopleRoutes } from '../people/people-routes.ts'
import type { SignIn } from '../sign-in/create-sign-in.ts'
import { signInRoutes } from '../sign-in/sign-in-routes.ts'
import { answerFault, type Fault } from './answer-fault.ts'
import { auditActs } from './audit-acts.ts'
import { authorRoutes } from './courses/author-routes.ts'
import { checkRoutes } from './courses/check-routes.ts'
import { copyRoutes } from './courses/copy-routes.ts'
import { courseRoutes } from './courses/course-routes.ts'
import { moduleRoutes } from './courses/module-routes.ts'
import { styleRoutes } from './courses/style-routes.ts'
import { createRoutes } from './create-routes.ts'
import { describeApi } from './docs/describe-api.ts'
import { historyRoutes } from './history/history-routes.ts'
import { noticeRoutes } from './history/notice-routes.ts'
import { proposalRoutes } from './history/proposal-routes.ts'
import { undoRoutes } from './history/undo-routes.ts'
import { itemRoutes } from './items/item-routes.ts'
import { insertionRoutes } from './objects/insertion-routes.ts'
import { objectRoutes } from './objects/object-routes.ts'
import { pageOrderRoutes } from './pages/page-order-routes.ts'
import { pageRoutes } from './pages/page-routes.ts'
import { reachRoutes } from './reach/reach-routes.ts'
import { refuse } from './refuse.ts'
import { requireActor } from './require-actor.ts'
import { requireOwnOrigin } from './require-own-origin.ts'
import { requireSoundBody } from './require-sound-body.ts'

/** What the API works with. */
export interface AppParts {
  readonly db: LibraryDb
  /** Who asks; `undefined`: nobody is signed in, or whoever it was is no longer active. */
  readonly findActor: (request: Request) => Promise<Actor | undefined>
  readonly signIn: SignIn
  /** Told of unexpected errors. */
  readonly log: (fault: Fault) => void
}

/** The HTTP API of the library, under `/api`: from a request to a reply, without a port. */
export function createApp(parts: AppParts) {
  const app = createRoutes().basePath('/api')
  app.onError((error, c) => answerFault(c, error, parts.log))
  app.use(async (c, next) => {
    await next()
    // What one person was told is not kept for the next one.
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
  })
  app.use(requireOwnOrigin, requireActor(parts.findActor), auditActs(parts), requireSoundBody)
  app.all('/auth/*', c => parts.signIn.handle(c.req.raw))
  const api = app
    .route('/', courseRoutes(parts))
    .route('/', checkRoutes(parts))
    .route('/', copyRoutes(parts))
    .route('/', authorRoutes(parts))
    .route('/', moduleRoutes(parts))
    .route('/', insertionRoutes(parts))
    .route('/', objectRoutes(parts))
    .route('/', pageRoutes(parts))
    .route('/', pageOrderRoutes(parts))
    .route('/', styleRoutes(parts))
    .route('/', itemRoutes(parts))
    .route('/', reachRoutes(parts))
    .route('/', historyRoutes(parts))
    .route('/', undoRoutes(parts))
    .route('/', noticeRoutes(parts))
    .route('/', proposalRoutes(parts))
    .route('/', signInRoutes(parts))
    .route('/', peopleRoutes(parts))
    .route('/', auditRoutes(parts))
    .route('/', mediaRoutes(parts))
    .route('/', transferRoutes(parts))
  describeApi(api)
  api.all('*', c => refuse(c, 404, 'not-found', 'There is nothing at this address. /api/docs lists what there is.'))
  return api
}

/** For the typed client: `hc<Api>(address)`. */
export type Api = ReturnType<typeof createApp>
