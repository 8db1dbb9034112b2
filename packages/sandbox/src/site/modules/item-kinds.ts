import type { ModuleItem, ModuleItemType } from '../../model.ts'

interface ItemKind {
  /** Class of the list item. */
  readonly className: string
  /** Class of the record it stands for, as in `WikiPage_12`. */
  readonly record: string
  readonly icon: string
  readonly label: string
}

/** How the Modules page names each type of item (canvas-api §5.1). */
const KINDS: Readonly<Record<ModuleItemType, ItemKind>> = {
  Page: { className: 'wiki_page', record: 'WikiPage', icon: 'icon-document', label: 'Page' },
  File: { className: 'attachment', record: 'Attachment', icon: 'icon-paperclip', label: 'Attachment' },
  Discussion: {
    className: 'discussion_topic',
    record: 'DiscussionTopic',
    icon: 'icon-discussion',
    label: 'Discussion Topic',
  },
  Assignment: { className: 'assignment', record: 'Assignment', icon: 'icon-assignment', label: 'Assignment' },
  Quiz: { className: 'quiz', record: 'Quizzes::Quiz', icon: 'icon-quiz', label: 'Quiz' },
  SubHeader: {
    className: 'context_module_sub_header',
    record: 'ContextModuleSubHeader',
    icon: '',
    label: 'Context Module Sub Header',
  },
  ExternalUrl: { className: 'external_url', record: 'ExternalUrl', icon: 'icon-link', label: 'External Url' },
  ExternalTool: {
    className: 'context_external_tool',
    record: 'ContextExternalTool',
    icon: 'icon-integrations',
    label: 'External Tool',
  },
}

export function kindOf(item: ModuleItem): ItemKind {
  return KINDS[item.type]
}

const REQUIREMENTS = {
  must_view: { todo: 'View', done: 'Viewed' },
  must_contribute: { todo: 'Contribute', done: 'Contributed' },
  must_submit: { todo: 'Submit', done: 'Submitted' },
  must_mark_done: { todo: 'Mark done', done: 'Marked done' },
  min_score: { todo: 'Score at least', done: 'Scored at least' },
} as const

/** What a requirement asks for, or that it has been met. */
export function describeRequirement(item: ModuleItem, isDone: boolean): string | undefined {
  const requirement = item.completionRequirement
  if (!requirement) return undefined
  const words = REQUIREMENTS[requirement.type][isDone ? 'done' : 'todo']
  return requirement.minScore === undefined ? words : `${words} ${requirement.minScore}`
}
