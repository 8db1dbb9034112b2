import { Button } from '@instructure/ui-buttons'
import { Menu } from '@instructure/ui-menu'
import { outlineWords } from '../words/outline-words.ts'
import { ObjectRow } from './object-row.tsx'
import type { CourseModule } from './outline-parts.ts'
import { OutlineRow } from './outline-row.tsx'
import { useOutline } from './use-outline.ts'
import { useStepItems } from './use-step-items.tsx'

/** A module with what it holds. */
export function ModuleRow({ module }: { readonly module: CourseModule }) {
  const { open } = useOutline()
  const steps = useStepItems('module', module.id)
  const pages = module.objects.reduce((sum, object) => sum + object.pages.length, 0)
  const item = (kind: 'rename-module' | 'delete-module' | 'add-object' | 'insert', label: string) => (
    <Menu.Item key={kind} onSelect={() => open({ kind, module })}>
      {label}
    </Menu.Item>
  )
  const menu = () => [
    item('add-object', outlineWords.addObject),
    item('insert', outlineWords.insert),
    item('rename-module', outlineWords.rename),
    ...steps,
    <Menu.Separator key="line" />,
    item('delete-module', outlineWords.deleteModule),
  ]
  return (
    <li className="outline-module">
      <OutlineRow kind="module" id={module.id} name={module.name} menu={menu}>
        <h2 className="outline-name name">{module.name}</h2>
        <span className="outline-count">{outlineWords.counts(module.objects.length, pages)}</span>
      </OutlineRow>
      <ModuleObjects module={module} />
    </li>
  )
}

function ModuleObjects({ module }: { readonly module: CourseModule }) {
  const { mayEdit, open } = useOutline()
  if (module.objects.length > 0) {
    return (
      <ol className="outline-objects" aria-label={outlineWords.objectsOf(module.name)}>
        {module.objects.map(object => (
          <ObjectRow key={object.id} object={object} />
        ))}
      </ol>
    )
  }
  return (
    <div className="outline-empty row">
      <span>{outlineWords.emptyModule}</span>
      {mayEdit && (
        <>
          <Button size="small" onClick={() => open({ kind: 'add-object', module })}>
            {outlineWords.addObject}
          </Button>
          <Button size="small" onClick={() => open({ kind: 'insert', module })}>
            {outlineWords.insert}
          </Button>
        </>
      )}
    </div>
  )
}
