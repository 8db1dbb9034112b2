// The rewritten Modules page: drawn here, late, into #content, and drawn anew on every change. Nodes are replaced, as
// React replaces them; what others put inside is lost, what stands beside the root stays.
import { ask, attempt, later, list } from './ask.js'

const ENV = window.ENV
const PERMISSIONS = ENV.MODULES_PERMISSIONS
const OPEN_AT_FIRST = 10
const ITEMS_ON_A_PAGE = 25
const api = `/api/v1/courses/${ENV.course_id}/modules`
const lateMs = Number(document.querySelector('meta[name="sandbox-late-ms"]').content)

const ICONS = {
  Page: 'icon-document',
  File: 'icon-paperclip',
  Discussion: 'icon-discussion',
  Assignment: 'icon-assignment',
  Quiz: 'icon-quiz',
  ExternalUrl: 'icon-link',
  ExternalTool: 'icon-integrations',
}

const STATES = {
  completed: ['icon-check', 'Completed'],
  started: ['icon-minimize', 'In progress'],
  locked: ['icon-lock', 'Locked'],
}

const REQUIREMENTS = {
  must_view: 'View',
  must_contribute: 'Contribute',
  must_submit: 'Submit',
  must_mark_done: 'Mark done',
  min_score: 'Score at least',
}

/** @type {{ modules: any[], open: Set<string>, pages: Map<string, number>, menu: string | null }} */
let state = { modules: [], open: new Set(), pages: new Map(), menu: null }
let root = node('div', { class: 'modules-rewrite-loading', role: 'status' }, 'Loading modules')

function node(name, attributes, ...children) {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value)
    else if (value !== false && value !== undefined) element.setAttribute(key, value === true ? '' : value)
  }
  element.append(...children.flat().filter(child => child !== false && child !== undefined && child !== null))
  return element
}

const icon = name => node('i', { class: name, 'aria-hidden': 'true' })

const iconButton = (iconName, label, act, more = {}) =>
  node(
    'button',
    { type: 'button', class: 'Button Button--icon-action', onclick: act, ...more },
    icon(iconName),
    node('span', { class: 'screenreader-only' }, label),
  )

/** The one way to change what is seen: new state, the whole list drawn anew. */
function update(change) {
  state = { ...state, ...change }
  const focused = root.contains(document.activeElement) ? document.activeElement.dataset.focusKey : undefined
  root.querySelector('[data-testid="modules-list"]')?.replaceWith(moduleList())
  root.querySelector('[data-testid="modules-header"]')?.replaceWith(header())
  if (focused) root.querySelector(`[data-focus-key="${focused}"]`)?.focus()
}

function container() {
  const name = PERMISSIONS.readAsAdmin ? 'modules-rewrite-container' : 'modules-rewrite-student-container'
  const mount = PERMISSIONS.readAsAdmin && node('div', { id: 'differentiated-modules-mount-point' })
  return node('div', { class: name, 'data-testid': name }, mount, header(), moduleList())
}

function header() {
  const isAllOpen = state.modules.every(module => state.open.has(module.id))
  const toggleAll = () => update({ open: isAllOpen ? new Set() : new Set(state.modules.map(module => module.id)) })
  return node(
    'div',
    { class: 'modules-header', 'data-testid': 'modules-header' },
    node('h1', { class: 'screenreader-only' }, ENV.CONTEXT_MODULES_HEADER_PROPS.title),
    node(
      'button',
      {
        type: 'button',
        class: 'btn',
        'data-testid': 'expand-collapse-all',
        'data-focus-key': 'all',
        onclick: toggleAll,
      },
      isAllOpen ? 'Collapse All' : 'Expand All',
    ),
    PERMISSIONS.canAdd &&
      node(
        'button',
        { type: 'button', class: 'btn btn-primary', 'data-testid': 'add-module-button', onclick: addModule },
        icon('icon-plus'),
        ' Module',
      ),
  )
}

function moduleList() {
  const empty = node('p', { class: 'modules-empty' }, 'No modules have been defined for this course.')
  return node(
    'div',
    { 'data-testid': 'modules-list', class: 'modules-list' },
    state.modules.length === 0 ? empty : state.modules.map(moduleView),
  )
}

