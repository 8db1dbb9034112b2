import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Dialog } from '../frame/dialog.tsx'
import { UpdateItemDialog } from '../library/update-item-dialog.tsx'
import { UploadDialog } from '../library/upload-dialog.tsx'
import { reachQuery, usesQuery } from '../library/use-uses.ts'
import { Problem } from '../states/problem.tsx'
import { Skeleton } from '../states/skeleton.tsx'
import { libraryWords } from '../words/library-words.ts'
import type { GuideItem } from './page-guide.ts'

interface UpdateEverywhereProps {
  readonly courseId: string
  readonly item: GuideItem
  readonly content: NonNullable<GuideItem['content']>
  readonly onClose: () => void
}

/** The library's own dialog, with where the item is used. */
export function UpdateEverywhere({ courseId, item, content, onClose }: UpdateEverywhereProps) {
  const queries = useQueryClient()
  const uses = useQuery(usesQuery(item))
  const reach = useQuery(reachQuery(item))
  const { dataUpdatedAt } = uses
  // Done or refused, the page is read again: it shows the item as it is now.
  useEffect(() => {
    if (dataUpdatedAt === 0) return
    const readAgain = () => void queries.invalidateQueries({ queryKey: ['course', courseId] })
    readAgain()
    return readAgain
  }, [queries, courseId, dataUpdatedAt])
  const error = uses.error ?? reach.error
  if (uses.data === undefined || reach.data === undefined) {
    return (
      <Dialog title={libraryWords.updateTitle(item.name)} onClose={onClose} footer={null}>
        {error ? <Problem error={error} /> : <Skeleton lines={3} />}
      </Dialog>
    )
  }
  const usedOn = uses.data.pages.length + uses.data.hidden
  const usedIn = reach.data.courses.length + reach.data.hidden
  const known = { ...item, content, usedOn, usedIn }
  return item.kind === 'media' ? (
    <UploadDialog item={known} onClose={onClose} />
  ) : (
    <UpdateItemDialog item={known} onClose={onClose} />
  )
}
