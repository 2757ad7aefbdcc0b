import type { LexiconLanguage } from './action-lexicon.ts';

/** How a language dates what happens. Words are parted by blanks; a star stands for any ending. */
export interface DateWords {
  /** From January on, the forms of a month parted by "|". */
  months: string;
  /** From Monday on. */
  weekdays: string;
  yesterday: string;
  tomorrow: string;
  /** Right before a date: it begins then. */
  from: string;
  /** Right before a date, and right after it. */
  until: string;
  untilAfter: string;
  /** Between two days of one month. */
  through: string;
  /** May stand between such a word and its date, or within a date. */
  filler: string;
  /** Elsewhere in the sentence: work has stopped, or will. */
  began: string;
  willBegin: string;
  /** Shortly before the date: somebody only said so then. */
  said: string;
  /** Shortly before the date: it begins, it ends. */
  begins: string;
  ends: string;
}

export const DATE_WORDS: Record<LexiconLanguage, DateWords> = {
  en: {
    months:
      'january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct november|nov december|dec',
    weekdays: 'monday|mondays tuesday wednesday thursday friday saturday sunday',
    yesterday: 'yesterday',
    tomorrow: 'tomorrow',
    from: 'from since starting beginning effective',
    until: 'until till through ending',
    untilAfter: '',
    through: 'to through until and till',
    filler: 'the of on early late next last this at midnight noon a p m morning evening dawn',
    began:
      'began started walked stopped refused launched locked struck downed voted ordered staged honored honoured blocked joined closed grounded halted granted banned',
    willBegin: 'will begins starts due planned plans set next would begin',
    begins: 'begin begins began begun start starts started starting',
    said: 'said says announced told reported confirmed warned',
    ends: 'ends ended end',
  },
  fi: {
    months:
      'tammikuu* helmikuu* maaliskuu* huhtikuu* toukokuu* kesäkuu* heinäkuu* elokuu* syyskuu* lokakuu* marraskuu* joulukuu*',
    weekdays:
      'maanantai* tiistai* keskiviikko*|keskiviikon* torstai* perjantai* lauantai* sunnuntai*',
    yesterday: 'eilen',
    tomorrow: 'huomenna',
    from: 'alkaen',
    until: '',
    untilAfter: 'asti saakka',
    through: 'ja',
    filler: 'kello klo noin n ensi viime',
    began:
      'aloitti aloittivat alkoi alkoivat marssi marssivat pysäytti pysähtyi kielsi määräsi julisti sulki',
    willBegin: 'alkaa alkavat aloittaa aloittavat aikoo aikovat uhkaa lakkoon menee menevät',
    begins: 'alkaa alkoi alkavat alkoivat aloittaa aloittavat aloitti',
    said: 'ilmoitti ilmoittivat kertoi sanoi vahvisti tiedotti',
    ends: 'päättyy päättyi päättyvät loppuu',
  },
  es: {
    months:
      'enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre',
    weekdays: 'lunes martes miércoles jueves viernes sábado domingo',
    yesterday: 'ayer',
    tomorrow: '',
    from: 'desde partir del',
    until: 'hasta',
    untilAfter: '',
    through: 'al a y hasta',
    filler: 'el los de del día días este próximo pasado noche tarde',
    began:
      'inició iniciaron comenzó comenzaron arrancó pararon paró empezó decretó cerró quedó suspendió negaron paralizaron lanzaron aprobó aprobaron dictó',
    willBegin:
      'convocan convoca iniciarán iniciará comenzará comenzarán pararán parará empezará irán prevista previsto será próximo',
    begins: 'inicia iniciará iniciaron inició comenzó comienza comenzará arranca empieza',
    said: 'dijo dijeron anunció anunciaron informó confirmó aseguró afirmó',
    ends: 'termina terminará finaliza finalizará concluye',
  },
  sv: {
    months:
      'januari|jan februari|feb mars april maj juni juli augusti|aug september|sept oktober|okt november|nov december|dec',
    weekdays:
      'måndag|måndagen|måndags tisdag|tisdagen|tisdags onsdag|onsdagen|onsdags torsdag|torsdagen|torsdags fredag|fredagen|fredags lördag|lördagen|lördags söndag|söndagen|söndags',
    yesterday: 'igår',
    tomorrow: 'imorgon',
    from: 'från fr o m sedan',
    until: 'till tills t',
    untilAfter: '',
    through: 'till och',
    filler: 'den och med på natten nästa i',
    began:
      'inledde inleddes började gick tog togs lade stoppade vägrade utbröt tog förbjöd stängde',
    willBegin: 'inleds börjar varslar kommer ska går planeras startar utlöses',
    begins: 'inleds inleddes börjar började startar startade',
    said: 'sade sa säger meddelade meddelar uppger uppgav',
    ends: 'avslutas upphör slutar',
  },
  de: {
    months:
      'januar|jan februar|feb märz april mai juni juli august|aug september|sept oktober|okt november|nov dezember|dez',
    weekdays:
      'montag|montagmorgen|montagfrüh|montagabend dienstag|dienstagmorgen mittwoch|mittwochmorgen donnerstag|donnerstagmorgen freitag|freitagmorgen samstag|sonnabend sonntag|sonntagabend',
    yesterday: 'gestern',
    tomorrow: '',
    from: 'ab vom von seit',
    until: 'bis',
    untilAfter: '',
    through: 'bis und',
    filler: 'dem den zum am kommenden nächsten vergangenen einschließlich',
    began:
      'begann begannen legten legte traten trat streikten streikte reagierte sperrte beteiligten untersagte stoppte',
    willBegin:
      'beginnt beginnen soll sollen will wollen wird werden ruft rufen streiken geplant kommenden',
    begins: 'beginnt begann beginnen startet begannen',
    said: 'sagte mitteilte teilte erklärte bestätigte ankündigte hieß kündigte',
    ends: 'endet endete enden dauern',
  },
  fr: {
    months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    weekdays: 'lundi mardi mercredi jeudi vendredi samedi dimanche',
    yesterday: 'hier',
    tomorrow: 'demain',
    from: 'partir dès depuis du',
    until: 'jusqu',
    untilAfter: '',
    through: 'au à et',
    filler: 'le les du au de à ce prochain soir matin compter',
    began:
      'cessé débrayé voté entamé commencé mis fait lancé refusé bloqué décrété débuté rejoint ordonné interdit annulé',
    willBegin:
      'appelle appellent préavis prévoit prévue prévu débutera commencera cesseront feront sera seront supprimés prochain',
    begins: 'débute débutera commence commencera commencé débuté entamé',
    said: 'annoncé déclaré indiqué affirmé précisé confirmé annonce dit',
    ends: 'prendra prend termine',
  },
};
