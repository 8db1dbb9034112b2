import { Button } from '@instructure/ui-buttons'
import { IconCheckMarkLine, IconDiscussionLine } from '@instructure/ui-icons'
import { Text } from '@instructure/ui-text'
import { useQuery } from '@tanstack/react-query'
import { Screen } from '../frame/screen.tsx'
import { Empty } from '../states/empty.tsx'
import { Problem } from '../states/problem.tsx'
import { Skeleton } from '../states/skeleton.tsx'
import { noticeWords } from '../words/notice-words.ts'
import { groupNotices } from './group-notices.ts'
import { NoticeCard } from './notice-card.tsx'
import './notices-screen.css'
import { noticesQuery } from './use-notices.ts'
import { useReadNotices } from './use-read-notices.ts'

/** One digest of what others did in one's courses. */
export function NoticesScreen() {
  const asked = useQuery(noticesQuery)
  const readAll = useReadNotices()
  const notices = asked.data ?? []
  const markAll = (
    <Button renderIcon={<IconCheckMarkLine />} onClick={() => readAll(notices.map(({ noticeId }) => noticeId))}>
      {noticeWords.markAll}
    </Button>
  )
  return (
    <Screen title={noticeWords.title} actions={notices.length > 0 ? markAll : undefined}>
      {asked.isPending && <Skeleton lines={5} />}
      {asked.isError && <Problem error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.data?.length === 0 && (
        <Empty icon={<IconDiscussionLine size="large" />} title={noticeWords.none} text={noticeWords.noneText} />
      )}
      {notices.length > 0 && (
        <div className="stack">
          <Text as="p">{noticeWords.lead}</Text>
          {groupNotices(notices).map(group => (
            <NoticeCard key={group.courseId} group={group} />
          ))}
        </div>
      )}
    </Screen>
  )
}
