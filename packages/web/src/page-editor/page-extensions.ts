import type { Extensions } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'
import { ChangeGuard } from './nodes/change-guard.ts'
import { CurrentElement } from './nodes/current-element.ts'
import { ElementKeys } from './nodes/element-keys.ts'
import { Box, PageElement, PageRoot } from './nodes/element-nodes.ts'
import { FixedElement } from './nodes/fixed-element.ts'
import { KeptAttributes } from './nodes/kept-attributes.ts'
import { PageLink, Phrase } from './nodes/link-marks.ts'
import { ListItem } from './nodes/list-item.ts'
import { Picture } from './nodes/picture.ts'
import { Table, TableCell, TableHeader, TableRoles, TableRow } from './nodes/table-nodes.ts'
import { UniqueIds } from './nodes/unique-ids.ts'
import type { PageGuide } from './page-guide.ts'

type Guard = NonNullable<(typeof ChangeGuard)['options']['guard']>

/** All that a page can hold, and how it is edited. Without a guide: only what it can hold. */
export function pageExtensions({
  guide,
  guard,
}: {
  readonly guide?: PageGuide
  readonly guard?: Guard
} = {}): Extensions {
  return [
    StarterKit.configure({
      document: false,
      code: false,
      link: false,
      listItem: false,
      listKeymap: false,
      trailingNode: false,
    }),
    KeptAttributes,
    PageRoot,
    PageElement,
    FixedElement.configure({ guide }),
    Box,
    ListItem,
    Table,
    TableRow,
    TableCell,
    TableHeader,
    TableRoles,
    Picture.configure({ guide }),
    PageLink.configure({ guide }),
    Phrase,
    ElementKeys,
    UniqueIds,
    CurrentElement,
    ChangeGuard.configure({ guard }),
  ]
}
