/** Languages that write a full stop after ordinals, before words that may be capitalised ("am 3. Oktober"). */
export const ORDINAL_LANGUAGES: ReadonlySet<string> = new Set(
  'de tr pl da nb nn no fi cs sk sl hr sr hu et lv is'.split(' '),
);

/** Small letters that stand for a word when a full stop follows and no number precedes: "z. B.", "г. Озёрск". */
export const SMALL_LETTERS: Readonly<Record<string, string>> = {
  de: 'zuidhavo',
  pl: 'mbtsr',
  ru: 'гтднпрос',
  uk: 'мстрео',
};

const table = (...lines: string[]): ReadonlySet<string> => new Set(lines.flatMap((line) => line.split(' ')));

/**
 * Abbreviations in the interface's languages, lower case, without the full stop. One table for all languages, so a word
 * that may end a sentence in one of them is not in it. Single letters and acronyms need no entry, nor do words that are
 * followed by a small letter. Chinese, Japanese and Korean have none.
 */
export const ABBREVIATIONS = table(
  // English
  'mr mrs ms dr prof st sr jr rev gen col lt sgt capt cmdr adm maj hon gov sen rep pres supt messrs vs inc ltd corp',
  'jan feb apr jun jul aug sept oct nov dept univ mt ft approx e.g i.e cf viz rs',
  // German
  'hr dipl em ing bzw ca z.b d.h u.a str sog geb verh evtl ggf inkl mio mrd tel hrsg okt dez',
  // French
  'mm mme mlle mgr janv févr avr juil déc env éd',
  // Spanish, Portuguese, Italian
  'sra srta dña ud uds lic arq avda gral tte cnel ee ee.uu exmo exma profa sta dott avv geom ecc sig eng',
  // Polish
  'inż hab św tzw tzn np m.in ok tj płk mjr por kpt ul al',
  // Turkish, Indonesian
  'doç yrd cad av sn müh öğr gör mah sok bkz hz tn ny bpk drs ir jl hj pt',
  // Russian, Ukrainian
  'ул им т.е т.к проф акад ген полк стр рис обл пос просп вул ім див',
  // Arabic, Persian, Hebrew
  'ق.م ه.ش פרופ ד״ר ד"ר',
  // Hindi
  'डॉ श्री सुश्री प्रो मो एस बी पी एम आर एन वी टी जी डी सी एल एफ एच एक्स कु रु',
);

/** Abbreviations only before a number. */
export const ABBREVIATIONS_BEFORE_NUMBERS = table(
  'n no nos nr nro núm vol fig p pp pag pág págs s art abs bd hal кв д рис № ст п ч ص ج',
);
