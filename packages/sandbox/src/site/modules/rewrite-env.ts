import { can } from '../../rights.ts'
import type { ModulesView } from './modules-view.ts'

/** What the rewritten page (canvas-api §5.3) reads besides: who one is, which parts of the page are on, its header. */
export function toRewriteEnv({ visit, course, mayEdit, isStaff }: ModulesView): Record<string, unknown> {
  return {
    MODULES_PERMISSIONS: {
      readAsAdmin: isStaff,
      canAdd: can(visit, course, 'manage_course_content_add'),
      canEdit: mayEdit,
      canDelete: can(visit, course, 'manage_course_content_delete'),
      canView: true,
      canViewUnpublished: isStaff,
      canDirectShare: false,
      canManageSpeedGrader: false,
    },
    MODULE_FEATURES: { TEACHER_MODULE_SELECTION: false, STUDENT_MODULE_SELECTION: false },
    MODULE_TOOLS: { module_menu_modal: [], module_group_menu: [], module_menu: [], module_index_menu_modal: [] },
    CONTEXT_MODULES_HEADER_PROPS: {
      title: 'Course Modules',
      publishMenu: { courseId: course.id, runningProgressId: null, disabled: false, visible: mayEdit },
      viewProgress: { label: 'View Progress', url: `/courses/${course.id}/modules/progressions`, visible: false },
      addModule: { label: 'Add Module', visible: mayEdit },
      moreMenu: { label: 'More', menuTools: { items: [], visible: false }, exportCourseContent: { visible: false } },
      expandCollapseAll: {
        label: 'Collapse All',
        dataUrl: `/courses/${course.id}/modules`,
        dataExpand: false,
        ariaExpanded: false,
        ariaLabel: 'Collapse All',
      },
    },
    NEW_QUIZZES_BY_DEFAULT: false,
    DEFAULT_POST_TO_SIS: false,
    restrict_quantitative_data: false,
  }
}
