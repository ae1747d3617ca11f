import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../../src/engine/summary/sentences.ts';

const cut = (text: string, language: string) => sentencesOf(text, language).map((piece) => piece.text);

/** Sentences that are joined by a space (or nothing, where the language writes none) and must come apart again. */
const SENTENCES: Record<string, readonly string[]> = {
  en: [
    'Dr. Ada Finch met Gov. J. R. Hale in the U.S. Senate on Monday.',
    'Output rose 3.5 percent to No. 2 in the table.',
    '“Why now?” she asked.',
    '“We wait. We watch,” said Mr. Osei.',
    'Nothing was signed, they haven’t.',
    'Why?',
  ],
  de: [
    'Am 3. Oktober kam Prof. Dr. Maier nach Bonn.',
    '„Wir warten. Wir hoffen“, sagte die Leiterin.',
    'Das kostet ca. 2,5 Mio. Euro, d.h. mehr als zuvor.',
    '»Gut so«, rief jemand.',
  ],
  fr: [
    '« Nous restons. Nous verrons », a répondu M. Dupin.',
    'Le musée rouvrira le 1er juin à 9 h 30 !',
    'Mme Lopes, elle, a souri.',
  ],
  es: ['¿Quién pagará la obra?', 'La Sra. Vidal no lo dijo.', '«Ya veremos», añadió el alcalde, J. L. Pons.'],
  pt: ['O dr. Assis mora na Av. Central.', '“Vamos esperar”, disse a Profa. Lima.', 'Custou R$ 1.250,50.'],
  it: ['Il dott. Neri abita a Prato.', '«Non so. Vedremo», ha detto la prof. Galli.', 'Sono le 8.30!'],
  ru: ['В 2019 г. мост закрыли.', '«Ждём. Надеемся», — сказала директор.', 'А. С. Петров живёт на ул. Садовой.'],
  uk: ['Школа стоїть на вул. Зеленій.', '«Чекаємо. Сподіваємося», — сказала І. В. Коваль.', 'Чому?'],
  pl: ['Most otwarto w 2019 r. w Gdyni.', 'Prof. Nowak mieszka przy ul. Polnej.', '„Czekamy. Zobaczymy” – dodał.'],
  tr: ['Prof. Dr. Aylin Kaya konuştu.', '3. Köprü yarın açılıyor.', '“Bekleyelim. Görürüz,” dedi.'],
  id: ['Dr. Sari tinggal di Jl. Melati.', '“Kami menunggu. Kami berharap,” kata Hj. Rini.', 'Harganya Rp 2.500.'],
  ar: ['قال د. سامي إن الجسر مغلق.', 'متى يفتح؟', 'لا أحد يعرف!', '«ننتظر. ونأمل»، قالت المديرة.'],
  fa: ['پل شهر بسته شد.', 'چرا؟', '«منتظریم. امیدواریم»، مدیر گفت.'],
  ur: ['پل بند ہے۔', 'کب کھلے گا؟', 'کوئی نہیں جانتا۔'],
  he: ['הגשר נסגר אתמול.', 'מתי ייפתח?', 'פרופ. לוי לא ידע.'],
  hi: ['डॉ. सिंह ने पुल देखा।', 'यह कब खुलेगा?', '“हम रुकेंगे। हम देखेंगे,” मंत्री ने कहा।'],
  ko: ['다리는 어제 닫혔다.', '언제 열리나?', '“기다리자. 두고 보자.”라고 시장이 말했다.'],
  zh: ['大桥昨天关闭了。', '什么时候开放？', '市长说：“我们等。我们看。”', '票价是3.5元！'],
  ja: ['橋は昨日閉まった。', '「待ちます。見守ります。」と市長は言った。', 'いつ開くのか？'],
};
const JOINED_BY_NOTHING = new Set(['zh', 'ja']);

describe('sentencesOf', () => {
  for (const [language, sentences] of Object.entries(SENTENCES))
    it(`cuts ${language}`, () => {
      expect(cut(sentences.join(JOINED_BY_NOTHING.has(language) ? '' : ' '), language)).toEqual(sentences);
    });

  it('cuts a long run of Thai at its spaces, a short one not', () => {
    const first = 'เทศบาลเมืองเปิดสวนสาธารณะแห่งใหม่ริมแม่น้ำในวันเสาร์นี้และมีทางจักรยานยาวสามกิโลเมตรรอบสวน';
    const second = 'นายกเทศมนตรีกล่าวว่าการก่อสร้างใช้เวลาสองปีและทุกคนเข้าชมได้โดยไม่เสียค่าใช้จ่ายใด';
    expect(cut(`${first} ${second}`, 'th')).toEqual([first, second]);
    expect(cut('สวนเปิดแล้ว ทุกคนดีใจ', 'th')).toEqual(['สวนเปิดแล้ว ทุกคนดีใจ']);
  });

  it('leaves a list number with its sentence', () => {
    expect(cut('1. Boil the water. 2. Add the salt.', 'en')).toEqual(['1. Boil the water.', '2. Add the salt.']);
  });

  it('gives stretches of the text as it stands, whatever the language tag', () => {
    const text = 'One  thing, no. 7, is “odd. Another is not. And so on without an end';
    for (const language of ['en', 'und', 'not a tag', '', 'zh-Hant-TW']) {
      let from = 0;
      for (const { text: piece } of sentencesOf(text, language)) {
        from = text.indexOf(piece, from);
        expect(from).toBeGreaterThanOrEqual(0);
        from += piece.length;
      }
    }
  });

  it('knows which sentences are part of a quotation that is not theirs', () => {
    const pieces = sentencesOf('“We wait here. We always did. Nobody came.', 'en');
    expect(pieces.map(({ whole }) => whole)).toEqual([false, false, false]);
    expect(sentencesOf('Nobody came (they said). “So be it.”', 'en').every(({ whole }) => whole)).toBe(true);
    expect(sentencesOf('And so it ends,” he said.', 'en')[0]?.whole).toBe(false);
  });
});
