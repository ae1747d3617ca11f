import axe from 'axe-core';
import type { View } from './rig.ts';

/**
 * What axe finds wrong with a page of the extension, a line each; looked at when nothing moves or changes its colour any
 * more. The size of targets, new in WCAG 2.2, is not among what it looks for unless it is told to.
 */
export async function violations(view: View): Promise<string[]> {
  await view.evaluate<boolean>(`(() => { ${axe.source}; return true; })()`);
  return view.evaluate<string[]>(
    `Promise.all(document.getAnimations().map(({ finished }) => finished))
      .then(() => axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }))
      .then(({ violations }) => violations.map(({ id, nodes }) =>
        id + ': ' + nodes.map((node) => node.html + ' ' + node.failureSummary).join('; ')))`,
  );
}
