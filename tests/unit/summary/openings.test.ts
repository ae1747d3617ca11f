import { describe, expect, it } from 'vitest';
import { dependsOnPrevious, takenAsKnown } from '../../../src/engine/summary/openings.ts';

/** In each interface language: what leans on the sentence before, and what stands alone though it begins alike. */
const OPENINGS: Record<string, { leans: readonly string[]; stands: readonly string[] }> = {
  en: {
    leans: [
      'But the bridge stayed closed.',
      'He’s been mayor since May.',
      'On the other hand, tolls rose.',
      '“No,” she said.',
    ],
    stands: ['Butter costs more in Orrin.', 'Theo Marsh opened the bridge.', '“No,” said Ruth Alder of Orrin.'],
  },
  ar: { leans: ['لكن الجسر بقي مغلقا.', 'وفي هذا السياق قال الوزير ذلك.'], stands: ['لكناو مدينة كبيرة في الهند.'] },
  es: {
    leans: ['Sin embargo, el puente sigue cerrado.', 'Ambas llegaron tarde.'],
    stands: ['O’Donnell abrió el puente.', 'Sin luz no hay tren.'],
  },
  fr: {
    leans: ['C’est la troisième fois.', 'D’autre part, le pont rouvre.'],
    stands: ['D’Artagnan arrive à Montreval.', 'Cécile ouvre le pont.'],
  },
  de: {
    leans: ['Ihm gehört die Brücke.', 'Darüber hinaus steigt die Maut.'],
    stands: ['Erna Holm öffnet die Brücke.'],
  },
  pt: { leans: ['Além disso, a ponte fechou.', 'Ambos chegaram tarde.'], stands: ['Além da ponte, fechou a estrada.'] },
  ru: { leans: ['Тем не менее мост закрыт.', 'Ему принадлежит мост.'], stands: ['Тем временам посвящена выставка.'] },
  zh: { leans: ['与此同时，大桥仍然关闭。', '他说大桥已经关闭。'], stands: ['大桥星期二重新开放。'] },
  ja: { leans: ['しかし橋は閉まったままだ。', '同社は橋を直した。'], stands: ['白根町の橋が開いた。'] },
  hi: { leans: ['लेकिन पुल बंद रहा।', 'दूसरी ओर टोल बढ़ा।'], stands: ['सोनपुर का पुल खुल गया।'] },
  tr: { leans: ['Öte yandan köprü kapandı.', 'O, köprüyü açtı.'], stands: ['Onur Aksoy köprüyü açtı.'] },
  id: {
    leans: ['Di sisi lain, jembatan ditutup.', 'Mereka datang terlambat.'],
    stands: ['Di Muara Teluk jembatan dibuka.'],
  },
  fa: { leans: ['با این حال پل بسته ماند.', 'او پل را باز کرد.'], stands: ['با پل تازه راه کوتاه شد.'] },
  he: { leans: ['עם זאת, הגשר נסגר.', 'הוא פתח את הגשר.'], stands: ['עם בוא החורף נסגר הגשר.'] },
  it: {
    leans: ['E il ponte resta chiuso.', 'Quest’ultimo resta chiuso.', 'D’altra parte il pedaggio sale.'],
    stands: ['E’ chiuso da lunedì il ponte di Oria.', 'O’Neill apre il ponte di Oria.'],
  },
  pl: { leans: ['Z kolei most zamknięto.', 'On otworzył most.'], stands: ['Z Białego Jaru ruszył tramwaj.'] },
  uk: { leans: ['Крім того, міст закрито.', 'Вона відкрила міст.'], stands: ['Крім мосту, закрито дорогу.'] },
  ko: { leans: ['그러나 다리는 닫혀 있다.', '예를 들어 통행료가 올랐다.'], stands: ['그리스의 다리가 열렸다.'] },
};

