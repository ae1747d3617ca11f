/** What the page's context menu offers, where the browser has one. */
import browser, { type Menus, type Tabs } from 'webextension-polyfill';
import { t } from '../locales/t.ts';
import { EVERYWHERE } from '../settings/patterns.ts';

const menus = (): Menus.Static | undefined => browser.contextMenus ?? browser.menus;

/** Wherever on a page the menu opens. */
const ON_ELEMENTS: readonly Menus.ContextType[] = [
  'page',
  'selection',
  'link',
  'image',
  'video',
  'audio',
  'frame',
  'editable',
];

/** The browser keeps the entries; they are made anew when the extension is installed or updated. */
export async function createMenu(): Promise<void> {
  const menu = menus();
  if (!menu) return;
  await menu.removeAll();
  const common = { contexts: ['page', 'selection'] as Menus.ContextType[], documentUrlPatterns: [EVERYWHERE] };
  menu.create({ ...common, id: 'clean', title: t('menu_clean') });
  menu.create({ ...common, id: 'restore', title: t('menu_restore') });
  menu.create({ ...common, contexts: ['selection'], id: 'copy-selection', title: t('menu_copy_selection') });
  menu.create({ ...common, contexts: [...ON_ELEMENTS], id: 'hide', title: t('menu_hide_this') });
}

type MenuItem = 'clean' | 'restore' | 'copy-selection' | 'hide';

/** Calls with the tab and the frame in which an entry was chosen. */
export function onMenu(actions: Readonly<Record<MenuItem, (tabId: number, frameId?: number) => unknown>>): void {
  menus()?.onClicked.addListener(({ menuItemId, frameId }: Menus.OnClickData, tab?: Tabs.Tab) => {
    if (tab?.id === undefined) return;
    if (Object.hasOwn(actions, menuItemId)) actions[menuItemId as MenuItem](tab.id, frameId);
  });
}
