import { html, type Markup } from '../markup.ts'
import { blankItem, renderItems } from './legacy-item.ts'
import { blankModule, renderModule } from './legacy-module.ts'
import type { ModulesView } from './modules-view.ts'

/** Everything there is of the legacy page: its bar, the modules, and for editors the templates its script clones. */
export function renderLegacyModules(view: ModulesView, items: 'inline' | 'lazy'): Markup {
  const { course, modules, mayEdit } = view
  return html`
    <div class="header-bar">
      <h1 class="screenreader-only">Course Modules</h1>
      <div class="header-bar-right">
        <div class="header-bar-right__buttons">
          <button type="button" class="btn" id="expand_collapse_all" data-expand="false" aria-expanded="true" aria-label="Collapse All Modules">Collapse All</button>
          ${mayEdit && html`<button type="button" class="btn btn-primary add_module_link" aria-label="Add Module"><i class="icon-plus" aria-hidden="true"></i> Module</button>`}
        </div>
      </div>
    </div>
    <div class="item-group-container" id="context_modules_sortable_container">
      <div id="no_context_modules_message"${modules.length > 0 && html` style="display:none;"`}>
        <p>${mayEdit ? 'This course has no modules yet. Add one with “Module” above.' : 'No modules have been defined for this course.'}</p>
      </div>
      <div id="context_modules" class="ig-list${mayEdit && ' editable'}" data-course-id="${course.id}">
        ${modules.map(module => renderModule(view, module, renderItems(view, module, items === 'inline' ? undefined : [])))}
      </div>
    </div>
    ${mayEdit ? html`<div style="display:none;">${blankModule(view)}<ul>${blankItem(view)}</ul></div>` : html`<div style="display:none;">${blankModule(view)}</div>`}`
}
