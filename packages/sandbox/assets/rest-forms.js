// Forms that save through the API: `data-rest="PUT /api/v1/…"`, and where to go then.
import { ask, attempt } from './ask.js'

/** `course[name]` becomes `{ course: { name } }`. */
function toBody(form) {
  const body = {}
  for (const [name, value] of new FormData(form)) {
    const [first, second] = name.match(/[^[\]]+/g)
    if (second === undefined) body[first] = value
    else body[first] = { ...body[first], [second]: value }
  }
  return body
}

function goOn(form, json) {
  const then = form.dataset.then
  if (then === 'reload') location.reload()
  else if (then === 'event') form.dispatchEvent(new CustomEvent('saved', { detail: json, bubbles: true }))
  else location.assign(then.startsWith('/') ? then : json[then])
}

document.addEventListener('submit', event => {
  const form = event.target.closest('form[data-rest]')
  if (!form) return
  event.preventDefault()
  const [method, path] = form.dataset.rest.split(' ')
  const button = event.submitter
  button.disabled = true
  void attempt(async () => goOn(form, (await ask(method, path, toBody(form))).json)).finally(() => {
    button.disabled = false
  })
})
