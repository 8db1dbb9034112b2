import { createRoute, z } from '@hono/zod-openapi'
import {
  createItem,
  itemKind,
  itemList,
  itemUses,
  listItems,
  listItemUses,
  replaceItem,
  trashItem,
  updateItem,
} from '../../library/index.ts'
import { answerFound, answerOutcome, answerRefusal } from '../answer-outcome.ts'
import type { AppParts } from '../create-app.ts'
import { createRoutes } from '../create-routes.ts'
import { body, done, reply } from '../replies.ts'
import { flag, limit, maybe, offset, search } from '../requests.ts'
import { requireEditor } from '../require-editor.ts'
import { findItemFault, newItem, updatedItem } from './item-schemas.ts'

const tags = ['items']
const path = '/items/{kind}/{itemId}'
const params = z.object({ kind: itemKind, itemId: z.guid().meta({ description: 'An item of the library.' }) })
const pages = z.object({ pages: z.int().meta({ description: 'How many pages it concerned.' }) })

const query = z.object({
  kind: maybe(
    z.union([itemKind, z.array(itemKind).max(3)]).transform(given => (Array.isArray(given) ? given : [given])),
  ).meta({
    description: 'Of these kinds; left out: all.',
  }),
  trash: flag.meta({ description: 'Those in the trash.' }),
  search,
  limit,
  offset,
})

const list = createRoute({
  method: 'get',
  path: '/items',
  tags,
  summary: 'What all courses have in common: media, resources, glossary terms',
  request: { query },
  middleware: [requireEditor] as const,
  responses: reply(itemList, 'Those items, and how many there are in all.'),
})

const create = createRoute({
  method: 'post',
  path: '/items',
  tags,
  summary: 'Make a resource or a glossary term; media are uploaded',
  request: { body: body(newItem) },
  responses: done(z.object({ itemId: z.guid() }), 'The new item.'),
})

const update = createRoute({
  method: 'put',
  path,
  tags,
  summary: 'Update it everywhere',
  request: { params, body: body(updatedItem) },
  responses: done(z.object({ revisionId: z.guid() }), 'Every course that shows it shows the new one.'),
})

const remove = createRoute({
  method: 'delete',
  path,
  tags,
  summary: 'Move it to the trash; one that pages use only when they may show a placeholder',
  request: { params, query: z.object({ showsPlaceholder: flag }) },
  responses: done(pages, 'It is in the trash.'),
})

const replace = createRoute({
  method: 'post',
  path: `${path}/replace`,
  tags,
  summary: 'Put another item in its place, on every page or on those chosen',
  request: { params, body: body(z.object({ byId: z.guid(), pageIds: maybe(z.array(z.guid()).max(10_000)) })) },
  responses: done(pages, 'They show the other one.'),
})

const uses = createRoute({
  method: 'get',
  path: `${path}/uses`,
  tags,
  summary: 'Where it is used',
  request: { params },
  middleware: [requireEditor] as const,
  responses: reply(itemUses, 'Pages of courses that you may open; others are counted.'),
})

export function itemRoutes({ db }: AppParts) {
  return createRoutes()
    .openapi(list, async c => {
      const { kind, trash: isTrashed = false, ...rest } = c.req.valid('query')
      return c.json(await listItems(db, c.var.actor, { ...rest, isTrashed, ...(kind && { kinds: kind }) }), 200)
    })
    .openapi(create, async c => {
      const { kind, ...given } = c.req.valid('json')
      return answerOutcome(c, await createItem(db, c.var.actor, kind, given))
    })
    .openapi(update, async c => {
      const [item, edit] = [c.req.valid('param'), c.req.valid('json')]
      const fault = findItemFault(item.kind, edit.content)
      if (fault !== undefined) return answerRefusal(c, { ok: false, reason: 'invalid', message: fault, details: null })
      return answerOutcome(c, await updateItem(db, c.var.actor, item, edit))
    })
    .openapi(remove, async c => {
      const { showsPlaceholder = false } = c.req.valid('query')
      return answerOutcome(c, await trashItem(db, c.var.actor, c.req.valid('param'), showsPlaceholder))
    })
    .openapi(replace, async c =>
      answerOutcome(c, await replaceItem(db, c.var.actor, c.req.valid('param'), c.req.valid('json'))),
    )
    .openapi(uses, async c => answerFound(c, await listItemUses(db, c.var.actor, c.req.valid('param'))))
}
