/** Who has a field: an edit of it changes the owner's row alone, and whoever reaches that row shows it (library §1.1). */
export const ownership = {
  course: [
    'title',
    'description',
    'playerLayout',
    'passingMark',
    'details',
    'styles',
    'modules',
    'placements',
    'authors',
  ],
  object: ['name', 'objective', 'keywords', 'pages', 'reviewExercise', 'questions', 'questionMode', 'protection'],
  page: ['title', 'blocks', 'references', 'styleKey'],
  item: ['name', 'content'],
} as const

export type Owner = keyof typeof ownership
