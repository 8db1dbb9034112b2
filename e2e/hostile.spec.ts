import type { Page } from '@playwright/test'
import { addCopied, putPage } from './courses.ts'
import { CONFIGURATION, expect, ours, test } from './stage.ts'

/** What somebody who may edit pages could write into each field. */
const attacks = [
  `"><img src=x onerror="document.body.dataset.hit='1'"><script>document.body.dataset.hit='2'</script>`,
  `javascript:document.body.dataset.hit='3'`,
  `<iframe srcdoc="<script>parent.document.body.dataset.hit='4'</script>" onload="document.body.dataset.hit='5'"></iframe>`,
  `</style></div></dialog><svg/onload=document.body.dataset.hit='6'>' onmouseover='document.body.dataset.hit=7`,
  `red;background:url(javascript:1);position:fixed;inset:0\u202e\u0000`,
]

/** An entry of a module with every field that Canvas Collections 1.3 knows (collections-1.3 §2.4), and one it does not. */
const wholeEntry = {
  name: '',
  published: true,
  description: '',
  collection: '',
  label: '',
  num: '',
  actualNum: '',
  autonum: false,
  metadata: { '': '' },
  date: {
    ...{ label: '', day: '', week: '', time: '', month: '', date: '', year: '', calendarDate: '' },
    to: { day: '', week: '', time: '', month: '', date: '', year: '', calendarDate: '' },
  },
  dateShow: { label: true, day: true, '': '' },
  banner: '',
  image: '',
  imageSize: '',
  imageBackgroundColour: false,
  altText: '',
  iframe: '',
  bannerColour: '',
  engage: true,
  engageText: '',
  fyi: true,
  fyiText: '',
  'x-future': { '': '' },
}

const wholeConfiguration = {
  VISIBILITY: '',
  DEFAULT_ACTIVE_COLLECTION: '',
  COLLECTIONS: { '': { name: '', representation: '', includePage: '', outputPage: '', 'x-future': '' } },
  COLLECTIONS_ORDER: [''],
  'x-future': { '': [''] },
}

type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value }

/** The same with the attack for each empty text and name. */
function poison(value: Value, attack: string): Value {
  if (typeof value === 'string') return value === '' ? attack : value
  if (typeof value !== 'object' || value === null) return value
  if (isList(value)) return value.map(each => poison(each, attack))
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key || attack, poison(each, attack)]))
}

function isList(value: object): value is readonly Value[] {
  return Array.isArray(value)
}

function pageBody(courseId: number, modules: readonly number[], attack: string): string {
  const MODULES = Object.fromEntries(modules.map(id => [id, poison({ ...wholeEntry, id }, attack)]))
  const configuration = { ...Object(poison(wholeConfiguration, attack)), MODULES }
  const text = JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return `<div class="cc_json">${text}</div><div class="cc-card-images" id="cc-course-${courseId}"></div>`
}

/** Whether something ran, addresses in our part that are neither of the web nor of mail, and what left its box. */
async function findHarm(page: Page): Promise<object> {
  return page.evaluate(() => {
    const ours = document.querySelector('#recourse')?.shadowRoot
    const parts = [...(ours?.querySelectorAll('*') ?? [])]
    const addresses = parts.flatMap(part => ['href', 'src', 'srcdoc', 'action'].map(name => part.getAttribute(name)))
    return {
      hit: document.body.dataset.hit ?? null,
      addresses: addresses.filter(address => address !== null && !/^(https?:|mailto:\?subject=)/.test(address)),
      listeners: parts.filter(part => part.getAttributeNames().some(name => name.startsWith('on'))).length,
      foreign: parts.filter(part => ['SCRIPT', 'IFRAME', 'OBJECT', 'EMBED'].includes(part.tagName)).length,
      wide: parts.filter(part => part.getBoundingClientRect().right > innerWidth + 1).map(part => part.className),
    }
  })
}

const harmless = { hit: null, addresses: [], listeners: 0, foreign: 0, wide: [] }

for (const [at, attack] of attacks.entries()) {
  test(`attack ${at + 1} in every field of a configuration runs nowhere, and stays in its box`, async ({
    page,
    stage,
  }) => {
    const { from, to } = await addCopied(stage, ['Week 1', 'Week 2'])
    const modules = [...from.modules, 999_999]
    const body = pageBody(from.id, modules, attack)
    await putPage(stage, to.id, CONFIGURATION, { title: 'Canvas Collections Configuration', body })
    await stage.open(page, 'admin', to.id)
    const { dialog, bar } = ours(page)
    for (const name of [/Modules/, /Images/, /Summary/]) {
      await dialog.getByRole('tab', { name }).click()
      await expect(dialog.getByRole('tabpanel').getByRole('heading').first()).toBeVisible()
      expect(await findHarm(page)).toEqual(harmless)
    }
    await dialog.getByRole('button', { name: /^Proceed/ }).click()
    await expect(dialog.getByText('Collections are imported')).toBeVisible()
    expect(await findHarm(page)).toEqual(harmless)
    await dialog.locator('.dialog-foot').getByRole('button', { name: 'Close' }).click()
    await bar.getByRole('button', { name: 'History and undo' }).click()
    await expect(dialog.getByText('Kept for later')).toBeVisible()
    expect(await findHarm(page)).toEqual(harmless)
  })
}
