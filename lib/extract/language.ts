/** A language tag as BCP 47 writes it ("en_us" → "en-US"), or "" where it is none. */
export function normalisedLanguage(text: string | null | undefined): string {
  const tag = (text ?? '')
    .split(/[,;\s]/)[0]
    .trim()
    .replace(/_/g, '-')
    .replace(/-+$/, '');
  if (!/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) || tag.length > 35) return '';
  try {
    const canonical = Intl.getCanonicalLocales(tag)[0] ?? '';
    // und = undetermined, mul = several, zxx = none
    return /^(und|mul|zxx)\b/.test(canonical) || canonical.length > 35 ? '' : canonical;
  } catch {
    return '';
  }
}

/** Words that are frequent in one language and rare in the others. */
const TELLING: Record<string, string> = {
  en: 'the and of to that is was for with his her from they have been which would are said it he she by on at an this not',
  de: 'der die das und ist nicht ein eine mit von den dem auf für sich auch wird werden haben sind einen zur zum bei nach wie dass',
  fr: 'le la les des et est une dans pour que qui sur avec pas plus par au aux ce cette sont été du il elle ont',
  es: 'el la los las de que en y una por con para del se su al como más pero sus fue ha este está',
  it: 'il di che la della e per un una con del non sono dei nel alla si è gli le più anche dal delle ha',
  pt: 'o os as de que e do da em um uma para com não dos no na por mais foi ao se são das pelo está',
  nl: 'de het een van en dat niet zijn op voor met aan ook door naar bij wordt werd heeft om maar uit hij',
  sv: 'och att det som en på är av för med till den inte har om ett var jag men också från kommer hade efter',
  no: 'og det er på som en til av for å med ikke har den at om men fra var etter også vi kan seg blir',
  da: 'og det er på som en til af for at med ikke har den om men fra var efter også vi kan sig bliver blev',
  fi: 'ja on ei että se oli hän joka mutta myös kun ovat ole mukaan sekä kuin jos niin vuoden tai mikä ovat',
  is: 'og að er sem var ekki við til það um hefur með fyrir hann eru en því segir verið frá hún þá',
  pl: 'i w na z do nie się że jest to o jak po od za przez ale dla który są tym oraz był',
  cs: 'a v na se je že s z do o to za pro by jako jsem ale po byl podle které také jeho',
  hu: 'a az és hogy nem is egy meg de volt ez már csak el van mint ki még azt lesz',
  ro: 'și de în la a cu pe nu că din care o pentru este un mai au fost se ce prin',
  tr: 've bir bu da de için ile olarak daha çok olan gibi sonra kadar en var ancak ise değil',
  id: 'yang dan di dengan untuk dari pada ini itu tidak dalam akan juga ke oleh telah ada tersebut bisa',
  hr: 'je i u da se na su za od ne koji bi što iz sa kako kao ali nije samo će',
  zu: 'ukuthi uthe ngoba kodwa futhi ukuba ngesikhathi kanye abantu lapho uma yakhe lokhu noma ngemuva kusho khona',
  af: 'die en van het is nie dat om met vir op wat sy in te word aan was ook sal deur',
  sw: 'na ya wa kwa ni katika la za kuwa hiyo cha kama huo yake wake pia baada hii alisema ili',
  ca: 'els i de la que per amb una del les és no més també al ha seva han aquest dels',
  et: 'ja on ei et oli see kui ka mis kes aga või oma mille selle ning nii veel pole ta',
  lt: 'ir kad yra į su tai bet iš buvo jis kaip nuo apie dėl per taip pat kurie už ar',
  lv: 'un ir ar ka par no uz kas arī bet lai pie kā tika tas šo gan pēc līdz bija',
  sl: 'je in v na se da za so ki pa ne tudi po iz bo bi pri kot še bil',
  sq: 'të e në dhe për që një me nga është i së ka si do më janë kjo po',
  vi: 'và của là các trong cho không được có một người này đã với những để khi đến',
};

let languagesByWord: Map<string, string[]> | undefined;
/** Each telling word with the languages it tells: one look a word instead of one a word and language. */
function tellingWords(): Map<string, string[]> {
  if (languagesByWord) return languagesByWord;
  languagesByWord = new Map();
  for (const [language, words] of Object.entries(TELLING)) {
    for (const word of new Set(words.split(' '))) {
      const known = languagesByWord.get(word);
      if (known) known.push(language);
      else languagesByWord.set(word, [language]);
    }
  }
  return languagesByWord;
}

const SCRIPTS: [RegExp, string][] = [
  [/\p{Script=Hangul}/gu, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Bengali}/gu, 'bn'],
  [/\p{Script=Tamil}/gu, 'ta'],
  [/\p{Script=Telugu}/gu, 'te'],
];

/**
 * The language a text is written in, told by script or by its small words; "" where that is not plain.
 * It answers when the page doesn't say, or says something that its own text contradicts.
 * @param stated what the page says, as two-letter codes; believed between near relatives
 */
export function languageOfText(text: string, stated: readonly string[] = []): string {
  const sample = text.slice(0, 20_000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 80) return '';
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  for (const [script, language] of latin > letters * 0.9 ? [] : SCRIPTS) {
    // Japanese mixes kana into Han: a tenth of kana is enough.
    if ((sample.match(script)?.length ?? 0) / letters > (language === 'ja' ? 0.1 : 0.4))
      return language;
  }
  if ((sample.match(/\p{Script=Arabic}/gu)?.length ?? 0) / letters > 0.4) {
    return /[پچژگ]/.test(sample) ? (/[ٹڈڑے]/.test(sample) ? 'ur' : 'fa') : 'ar';
  }
  if ((sample.match(/\p{Script=Cyrillic}/gu)?.length ?? 0) / letters > 0.4) {
    if (/[іїєґ]/i.test(sample)) return /ў/i.test(sample) ? 'be' : 'uk';
    if (/[ђћџљњ]/i.test(sample)) return 'sr';
    return /[ыэё]/i.test(sample) ? 'ru' : 'bg';
  }
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < 30) return '';
  const hits = new Map(Object.keys(TELLING).map((language) => [language, 0]));
  for (const word of words) {
    for (const language of tellingWords().get(word) ?? []) {
      hits.set(language, hits.get(language)! + 1);
    }
  }
  const scores = new Map([...hits].map(([language, count]) => [language, count / words.length]));
  // Zulu and Xhosa have few small words: their classes stand at the beginning of the large ones.
  const nguni = words.filter((word) => NGUNI_PREFIX.test(word)).length / words.length;
  scores.set('zu', Math.max(scores.get('zu')!, nguni > 0.2 ? nguni : 0));
  const [[best, most], [, second]] = [...scores].sort((a, b) => b[1] - a[1]);
  if (most < 0.08) return '';
  // Danish and Norwegian, Croatian and Bosnian share most of their small words: then the page is believed.
  const told = stated.find(
    (language) => (scores.get(LIKE[language] ?? language) ?? 0) > most * 0.7,
  );
  if (told !== undefined) return told;
  return most > second * 1.1 ? best : '';
}

const NGUNI_PREFIX =
  /^(?:uku|kwa|nge|ngo|nga|aba|ama|izi|emi|oku|loku|kule|eku|ezi|okw|abe|esi|isi|umu|imi|ema|lo|aka|uma|nok|nam|nez|kub|wab|bak)\p{L}{3}/u;
/** Languages whose small words are those of another in the table. */
const LIKE: Record<string, string> = {
  bs: 'hr',
  sr: 'hr',
  sh: 'hr',
  ms: 'id',
  xh: 'zu',
  sk: 'cs',
  gl: 'pt',
};
