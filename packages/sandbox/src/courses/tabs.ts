import { getCourse } from '../find-course.ts'
import { type Call, json, route, type SandboxApp } from '../http/call.ts'
import { notFound } from '../http/errors.ts'
import { flag } from '../http/reading.ts'
import type { Course } from '../model.ts'
import { can, need } from '../rights.ts'
import type { World } from '../world.ts'

interface Tab {
  readonly id: string
  readonly path: string
  readonly label: string
}

const TABS: readonly Tab[] = [
  { id: 'home', path: '', label: 'Home' },
  { id: 'announcements', path: '/announcements', label: 'Announcements' },
  { id: 'assignments', path: '/assignments', label: 'Assignments' },
  { id: 'discussions', path: '/discussion_topics', label: 'Discussions' },
  { id: 'grades', path: '/grades', label: 'Grades' },
  { id: 'people', path: '/users', label: 'People' },
  { id: 'pages', path: '/wiki', label: 'Pages' },
  { id: 'files', path: '/files', label: 'Files' },
  { id: 'syllabus', path: '/assignments/syllabus', label: 'Syllabus' },
  { id: 'quizzes', path: '/quizzes', label: 'Quizzes' },
  { id: 'modules', path: '/modules', label: 'Modules' },
  { id: 'settings', path: '/settings', label: 'Settings' },
]

const STAFF_ONLY = new Set(['settings'])

/** The course navigation, and hiding entries of it. */
export function registerTabs(app: SandboxApp, world: World): void {
  app.get('/api/v1/courses/:course_id/tabs', route(world, listTabs))
  app.put('/api/v1/courses/:course_id/tabs/:tab_id', route(world, changeTab))
}

function hiddenTabs(course: Course): string[] {
  const hidden = course.settings.hidden_tabs
  return Array.isArray(hidden) ? hidden.map(String) : []
}

function listTabs(call: Call): Response {
  const course = getCourse(call)
  const isStaff = can(call, course, 'read_as_admin')
  const hidden = hiddenTabs(course)
  const seen = TABS.filter(tab => isStaff || !(hidden.includes(tab.id) || STAFF_ONLY.has(tab.id)))
  return json(
    call,
    seen.map(tab => toTabJson(call, course, tab)),
  )
}

function toTabJson(call: Call, course: Course, tab: Tab): Record<string, unknown> {
  const isHidden = hiddenTabs(course).includes(tab.id)
  return {
    id: tab.id,
    html_url: `/courses/${course.id}${tab.path}`,
    full_url: `${call.origin}/courses/${course.id}${tab.path}`,
    position: TABS.indexOf(tab) + 1,
    visibility: STAFF_ONLY.has(tab.id) || isHidden ? 'admins' : 'public',
    label: tab.label,
    type: 'internal',
    ...(isHidden ? { hidden: true } : {}),
  }
}

/** Home and settings cannot be hidden. */
function changeTab(call: Call): Response {
  const course = getCourse(call)
  need(call, course, 'update')
  const tab = TABS.find(entry => entry.id === call.path('tab_id'))
  if (!tab) throw notFound()
  const isHidden = flag(call.params, 'hidden')
  if (isHidden !== undefined && tab.id !== 'home' && !STAFF_ONLY.has(tab.id)) {
    const others = hiddenTabs(course).filter(id => id !== tab.id)
    course.settings.hidden_tabs = isHidden ? [...others, tab.id] : others
  }
  return json(call, toTabJson(call, course, tab))
}
