import type { ContextModule } from '../../model.ts'
import { allowedPrerequisites, type ModuleState } from '../../modules/standing.ts'
import { html, type Markup } from '../markup.ts'
import type { ModulesView } from './modules-view.ts'

/** One module of the legacy page (canvas-api §5.1), with those of its items that do not arrive later. */
export function renderModule(view: ModulesView, module: ContextModule, items: Markup): Markup {
  const { course, mayEdit } = view
  const url = `/courses/${course.id}/modules/${module.id}`
  const isCollapsed = view.isCollapsed(module)
  const hasRequirements = view.itemsOf(module).some(item => item.completionRequirement !== null)
  const classes = [
    'item-group-condensed context_module',
    mayEdit && 'editable_context_module',
    hasRequirements && 'has_requirements',
    isCollapsed && 'collapsed_module',
    module.state !== 'active' && 'unpublished_module',
    stateClass(view, module),
  ]
  return html`
        <div class="${classes.filter(Boolean).join(' ')}" id="context_module_${module.id}" role="group" aria-label="${module.name}" data-workflow-state="${module.state}" data-module-url="${url}" data-module-id="${module.id}">
          <a id="module_${module.id}"></a>
          <div class="ig-header header" id="${module.id}">
            <h2 class="screenreader-only">${module.name}</h2>
            ${mayEdit && html`<span class="sortable-handle reorder_module_link" title="Drag to reorder or move module" aria-hidden="true"><i class="icon-drag-handle"></i></span>`}
            ${toggles(module, url, isCollapsed)}
            <div class="prerequisites">${prerequisites(view, module)}</div>
            <div class="requirements_message">${hasRequirements && requirementPill(module)}</div>
            ${module.unlockAt && html`<div class="unlock_details">Will unlock <span class="displayed_unlock_at" data-html-tooltip-title="${module.unlockAt}">${module.unlockAt.slice(0, 10)}</span></div>`}
            ${hiddenFacts(module)}
            ${mayEdit ? admin(view, module) : view.standing && html`<div class="ig-header-admin">${completionStatus(view.standing.stateOf(module))}</div>`}
          </div>
          <div class="content" id="context_module_content_${module.id}"${isCollapsed && html` style="display:none;"`}>
            ${items}
            <div class="footer"><div class="progression_container" style="display:none;"></div></div>
          </div>
        </div>`
}

function requirementPill({ requirementCount }: ContextModule): Markup {
  const words = requirementCount === 1 ? 'Complete One Item' : 'Complete All Items'
  return html`<ul class="pill"><li aria-label="Requirement: ${words}">${words}</li></ul>`
}

/** What Canvas's own scripts read of a module. */
function hiddenFacts(module: ContextModule): Markup {
  return html`<span style="display:none;"><span class="id">${module.id}</span><span class="require_sequential_progress">${String(module.requireSequentialProgress)}</span><span class="publish_final_grade">${String(module.publishFinalGrade)}</span></span>`
}

function stateClass({ standing }: ModulesView, module: ContextModule): string | undefined {
  return standing
    ? { locked: 'locked_module', unlocked: '', started: 'started', completed: 'completed' }[standing.stateOf(module)]
    : undefined
}

function toggles(module: ContextModule, url: string, isCollapsed: boolean): Markup {
  const toggle = (kind: 'collapse' | 'expand', isShown: boolean) => html`
            <span class="ig-header-title ${kind}_module_link ellipsis" role="button" tabindex="0" href="${url}/collapse" aria-controls="context_module_content_${module.id}" aria-expanded="${kind === 'collapse' ? 'true' : 'false'}" aria-label="${module.name} toggle module visibility"${!isShown && html` style="display:none;"`}><i class="icon-mini-arrow-${kind === 'collapse' ? 'down' : 'right'}" aria-hidden="true"></i> <span class="name" title="${module.name}">${module.name}</span></span>`
  return html`${toggle('collapse', !isCollapsed)}${toggle('expand', isCollapsed)}`
}

