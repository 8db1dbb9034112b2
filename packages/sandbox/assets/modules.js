// The legacy Modules page: folding, publishing, renaming, moving, adding and deleting in place.
import { ask, attempt } from './ask.js'

const root = document.querySelector('#context_modules')
const courseId = root.dataset.courseId
const api = `/api/v1/courses/${courseId}/modules`

const moduleOf = element => element.closest('.context_module')
const itemOf = element => element.closest('.context_module_item')
const itemApi = item => `${api}/${moduleOf(item).dataset.moduleId}/items/${item.id.replace('context_module_item_', '')}`
const modules = () => [...root.querySelectorAll(':scope > .context_module')]

function fold(module, isFolded) {
  module.classList.toggle('collapsed_module', isFolded)
  module.querySelector('.content').style.display = isFolded ? 'none' : ''
  module.querySelector('.collapse_module_link').style.display = isFolded ? 'none' : ''
  module.querySelector('.expand_module_link').style.display = isFolded ? '' : 'none'
  module.querySelector(isFolded ? '.expand_module_link' : '.collapse_module_link').focus()
}

async function toggleFold(module, isFolded) {
  fold(module, isFolded)
  await ask('POST', `${module.dataset.moduleUrl}/collapse`, { collapse: isFolded ? '1' : '0' })
}

async function toggleAll(button) {
  const isFolded = button.dataset.expand === 'false'
  for (const module of modules()) fold(module, isFolded)
  button.dataset.expand = String(isFolded)
  button.setAttribute('aria-expanded', String(!isFolded))
  button.setAttribute('aria-label', isFolded ? 'Expand All Modules' : 'Collapse All Modules')
  button.textContent = isFolded ? 'Expand All' : 'Collapse All'
  button.focus()
  await ask('POST', `/courses/${courseId}/collapse_all_modules`, { collapse: isFolded ? '1' : '0' })
}

function showPublished(icon, isPublished) {
  icon.dataset.published = String(isPublished)
  for (const name of ['published', 'publish-icon-published']) icon.classList.toggle(name, isPublished)
  for (const name of ['unpublished', 'publish-icon-publish']) icon.classList.toggle(name, !isPublished)
  icon.querySelector('i').className = isPublished ? 'icon-publish icon-Solid' : 'icon-unpublish'
  const name = icon.getAttribute('aria-label').replace(/^.*?to (un)?publish /, '')
  icon.setAttribute(
    'aria-label',
    `${isPublished ? 'Published. Click to unpublish' : 'Unpublished. Click to publish'} ${name}`,
  )
  icon.closest('.ig-row')?.classList.toggle('ig-published', isPublished)
}

/** Publishing a module publishes its items; unpublishing leaves them. */
async function publish(icon) {
  const published = icon.dataset.published !== 'true'
  const item = itemOf(icon)
  if (item) {
    await ask('PUT', itemApi(item), { module_item: { published } })
    showPublished(icon, published)
    return
  }
  const module = moduleOf(icon)
  await ask('PUT', `${api}/${module.dataset.moduleId}`, { module: { published } })
  module.dataset.workflowState = published ? 'active' : 'unpublished'
  module.classList.toggle('unpublished_module', !published)
  for (const each of module.querySelectorAll('.publish-icon'))
    if (published || each === icon) showPublished(each, published)
}

async function renameModule(module) {
  const name = prompt('Name of the module', module.getAttribute('aria-label'))
  if (!name?.trim()) return
  await ask('PUT', `${api}/${module.dataset.moduleId}`, { module: { name } })
  module.setAttribute('aria-label', name)
  module.querySelector('h2').textContent = name
  for (const each of module.querySelectorAll('.ig-header .name')) {
    each.textContent = name
    each.title = name
  }
}

async function renameItem(item) {
  const title = prompt('Title of the item', item.querySelector('.title').textContent)
  if (!title?.trim()) return
  await ask('PUT', itemApi(item), { module_item: { title } })
  item.querySelector('.title').textContent = title
  item.querySelector('.title').title = title
}

/** Moves among its siblings on the server, then in the page. */
async function move(element, step, save) {
  const siblings = [...element.parentElement.children]
  const position = siblings.indexOf(element) + step
  if (position < 0 || position >= siblings.length) return
  await save(position + 1)
  siblings[position][step < 0 ? 'before' : 'after'](element)
}

const moveModule = (module, step) =>
  move(module, step, position => ask('PUT', `${api}/${module.dataset.moduleId}`, { module: { position } }))

const moveItem = (item, step) => move(item, step, position => ask('PUT', itemApi(item), { module_item: { position } }))

async function deleteModule(module) {
  if (!confirm('Are you sure you want to delete this module?')) return
  await ask('DELETE', `${api}/${module.dataset.moduleId}`)
  module.remove()
  document.querySelector('#no_context_modules_message').style.display = modules().length === 0 ? '' : 'none'
}

async function deleteItem(item) {
  if (!confirm('Are you sure you want to remove this item from the module?')) return
  await ask('DELETE', itemApi(item))
  item.remove()
}

/** What is new is drawn by the server: the page is fetched again. */
async function addModule() {
  const name = prompt('Name of the new module')
  if (!name?.trim()) return
  await ask('POST', api, { module: { name } })
  location.reload()
}

async function addItem(button) {
  const title = prompt('Title of a new text header')
  if (!title?.trim()) return
  await ask('POST', `${api}/${button.dataset.moduleId}/items`, { module_item: { type: 'SubHeader', title } })
  location.reload()
}

async function duplicate(link) {
  await ask('POST', link.getAttribute('href'))
  location.reload()
}

/** Opens beside, by the address that notes the visit. */
function openOutside(link) {
  open(link.dataset.itemHref, '_blank', 'noopener')
}

const ACTIONS = {
  '.external_url_link': openOutside,
  '.collapse_module_link': element => toggleFold(moduleOf(element), true),
  '.expand_module_link': element => toggleFold(moduleOf(element), false),
  '#expand_collapse_all': toggleAll,
  '.publish-icon': publish,
  '.edit_module_link': element => renameModule(moduleOf(element)),
  '.edit_item_link': element => renameItem(itemOf(element)),
  '.move_module_up_link': element => moveModule(moduleOf(element), -1),
  '.move_module_down_link': element => moveModule(moduleOf(element), 1),
  '.move_item_up_link': element => moveItem(itemOf(element), -1),
  '.move_item_down_link': element => moveItem(itemOf(element), 1),
  '.delete_module_link': element => deleteModule(moduleOf(element)),
  '.delete_item_link': element => deleteItem(itemOf(element)),
  '.duplicate_module_link': duplicate,
  '.add_module_link': addModule,
  '.add_module_item_link': addItem,
}

document.querySelector('#content').addEventListener('click', event => {
  for (const [selector, act] of Object.entries(ACTIONS)) {
    const element = event.target.closest(selector)
    if (!element) continue
    event.preventDefault()
    void attempt(() => act(element))
    return
  }
})

/** Canvas opens the module that the address names. */
function showAddressed() {
  const module = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest('.context_module')
  if (module?.classList.contains('collapsed_module')) fold(module, false)
}

addEventListener('hashchange', showAddressed)
showAddressed()
