import { Checkbox } from '@instructure/ui-checkbox'
import { Text } from '@instructure/ui-text'
import { TextArea } from '@instructure/ui-text-area'
import { TextInput } from '@instructure/ui-text-input'
import { ToggleDetails } from '@instructure/ui-toggle-details'
import { CoverField } from '../courses/cover-field.tsx'
import { LayoutField } from '../courses/layout-field.tsx'
import { TitleField } from '../courses/title-field.tsx'
import { copyWords } from '../words/copy-words.ts'
import { type CopyForm, toPassingMark } from './copy-wishes.ts'

interface CopyFieldsProps {
  readonly form: CopyForm
  readonly onChange: (form: CopyForm) => void
  readonly isTried: boolean
}

/** What the copy is to be: everything is the original's until it is changed. */
export function CopyFields({ form, onChange, isTried }: CopyFieldsProps) {
  const set = (fields: Partial<CopyForm>) => onChange({ ...form, ...fields })
  return (
    <div className="stack">
      <TitleField title={form.title} onChange={title => set({ title })} isTried={isTried} />
      <LayoutField layout={form.playerLayout} onChange={playerLayout => set({ playerLayout })} />
      <div className="stack-tight">
        <Checkbox
          label={copyWords.keepAuthors}
          checked={form.keepsAuthors}
          onChange={() => set({ keepsAuthors: !form.keepsAuthors })}
        />
        <Text as="p" size="small" color="secondary">
          {form.keepsAuthors ? copyWords.keepAuthorsOn : copyWords.keepAuthorsOff}
        </Text>
      </div>
      <ToggleDetails summary={copyWords.details}>
        <OtherDetails form={form} set={set} />
      </ToggleDetails>
    </div>
  )
}

interface OtherDetailsProps {
  readonly form: CopyForm
  readonly set: (fields: Partial<CopyForm>) => void
}

/** The same fields in the copy dialog and in the settings of a course. */
export function OtherDetails({ form, set }: OtherDetailsProps) {
  const isWrong = toPassingMark(form.passingMark) === undefined
  return (
    <div className="stack">
      <TextArea
        label={copyWords.description}
        value={form.description}
        onChange={event => set({ description: event.target.value })}
        height="6rem"
        resize="vertical"
      />
      <TextInput
        renderLabel={copyWords.size}
        value={form.size}
        onChange={(_, size) => set({ size })}
        messages={[{ type: 'hint', text: copyWords.sizeHint }]}
      />
      <TextInput
        renderLabel={copyWords.passingMark}
        value={form.passingMark}
        inputMode="numeric"
        onChange={(_, passingMark) => set({ passingMark })}
        messages={[
          isWrong
            ? { type: 'newError', text: copyWords.passingMarkWrong }
            : { type: 'hint', text: copyWords.passingMarkHint },
        ]}
      />
      <TextInput
        renderLabel={copyWords.categories}
        value={form.categories}
        onChange={(_, categories) => set({ categories })}
        messages={[{ type: 'hint', text: copyWords.categoriesHint }]}
      />
      <CoverField cover={form.cover} onChange={cover => set({ cover })} />
    </div>
  )
}
