// The legacy page whose items come later (docs/facts, canvas-api 5.2): those of open modules, six modules at a time and
// the next six when all of these are there, ten items of each; those of a folded module when it is opened.
import { ask, later } from './ask.js'

const PER_PAGE = 10
const AT_ONCE = 6
const lateMs = Number(document.querySelector('meta[name="sandbox-late-ms"]').content)

async function load(module, page = 1) {
  const content = contentOf(module)
  module.dataset.loadstate = 'loading'
  show(content, node('div', { class: 'module-spinner-container', role: 'status' }, 'Loading items'))
  try {
    const reply = await ask('GET', `${module.dataset.moduleUrl}/items_html?page=${page}&per_page=${PER_PAGE}`)
    content.querySelector('.context_module_items')?.remove()
    content.insertAdjacentHTML('afterbegin', reply.text)
    module.dataset.loadstate = reply.last > 1 ? 'paginated' : 'loaded'
    show(content, reply.last > 1 && pager(module, page, reply.last))
  } catch {
    module.dataset.loadstate = 'error'
    show(content, failure(module, page))
  }
}

const contentOf = module => document.getElementById(`context_module_content_${module.dataset.moduleId}`)

/** What stands under the items: a spinner, a pager, a failure or nothing. */
function show(content, what) {
  const place = content.querySelector(':scope > .paging') ?? node('div', { class: 'paging' })
  place.replaceChildren(...(what ? [what] : []))
  content.append(place)
}

function pager(module, page, last) {
  const buttons = Array.from({ length: last }, (_, index) => {
    const number = index + 1
    const button = node('button', { type: 'button', class: 'btn', 'aria-label': `Page ${number}` }, String(number))
    if (number === page) button.setAttribute('aria-current', 'page')
    button.addEventListener('click', () => void load(module, number))
    return button
  })
  const id = `module-${module.dataset.moduleId}-pagination`
  return node('nav', { class: 'module-pagination', 'data-testid': id, 'aria-label': 'Items' }, ...buttons)
}

function failure(module, page) {
  const button = node('button', { type: 'button', class: 'btn', 'data-testid': 'retry-items-failed-to-load' }, 'Retry')
  button.addEventListener('click', () => void load(module, page))
  return node('p', { class: 'items-failed' }, 'Items failed to load. ', button)
}

function node(name, attributes, ...children) {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...children)
  return element
}

const isWaiting = module => !module.classList.contains('collapsed_module') && module.dataset.loadstate === undefined

async function loadAll(modules) {
  for (let at = 0; at < modules.length; at += AT_ONCE) {
    const these = modules.slice(at, at + AT_ONCE).filter(isWaiting)
    await Promise.all(these.map(module => load(module)))
  }
}

/** Somebody unfolded modules: their class is all that tells. */
function watchFolding(list) {
  const unfolded = ({ target, oldValue }) => oldValue?.includes('collapsed_module') && target.dataset.moduleId
  const observer = new MutationObserver(records => {
    void loadAll(records.filter(unfolded).map(({ target }) => target))
  })
  observer.observe(list, { attributeFilter: ['class'], attributeOldValue: true, subtree: true })
}

const list = document.querySelector('#context_modules')
watchFolding(list)
await later(lateMs)
// Scripts of other people put things of theirs into the list too.
await loadAll([...list.querySelectorAll(':scope > .context_module')])