function moduleView(module, index) {
  const isOpen = state.open.has(module.id)
  return node(
    'div',
    { id: `context_module_${module.id}`, class: `context_module module_${module.id}`, 'data-module-id': module.id },
    moduleHeader(module, index, isOpen),
    isOpen && itemList(module),
  )
}

function moduleHeader(module, index, isOpen) {
  return node(
    'div',
    { class: 'module-header', 'data-testid': 'module-header' },
    iconButton(
      isOpen ? 'icon-mini-arrow-down' : 'icon-mini-arrow-right',
      isOpen ? 'Collapse module' : 'Expand module',
      () => toggle(module),
      {
        'aria-expanded': String(isOpen),
        'data-testid': 'module-toggle',
        'data-focus-key': `toggle-${module.id}`,
      },
    ),
    node('h2', { class: 'module-name', 'data-testid': 'module-name' }, module.name),
    module.state && STATES[module.state] && status(...STATES[module.state]),
    PERMISSIONS.canEdit && moduleActions(module, index),
  )
}

const status = (name, label) =>
  node('span', { class: 'module-state' }, icon(name), node('span', { class: 'screenreader-only' }, label))

function toggle(module) {
  const open = new Set(state.open)
  if (!open.delete(module.id)) open.add(module.id)
  update({ open })
}

function moduleActions(module, index) {
  const url = `${api}/${module.id}`
  return node(
    'div',
    { class: 'module-actions' },
    publishButton(module, () => ask('PUT', url, { module: { published: !module.published } }), `module-${module.id}`),
    menu(`module-${module.id}`, 'Module Options', [
      ['Edit', () => rename(module.name, name => ask('PUT', url, { module: { name } }))],
      index > 0 && ['Move up', () => change(() => ask('PUT', url, { module: { position: index } }))],
      index < state.modules.length - 1 && [
        'Move down',
        () => change(() => ask('PUT', url, { module: { position: index + 2 } })),
      ],
      ['Duplicate', () => change(() => ask('POST', `${url}/duplicate`))],
      ['Delete', () => confirm(`Delete ${module.name}?`) && change(() => ask('DELETE', url))],
    ]),
  )
}

const publishButton = (row, save, key) =>
  iconButton(
    row.published ? 'icon-publish' : 'icon-unpublish',
    row.published ? `Published. Unpublish ${row.name ?? row.title}` : `Unpublished. Publish ${row.name ?? row.title}`,
    () => change(save),
    {
      'data-focus-key': `publish-${key}`,
      'data-testid': 'publish-button',
      class: `Button Button--icon-action publish-button${row.published ? ' published' : ''}`,
    },
  )

function menu(key, label, entries) {
  const isOpen = state.menu === key
  const close = () => update({ menu: null })
  const choose = act => {
    close()
    act()
  }
  const buttons = entries
    .filter(Boolean)
    .map(([text, act]) => node('button', { type: 'button', role: 'menuitem', onclick: () => choose(act) }, text))
  return node(
    'span',
    { class: 'menu-holder', onkeydown: event => event.key === 'Escape' && close() },
    iconButton('icon-more', label, () => update({ menu: isOpen ? null : key }), {
      'aria-haspopup': 'true',
      'aria-expanded': String(isOpen),
      'data-focus-key': `menu-${key}`,
    }),
    isOpen && node('div', { role: 'menu', class: 'module-menu' }, buttons),
  )
}

function itemList(module) {
  const page = state.pages.get(module.id) ?? 1
  const shown = module.items.slice((page - 1) * ITEMS_ON_A_PAGE, page * ITEMS_ON_A_PAGE)
  const last = Math.ceil(module.items.length / ITEMS_ON_A_PAGE)
  return node(
    'div',
    { class: 'module-items', 'data-testid': 'module-item-list' },
    shown.map(item => itemView(module, item)),
    last > 1 && pager(module, page, last),
  )
}

