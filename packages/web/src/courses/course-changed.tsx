const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium' })
const instant = new Intl.DateTimeFormat('en', { dateStyle: 'full', timeStyle: 'short' })

/** The day, and the minute for whoever points at it. */
export function CourseChanged({ at }: { readonly at: string }) {
  const date = new Date(at)
  return (
    <time className="course-changed" dateTime={at} title={instant.format(date)}>
      {day.format(date)}
    </time>
  )
}
