import { normalise } from '../phrases/normalise.ts';
import type { Block } from '../types.ts';
import type { Scene } from './scene.ts';

/** Names of accounts, not of people, in the languages that sites are set up in. */
const ACCOUNTS = `admin administrator administrador administrateur administratör amministratore adm root user superadmin wpadmin wp-admin
  webmaster siteadmin site admin rss feed bot autoblog autopost poster robot админ администратор адміністратор адмін
  管理员 管理員 管理者 管理人 관리자 운영자 ادمين مدير المدير مدير الموقع ادمین مدیر مدیر سایت מנהל מנהל האתר एडमिन yonetici editor1 admin1 admin2`;
let accounts: ReadonlySet<string> | undefined;
const AROUND = 12;
const LONGEST = 250;
const MOST_LINKS = 8;
const LONGEST_NAME = 40;

/** Where the byline is the name of an account: "admin". */
export function accountByline({ article, metadata, page }: Scene): { name: string; block: Block | null } | null {
  const named = [article.byline, ...metadata.authors].find((name) => name && isAccount(name));
  const { root, headlineBlock } = article;
  const near = [
    ...page.blocks.slice(Math.max(0, (headlineBlock?.index ?? root.first) - 3), root.first + 3),
    ...page.blocks.slice(root.end, root.end + AROUND),
  ];
  for (const block of near) {
    if (isComments(block)) break;
    if (
      block.length > LONGEST ||
      block.links.length > MOST_LINKS ||
      block.kind === 'control' ||
      block.kind === 'heading'
    )
      continue;
    const name = isAccount(block.text)
      ? block.text
      : block.links.map((link) => link.textContent?.trim() ?? '').find((said) => isAccount(said));
    if (name) return { name, block };
  }
  return named ? { name: named, block: null } : null;
}

function isAccount(name: string): boolean {
  if (name.length > LONGEST_NAME) return false;
  accounts ??= new Set(ACCOUNTS.split(/\s+/).map(normalise));
  return accounts.has(normalise(name.replace(/^(?:by|von|par|por|di|oleh|от)\s+/i, '')));
}

const isComments = (block: Block): boolean => /(?:^|[\s_-])comments?(?:$|[\s_-])/.test(block.box.words);
