import { PuppeteerView } from '../../scripts/drive/view.ts';
import { type Rig, until, type View } from './rig.ts';

/** A heading, a text or a control, as a screen reader is told of it. */
export interface Heard {
  readonly role: string;
  readonly name: string;
}

/** Roles that a reader hears, by the names that the browsers give them. */
const ROLES: Readonly<Record<string, string>> = {
  heading: 'heading',
  button: 'button',
  pushbutton: 'button',
  togglebutton: 'button',
  'toggle button': 'button',
  switch: 'switch',
  checkbox: 'checkbox',
  checkbutton: 'checkbox',
  'check button': 'checkbox',
  disclosuretriangle: 'disclosure',
  summary: 'disclosure',
};

interface Node {
  readonly role: string;
  readonly name?: string;
  readonly children?: readonly Node[];
}

const flat = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(flat)];

/** The browser's own accessibility tree of a page of the extension, in the order in which it is read. */
export async function readAloud(rig: Rig, view: View, path: string): Promise<Heard[]> {
  const root = view instanceof PuppeteerView ? await view.page.accessibility.snapshot() : await ofFirefox(rig, path);
  return flat(root ?? { role: '' }).flatMap(({ role, name = '' }) => {
    const known = ROLES[role.toLowerCase()];
    return known ? [{ role: known, name: name.replace(/\s+/g, ' ').trim() }] : [];
  });
}

/** Firefox's, asked for in its own window; it is there a little after the tab has come to the front. */
function ofFirefox(rig: Rig, path: string): Promise<Node> {
  return until(
    'the accessibility tree is there',
    () =>
      rig.firefox.evaluate<Node>(`(() => {
        const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
        const tab = gBrowser.tabs.find(({ linkedBrowser }) => linkedBrowser.currentURI.spec.includes(${JSON.stringify(path)}));
        gBrowser.selectedTab = tab;
        const read = (node) => ({
          role: service.getStringRole(node.role),
          name: node.name ?? '',
          children: Array.from({ length: node.childCount }, (_, i) => read(node.getChildAt(i))),
        });
        const root = service.getAccessibleFor(tab.linkedBrowser);
        return root ? read(root) : { role: '' };
      })()`),
    (root) => JSON.stringify(root).length > 2000,
  );
}
