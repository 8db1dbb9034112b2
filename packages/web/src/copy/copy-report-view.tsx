import { Heading } from '@instructure/ui-heading'
import { Text } from '@instructure/ui-text'
import type { Course } from '../courses/use-course.ts'
import { RouteLink } from '../frame/route-link.tsx'
import { copyWords } from '../words/copy-words.ts'
import './copy-report.css'
import { NameList } from './copy-warnings.tsx'
import { PlanGroups } from './plan-groups.tsx'
import { Proof } from './proof.tsx'
import { UnstyledPages } from './unstyled-pages.tsx'
import type { CopyReport } from './use-preview.ts'
import { WhoMayEdit } from './who-may-edit.tsx'

interface ReportProps {
  readonly course: Course
  readonly report: CopyReport
}

/** The copy, proved: what was made, what was shared, what was lost and how to get it back. */
export function CopyReportView({ course, report }: ReportProps) {
  const { mode } = report.plan
  const from = course.copiedFrom
  return (
    <div className="copy-report">
      <div className="stack-tight">
        <Heading level="h2" variant="titleSection">
          {copyWords.reportTitle}
        </Heading>
        <Text as="p">
          <span className="name">
            {from ? copyWords.reportLead[mode](from.title) : copyWords.reportLeadHidden[mode]}
          </span>
        </Text>
        <div className="row">
          <RouteLink to="/courses/$courseId" params={{ courseId: course.id }}>
            {copyWords.open}
          </RouteLink>
          {from && (
            <RouteLink to="/courses/$courseId" params={{ courseId: from.courseId }}>
              {copyWords.openOriginal}
            </RouteLink>
          )}
        </div>
      </div>
      <Proof checks={report.checks} />
      <div className="copy-report-plan">
        <PlanGroups plan={report.plan} />
        <WhoMayEdit authors={report.authors} leftOut={report.authorsLeftOut} />
      </div>
      <UnstyledPages course={course} unstyled={report.unstyled} />
      <OutsideLinks links={report.outsideLinks} />
    </div>
  )
}

function OutsideLinks({ links }: { readonly links: CopyReport['outsideLinks'] }) {
  const lead =
    links === null
      ? copyWords.linksShared
      : links.length === 0
        ? copyWords.outsideNone
        : copyWords.outsideDone(links.length)
  return (
    <section className="stack-tight">
      <Heading level="h3" variant="titleCardRegular">
        {copyWords.links}
      </Heading>
      <Text as="p">{lead}</Text>
      {links !== null && links.length > 0 && (
        <NameList names={links.map(each => copyWords.outsideLink(each.pageTitle))} />
      )}
    </section>
  )
}
