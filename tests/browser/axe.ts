import axe from 'axe-core';
import type { View } from './rig.ts';

/**
 * What axe finds wrong with a page of the extension, a line each; looked at when nothing moves or changes its colour any
 * more. The size of targets, new in WCAG 2.2, is not among what it looks for unless it is told to. Bars that stay in sight
 * stand at their place meanwhile: what is scrolled under them is no target that is too small.
 */
export async function violations(view: View): Promise<string[]> {
  await view.evaluate<boolean>(`(() => { ${axe.source}; return true; })()`);
  return view.evaluate<string[]>(`(async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.bar, .foot { position: static !important }');
    document.adoptedStyleSheets = [sheet];
    await Promise.all(document.getAnimations().map(({ finished }) => finished));
    const options = { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } };
    const { violations } = await axe.run(document, options);
    document.adoptedStyleSheets = [];
    return violations.map(({ id, nodes }) =>
      id + ': ' + nodes.map((node) => node.html + ' ' + node.failureSummary).join('; '));
  })()`);
}
