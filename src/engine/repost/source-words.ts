// Made from the phrase packs by `npm run source-words`. Do not edit.

/** Words of lines that name a source, normalized, between blanks. Each such phrase of each pack has one of them. */
export const SOURCE_WORDS = `
  abord alinti allikas araciligiyla article articolo articolul artikel artikeln artikelquelle artikkel artikkelen
  artikkeli artiklen artikulli artykul avota avots bai basahin bejegyzes berita bron bronlink burimi burimit
  chanzo cikk cist citat citeste clanak clanek clanok completa completo continua continue continuer credit czytaj
  devami devamini dikutip dilansir diterbitkan doc enlace enllac entrada ffynhonnell first foinse font fonte
  fonto forras forst fuente h habari heimild informacion informacoes initialement iturria izvor jatorrizko kalla
  kallan kallank kaynaga kaynagi kaynak kilde kildelenke kildelink kilden lahde lahdelinkki lahteeseen lanjutkan
  las lees leggi leia les lesen leyendo link lire lisaa llegeix lukemista læs mais manba mas mehr melalui mənbə
  nguon objavljeno okumaya olarak opprinnelig oprindeligt original originalais originalartikel originalbeitrag
  originale originally originalmente originalquelle originalus originariamente origine orijinal orijinali
  orixinal oryginal perin pertama pierwotnie pierwszy pinagmulan posted povezava primeiro primera prispevek
  procitaj publicat publikovane quelle quellenlink quelllink read reading reposted reprinted saltinio saltinis
  selengkapnya source sources story sumber sursa tamamini tayang tiep tip tomado tovabb tratto tus ursprunglich
  ursprungligen verscheen via videre vir weiterlesen xem yazisi za zdroj zrodlo zuerst αναγνωσης αρθρο αρχικα
  μεσω περισσοτερα πηγη συνδεσμος версия вперше дереккөз джерело извор изворни източник източника источник
  крыніца линк материалам матеріалами опубликован опубликовано оригинал оригинална оригінал первоисточник переити
  першоджерело прочетете прочети прочитај първоначално сообщение спасылка спершу спочатку сурвалж текст түпнұсқа
  читати читать աղբյուր աղբյուրի באמצעות במקור הכתבה המקורי לכתבה למקור לראשונה מקור קרא קריאה ادامه اصلا اصلي
  الخبر المزيد المصدر المقال المقالة برگرفته بشكريه خبر خواندن ذريعه سورس سەرچاوە طريق عبر ماخذ متابعة مصدر مضمون
  منبع منتشر مەنبە نقل نقلا پديدار दिखाई पढ़ना पढ़ें मूल लेख साभार सोर्स स्रोत উৎস নিবন্ধ পড়ুন প্রকাশিত সূত্র
  ਸਰੋਤ સ્ત્રોત ஆதாரம் இணைப்பு கட்டுரையை மூலம் మూలం లింక్ ಮೂಲ ഉറവിടം මූලාශ්රය ორიგინალი წაიკითხეთ წყარო წყაროს
  기사 보기 소스 원래 원문 읽기 처음 출처
`;

/** The same for scripts that put no spaces between words: they may stand within a run of letters. */
export const UNSPACED_SOURCE_WORDS = `
  ที่มา บทความต้นฉบับ บทความนี้เผยแพร่ครั้งแรก ลิงก์ต้นฉบับ ลิงก์ที่มา ลิงก์แหล่งที่มา อ่านข่าวฉบับเต็ม อ่านต่อ
  อ่านบทความเต็ม อ่านเพิ่มเติม เผยแพร่ครั้งแรกที่ แหล่งที่มา ແຫຼ່ງທີ່ມາ သတင်းရင်းမြစ် ប្រភព から転載 この記事は この記事はもともと
  この記事は最初に で続きを読む に最初に掲載されました に最初に表示されました に表示されました の続きを読む もっと読む より転載 ソース ソースを見る ソースリンク ニュースソース 來源 來源連結 信息来源 元の記事
  元の記事を見る 元の記事を読む 元記事 元記事へのリンク 元記事を読む 全文を読む 出典 初出 原文 原文出处 原文出處 原文地址 原文連結 原文链接 原載於 原载于 参照元 引用元 情報源 文章来源 新聞來源 新闻来源
  最先出现在 最先出現於 最早發佈於 本文原載於 本文原载于 本文最初发表于 本文最初發表於 本文来自 本文转载自 本文首发于 本文首發於 来源 来源链接 查看原文 查看原文链接 查看来源 続きを読む 繼續閱讀 继续阅读
  記事ソース 記事元 記事全文を読む 転載元 轉載自 转载自 閱讀全文 閱讀原文 閱讀更多 阅读全文 阅读原文 首发于
`;
