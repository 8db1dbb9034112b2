import { can } from '../../rights.ts'
import { fileDetails } from '../../wire/module-record.ts'
import type { ModulesView } from './modules-view.ts'

/** What Canvas's controller leaves in `ENV` on every generation of the page (canvas-api §5.1). */
export function toModulesEnv(view: ModulesView): Record<string, unknown> {
  const { visit, course, modules, mayEdit, isCollapsed } = view
  return {
    course_id: course.id,
    CONTEXT_URL_ROOT: `/courses/${course.id}`,
    FILES_CONTEXTS: [{ asset_string: `course_${course.id}` }],
    MODULE_FILE_DETAILS: mayEdit ? detailsOfFiles(view) : {},
    MODULE_FILE_PERMISSIONS: {
      usage_rights_required: course.settings.usage_rights_required === true,
      manage_files_edit: can(visit, course, 'manage_files_edit'),
    },
    ...masterCourse(view),
    DIRECT_SHARE_ENABLED: false,
    DUPLICATE_ENABLED: mayEdit,
    COLLAPSED_MODULES: modules.filter(isCollapsed).map(module => module.id),
    NO_MODULE_PROGRESSIONS: false,
    CAN_MANAGE_MODULES: mayEdit,
  }
}

function detailsOfFiles({ visit, modules, itemsOf }: ModulesView): Record<string, unknown> {
  const files = modules.flatMap(module => [...itemsOf(module)]).filter(item => item.type === 'File')
  return Object.fromEntries(files.map(item => [item.id, fileDetails(visit, item)]))
}

function masterCourse({ visit, course, isStaff }: ModulesView): Record<string, unknown> {
  const isChild = [...visit.world.rows.subscriptions.values()].some(row => row.childCourseId === course.id)
  if (!isStaff || !(course.isBlueprint || isChild)) return {}
  const url = `/courses/${course.id}/modules/items/master_course_info`
  return {
    MASTER_COURSE_SETTINGS: {
      IS_MASTER_COURSE: course.isBlueprint,
      IS_CHILD_COURSE: isChild,
      MASTER_COURSE_DATA_URL: url,
    },
  }
}
