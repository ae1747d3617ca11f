/** The browser's API as the popup sees it, over one scene. */
import type { Report } from '../../../src/messages.ts';

export interface Scene {
  readonly url: string;
  readonly sites: Readonly<Record<string, string>>;
  readonly access: boolean;
  /** The content type of a tab that does not answer; `null` when it cannot be entered. */
  readonly entry: string | null;
  readonly report: Report | null;
  readonly messages: Readonly<Record<string, string | { message: string }>>;
}

const { scene } = globalThis as unknown as { scene: Scene };
const event = { addListener() {}, removeListener() {} };

const api = {
  runtime: {
    id: 'stand-in',
    onMessage: event,
    getManifest: () => ({ permissions: [] }),
    getURL: (path: string) => path,
    sendMessage: async () => undefined,
    openOptionsPage: async () => undefined,
  },
  extension: { getViews: () => [] },
  tabs: {
    query: async () => [{ id: 1, index: 0, url: scene.url, status: 'complete' }],
    sendMessage: async () => {
      if (!scene.report) throw new Error('Could not establish connection.');
      return scene.report;
    },
    onUpdated: event,
    create: async () => undefined,
    reload: async () => undefined,
  },
  scripting: {
    executeScript: async () => {
      if (!scene.entry) throw new Error('Missing host permission for the tab');
      return [{ result: scene.entry }];
    },
  },
  permissions: { contains: async () => scene.access, request: async () => true },
  storage: {
    local: { get: async () => ({ version: 1, sites: scene.sites }), set: async () => undefined },
    onChanged: event,
  },
  i18n: {
    getMessage(key: string, substitutions: string | string[] = []) {
      const entry = scene.messages[key] ?? '';
      const text = typeof entry === 'string' ? entry : entry.message;
      const values = [substitutions].flat();
      return text.replace(/\$(\d)/g, (_, place) => values[Number(place) - 1] ?? '');
    },
  },
};

Object.assign(globalThis, { chrome: api, browser: api });
