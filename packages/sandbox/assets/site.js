// What every page of the sandbox does: links that are no GET, the navigations of small screens, menus.
import { csrfToken } from './ask.js'

document.addEventListener('click', event => {
  const link = event.target.closest('a[data-method]')
  if (!link) return
  event.preventDefault()
  submit(link.href, { _method: link.dataset.method, authenticity_token: csrfToken() })
})

/** Rails: a link with data-method is a form that is sent. */
function submit(action, fields) {
  const form = document.createElement('form')
  Object.assign(form, { method: 'post', action, hidden: true })
  for (const [name, value] of Object.entries(fields)) {
    const field = document.createElement('input')
    Object.assign(field, { type: 'hidden', name, value })
    form.append(field)
  }
  document.body.append(form)
  form.submit()
}

function setMenu(trigger, isOpen) {
  trigger.setAttribute('aria-expanded', String(isOpen))
  trigger.parentElement.querySelector('.al-options').hidden = !isOpen
}

document.addEventListener('click', event => {
  const trigger = event.target.closest('.al-trigger')
  const isOpen = trigger?.getAttribute('aria-expanded') === 'true'
  for (const other of document.querySelectorAll('.al-trigger[aria-expanded="true"]')) setMenu(other, false)
  if (!trigger || isOpen) return
  setMenu(trigger, true)
  trigger.parentElement.querySelector('.al-options a').focus()
})

document.addEventListener('keydown', event => {
  const menu = event.target.closest?.('.al-options')
  if (event.key === 'Escape' && menu) {
    const trigger = menu.parentElement.querySelector('.al-trigger')
    setMenu(trigger, false)
    trigger.focus()
  }
  if (menu && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    event.preventDefault()
    const entries = [...menu.querySelectorAll('a')]
    const step = event.key === 'ArrowDown' ? 1 : entries.length - 1
    entries[(entries.indexOf(event.target) + step) % entries.length].focus()
  }
  // Canvas's toggles are spans with the role of a button.
  if ((event.key === 'Enter' || event.key === ' ') && event.target.matches?.('span[role="button"]')) {
    event.preventDefault()
    event.target.click()
  }
})

function connect(selector, bodyClass) {
  const button = document.querySelector(selector)
  button?.addEventListener('click', () => {
    const isOn = document.body.classList.toggle(bodyClass)
    button.setAttribute('aria-expanded', String(isOn))
  })
}

connect('#courseMenuToggle', 'course-menu-expanded')
connect('.mobile-header-hamburger', 'mobile-global-nav-open')
connect('.mobile-header-arrow', 'mobile-course-nav-open')
document.documentElement.classList.remove('scripts-not-loaded')
