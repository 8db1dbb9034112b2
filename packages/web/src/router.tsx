import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { isSignedOut } from './api/api-fault.ts'
import { toCourseSearch } from './courses/course-search.ts'
import { AppFrame, Waiting } from './frame/app-frame.tsx'
import { FailedScreen } from './frame/failed-screen.tsx'
import { MissingScreen } from './frame/missing-screen.tsx'
import { toHistorySearch } from './history/history-search.ts'
import { toItemSearch } from './library/item-search.ts'
import { toSignInSearch } from './sign-in/sign-in-search.ts'
import { meQuery } from './sign-in/use-me.ts'

const root = createRootRouteWithContext<{ readonly queries: QueryClient }>()({
  component: Outlet,
  errorComponent: FailedScreen,
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: toSignInSearch,
  component: lazyRouteComponent(() => import('./sign-in/sign-in-screen.tsx'), 'SignInScreen'),
})

const link = createRoute({
  getParentRoute: () => root,
  path: '/links/$token',
  component: lazyRouteComponent(() => import('./sign-in/link-screen.tsx'), 'LinkScreen'),
})

/** Everything that needs somebody; who is not signed in signs in first and then goes on where they wanted to. */
const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  component: AppFrame,
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queries.ensureQueryData(meQuery)
    } catch (error) {
      if (isSignedOut(error)) throw redirect({ to: '/sign-in', search: { to: location.href } })
      throw error
    }
  },
})

const home = createRoute({
  getParentRoute: () => frame,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/courses' })
  },
})

const courses = createRoute({
  getParentRoute: () => frame,
  path: '/courses',
  validateSearch: toCourseSearch,
  component: lazyRouteComponent(() => import('./courses/browse-courses.tsx'), 'BrowseCourses'),
})

const course = createRoute({
  getParentRoute: () => frame,
  path: '/courses/$courseId',
  component: lazyRouteComponent(() => import('./outline/outline-screen.tsx'), 'OutlineScreen'),
})

const page = createRoute({
  getParentRoute: () => frame,
  path: '/courses/$courseId/pages/$pageId',
  component: lazyRouteComponent(() => import('./page-editor/page-screen.tsx'), 'PageScreen'),
})

const settings = createRoute({
  getParentRoute: () => frame,
  path: '/courses/$courseId/settings',
  component: lazyRouteComponent(() => import('./courses/settings-screen.tsx'), 'SettingsScreen'),
})

const copyReport = createRoute({
  getParentRoute: () => frame,
  path: '/courses/$courseId/copy-report',
  component: lazyRouteComponent(() => import('./copy/copy-report-screen.tsx'), 'CopyReportScreen'),
})

const history = createRoute({
  getParentRoute: () => frame,
  path: '/courses/$courseId/history',
  validateSearch: toHistorySearch,
  component: lazyRouteComponent(() => import('./history/history-screen.tsx'), 'HistoryScreen'),
})

const related = createRoute({
  getParentRoute: () => frame,
  path: '/courses/$courseId/related',
  component: lazyRouteComponent(() => import('./history/related-screen.tsx'), 'RelatedScreen'),
})

const library = createRoute({
  getParentRoute: () => frame,
  path: '/library',
  validateSearch: toItemSearch,
  component: lazyRouteComponent(() => import('./library/library-screen.tsx'), 'LibraryScreen'),
})

const glossary = createRoute({
  getParentRoute: () => frame,
  path: '/glossary',
  validateSearch: toItemSearch,
  component: lazyRouteComponent(() => import('./library/library-screen.tsx'), 'GlossaryScreen'),
})

const unplaced = createRoute({
  getParentRoute: () => frame,
  path: '/unplaced',
  component: lazyRouteComponent(() => import('./library/unplaced-screen.tsx'), 'UnplacedScreen'),
})

const proposals = createRoute({
  getParentRoute: () => frame,
  path: '/proposals',
  component: lazyRouteComponent(() => import('./proposals/proposals-screen.tsx'), 'ProposalsScreen'),
})

const notices = createRoute({
  getParentRoute: () => frame,
  path: '/notices',
  component: lazyRouteComponent(() => import('./notices/notices-screen.tsx'), 'NoticesScreen'),
})

const people = createRoute({
  getParentRoute: () => frame,
  path: '/people',
  component: lazyRouteComponent(() => import('./people/people-screen.tsx'), 'PeopleScreen'),
})

/** One route a screen, fetched when somebody goes there. A new screen: a route here, and its place in navigation.tsx. */
const routes = root.addChildren([
  signIn,
  link,
  frame.addChildren([
    home,
    courses,
    course,
    page,
    settings,
    copyReport,
    history,
    related,
    library,
    glossary,
    unplaced,
    proposals,
    notices,
    people,
  ]),
])

export function createAppRouter(queries: QueryClient) {
  return createRouter({
    routeTree: routes,
    context: { queries },
    defaultPreload: 'intent',
    defaultPendingComponent: Waiting,
    defaultErrorComponent: FailedScreen,
    defaultNotFoundComponent: MissingScreen,
    scrollRestoration: true,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
