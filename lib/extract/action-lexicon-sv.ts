import type { Lexicon } from './lexicon.ts';

export const swedish: Lexicon = {
  everyday: 'och att det som en är på av för den till inte har med ett om var de han vid',
  macros: {
    strike:
      '*strejk|*strejken|*strejker|*strejkerna|*strejkens|strejkar|strejka|strejkade|strejkat|strejkande|*strejkvarsel',
    strikers: 'strejk*|poststrejk*|teslastrejk*|varsel',
    workers:
      'arbetare|arbetarna|anställda|personal|personalen|lärare|lärarna|sjuksköterskor|sköterskor|hamnarbetare|hamnarbetarna|piloter|piloterna|chaufförer|förare|förarna|brevbärare|sjömän|elektriker|mekaniker|städare|medlemmar|facket|facken|fackförbund|fackförbundet|kollegor|kollegorna|lokförare|montörer|kabinpersonal|läkare|postanställda|transportarbetare',
    goods:
      '*paket|*gods|*last|*bilar|*bilarna|*containrar|*fartyg|*fartygen|*post|*posten|*brev|teslor|*registreringsskyltar|*skyltar|*varor|*leveranser|sopor',
    handle:
      'hantera|hanterar|lossa|lossar|lasta|lastar|transportera|transporterar|köra|kör|sortera|sorterar|dela|reparera|reparerar|hämta|hämtar|leverera|levererar|serva|röra|rör|lossning|lastning|lossningen|lastningen|omlastning',
  },
  strikeWords: '$strike; lockout*; arbetsnedlägg*; strejk*; stridsåtgärd*',
  labourWords:
    'strejk*|lockout*|facket|fackförbund*|kollektivavtal*|arbetsgivar*|anställda|arbetare|lön*|stridsåtgärd*|sympatiåtgärd*|hamnarbetar*|lärare|fackliga|*förbundet|avtal*',
  negating:
    'inte|ingen|inga|inget|ej|aldrig|utan|nekar|förnekar|avvisar|avvisade|avvisat|vägrar|vägrade|undvek|undviker|undvika|stoppar|motsätter|fördömer|emot|mot; säger nej till; i stället för',
  undoing:
    'inställd|inställda|inställt|ställs|avblås*|avblåst|blåses|avvärj*|avvärjd|avvärjdes|skjuts|uppskjut*|upphäv*|avslår|avslog|avslås|avslagen; blåser av; ställer in; ställs in; blåses av; drar tillbaka; skjuts upp',
  past: 'årsdag*|jubileum|museum|memoarer|dokumentär*|roman|utställning*|historia|historien; för _2 år sedan; år efter; år sedan',
  lookalikes:
    'hungerstrejk*|klimatstrejk*|skolstrejk*|hyresstrejk*|matstrejk*; bojkott* _4 val|valet|omröstning*|os|spelen|eurovision|vm|möte*|debatt*|session|gala*|tävling*|folkomröst*; valbojkott*|osbojkott*',
  kinds: {
    sympathyStrike: {
      strong:
        'sympatistrejk*|sympatiåtgärd*|solidaritetsstrejk*|stödstrejk*|sympativarsel*|sympatiaktion*|sympativarsl*|sympativarslar; strejk*|*strejkar|*strejk|varslar|varsel|arbetsnedlägg*|stridsåtgärd* _7 sympati|solidaritet|stöd med|för|till !krav*|högre; i sympati med; strejk*|lägger ned|ner arbetet _6 stöd|solidaritet|sympati',
      fair: 'i solidaritet med; till stöd för _3 $strikers|$workers; ansluter|ansluta _4 strejk*; sympatiserar _3 strejk*',
    },
    handlingBan: {
      strong:
        'vägrar|vägrade|vägra|vägrat|slutar|slutade|upphör|stoppar|stoppade|stoppat|nekar att? $handle; stoppar|stoppade|blockerar|blockerade|vägrar|vägrade|bojkottar _3 $goods !att; slutar|slutade att? $handle; *blockad|*blockaden|*blockader|*blockadvarsel|blockera*; *bojkott av|mot _2 $goods; nyanställningsblockad*|hanteringsförbud*; inte $handle _2 $goods; hanterar|lossar|levererar inte _2 $goods',
    },
    serviceSubstitutionByMovement: {
      strong: 'solidaritetsskol*|solidaritetskök*|strejkkök*|folkkök*|solidaritetsmat*',
      inStrike:
        'frivillig*|volontär*|föräldrar|föräldrarna|församling*|kyrkan|grannar|grannarna|förening*|studenter|strejkande|facket|ideella _6 mat|maten|lunch*|middag*|måltid*|barn|barnen|barnpass*|barnomsorg*|elever*|skjutsa*|soppa|lagar; gratis mat|lunch*|måltid*|barnpass*; barnpassning _5 frivillig*|kyrka*|förening*',
    },
    serviceSubstitutionByTarget: {
      strong: 'strejkbrytare*|strejkbryteri*|svartfot*|strejkbryt*',
      inStrike:
        'inhyrd*|bemanningsföretag*|bemanningsanst*|vikarie*|ersättare|ersättningspersonal*|chefer|cheferna|militär*|försvarsmakten|hemvärnet _5 ersätt*|kör|köra|täck*|tar|sköter|rycker|delar|hoppar|utför; tar|ta|hyr|hyra|kallar|flyger|anlitar|anlita in? _2 inhyrd*|ersättare|vikarie*|personal|bemanning*|strejkbryt*; företaget|bolaget|kommunen|arbetsgivaren _4 reservplan*|vikarie*|inhyrd*|ersättning*|matlåd*|ersättare',
    },
    boycott: {
      strong:
        'bojkott|bojkotten|bojkotta|bojkottar|bojkottade|bojkottas|köpbojkott*|konsumentbojkott*|köpstrejk*; sluta köpa|handla',
    },
    strikeFund: {
      strong:
        'strejkkass*|strejkfond*|strejkersättning*|konfliktersättning*|konfliktfond*|strejkunderstöd*|konfliktkass*|strejkstöd*; skänk*|donera*|samla*|insamling*|ger|gav|bidr* _6 strejkande|strejkare|strejkarna|strejkarnas; strejkande _3 insamling*|insamlat',
      inStrike: 'insamling*|insamlat; skänk*|donera* _3 kronor|miljoner|euro',
    },
    endorsement: {
      inStrike:
        'stöder|stödjer|stödde|stöttar|stöttade|stöttas|hyllar|backar|stödjas _4 strejk*|strejken|strejkande|varsel*; uttrycker|uttryckte|uttalar|uttalade|visar|visade|skickar|sänder|ger|förklarar|lovar _3 stöd|sitt stöd|solidaritet|sympati !varsel; stöduttalande*|solidaritetsuttalande*|stödmanifest*|stöddemonstr*|solidaritetshäls*|stödbrev*; ställer|ställde sig bakom _3 strejk*; stöd|solidaritet _2 till|med|för _2 strejk*; stöd för strejk*',
    },
    strike: {
      strong:
        '$strike; i strejk; går|gick|gå i? strejk; arbetsnedlägg*; lägger|lade|la ner|ned arbetet; strejkvarsl*|strejkvarsel*; vild strejk',
      fair: 'stridsåtgärd*; varsel|varslar',
    },
    lockout: {
      strong:
        '*lockout|*lockouten|*lockouter|*lockoutar|*lockoutade|*lockoutas|lockoutvars*; stänger|stängde ute _3 $workers',
    },
    settlement: {
      inLabour:
        'avtal|kollektivavtal|uppgörelse|överenskommelse|bud|medlarbud|avtalet|kollektivavtalet _4 klart|nås|nåtts|nåddes|träffat|träffats|tecknat|tecknats|undertecknat|klar|slutet|godkänt|godkänns|skrivs; når|nådde|nått|träffar|träffade|tecknar|tecknade|skriver|skrev|sluter|slöt|godkänner|godtar|accepterar|enas|enats|enades _4 avtal|avtalet|kollektivavtal|uppgörelse|överenskommelse|bud|medlarbud*|om nytt|avtals*; strejken|strejk|konflikten|lockouten _3 över|slut|avslutas|avslutad|upphör|löst|avblåst|avblåses|slutar; avslutar|avslutas|avbryter _2 strejk*; tillbaka|återgår|återvänder _2 jobbet|arbetet; blåser av _4 strejk* _5 avtal|uppgörelse',
      fair: 'uppgörelse|överenskommelse; avtal klart; nytt avtal',
    },
    injunction: {
      inLabour:
        'arbetsdomstolen|tingsrätten|domstol|domstolen|hovrätten|rätten _6 förbjud*|förbjöd|förbud*|stopp*|olaglig*|interimist*|beslut*|avbryt* _6 strejk*|stridsåtgärd*|blockad*|sympati*|konflikt*; strejk*|blockad*|stridsåtgärd* _5 olovlig*|olaglig*|förbjud* _4 *domstol*|*rätten; interimistiskt|interimistisk beslut|förbud; strejkförbud*; vite|vitesföreläggande _5 strejk*; strejk* _5 förbjud*|stoppas _3 *domstol*|*rätten',
    },
  },
  sectors: {
    AIR: 'flyg*|flygplats*|piloter*|kabin*|sas|avgångar',
    LAND: 'buss*|tåg*|tunnelban*|spårvagn*|lastbil*|åkeri*|järnväg*|lokförar*|pendeltåg*',
    WATR: 'färj*|fartyg*|sjömän*|sjöfart*|rederi*|bogser*',
    WHSE: 'hamn|hamnar|hamnarna|hamnen|hamnarbetar*|lager|lagret|terminal*|lagerarbet*',
    POST: 'post|posten|postnord*|brev*|paket*',
    TRAD: 'butik*|handel*|matbutik*|kassör*',
    EDU: 'lärar*|skol*|elev*|universitet*|förskol*',
    HLTH: 'sjuk*|vård*|läkar*|patient*|barnmorsk*|region*',
    MFG: 'fabrik*|verkstad*|verkstäder*|mekaniker*|tesla*|bruk|industri*|metall',
    CONS: 'bygg*|elektriker*|byggnads',
  },
  counted:
    'flyg|flygningar|avgångar|passagerare|resenärer|$workers|strejkande|elever|barn|måltider|luncher|personer|människor|skolor|tåg|bussar|fartyg|containrar|bilar|paket|brev|kronor|euro|patienter|operationer|butiker|verkstäder|demonstranter|hamnar',
  sayers:
    'facket|fackförbundet|förbundet|polisen|bolaget|företaget|arbetsgivaren|regeringen|arrangörerna|kommunen|flygbolaget _1 säger|uppger|hävdar|uppskattar|sade|sa|räknar; säger|uppger|hävdar facket|fackförbundet|förbundet|polisen|bolaget|företaget|arbetsgivaren|arrangörerna; enligt _1 facket|fackförbundet|förbundet|polisen|bolaget|företaget|arbetsgivaren|regeringen|arrangörerna|kommunen|flygbolaget',
};
