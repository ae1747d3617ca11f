/** The sections of the options page. */
import { SECTION_IDS, type SectionId } from '../../src/options/section-id.ts';
import { until, type View } from './rig.ts';

export { SECTION_IDS };

/** Goes to a section of an options page, as a link there does. */
export async function showSection(view: View, id: SectionId): Promise<void> {
  await view.evaluate(`(location.hash = '#${id}', 0)`);
  await until(`${id} is shown`, () =>
    view.evaluate<boolean>(`document.getElementById('title-${id}')?.checkVisibility() ?? false`),
  );
}
