import { getCourse } from '../find-course.ts'
import { type Call, json, route, type SandboxApp } from '../http/call.ts'
import { ApiError, notFound } from '../http/errors.ts'
import { flag, integer } from '../http/reading.ts'
import type { Course } from '../model.ts'
import { can, need } from '../rights.ts'
import type { World } from '../world.ts'
import { namesIn } from './tab-configuration.ts'

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
  return namesIn(course.settings.hidden_tabs)
}

/** As teachers have ordered them; home stays first, settings last. */
function orderedTabs(course: Course): readonly Tab[] {
  const order = namesIn(course.settings.tab_order)
  const place = ({ id }: Tab) => order.indexOf(id)
  return order.length === 0 ? TABS : TABS.toSorted((a, b) => place(a) - place(b))
}

function listTabs(call: Call): Response {
  const course = getCourse(call)
  const isStaff = can(call, course, 'read_as_admin')
  const hidden = hiddenTabs(course)
  const seen = orderedTabs(course).filter(tab => isStaff || !(hidden.includes(tab.id) || STAFF_ONLY.has(tab.id)))
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
    position: orderedTabs(course).indexOf(tab) + 1,
    visibility: STAFF_ONLY.has(tab.id) || isHidden ? 'admins' : 'public',
    label: tab.label,
    type: 'internal',
    ...(isHidden ? { hidden: true } : {}),
  }
}

/** Home and settings neither move nor hide. */
function changeTab(call: Call): Response {
  const course = getCourse(call)
  need(call, course, 'update', 'manage_course_content_edit')
  const tab = TABS.find(entry => entry.id === call.path('tab_id'))
  if (!tab) throw notFound()
  if (tab.id === 'home' || STAFF_ONLY.has(tab.id)) throw new ApiError(400, { error: `${tab.id} is not manageable` })
  const position = integer(call.params, 'position')
  if (position !== undefined) moveTab(course, tab, position)
  const isHidden = flag(call.params, 'hidden')
  if (isHidden !== undefined) {
    const others = hiddenTabs(course).filter(id => id !== tab.id)
    course.settings.hidden_tabs = isHidden ? [...others, tab.id] : others
  }
  return json(call, toTabJson(call, course, tab))
}

/** Places count from 1, which is home's; the last one is that of settings. */
function moveTab(course: Course, tab: Tab, position: number): void {
  const others = orderedTabs(course).filter(other => other !== tab)
  if (position <= 1 || position > others.length) throw new ApiError(400, { error: 'That tab location is invalid' })
  course.settings.tab_order = others.toSpliced(position - 1, 0, tab).map(({ id }) => id)
}