describe('an opening', () => {
  for (const [language, { leans, stands }] of Object.entries(OPENINGS))
    it(`leans on the sentence before or stands alone: ${language}`, () => {
      for (const sentence of leans) expect([sentence, dependsOnPrevious(sentence, language)]).toEqual([sentence, true]);
      for (const sentence of stands)
        expect([sentence, dependsOnPrevious(sentence, language)]).toEqual([sentence, false]);
    });

  it.each([
    ['en', 'Since 2019 she has run the bridge.', 'Since 2019 Ruth Alder has run the bridge.'],
    ['en', 'When the storm came, he closed it.', 'When the storm came, the county closed it, and he agreed.'],
    ['de', 'Ab Ostern wird sie unter der Orgel gezeigt.', 'Ab Ostern wird die Wabe gezeigt, weil sie alt ist.'],
    ['fr', 'Depuis mai, elle dirige le pont.', 'Depuis mai, la commune dirige le pont, elle y tient.'],
    ['ru', 'В мае он открыл мост.', 'В мае город открыл мост, и он доволен.'],
    ['uk', 'У травні він відкрив міст.', 'У травні місто відкрило міст, і він радий.'],
    ['pl', 'W maju ona otworzyła most.', 'W maju miasto otworzyło most, bo ona chciała.'],
    ['id', 'Sejak Mei dia membuka jembatan.', 'Sejak Mei kota membuka jembatan.'],
    ['id', 'Biayanya naik lagi.', 'Sebelumnya jembatan Muara Teluk ditutup.'],
  ])('leans where a pronoun follows what sets the stage: %s, %s', (language, leans, stands) => {
    expect(dependsOnPrevious(leans, language)).toBe(true);
    expect(dependsOnPrevious(stands, language)).toBe(false);
  });

  it.each([
    ['en', 'The tools will be listed instead, 2,300 of them.', 'The town lists tools instead of houses.'],
    ['en', 'A short time later, the bridge opened.', 'Later trains cross the bridge at night.'],
    ['en', 'Third, look at the bridge.', 'Third Street, by the bridge, is closed.'],
    ['en', 'Some residents are not: they fear the bridge.', 'Residents do not fear the bridge.'],
    ['en', 'One, in pencil, asks for the bridge.', 'One bridge in pencil is all there is.'],
    ['en', 'Many were afraid of the bridge.', 'Many residents were afraid of the bridge.'],
    ['en', 'Half of this sum pays for the bridge.', 'Since May of this year the bridge is open.'],
    ['ar', 'ويعود نصف هذا الدخل إلى الجسر.', 'افتتح الجسر هذا العام في الوادي.'],
    ['de', 'Die Brücke hingegen bleibt offen.', 'Die Brücke von Werda bleibt offen.'],
    ['fr', 'Le pont, en revanche, reste ouvert.', 'Le pont reste ouvert.'],
    ['es', 'El puente, en cambio, sigue abierto.', 'El puente sigue abierto.'],
    ['pt', 'A ponte, por sua vez, segue aberta.', 'A ponte segue aberta.'],
    ['it', 'Il ponte invece resta aperto.', 'Il ponte apre a giugno invece di maggio.'],
    ['pl', 'Most natomiast jest otwarty.', 'Most jest otwarty.'],
    ['pl', 'Otworzył go burmistrz Wrona.', 'Otworzył most burmistrz Wrona.'],
    ['ru', 'Мост же открыт.', 'Мост уже открыт.'],
    ['ru', 'Открыла его Аня Ковалёва.', 'Открыла мост Аня Ковалёва.'],
    ['uk', 'Міст натомість відкрито.', 'Міст уже відкрито.'],
    ['uk', 'Відкрила його Ганна Громова.', 'Відкрила міст Ганна Громова.'],
    ['tr', 'Köprüyü ise Selim Kurt açtı.', 'Köprüyü Selim Kurt açtı.'],
    ['id', 'Jembatan sebaliknya tetap dibuka.', 'Jembatan tetap dibuka.'],
  ])('leans by a word further in: %s, %s', (language, leans, stands) => {
    expect(dependsOnPrevious(leans, language)).toBe(true);
    expect(dependsOnPrevious(stands, language)).toBe(false);
  });

  it.each([
    [
      'en',
      'For the rebuilding, the parish has 9,000 pounds.',
      'rebuilding',
      'For the rebuilding of the tower, it has.',
    ],
    ['de', 'Für den Umbau sammelt die Gemeinde.', 'Umbau', 'Für den Umbau des Turms sammelt die Gemeinde.'],
    ['fr', 'Après l’orage, le pont rouvre.', 'orage', 'Après l’orage de lundi, le pont rouvre.'],
    ['es', 'Tras las obras, abre el puente.', 'obras', 'Tras las obras de mayo, abre el puente.'],
    ['pt', 'Após as obras, a ponte abriu.', 'obras', 'Após as obras de maio, a ponte abriu.'],
    ['it', 'Dopo i lavori, il ponte apre.', 'lavori', 'Dopo i lavori di maggio, il ponte apre.'],
  ])('takes a thing as known: %s, %s', (language, sentence, thing, explained) => {
    expect(takenAsKnown(sentence, language)).toBe(thing);
    expect(takenAsKnown(explained, language)).toBeNull();
  });

  it('takes the longer words of all lists where the language is unknown', () => {
    expect(dependsOnPrevious('However, the bridge is closed.', 'und')).toBe(true);
    expect(dependsOnPrevious('O Tannenbaum, so grün.', 'und')).toBe(false);
  });
});
