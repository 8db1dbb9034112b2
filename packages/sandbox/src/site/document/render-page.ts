import type { Course } from '../../model.ts'
import { html, type Markup, script, trusted } from '../markup.ts'
import type { Visit } from '../visit.ts'
import { toBrandVariables } from './brand.ts'
import { toEnv } from './env.ts'
import { type Crumb, crumbs, globalNavigation, mobileHeader } from './navigation.ts'
import { type CourseTab, courseNavigation } from './section-tabs.ts'
import { studentViewBar, studentViewButton } from './student-view-bar.ts'
import { hasGlobalIncludes, themeScript, themeStyle } from './theme.ts'

/** One page of the site, without what all of them share. */
export interface PageView {
  readonly title: string
  readonly content: Markup
  readonly status?: number
  /** The course it is in: its navigation, its first breadcrumb. */
  readonly course?: Course
  readonly tab?: CourseTab
  /** After the course; the last one is the page itself. */
  readonly crumbs?: readonly Crumb[]
  readonly env?: Record<string, unknown>
  /** Scripts of our own beside the one on every page, by file name. */
  readonly scripts?: readonly string[]
  readonly bodyClass?: string
}

export function renderPage(visit: Visit, view: PageView): Response {
  const headers: Record<string, string> = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' }
  // The directives an institution gets when it turns the policy on; its own and listed domains only (canvas-api §6).
  if (visit.site.options.csp)
    headers['Content-Security-Policy'] =
      "frame-src 'self' blob:; script-src 'self' 'unsafe-eval' 'unsafe-inline'; object-src 'self'"
  return new Response(toDocument(visit, view).markup, { status: view.status ?? 200, headers })
}

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur'])

export function directionOf(locale: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(locale.split('-')[0] ?? '') ? 'rtl' : 'ltr'
}

function toDocument(visit: Visit, view: PageView): Markup {
  const withTheme = hasGlobalIncludes(visit)
  return html`<!DOCTYPE html>
<html class="scripts-not-loaded${visit.isHighContrast ? ' high-contrast' : ''}" dir="${directionOf(visit.locale)}" lang="${visit.locale}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="sandbox-late-ms" content="${visit.site.options.lateMs}">
  <title>${view.title}</title>
  <link rel="icon" href="data:,">
  <style>${brandStyle(visit)}</style>
  <link rel="stylesheet" href="/sandbox/assets/canvas.css">
  <link rel="stylesheet" href="/sandbox/assets/icons.css">
  ${withTheme ? themeStyle(visit) : null}
</head>
<body class="${bodyClass(visit, view)}">
<div id="application" class="ic-app">
  ${mobileHeader(view.title)}
  ${globalNavigation(visit)}
  <div id="wrapper" class="ic-Layout-wrapper">
    ${view.course ? crumbBar(visit, view, view.course) : plainBar(view)}
    <div id="main" class="ic-Layout-columns">
      <div class="ic-Layout-watermark"></div>
      ${view.course ? courseNavigation(visit, view.course, view.tab) : null}
      <div id="not_right_side" class="ic-app-main-content">
        <div id="content-wrapper" class="ic-Layout-contentWrapper">
          <div id="content" class="ic-Layout-contentMain" role="main">${view.content}</div>
        </div>
        <div id="right-side-wrapper" class="ic-app-main-content__secondary"><aside id="right-side" role="complementary"></aside></div>
      </div>
    </div>
  </div>
  ${visit.isStudentView && studentViewBar(visit)}
  <div id="flash_message_holder"></div>
  <div id="flash_screenreader_holder" role="alert" aria-live="assertive"></div>
</div>
<script>
INST = {"environment":"production","logoutUrl":"/logout"};
ENV = ${script(toEnv(visit, view.course, view.env ?? {}))};
</script>
<script src="/sandbox/assets/jquery.js" defer></script>
${['site.js', ...(view.scripts ?? [])].map(name => html`<script type="module" src="/sandbox/assets/${name}"></script>`)}
${withTheme ? themeScript(visit) : null}
</body>
</html>
`
}

function brandStyle({ site }: Visit): Markup {
  const lines = Object.entries(toBrandVariables(site.options.brand)).map(([name, value]) => `${name}:${value};`)
  return trusted(`:root{${lines.join('')}}`)
}

function bodyClass(visit: Visit, view: PageView): string {
  return [
    'primary-nav-expanded',
    view.course ? `with-left-side course-menu-expanded context-course_${view.course.id}` : 'full-width',
    view.bodyClass,
    visit.isStudentView && 'is-masquerading-or-student-view',
  ]
    .filter(Boolean)
    .join(' ')
}

function crumbBar(visit: Visit, view: PageView, course: Course): Markup {
  return html`
    <div class="ic-app-nav-toggle-and-crumbs no-print" role="region" aria-label="Where you are">
      <div class="ic-app-course-nav-toggle-container">
        <button type="button" id="courseMenuToggle" class="Button Button--link ic-app-course-nav-toggle" aria-controls="left-side" aria-expanded="true" aria-label="Course Navigation Menu"><i class="icon-hamburger" aria-hidden="true"></i></button>
      </div>
      <div class="ic-app-crumbs">${crumbs([{ text: course.courseCode, href: `/courses/${course.id}` }, ...(view.crumbs ?? [])])}</div>
      <div class="right-of-crumbs">${studentViewButton(visit, course)}</div>
    </div>`
}

function plainBar(view: PageView): Markup {
  return html`
    <div class="ic-app-nav-toggle-and-crumbs no-print" role="region" aria-label="Where you are">
      <div class="ic-app-crumbs">${crumbs(view.crumbs ?? [{ text: view.title }])}</div>
      <div class="right-of-crumbs"></div>
    </div>`
}
