// The legacy page whose items come later: one request for each open module, ten items at a time.
import { ask, later } from './ask.js'

const PER_PAGE = 10
const lateMs = Number(document.querySelector('meta[name="sandbox-late-ms"]').content)

async function load(module, page = 1) {
  const id = module.dataset.moduleId
  const content = document.getElementById(`context_module_content_${id}`)
  content.replaceChildren(node('div', { class: 'module-spinner-container', role: 'status' }, 'Loading items'))
  try {
    await later(lateMs)
    const reply = await ask('GET', `${module.dataset.moduleUrl}/items_html?page=${page}&per_page=${PER_PAGE}`)
    content.innerHTML = reply.text
    if (reply.last > 1) content.append(pager(module, id, page, reply.last))
  } catch {
    content.replaceChildren(failure(module, page))
  }
}

function pager(module, id, page, last) {
  const buttons = Array.from({ length: last }, (_, index) => {
    const number = index + 1
    const button = node('button', { type: 'button', class: 'btn', 'aria-label': `Page ${number}` }, String(number))
    if (number === page) button.setAttribute('aria-current', 'page')
    button.addEventListener('click', () => void load(module, number))
    return button
  })
  return node(
    'nav',
    { class: 'module-pagination', 'data-testid': `module-${id}-pagination`, 'aria-label': 'Items' },
    ...buttons,
  )
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

for (const module of document.querySelectorAll('#context_modules > .context_module')) void load(module)
