/** What stays visible in the article's column of reposts as people met them. `npm run build` first. */
import type { Bench } from './bench.ts';
import { hashOf, readJudgements } from './litter/judged.ts';
import { lookAt } from './litter/look.ts';
import { readReposts } from './litter/pages.ts';
import { scoreOf } from './litter/score.ts';
import type { Table } from './table.ts';

const share = (part: number, all: number) => `${part}/${all} (${(part / all).toFixed(2)})`;

export const litter: Bench = {
  name: 'litter',
  async run({ most }) {
    const pages = readReposts(most);
    const judged = readJudgements();
    const looks = await lookAt(pages);
    const scores = looks.map((look, i) => {
      const { file = '' } = pages[i] ?? {};
      const judgement = judged[hashOf(file)];
      if (!judgement) throw new Error(`nobody has judged ${file}: see tests/bench/litter/judged.ts`);
      return { ...scoreOf(judgement, look), file, unasked: look.unasked };
    });
    const pieces = scores.flatMap((score) => score.pieces.map((piece) => ({ ...piece, file: score.file })));
    const kinds = [...new Set(pieces.map(({ kind }) => kind))].sort();
    const gone = (of: typeof pieces) => share(of.filter(({ left }) => left === '').length, of.length);
    const isClean = ({ pieces: all }: (typeof scores)[number]) => all.every(({ left }) => left === '');
    const tables: Table[] = [
      {
        title: 'Litter on real reposts, in Chromium',
        columns: ['', ''],
        rows: [
          ['pages', scores.length],
          ['cleaned unasked', scores.filter(({ unasked }) => unasked).length],
          ['pieces gone', gone(pieces)],
          ['pages with nothing left', share(scores.filter(isClean).length, scores.length)],
          ['pages of which a word is lost', share(scores.filter(({ lost }) => lost.length > 0).length, scores.length)],
        ],
        notes: [
          'In the article’s column, by what people took each line for. Pages that are not cleaned unasked are cleaned on request.',
        ],
      },
      {
        title: 'Pieces gone, by what they are',
        columns: ['piece', 'gone'],
        rows: kinds.map((kind) => [kind, gone(pieces.filter((piece) => piece.kind === kind))]),
      },
      {
        title: 'What is still seen, and what is lost',
        columns: ['page', 'what', 'line'],
        rows: scores.flatMap(({ file, pieces: all, lost }) => [
          ...all.filter(({ left }) => left !== '').map(({ kind, left }) => [file, kind, left.slice(0, 60)]),
          ...lost.map((line) => [file, 'lost', line.slice(0, 60)]),
        ]),
      },
    ];
    return tables;
  },
};
