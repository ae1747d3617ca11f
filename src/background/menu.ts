/** "Clean this page" and "Restore this page" in the page's context menu, where the browser has one. */
import browser, { type Menus, type Tabs } from 'webextension-polyfill';
import { t } from '../locales/t.ts';
import { EVERYWHERE } from '../settings/patterns.ts';

const menus = (): Menus.Static | undefined => browser.contextMenus ?? browser.menus;

/** The browser keeps the entries; they are made anew when the extension is installed or updated. */
export async function createMenu(): Promise<void> {
  const menu = menus();
  if (!menu) return;
  await menu.removeAll();
  const common = { contexts: ['page', 'selection'] as Menus.ContextType[], documentUrlPatterns: [EVERYWHERE] };
  menu.create({ ...common, id: 'clean', title: t('menu_clean') });
  menu.create({ ...common, id: 'restore', title: t('menu_restore') });
}

/** Calls with the tab in which an entry was chosen. */
export function onMenu(actions: Readonly<Record<'clean' | 'restore', (tabId: number) => unknown>>): void {
  menus()?.onClicked.addListener(({ menuItemId }: Menus.OnClickData, tab?: Tabs.Tab) => {
    if (tab?.id === undefined) return;
    if (menuItemId === 'clean' || menuItemId === 'restore') actions[menuItemId](tab.id);
  });
}
