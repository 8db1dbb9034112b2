import type { ContextModule, ModuleItem } from '../../model.ts'
import { contentOf } from '../../modules/content.ts'
import { html, type Markup } from '../markup.ts'
import { describeRequirement, kindOf } from './item-kinds.ts'
import { isLocked } from './item-lock.ts'
import { menuEntry } from './legacy-module.ts'
import type { ModulesView } from './modules-view.ts'

/** The list of a module's items; a part of it where the page fetches it in parts. */
export function renderItems(view: ModulesView, module: ContextModule, items = view.itemsOf(module)): Markup {
  return html`<ul class="ig-list items context_module_items${view.mayEdit && ' manageable'}">${items.map(item => renderItem(view, module, item))}</ul>`
}

function renderItem(view: ModulesView, module: ContextModule, item: ModuleItem): Markup {
  const kind = kindOf(item)
  const isPublished = item.state === 'active'
  return html`
              <li id="context_module_item_${item.id}" class="${itemClasses(view, item).join(' ')}">
                <div class="ig-row${isPublished && ' ig-published'}${item.completionRequirement && ' with-completion-requirements'}${!view.isStaff && ' student-view'}">
                  ${view.mayEdit && html`<span class="draggable-handle sortable-handle" aria-hidden="true"><i class="icon-drag-handle"></i></span>`}
                  ${kind.icon && html`<span class="type_icon" title="${kind.label}"><span class="screenreader-only">${kind.label}</span><i class="${kind.icon}" aria-hidden="true"></i></span>`}
                  <div class="ig-info">
                    <div class="module-item-title">
                      <span class="item_name">${itemTitle(view, module, item)}${hiddenFacts(view, item)}</span>
                    </div>
                    <div class="module_item_icons nobr" style="display:none;"><span class="type">${kind.className}</span><span class="id">${item.id}</span><span class="graded">${item.type === 'Assignment' || item.type === 'Quiz' ? 1 : 0}</span></div>
                    ${details(view, item)}
                  </div>
                  ${itemStatus(view, item)}
                  ${view.mayEdit && itemAdmin(view, module, item)}
                </div>
              </li>`
}

function itemClasses({ standing }: ModulesView, item: ModuleItem): readonly string[] {
  const kind = kindOf(item)
  const requirement = item.completionRequirement
  return [
    'context_module_item',
    kind.className,
    `indent_${item.indent}`,
    `${kind.record}_${item.contentId ?? 0}`,
    ...(requirement ? [`${requirement.type}_requirement`, 'progression_requirement'] : []),
    ...(requirement && standing?.isDone(item) ? ['completed_item'] : []),
  ]
}

/** A sub-header leads nowhere, and neither does what is locked. */
function itemTitle(view: ModulesView, module: ContextModule, item: ModuleItem): Markup {
  if (item.type === 'SubHeader') return html`<span class="title" title="${item.title}">${item.title}</span>`
  if (isLocked(view, module, item))
    return html`<span class="title locked_title" title="${item.title}">${item.title}</span>`
  const href = `/courses/${view.course.id}/modules/items/${item.id}`
  const locked = html`<span class="title locked_title" title="${item.title}" style="display:none;">${item.title}</span>`
  if (item.type === 'ExternalUrl' && item.newTab)
    return html`<a title="${item.title}" class="title external_url_link ig-title" href="${item.externalUrl ?? href}" data-item-href="${href}" target="_blank" rel="noreferrer noopener">${item.title}</a>${locked}`
  const target = item.newTab && html` target="_blank" rel="noreferrer noopener"`
  return html`<a title="${item.title}" class="ig-title title item_link" href="${href}"${target}>${item.title}</a>${locked}`
}

function hiddenFacts({ visit }: ModulesView, item: ModuleItem): Markup {
  return html`<span class="points_possible" style="display:none;">${pointsOf(visit.world, item) ?? ''}</span><span class="position" style="display:none;">${item.position}</span><span class="url" style="display:none;">${item.externalUrl ?? ''}</span><span class="new_tab" style="display:none;">${item.newTab ? 1 : 0}</span>`
}

