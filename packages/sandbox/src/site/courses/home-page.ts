import { getCourse } from '../../find-course.ts'
import type { Course } from '../../model.ts'
import { findFrontPage } from '../../pages/front-page.ts'
import { toShownBody } from '../../pages/page-body.ts'
import { needReadable } from '../../pages/page-rights.ts'
import { markViewed } from '../../pages/viewed.ts'
import { can } from '../../rights.ts'
import { listActivities } from '../content/activity-pages.ts'
import { type PageView, renderPage } from '../document/render-page.ts'
import { html, type Markup, trusted } from '../markup.ts'
import { modulesPartial } from '../modules/modules-pages.ts'
import type { Pages, Visit } from '../visit.ts'
import { pageContent } from '../wiki/page-content.ts'

/** What a course shows first: its modules, its front page, its syllabus, its assignments, or what is new. */
export function registerHomePage(pages: Pages): void {
  pages.get('/courses/:course_id', visit => {
    const course = getCourse(visit)
    const home = homeOf(visit, course)
    const content = home.bodyClass?.includes('context_modules_v2')
      ? home.content
      : html`<div id="course_home_content">${invitation(visit, course)}${home.content}</div>`
    const more = {
      COURSE: { id: course.id, pages_url_prefix: 'pages', is_student: !can(visit, course, 'read_as_admin') },
    }
    return renderPage(visit, {
      ...home,
      title: course.name,
      course,
      tab: 'home',
      content,
      env: { ...more, ...home.env },
      bodyClass: `course-home ${home.bodyClass ?? ''}`,
    })
  })
}

type Home = Pick<PageView, 'content' | 'env' | 'scripts' | 'bodyClass'>

function homeOf(visit: Visit, course: Course): Home {
  switch (course.defaultView) {
    case 'modules':
      return modulesPartial(visit, course)
    case 'wiki':
      return { content: frontPage(visit, course) }
    case 'syllabus':
      return { content: syllabus(visit, course) }
    case 'assignments':
      return { content: html`<h1>Assignments</h1>${listActivities(visit, course, 'assignment')}` }
    case 'feed':
      return {
        content: html`<h1>Recent Activity in ${course.name}</h1>${listActivities(visit, course, 'announcement')}`,
      }
    default:
      return course.defaultView satisfies never
  }
}

function frontPage(visit: Visit, course: Course): Markup {
  const page = findFrontPage(visit.world, course)
  if (!page) return html`<p>This course has no front page.</p>`
  needReadable(visit, course, page)
  markViewed(visit, course, page)
  return html`<div id="wiki_page_show">${pageContent(visit, course, page)}</div>`
}

function syllabus(visit: Visit, course: Course): Markup {
  const body = trusted(toShownBody(visit, course.id, course.syllabusBody) ?? '')
  return html`<h1>Course Syllabus</h1><div id="course_syllabus" class="user_content enhanced">${body}</div>`
}

/** Staff of an unpublished course are told so. */
function invitation(visit: Visit, course: Course): Markup | null {
  if (course.workflowState !== 'unpublished' || !can(visit, course, 'read_as_admin')) return null
  return html`<p class="course-status"><span class="pill">Unpublished</span> Students cannot open this course yet. <a href="/courses/${course.id}/settings">Course settings</a></p>`
}
