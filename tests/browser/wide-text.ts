/** Text as wide as it gets: in a wide font, where this machine has it, and as large as a reader may set it. */
import { layoutFaults } from './layout-faults.ts';
import type { View } from './rig.ts';

/**
 * What runs out of the window, or out of a box that hides it, with text in a wide font. A line each. Words that find no
 * room in a line may be broken there.
 * @param percent size of the text
 */
export async function wideTextFaults(view: View, percent: 100 | 200): Promise<string[]> {
  await view.evaluate((size) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      *, ::before, ::after { font-family: 'DejaVu Sans', Verdana, sans-serif !important }
      :root { font-size: ${size}% !important }`);
    document.adoptedStyleSheets = [sheet];
    return 0;
  }, percent);
  const faults = await layoutFaults(view);
  await view.evaluate('(document.adoptedStyleSheets = [], 0)');
  return faults.filter((fault) => !/^(?:broken in two|begins a line|wider than)/.test(fault));
}