function pointsOf(world: ModulesView['visit']['world'], item: ModuleItem): number | null {
  const content = contentOf(world, item)
  return content?.table === 'activities' ? content.row.pointsPossible : null
}

function details({ visit, standing }: ModulesView, item: ModuleItem): Markup {
  const content = contentOf(visit.world, item)
  const dueAt = content?.table === 'activities' ? content.row.dueAt : null
  const points = pointsOf(visit.world, item)
  const isDone = standing?.isDone(item) ?? false
  const requirement = describeRequirement(item, isDone)
  return html`<div class="ig-details">
                      <div class="ig-details__item due_date_display"${dueAt && html` data-due-at="${dueAt}"`}>${dueAt && toDay(dueAt, visit.locale)}</div>
                      <div class="ig-details__item points_possible_display">${points !== null && `${points} pts`}</div>
                      ${requirement && html`<div class="ig-details__item requirement-description"><span class="requirement_type ${item.completionRequirement?.type}_requirement ${isDone ? 'fulfilled' : 'unfulfilled'}">${requirement}</span></div>`}
                    </div>`
}

/** "16 Feb" in the page's language; the course's time zone is the sandbox's. */
export function toDay(instant: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(instant))
}

function itemStatus({ standing }: ModulesView, item: ModuleItem): Markup | null {
  if (!standing || !item.completionRequirement) return null
  const isDone = standing.isDone(item)
  return html`<div class="module-item-status-icon"><i class="${isDone ? 'icon-check' : 'icon-mark-as-read'}" aria-hidden="true"></i><span class="screenreader-only">${isDone ? 'Complete' : 'Incomplete'}</span></div>`
}

function itemAdmin({ course }: ModulesView, module: ContextModule, item: ModuleItem): Markup {
  const isPublished = item.state === 'active'
  const url = `/api/v1/courses/${course.id}/modules/${module.id}/items/${item.id}`
  return html`
                  <div class="ig-admin">
                    <span class="publish-icon ${isPublished ? 'published publish-icon-published' : 'unpublished publish-icon-publish'}" role="button" tabindex="0" data-module-type="${kindOf(item).className}" data-id="${item.contentId ?? 0}" data-content-id="${item.contentId ?? 0}" data-publishable="true" data-unpublishable="true" data-course-id="${course.id}" data-module-id="${module.id}" data-module-item-id="${item.id}" data-published="${isPublished ? 'true' : 'false'}" aria-label="${isPublished ? 'Published. Click to unpublish' : 'Unpublished. Click to publish'} ${item.title}"><i class="${isPublished ? 'icon-publish icon-Solid' : 'icon-unpublish'}" aria-hidden="true"></i></span>
                    <button type="button" class="Button Button--icon-action al-trigger" aria-haspopup="true" aria-expanded="false" aria-label="Manage ${item.title}"><i class="icon-more" aria-hidden="true"></i></button>
                    <ul class="al-options" role="menu" hidden>
                      ${menuEntry('edit_item_link', url, 'icon-edit', 'Edit')}
                      ${menuEntry('move_item_up_link', url, 'icon-arrow-up', 'Move Up')}
                      ${menuEntry('move_item_down_link', url, 'icon-arrow-down', 'Move Down')}
                      ${menuEntry('delete_item_link', url, 'icon-trash', 'Remove')}
                    </ul>
                  </div>`
}

/** The hidden template of an item. */
export function blankItem({ course }: ModulesView): Markup {
  return html`<li id="context_module_item_blank" class="context_module_item"><div class="ig-row"><div class="ig-info"><div class="module-item-title"><span class="item_name"><a class="ig-title title item_link" href="/courses/${course.id}/modules/items/{{ id }}"></a></span></div></div></div></li>`
}