function pager(module, page, last) {
  const go = number => update({ pages: new Map(state.pages).set(module.id, number) })
  const buttons = Array.from({ length: last }, (_, index) =>
    node(
      'button',
      { type: 'button', class: 'btn', 'aria-current': index + 1 === page && 'page', onclick: () => go(index + 1) },
      String(index + 1),
    ),
  )
  return node('div', { class: 'module-pagination', 'data-testid': `module-${module.id}-pagination` }, buttons)
}

function itemView(module, item) {
  const indent = `margin-inline-start: ${item.indent * 1.25}rem`
  const attributes = PERMISSIONS.readAsAdmin
    ? { id: `context_module_item_${item.id}`, 'data-item-id': item.id, 'data-position': item.position }
    : {}
  return node(
    'div',
    { ...attributes, class: 'context_module_item' },
    node(
      'div',
      { class: 'module-item', style: indent },
      ICONS[item.type] && icon(ICONS[item.type]),
      itemText(module, item),
      PERMISSIONS.canEdit && itemActions(module, item),
    ),
  )
}

function itemText(module, item) {
  const isOpen = item.html_url && module.state !== 'locked'
  const title = isOpen
    ? node(
        'a',
        { href: `/courses/${ENV.course_id}/modules/items/${item.id}`, 'data-testid': 'module-item-title-link' },
        item.title,
      )
    : node('span', { 'data-testid': 'module-item-title' }, item.title)
  const details = item.content_details ?? {}
  const facts = [
    details.due_at &&
      new Intl.DateTimeFormat(ENV.LOCALE, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
        new Date(details.due_at),
      ),
    details.points_possible !== undefined && `${details.points_possible} pts`,
    requirementOf(item),
  ].filter(Boolean)
  return node(
    'div',
    { class: 'module-item-text' },
    title,
    facts.length > 0 && node('div', { class: 'module-item-facts' }, facts.join(' · ')),
  )
}

function requirementOf({ completion_requirement: requirement }) {
  if (!requirement) return undefined
  const words = [REQUIREMENTS[requirement.type], requirement.min_score].filter(part => part !== undefined).join(' ')
  return requirement.completed ? `${words}: done` : words
}

function itemActions(module, item) {
  const url = `${api}/${module.id}/items/${item.id}`
  const at = module.items.indexOf(item)
  return node(
    'div',
    { class: 'module-actions' },
    publishButton(item, () => ask('PUT', url, { module_item: { published: !item.published } }), `item-${item.id}`),
    menu(`item-${item.id}`, 'Module Item Options', [
      ['Edit', () => rename(item.title, title => ask('PUT', url, { module_item: { title } }))],
      at > 0 && ['Move up', () => change(() => ask('PUT', url, { module_item: { position: at } }))],
      at < module.items.length - 1 && [
        'Move down',
        () => change(() => ask('PUT', url, { module_item: { position: at + 2 } })),
      ],
      ['Remove', () => confirm(`Remove ${item.title}?`) && change(() => ask('DELETE', url))],
    ]),
  )
}

function rename(before, save) {
  const after = prompt('Name', before)
  if (after?.trim()) void change(() => save(after))
}

function addModule() {
  const name = prompt('Name of the new module')
  if (name?.trim()) void change(() => ask('POST', api, { module: { name } }))
}

/** Saves, then asks for everything again, as its queries are invalidated. */
const change = save =>
  attempt(async () => {
    await save()
    update({ modules: await fetchModules() })
  })

async function fetchModules() {
  const rows = await list(`${api}?include[]=items&include[]=content_details&per_page=100`)
  for (const row of rows) row.items ??= await list(`${row.items_url}?include[]=content_details&per_page=100`)
  return rows
}

/** React takes #content over at its first render. */
async function start() {
  document.querySelector('#content').replaceChildren(root)
  const [modules] = await Promise.all([fetchModules(), later(lateMs)])
  state = { ...state, modules, open: new Set(modules.slice(0, OPEN_AT_FIRST).map(module => module.id)) }
  const drawn = container()
  root.replaceWith(drawn)
  root = drawn
}

// Its queries are asked again when somebody comes back to the tab.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void attempt(async () => update({ modules: await fetchModules() }))
})

void attempt(start)
