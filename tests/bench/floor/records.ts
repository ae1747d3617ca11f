import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/paths.ts';

/** Processes at once: pages take a core each. */
const PROCESSES = 2;

/** A page to analyze. */
export interface PageFile {
  readonly file: string;
  /** Not every truth says it. */
  readonly url?: string | undefined;
}

/** What `npm run analyse` says of a page, as far as it is looked at here. See scripts/analyse/record.ts. */
export interface AnalysisRecord {
  readonly file: string;
  readonly verdict: { readonly kind: string };
  readonly original: { readonly url: string | null; readonly publisher: string | null } | null;
  readonly article: { readonly text: string; readonly standfirst?: string | null } | null;
  readonly clutter: readonly { readonly kind: string; readonly text: string; readonly selector: string }[];
}

/** @throws where the process fails, with what it says */
function analyseList(list: string): Promise<string> {
  const args = ['scripts/quick.mjs', 'scripts/analyse.ts', '--list', list];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(Buffer.concat(chunks).toString()) : reject(new Error(`analyse ended with ${code}: ${list}`)),
    );
  });
}

/** Runs `npm run analyse` over the pages. @returns what it says of each, by its file */
export async function recordsOf(pages: readonly PageFile[]): Promise<ReadonlyMap<string, AnalysisRecord>> {
  const folder = mkdtempSync(join(tmpdir(), 'clean-copy-floor-'));
  try {
    const parts = Array.from({ length: PROCESSES }, (_, part) => pages.filter((_, at) => at % PROCESSES === part));
    const printed = await Promise.all(
      parts.map((part, index) => {
        const list = join(folder, `${index}.jsonl`);
        writeFileSync(list, part.map((page) => JSON.stringify(page)).join('\n'));
        return analyseList(list);
      }),
    );
    const records = printed.flatMap((text) => text.split('\n').filter(Boolean)).map((line) => JSON.parse(line));
    return new Map(records.map((record: AnalysisRecord) => [record.file, record]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