function prerequisites({ visit }: ModulesView, module: ContextModule): Markup | null {
  const earlier = allowedPrerequisites(visit.world, module, module.prerequisiteModuleIds)
  if (earlier.length === 0) return null
  const names = earlier.map(row => row.name).join(', ')
  return html`<div class="prerequisites_message" aria-label="Prerequisites: ${names}">Prerequisites: ${names}</div>
            ${earlier.map(row => html`<div class="context_module_criterion prerequisite_criterion" style="display:none;"><span class="id">${row.id}</span><span class="name">${row.name}</span><span class="type">context_module</span></div>`)}`
}

const STATUSES: readonly {
  readonly state: ModuleState
  readonly className: string
  readonly label: string
  readonly icon: string
}[] = [
  { state: 'completed', className: 'complete_icon', label: 'Completed', icon: 'icon-check' },
  { state: 'started', className: 'in_progress_icon', label: 'In Progress', icon: 'icon-minimize' },
  { state: 'locked', className: 'locked_icon', label: 'Locked', icon: 'icon-lock' },
]

/** All three signs are there, and the one that holds is shown. */
function completionStatus(now: ModuleState): Markup {
  const signs = STATUSES.map(
    ({ state, className, label, icon }) =>
      html`<span class="${className}" title="${label}"${state !== now && html` style="display:none;"`}><i class="${icon}" aria-hidden="true"></i><span class="screenreader-only">${label}</span></span>`,
  )
  return html`<div class="completion_status">${signs}</div>`
}

function admin({ course }: ModulesView, module: ContextModule): Markup {
  const isPublished = module.state === 'active'
  const url = `/courses/${course.id}/modules/${module.id}`
  return html`
            <div class="ig-header-admin">
              <span class="publish-icon module ${isPublished ? 'published publish-icon-published' : 'unpublished publish-icon-publish'}" role="button" tabindex="0" data-id="${module.id}" data-course-id="${course.id}" data-module-type="module" data-published="${isPublished ? 'true' : 'false'}" aria-label="${isPublished ? 'Published. Click to unpublish' : 'Unpublished. Click to publish'} ${module.name}"><i class="${isPublished ? 'icon-publish icon-Solid' : 'icon-unpublish'}" aria-hidden="true"></i></span>
              <button type="button" class="Button Button--icon-action add_module_item_link" aria-label="Add Content to ${module.name}" data-module-id="${module.id}"><i class="icon-plus" aria-hidden="true"></i></button>
              <button type="button" class="Button Button--icon-action al-trigger" aria-haspopup="true" aria-expanded="false" aria-label="Manage ${module.name}"><i class="icon-more" aria-hidden="true"></i></button>
              <ul id="toolbar-${module.id}" class="al-options" role="menu" hidden>
                ${menuEntry('edit_module_link', `${url}/edit`, 'icon-edit', 'Edit')}
                ${menuEntry('move_module_up_link', url, 'icon-arrow-up', 'Move Up')}
                ${menuEntry('move_module_down_link', url, 'icon-arrow-down', 'Move Down')}
                ${menuEntry('duplicate_module_link', `/api/v1${url}/duplicate`, 'icon-copy-course', 'Duplicate')}
                ${menuEntry('delete_module_link', url, 'icon-trash', 'Delete')}
              </ul>
            </div>`
}

export function menuEntry(className: string, href: string, icon: string, label: string): Markup {
  return html`<li role="none"><a role="menuitem" href="${href}" class="${className}"><i class="${icon}" aria-hidden="true"></i> ${label}</a></li>`
}

/** The hidden template: a script that looks for modules meets it and has to pass over it. */
export function blankModule(view: ModulesView): Markup {
  const { course, mayEdit } = view
  return html`
      <div class="item-group-condensed context_module${mayEdit && ' editable_context_module'}" id="context_module_blank" aria-label="" data-workflow-state="unpublished" data-module-url="/courses/${course.id}/modules/{{ id }}" data-module-id="">
        <a id="module_blank"></a>
        <div class="ig-header header" id="blank">
          <h2 class="screenreader-only"></h2>
          <span class="ig-header-title collapse_module_link ellipsis" role="button" tabindex="0" aria-expanded="true"><i class="icon-mini-arrow-down" aria-hidden="true"></i> <span class="name"></span></span>
          <div class="prerequisites"></div>
          <div class="requirements_message"></div>
        </div>
        <div class="content" id="context_module_content_"><ul class="ig-list items context_module_items${mayEdit && ' manageable'}"></ul></div>
      </div>`
}
