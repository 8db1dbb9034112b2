import type { Course } from '../../model.ts'
import { can } from '../../rights.ts'
import { html, type Markup } from '../markup.ts'
import type { Visit } from '../visit.ts'

interface Tab {
  readonly label: string
  readonly path: string
}

/** The entries of the course navigation that lead somewhere in the sandbox, by Canvas's css class. */
const TABS = {
  home: { label: 'Home', path: '' },
  announcements: { label: 'Announcements', path: '/announcements' },
  modules: { label: 'Modules', path: '/modules' },
  assignments: { label: 'Assignments', path: '/assignments' },
  discussions: { label: 'Discussions', path: '/discussion_topics' },
  quizzes: { label: 'Quizzes', path: '/quizzes' },
  pages: { label: 'Pages', path: '/wiki' },
  files: { label: 'Files', path: '/files' },
  people: { label: 'People', path: '/users' },
  settings: { label: 'Settings', path: '/settings' },
} as const satisfies Record<string, Tab>

export type CourseTab = keyof typeof TABS

export function courseNavigation(visit: Visit, course: Course, current: CourseTab | undefined): Markup {
  const isStaff = can(visit, course, 'read_as_admin')
  const hidden = hiddenTabs(course)
  const shown = Object.entries(TABS).filter(([id]) => isStaff || !(hidden.includes(id) || id === 'settings'))
  const toEntry = ([id, { label, path }]: readonly [string, Tab]) => html`
          <li class="section"><a href="/courses/${course.id}${path}" class="${id}${id === current && ' active'}"${id === current && html` aria-current="page"`}>${label}${isStaff && hidden.includes(id) && html` <span class="screenreader-only">Disabled. Not visible to students.</span><i class="nav-icon icon-off" aria-hidden="true"></i>`}</a></li>`
  return html`
      <div id="left-side" class="ic-app-course-menu ic-sticky-on list-view">
        <nav role="navigation" aria-label="Courses Navigation Menu"><ul id="section-tabs">${shown.map(toEntry)}</ul></nav>
      </div>`
}

function hiddenTabs({ settings }: Course): readonly string[] {
  return Array.isArray(settings.hidden_tabs) ? settings.hidden_tabs.map(String) : []
}
