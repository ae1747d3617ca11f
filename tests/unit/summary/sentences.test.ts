import { readdirSync } from 'node:fs';
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
/** What is hard in each of them: units, initials, dates, quotations, dashes, ellipses, bodies of law and football. */
const HARDER: Record<string, readonly string[]> = {
  en: [
    'He paid $3.50 at 9.30 a.m. on Monday.',
    'J. K. Marsh, Ph.D., lives in Washington, D.C., with his dog.',
    'Acme Inc. sued Bolt Ltd. on Tuesday.',
    '“It is done.”',
    'The U.S. won.',
    'It was 5 p.m.',
    'Nobody left (they said so.)',
    'St. John’s Rd. is closed…',
    'Really?!',
    'Yes.',
  ],
  de: [
    'Um 9.30 Uhr kam z. B. die Nr. 7 an.',
    'Der 1. FC Lindach siegte 3:2.',
    'Sie wohnt in der Goethestr. 12 in Bonn.',
    '„Schluss.“',
    'Es waren 1.250 Menschen, u. a. Dr. Eva M. Roth.',
    'Warum?',
    'Am 12.3.2024 war alles vorbei.',
    'Prof. em. K. Lang lachte …',
    'Die Firma zahlte 2,5 Mrd. Euro.',
  ],
  fr: [
    'Le 3 mars, MM. Dupin et J.-P. Roy ont signé à 18 h 30.',
    'Il a payé 1 250,50 € (env. 1 300 dollars).',
    '« C’est fini. »',
    'Pourquoi ?',
    'Voir p. 12 et art. 3 du code.',
    'L’O.N.U. a dit non…',
    'Fin !',
  ],
  es: [
    'El Dr. Ruiz vive en la Av. Mayor núm. 7.',
    'Cuesta 1.250,50 euros.',
    'Los EE. UU. ganaron 3-2.',
    '¡Gol!',
    '«Se acabó.»',
    '—Ya voy —dijo la Srta. Vega.',
    'J. M. Pons calló…',
    'A las 9.30 h. se abrió la sala.',
  ],
  pt: [
    'A Sra. Lima e o Eng. Assis vieram às 9h30.',
    'Custa R$ 1.250,50 na R. do Ouro, n. 7.',
    '“Acabou.”',
    'E agora?',
    'J. P. Reis calou-se…',
    'O art. 5º diz isso.',
  ],
  it: [
    'La sig.ra Neri abita in p.zza Dante.',
    'Costa 1.250,50 euro.',
    '«È finita.»',
    'L’avv. M. Galli ha taciuto…',
    'Chi sa?',
    'Il prof. Bo arriva alle 8.30.',
  ],
  ru: [
    'В 1998–2004 гг. здесь жил акад. И. П. Лапин.',
    'Стоит 1,5 тыс. руб. за кг.',
    'Он родился в г. Озёрске.',
    '«Конец».',
    '— Почему?',
    'Это произошло в 5 ч. утра.',
    'На ул. Ленина, д. 7, тихо…',
  ],
  uk: [
    'У 1998–2004 рр. тут жив акад. І. П. Лапін.',
    'Коштує 1,5 тис. грн за кг.',
    'Він народився в м. Озерськ.',
    '«Кінець».',
    'Чому?',
    'На вул. Зеленій, буд. 7, тихо…',
  ],
  pl: [
    'W 2019 r. dr hab. Jan K. Nowak mieszkał przy ul. Polnej.',
    'Kosztuje 1,5 tys. zł za kg.',
    'To było 3. miejsce, np. w Gdyni.',
    '„Koniec”.',
    'Dlaczego?',
    'Św. Jan milczy…',
    'Nr 7 wygrał.',
  ],
  tr: [
    'Dr. Aylin Kaya, 3. Köprü’yü saat 9.30’da açtı.',
    'Fiyatı 1.250,50 TL.',
    '“Bitti.”',
    'Neden?',
    'Atatürk Cad. No. 7’de oturuyor.',
    'M. Kemal Sok. kapalı…',
    'A.B.D. kazandı.',
  ],
  id: [
    'Bpk. Ir. H. Joko tinggal di Jl. Melati No. 7.',
    'Harganya Rp 1.250.500,00 per kg.',
    '“Selesai.”',
    'Mengapa?',
    'Pukul 09.30 WIB pintu dibuka…',
    'PT. Maju menang.',
  ],
  ar: [
    'قال أ. د. سامي إن السعر 3.5 دولار.',
    'وقعت في 12.3.2024 م.',
    '«انتهى الأمر.»',
    'لماذا؟',
    'حضر م. ك. علي.',
    'نعم!',
  ],
  fa: ['دکتر م. ک. رضایی گفت بها ۳.۵ دلار است.', '«تمام شد.»', 'چرا؟', 'در سال ۱۴۰۲ ه.ش. پل بسته شد.', 'بله!'],
  ur: ['ڈاکٹر م۔ک۔ علی نے کہا۔', '”ختم ہوا۔“', 'کیوں؟', 'قیمت 3.5 روپے ہے۔'],
  he: ['ד״ר י. ל. כהן שילם 3.5 שקלים.', '"נגמר."', 'למה?', 'ח״כ לוי גר ברח׳ הרצל 7.', 'כן!'],
  hi: ['डॉ. ए. पी. जे. रहमान ने 3.5 करोड़ रु. दिए।', '“खत्म।”', 'क्यों?', 'वि. सं. 2080 में पुल बना॥', 'हाँ!'],
  ko: [
    'J. K. 김 대표는 3.5%를 냈다.',
    '“끝났다.”',
    '왜?',
    '그는 “기다린다. 본다.”고 말했다.',
    '2024. 3. 12. 문을 열었다.',
    '그래!',
  ],
  zh: ['票价是3.5元，约合0.5美元。', '“结束了。”', '为什么？', '市长J. K. 李说：“好！”', '真的吗？！', '（完）'],
  ja: [
    '料金は3.5ドルだ。',
    '「終わった。」',
    'なぜか？',
    '彼は『待て。見よ。』と言った。',
    '本当？！',
    '市長は「行く」と話した。',
  ],
};
const JOINED_BY_NOTHING = new Set(['zh', 'ja']);

describe('sentencesOf', () => {
  it('is tested in each interface language', () => {
    const spoken = readdirSync('src/locales').flatMap((file) => /^(\w\w)(?:-\w+)?\.json$/.exec(file)?.[1] ?? []);
    expect(spoken.length).toBeGreaterThan(17);
    for (const language of spoken) expect([language, SENTENCES[language], HARDER[language]]).not.toContain(undefined);
  });

  for (const [language, sentences] of [...Object.entries(SENTENCES), ...Object.entries(HARDER)])
    it(`cuts ${language}: ${sentences[0]}`, () => {
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
      const pieces = sentencesOf(text, language);
      expect(pieces.length, language).toBeGreaterThan(1);
      for (const { text: piece } of pieces) {
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
