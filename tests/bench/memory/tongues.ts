/**
 * What made-up stories are made of, for each of the interface's languages: real small words, and syllables of which the
 * rest of the vocabulary is put together. The words mean nothing; what counts is that they come as often, and next to
 * each other as seldom, as words do.
 */

export interface Tongue {
  /** BCP 47. */
  readonly language: string;
  /** The words that every text is full of. */
  readonly small: readonly string[];
  readonly syllables: readonly string[];
  /** Between words. */
  readonly space: '' | ' ';
  readonly comma: string;
  readonly stop: string;
}

const tongue = (
  language: string,
  small: string,
  syllables: string,
  { space = ' ', comma = ', ', stop = '. ' }: Partial<Pick<Tongue, 'space' | 'comma' | 'stop'>> = {},
): Tongue => ({ language, small: small.split(' '), syllables: syllables.split(' '), space, comma, stop });

const EAST = { space: '', comma: '，', stop: '。' } as const;

export const TONGUES: readonly Tongue[] = [
  tongue(
    'ar',
    'في من على إلى عن مع هذا هذه ذلك التي الذي كان كانت قد أن إن ما لا لم بعد قبل بين حتى كل أو ثم كما',
    'با تا ثا جا حا خا دا را زا سا شا صا طا عا غا فا قا كا لا ما نا ها وا يا بي تي جي دي ري سي شي مي ني لي بو تو دو رو سو مو نو كو مر بر حر سل',
  ),
  tongue(
    'de',
    'der die das und in zu den von mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach',
    'bau ber bild dorf fall feld ge halt heim kauf kraft land lauf leit licht markt mein mut nah ord plan rat recht rei schaft schul see spiel stadt stein tag teil ver wald wand wasser weg werk wind zeit zug',
  ),
  tongue(
    'en',
    'the of and to in a is that it was for on with as he be at by this had not are but from or have they which one you',
    'ab ac ber bor cal cen com cor den dis ent er fer for gar gen hal har in ker lan len lor man mer min mor nal ner or pel per por ral ren ric sal sen ser son ston tal ter tor ver vin wal wen',
  ),
  tongue(
    'es',
    'de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o este sí porque',
    'ba be bo ca ce co cu da de do fa fe ga go ja jo la le li lo ma me mi mo na ne no pa pe po ra re ri ro sa se so ta te ti to va ve vo za zo ción dad mento',
  ),
  tongue(
    'fa',
    'در به از که این را با است برای آن یک خود تا کرد بر هم نیز گفت شد او ما اما هر یا باید پس بود شود',
    'با بی تا تی جا چا خا دا در را رو زا ژا سا سی شا شی فا کا کی گا گی لا لو ما می نا نو وا هی یا یی پا پر گر مر بر کر',
  ),
  tongue(
    'fr',
    'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la avec son',
    'bai ber bon cal car cel cha che com cour den dra du fer fi gal gar ja jou la len lin lon mai man mar men mi mon nal ner pa pel por rai ren ri ron sa sel son ta ter tion tou val ver vi vou',
  ),
  tongue(
    'he',
    'של את על לא הוא זה עם כי או גם אל היה כל יש אם אך רק אני היא כמו בין לפני אחרי עד מה שם',
    'בא בי בר גא גל דא דו דר הא וו זא חל טא טו יו כא כר לא לו לי מא מי מר נא נו ני סא סי סל עא עו פא פי פר צא צו קא קו קר רא רו רי שא שו שי תא תו תי',
  ),
  tongue(
    'hi',
    'के में है की का को और से ने पर यह भी कि एक हैं नहीं तो इस हो कर जो था वह लिए अपने साथ तक बाद',
    'का कि की कु खा गा गी घा चा चि जा जी टा टी डा ढा ता ती दा दी धा ना नी पा पी फा बा बी भा मा मी मु या रा री रु ला ली वा वी शा सा सी सु हा ही',
  ),
  tongue(
    'id',
    'yang di dan itu dengan dari ini pada tidak untuk ke dalam adalah juga akan mereka bisa oleh atau sudah ada karena kami telah',
    'ba be bi bu ca da di du ga gu ha hi ja ju ka ke ki ku la li lu ma me mi mu na ni nu pa pe pi ra ri ru sa se si su ta te ti tu wa ya kan ngan rang tan',
  ),
  tongue(
    'it',
    'di e la il che in a per un è del non una i le con si da sono della come anche al ma più alla nel dei',
    'ba be bi bo ca ce chi co da de di do fa fe fi ga ge gi go la le li lo ma me mi mo na ne ni no pa pe pi po ra re ri ro sa se si so ta te ti to va ve vi zione',
  ),
  tongue(
    'ja',
    'は が を に で と も の から まで より へ として について による では には という',
    '山 川 田 町 村 市 県 国 人 年 月 日 時 水 火 木 金 土 海 空 港 橋 駅 道 車 船 会 社 員 長 学 校 生 先 話 語 読 書 新 聞 記 者 政 府 議 案 法 令 計 画 工 事 場 所 店 客 物 価 食 品 米 麦 魚 肉 野 菜 天 気 雨 雪 風 春 夏 秋 冬 朝 夜 ます した ている された になる した',
    EAST,
  ),
  tongue(
    'ko',
    '그 이 저 것은 수 있다 없다 및 또 더 그리고 하지만 위해 대한 통해 따라 함께 이후 지난 올해 모두 다시',
    '가 강 거 고 공 관 교 구 국 군 금 기 나 남 내 노 농 다 대 도 동 라 로 리 마 면 명 무 문 물 민 바 방 보 부 비 사 산 상 서 선 성 세 소 수 시 식 신 안 양 업 역 연 영 오 원 유 의 인 일 자 장 전 정 제 조 주 지 진 차 천 철 청 체 초 추 출 치 통 파 평 포 하 학 한 해 행 향 현 형 호 화 회',
  ),
  tongue(
    'pl',
    'w i z na do się nie to że jest o jak po za od ale przez dla przy tym był są ich jego oraz może już tylko',
    'ba bie bo bra ci co czy da dła do dzie ga gło go gro ja ka ki kło ko kra la le lo ła ło ma mie mo na nie no pa pie po pra ra ro rze sa sie ska sta szy ta to tra wa wie wo za ze żo',
  ),
  tongue(
    'pt',
    'de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das seu sua ou',
    'ba be bo ca ce co cu da de do fa fe fi ga go ja la le li lo lha ma me mi mo na ne nha no pa pe po ra re ri ro sa se so ta te ti to va ve vo ção dade mento',
  ),
  tongue(
    'ru',
    'и в не на что с как по это из за для от его но они был так же у все или если уже при до после',
    'ба бе бо ва ве вод вы га го гра да де до дра за зе зна ка ко кра ла ле ли ло ма ме ми мо на не ни но па пе по при ра ре ри ро са се ска со ста та те то тра ха хо це ча ше',
  ),
  tongue(
    'tr',
    've bir bu da de için ile çok ne daha gibi ama olan kadar sonra var en o ki her olarak ya diye ise bile önce',
    'ba be bi ca ce çi da de di du ga ge gö ha he ka ke ki kı ko kö ku la le li lı ma me mi mu na ne ni o ö pa ra re rı sa se si sı şa şe ta te ti tu ü va ya ye yo yü lar ler lik cı',
  ),
  tongue(
    'uk',
    'і в не на що з як по це із за для від його але вони був так же у всі або якщо вже при до після та й',
    'ба бе бі ва ве вод ви га го гра да де до дра за зе зна ка ко кра ла ле лі ло ма ме мі мо на не ні но па пе по при ра ре рі ро са се ська со ста та те ти то тра ха хо ці ча ше',
  ),
  tongue(
    'zh',
    '的 在 是 了 和 有 也 就 不 与 将 对 从 到 为 而 但 被 这 那 其 并 已 于 以',
    '山 水 火 木 金 土 天 地 人 民 国 家 城 市 区 村 路 桥 河 海 港 船 车 站 工 厂 商 店 学 校 生 师 书 报 新 闻 记 者 政 府 会 议 计 划 法 律 案 件 经 济 发 展 建 设 技 术 产 品 质 量 价 格 米 面 鱼 肉 菜 果 风 雨 雪 春 夏 秋 冬 早 晚 年 月 日 时 分 文 化 艺 音 乐 电 影 体 育 比 赛 医 院 药 病',
    EAST,
  ),
];
