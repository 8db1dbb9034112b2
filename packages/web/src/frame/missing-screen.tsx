import { IconQuestionLine } from '@instructure/ui-icons'
import { Empty } from '../states/empty.tsx'
import { frameWords } from '../words/frame-words.ts'
import { RouteLink } from './route-link.tsx'
import { Screen } from './screen.tsx'

/** An address that leads nowhere; it stands by itself, without the frame. */
export function MissingScreen() {
  return (
    <main>
      <Screen title={frameWords.missing}>
        <Empty icon={<IconQuestionLine size="large" />} title={frameWords.missing} text={frameWords.missingText}>
          <RouteLink to="/courses">{frameWords.toCourses}</RouteLink>
        </Empty>
      </Screen>
    </main>
  )
}
