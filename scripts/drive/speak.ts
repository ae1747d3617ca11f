import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the browser's `_locales/LANGUAGE/messages.json` holds. */
type BuiltMessages = Record<string, { message: string }>;

/**
 * Makes a built extension speak one language, whatever language the browser is in.
 * @param folder a copy: its other languages are taken away
 * @param language a BCP 47 tag that there are words for, such as `pt-BR`
 * @param alter changes each of the words, as a test needs it
 */
export function speak(folder: string, language: string, alter?: (text: string, key: string) => string): void {
  const tag = language.replace('-', '_');
  const path = join(folder, '_locales', tag, 'messages.json');
  const messages: BuiltMessages = JSON.parse(readFileSync(path, 'utf8'));
  for (const [key, entry] of Object.entries(messages)) if (alter) entry.message = alter(entry.message, key);
  rmSync(join(folder, '_locales'), { recursive: true });
  mkdirSync(join(folder, '_locales', tag), { recursive: true });
  writeFileSync(path, JSON.stringify(messages));
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, default_locale: tag }));
}
