import type { Element } from 'xast'
import type { Archive } from './archive.ts'
import type { CartridgeAssignmentGroup } from './cartridge-course.ts'
import { attributeOf, childElements, childNamed, childrenNamed, numberAt, textAt } from './xml.ts'

/** The groups of `assignment_groups.xml`; none where the export has no such file. */
export function readAssignmentGroups(archive: Archive): readonly CartridgeAssignmentGroup[] {
  const root = archive.readXml('course_settings/assignment_groups.xml')
  const groups = root && childElements(root)[0]
  return childrenNamed(groups, 'assignmentGroup').flatMap(group => {
    const identifier = attributeOf(group, 'identifier')
    return identifier === null ? [] : [readGroup(group, identifier)]
  })
}

function readGroup(group: Element, identifier: string): CartridgeAssignmentGroup {
  const rules = childrenNamed(childNamed(group, 'rules'), 'rule')
  const of = (type: string) => rules.filter(rule => textAt(rule, 'drop_type') === type)
  return {
    identifier,
    title: textAt(group, 'title') ?? '',
    position: numberAt(group, 'position'),
    weight: numberAt(group, 'group_weight'),
    dropLowest: numberAt(of('drop_lowest')[0], 'drop_count'),
    dropHighest: numberAt(of('drop_highest')[0], 'drop_count'),
    neverDrop: of('never_drop').flatMap(rule => textAt(rule, 'identifierref') ?? []),
  }
}
