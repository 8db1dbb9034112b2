import { describe, expect, it } from 'vitest'
import { packageSettings } from './package-settings.ts'

const read = (settings: Record<string, string> | null) =>
  packageSettings({ settings: settings === null ? null : new Map(Object.entries(settings)) })

describe('the settings that a package brings', () => {
  it('are only those that it names', () => {
    expect(read(null)).toBeNull()
    expect(read({ title: 'A' })).toEqual({ settings: {}, imageMigrationId: null })
    expect(read({ default_view: 'wiki', is_public: 'false', restrict_student_past_view: 'true' })).toEqual({
      defaultView: 'wiki',
      isPublic: false,
      settings: { restrict_student_past_view: true },
      imageMigrationId: null,
    })
  })

  it('hold the order of the navigation and what is hidden of it', () => {
    const settings = read({ tab_configuration: '[{"id":10},{"id":11,"hidden":true},{"id":"context_external_tool_1"}]' })
    expect(settings?.settings.hidden_tabs).toEqual(['files'])
    expect(settings?.settings.tab_order).toEqual(expect.arrayContaining(['modules', 'files', 'home', 'settings']))
    expect(read({ tab_configuration: '{broken' })?.settings).toEqual({})
  })
})
