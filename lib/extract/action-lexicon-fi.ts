import type { Lexicon } from './lexicon.ts';

/** Finnish is matched by stems, both grades of them: lakko, lakon, lakkoon, tukilakossa. */
export const finnish: Lexicon = {
  everyday: 'ja on ei että se oli joka mukaan myös mutta ovat kun sekä hän tai kuin jälkeen',
  macros: {
    strike:
      '*lakko|*lakkoa|*lakkoon|*lakkona|*lakosta|*lakossa|*lakon|*lakot|*lakkoja|*lakkojen|*lakolla|*lakolle|*lakoista|*lakoissa|*lakoilla|lakkoil*|lakkov*|lakkola*|lakonu*',
    strikers:
      'lakkolais*|lakkoilij*|lakkoilev*|lakossa|lakon|lakkoa|lakko|lakolle|lakkoja|postilakko*|postilakon',
    workers:
      '*työntekij*|henkilöst*|henkilökun*|*kuljettaj*|opettaj*|hoitaj*|lentäj*|merimie*|ahtaaj*|siivooj*|posti*|satam*|lentoem*|liit*|ammattiliit*|jäsen*|lakkol*|insinöör*|veturinkulj*|kusk*|*kusk*|myyj*|lääkär*|palomie*|vartij*|toimittaj*|varastoty*|tutkij*|kaivosmie*|paperimie*|rakentaj*|kokit|asentaj*|tarjoilij*|*hoitaj*|sähköttäj*|luotsi*|*liiton|*liitto|konduktöör*|lähet*|lähetit|palkan*|*alainen|työläis*|hitsaaj*',
    goods:
      'paket*|postipaket*|*lähety*|*kirje*|*posti*|*rahti*|*rahdi*|*lasti*|*kontti*|*kontte*|*konti*|*tavar*|*laiv*|*alus*|*kuorm*|*auto*|sellu*|paperi*|puu*|tukki*|hiil*|öljy*|polttoaine*|lehti*|lehdet|jätte*|roska*|roskat|matkatavar*|kone*|teräs*|terästä|banaan*|malm*|aseit*|ase|vilja*|viljaa|renkait*|tuott*',
    handling:
      'käsittel*|lasta*|purka*|pura*|kuljet*|kulje*|jaka*|lajitt*|huolt*|siirt*|koske*|lastausta|lastata|purkaa|pura|kuljeta|huolla|siirrä|lajittele|käsittele|jaa|toimita*|toimit*|ota|vastaanot*|hinaa*|hinata|tankkaa*|tankata',
  },
  strikeWords:
    '$strike; työnseisau*; ulosmars*; työtaistelu*; työsul*; myötätuntolak*|myötätuntolako*|tukilak*|tukilako*|tukitoim*; lakkolai*|lakkoil*; jättävät|jättivät|jättää työt|työnsä; seisaut*|seisaus*|seisaukse*; työt seis|seisovat|seisahtu*; saarto*|saarron',
  labourWords:
    '$strike; työnseisau*; ulosmars*; työtaistelu*; työsul*; *liitto|*liiton|*liitot|*liitosta|*liittoa; työehto*|*työehdot|*työehdoista; palkat|palkka*|palkan*|palkois*; luottamusmie*; sovittelij*|valtakunnansovit*; ammattiyhdis*|ammattiosas*; neuvottelutulo*; lakkolai*; työnantajali*; tes|tessi*; sak|akava|sttk; työriit*|työkiist*; työntekijä* vaativ*; iau|smu|pau|akt|pam|jhl|jyty|tehy|oaj',
  negating:
    'ei|eivät|en|emme|ettei|eikä|eivätkä|ilman|kiistä*|kieltäyty*|torju*|hylkä*|vastusta*|luopu*|vältt*|vältet*|perui|perua; uhka|uhkaa !*saarto|torjuttiin; torjuu|torjui; kieltä|kielsi !lakon; välttyi*|vältti|välttää|vältyttiin; lopet* *strike; vastaan; harkitsee|harkitsevat|voi|saattaa|mahdollinen|mahdolliset',
  undoing:
    'peru|perui|peruu|peruvat|peruutti|peruttiin|perutaan|perutti|peruuntu*|perunut|peruttu|siirretään|siirrettiin|lykät*|lykkä*|vältettiin|vältetään|kumo*|hylät*|hylkäsi|keskeytettiin; jää pois; jäi pois; väisty*|väistyi|väistetty|vältetty|vältyttiin|raukes*|raukeaa|torju*|toteudu|peruutet*|peruutu*|peruttu*|perutaan|siirtyy|siirty*|jäädyt*|purettiin|purkautui|peruutta*; ei toteudu|ala; jää|jäi toteutum*|pois; jäi|jää tulematta; perui|perutaan|peruu|peruvat; uhkaa|uhkaavat|mahdollinen',
  past: 'vuosipäiv*|museo*|muistelm*|dokumentti*|romaani*|näyttely*|historia*|historioi*|muistet*|muistel*|arkist*|juhlavuos*|elokuva*|kirja|kirjassa|tietokirja*|muistomerk*|muistolaat*|väitöskirj*|työväenmuse*|näytelmä*|valokuv*',
  longAgo:
    'vuotta sitten; vuosi sitten; vuotta myöhemmin; luvulla|luvun|luvulta; sata|viisikymmentä|kymmenen vuotta; vuosikymmen*; kansalaissot*|sisällissot*; satavuot*',
  elsewhere:
    'maali*|ottelu*|ottelus*|valmenta*|liigan|liiga*|hyökkääj*|puolustaj*|maalivaht*|joukkue*|kausi|jääkiek*|jalkapallo*|cup|pelaaj*|kärkihyök*; ilmaisku*|ohju*|sotilas*|sotila*|joukot|armeija*|drooni*|lennok*|pommi*|tulitauk*|surmasi*|kuoli|rintama*|raketti*|sota|sodan|isku|iskut|iskuissa; marja*|suolle|hillasat*|hilla*|lakka|lakkoja|lakan; takaisinved*|vetää takaisin|kypär*|takaisinkut*; salama|myrsky*; kynsilak*|lakkaus*|maali|huonekal*; salasan*|avain*|avaime*; nälkä*|vanki*|vankil*',
  events:
    'vaali*|vaale*|vaalit|kansanäänest*|äänestyk*|olympia*|kisat|kisoj*|kisois*|kisoihin|avajais*|euroviisu*|kokouks*|kokous*|istunto*|istunno*|huippukok*|ottelu*|mm|seremon*|juhla*|gaala*|urheilij*|diplomaat*|jalkapallo*|turnau*|cup|eduskun*|tentti*|tentin|oppitun*|luenno*|arvokis*|konsert*|festivaal*|väittely*; fanit|fanien|kannattaj*|seura|seuran|stadion*',
  buying:
    'kulutt*|kuluttaj*|asiakk*|asiakas*|osta*|osto*|kaupp*|kauppa|kaupan|kauppoj*|tuott*|tuotteit*|brändi*|merkki*|ketju*|ketjun|yhtiö*|ravintol*|hotell*|myymäl*|marj*|kahvi*',
  supported:
    'lakkoilevi*|lakkoileva*|irtisanottuj*|lakossa olev*|tukee|tukevat|tukeakseen|puolesta; solidaarisuu*',
  lookalikes:
    'nälkälak*|nälkälako*|ilmastolak*|ilmastolako*|vuokralak*|istumalak*|äänestyslak*; lakkoraja*; boiko* _4 vaale*|vaali*|olympial*|kiso*|kisat|kokou*|istun*|äänesty*|juhl*; vaaliboiko*; lakonin*; ostajalak*; kattolak*; oven|tunnuksen lukko*; lakkoja|lakkaa|lakat|lakan; lakkaretk*|kynsilak*|hiuslak*|huonekalulak*|parkettilak*|puulak*|lakkaus*|lakkapinn*; nälkälakko*|nälkälakko|nälkälakkoil*|nälkälakos*; koululak*|koululako*|ilmastolakko*|vuokralakko*|seksilak*|synnytyslak*|synnytyslako*|vauvalak*|verolak*; ilmasto|koulu|vuokra|seksi lakko*|lakon; saarto|saarron|saarrossa|saartaa|saartoi|saartoon _4 kaupun*|joukot|armeij*|venäj*|sota*|gaza*|israel*|turkki*|alueen|laivasto*|kuuban|kuuba*; kauppasaar*|merisaar*|talousaar*|taloussaar*|mielenosoit* _2 saart*|saarto*; sovinto* _3 oikeus*|avioer*|perin*; sopu|sovun _3 hallitu*|puolue*|budjet*|eu|kauppa*|rauha*|tulitau*; budjettisopu*|hallitussopu*|kauppasopimu*|rauhansopimu*|yrityskaup*|aseleposop*; lakkoil* _2 kone*|moottor*|sydän|netti; tietokone|moottori|kone|kello|sydän lakkoil*|lakossa; vanhem*|perheet|perheiden|oppilaat|opiskelijat|lapset|lapsi* _2 joutu*|vailla|ilman|jää|jäävät|jäi|etsi*|etsivät|huoliss*|odotta*|kärsi*|kotona|kotiin|pohti*|ihmettel*',
  kinds: {
    sympathyStrike: {
      strong:
        'tukilak*|tukilako*|myötätuntolak*|myötätuntolako*|solidaarisuuslak*|solidaarisuuslako*|tukityötaistelu*|myötätuntotyötaistelu*|tukiulosmars*|tukitoim*|tukilakkoil*; $strike|työnseisau*|ulosmars*|seisau* _8 tukeakseen|tukemiseksi|tueksi|tukena|solidaarisuu*|myötätun* !vaatim*|palk*; tukeakseen|tukemiseksi _5 $strike|ulosmars*|työnseisau*; tueksi|solidaarisuu* _6 lakkoon|ulosmars*|työnseisau*|lakkoilee|lakkoilevat; *tukilakko*|tukilakon|tukilakot|tukilakkoja|tukilakkoon|tukilakossa|myötätuntolakko*|myötätuntolakon; tukee|tukevat|tukea|tukemaan|tukeakseen _8 lakolla|ulosmars*|työnseisau*|tukitoimi*|tukilako*; lakolla|työnseisauksella|ulosmarssilla _4 tukee|tukeakseen|tueksi; solidaarisuu*|myötätun*|myötätunnosta|tueksi|tukeakseen _5 $strike|ulosmars*|työnseisau*|seisau*|jättää työt|lakkoi*|pysäyt*; jättävät|jättivät|pysäyttävät|pysäyttivät|seisauttavat|seisauttivat|keskeyttävät|keskeyttivät|lopettavat _5 tueksi|tukeakseen|solidaarisuu*|myötätun*; lakkovartij* _4 ohit*|ylit*|kunnioit*; lakkovahti* _4 ohit*|ylit*|kunnioit*; kieltäyty* _3 lakkovahti*|lakkovartij*; liitty*|liity*|mukaan lakkoon|lakkoihin|työtaisteluun _4 tueksi|tukeakseen|solidaarisuu*; laajene* _6 tukilako*|tukitoimi*',
      fair: 'liitty*|liity* _3 lakkoon; tueksi _3 $strikers|posti*; postilaisten tueksi; $workers tueksi',
    },
    handlingBan: {
      strong:
        'käsittelykiel*|kuljetuskiel*|lastauskiel*|purkukiel*|käsittelysaar*|hakusaar*|toimitussaar*|kuljetussaar*|lastaussaar*; kieltäyty* _4 $handling; ei|eivät|emme _2 $handling _3 $goods; ei|eivät|emme _1 $goods _2 $handling; $goods ei|eivät $handling; jättä*|jätt* _4 käsittelem*|lastaam*|purkam*|kuljettam*; boiko* _2 *lähety*|*rahti*|*rahdi*|*lasti*|*kontti*|*kontte*|*laivo*|*alus*; saarto|saarron|saartoon|saartaa|saartavat|saarros*; *saarto|*saarron|*saartoon|*saarrossa|*saarrosta|saartoa; ei|eivät|emme|kukaan _3 koske* _5 $goods; ei|eivät|emme|kukaan _4 lastaa|lastata|pura|purkaa|käsittele|käsitellä|kuljeta|siirrä|huolla|jaa|lajittele|ota|vastaanota; kieltäyty*|kieltäytyvät|kieltäytyi* _3 $handling; kieltäyty* _3 $goods $handling; jättävät|jättää|jätetään|jättivät _3 $goods _3 lastaamatta|purkamatta|käsittelemättä|kuljettamatta|jakamatta|satamaan|laituriin; $goods _4 lastaamatta|purkamatta|käsittelemättä|kuljettamatta|jakamatta; boikotoi*|boikotti* _2 lastausta|purkua; lopettavat|lopetti|lopettivat _3 lastau*|purku*|käsittel*|kuljetu*; hakusaar*',
    },
    serviceSubstitutionByMovement: {
      strong:
        'solidaarisuuskoulu*|solidaarisuuskeit*|lakkokeit*|lakkokoulu*|lakkoruokal*|solidaarisuusruok*',
      inStrike:
        'talko*|vapaaehtoi*|vanhemm*|seurakun*|naapur*|kansalaisjärjest*|opiskelij*|ruokapank*|lakkolais*|yhdisty* _6 ruok*|lounas*|lounai*|ateri*|lastenhoi*|lapsi*|lapse*|lapset|oppila*|avusta*|keitt*|kyydi*|hoitava*; lastenhoi* _5 talko*|vapaaehtoi*|seurakun*|liito*; ilmai* ruok*|lounas*|lounai*|ateri*; talko*|vapaaehtoi*|vanhemm*|seurakun*|naapur*|järjest*|opiskelij*|omais*|isovanhem*|kylä*|martat|marttayhd*|lakkolais*|liitto|yhdisty*|äidit|isät _7 ruok*|ruoka*|aterioi*|ateri*|lounas*|lounai*|keitto*|soppa*|lapsi*|lapset|lasten*|vanhuks*|aamupal*|oppitun*|hoito*|hoita*|ruokki*|päivähoi*|kuljet*|kyytej*; ruoka*|ruokaa|aterioi*|lounai*|lounaan _5 talko*|vapaaehtoi*|seurakun*|kirko*|vanhemm*; kimppakyy*|lakkokahvi*|lakkoparkk*|lakkokeitt*|lakkokeit*|lakkoruok*; ilmai* keitto*|aamupal*; seurakun*|kirkko|kirkot _3 ava* _4 laps*|ovens*',
    },
    serviceSubstitutionByTarget: {
      strong:
        'lakonmurtaj*|lakonmurto*|rikkuri*|rikkurei*|lakkorikkur*|rikkuroi*; korvaav* työvoim*|henkilö*|työntekij*|kuljettaj*; korvaavaa työvoimaa; lakkorikkur*|lakonmurt*|lakonrikk*',
      inStrike:
        'vuokratyö*|vuokrahenkil*|sijais*|sijai*|varahenkil*|esimie*|esihenkil*|johtaj*|puolustusvoim*|varusmie*|armeija*|alihankk*|urakoitsij* _5 paikka*|korva*|hoita*|teke*|tekee|jaka*|aja*|ajaa|tuura*|jakele*; palkka*|palkat* _3 sijai*|vuokratyö*|tilapäi*; yhtiö|kaupunki|kunta|työnantaja _4 varajärjest*|poikkeusjärjest*|sijai*|ruokapak*; korvaav* _2 bussi*|kuljetu*|vuoro*|liikenne*|lento*|hoitaj*|jaka*|palvelu*|ruoka*; bussi*|linja* _3 korvaa*|korvav*; *junien|junat|junan tilalla; ajaa|ajavat|käyttää|vuokraa|vuokrasi|palkkaa|palkkasi|hankkii|hankki|tilaa|kutsuu|tuo|toi|käyttävät|ostaa|ostavat|kouluttaa _6 busse*|busseja|korvaav*|sijais*|sijaisia|vuokratyö*|vuokrakon*|tilapäis*|ulkopuolis*|yksityis*|keikkatyö*|alihankk*|lakonmurt*|takseja; esimie*|esihenkil*|johtaj*|päälliköt|toimisto*|varusmie*|sotila*|reservil*|opiskelijat|poliisit _6 hoitav*|hoitaa|ajavat|ajaa|jakavat|jakaa|päivyst*|korvaav*|paikkaa*|tekevät|tekemään|purkavat|purkaa|siivoav*; yhtiö*|kaupun*|kunta*|työnantaj*|lentoyht*|posti|vr|hsl|sairaanhoitopiir*|hyvinvointialu* _5 poikkeusaikat*|varautu*|korvaav*|sijaisia|sijaisilla|yksityis*|ulkopuolis*|vuokrakon*|vuokratyö*; paika* _3 vuokratyö*|sijais*|esimie*; liikenne pyörii|jatkuu _4 esimie*|sijais*; noutopist*|varajärjestel*; vuokra* _3 kone*|koneita|lentokone*|busseja',
    },
    boycott: {
      strong:
        'boiko*|ostoboiko*|ostolak*|ostolako*|kulutusboiko*|kuluttajaboiko*; *boikotti*|*boikotin|*boikottiin|*boikottia|ostoboikot*|kuluttajaboik*|boikotoi*; jättämä*|jättäkää|jättää|jättävät _4 kauppaan|hyllyyn|ostamatta; älä|älkää _1 osta|ostako; ostolak*|ostolako*; kehot*|vetoa*|pyytä* _5 ostamatta|välttäm*|hyllyyn',
    },
    strikeFund: {
      inStrike:
        'keräy*|keräs*|kertyi|kertynyt|lahjoit* _5 euroa|rahaa; tukirahas*|tukikeräy*|avustuskas*|hätäapurah*',
      strong:
        'lakkokass*|lakkoavust*|lakkorah*|lakkoapu*|lakkoavun|lakkokeräy*|tukirahasto*; lahjoit*|keräsi*|kerää*|keräy*|kerätt*|kerättiin _6 lakkolais*|lakkoilij*|lakkoilev*|lakossa; lakkolais*|lakkoilij*|lakkoilev*|lakossa _4 keräy*|keräs*|kerät*|lahjoi*; *lakkokass*|lakkoraha*|lakkorahasto*|lakkotuki|lakkotue*|lakkoavustu*|lakkopäivärah*|lakkokorvau*|lakkopotti*|solidaarisuusrahasto*|solidaarisuuskass*|avustuskass*|joulukas*|taistelukas*|tukikerä*; lahjoit*|lahjoj*|keräy*|keräsi*|kerää*|kerätää*|kerätään|keräte*|kertyi|kertynyt|tuki|tukirah* _8 lakkolai*|lakkoilev*|lakon|lakko*|lakossa; lakkolais*|lakkoilev*|lakossa _7 keräy*|kerät*|keräs*|kerätään|lahjoi*|kertyi|kertyn*|konsert*; tukikonsert*|hyväntekeväisyyskons* _6 lakko*|lakkolai*; lakkolaisten _3 kass*|rahasto*; avustus|avustuksia|tukea maksetaan _3 lakko*',
    },
    endorsement: {
      inStrike:
        'tukee|tukevat|tuki|tukevansa|tukea|tukensa|kannattaa|kannattavat|ilmai* _4 $strikers|$strike; ilmai*|anta*|antoi|antoivat|ilmoit*|lähett*|osoit* _4 tukensa|tukea|tuen|tukevansa|solidaarisuu*; lakko* _3 tukee|tuki|tukena|tuen|tukea; solidaarisuudenosoi*|tuenosoi*|tuenilmai*; tukimielenosoi*|tukikannano*|tukijulkilau*|tukikirje*; asettu* _3 tueksi|taakse|puolelle; lakon|lakkolaisten tueksi|taakse; asettu*|asettui*|asettuvat _4 tueksi|tukena|rinnalle|puolelle|taakse|tukemaan; julkilausum*|kannanot*|kannanoto*|vetoomu*|avoimes*|adressi*|julkilau* _8 tukee|tukevat|tuki|tukensa|tukea|solidaarisuu*|tukeva|tueksi|puolesta; tukee|tukevat|tukevansa|tukensa|kannattaa|kannattavat|puoltaa|puolustaa|seisoo|seisovat _5 $strikers|$strike|lakkoilevi*|lakkolais*|hoitaji*|opettaji*|$workers !lakolla; ilmai*|ilmais*|osoit*|lähett*|anta*|antoi|antavat|julkis*|vakuut* _4 solidaarisuu*|tukensa|tukea|tuen|tervehdy*; solidaarisuutensa; lakkolaist*|lakkolaisia|lakkoilevia|lakkoa _3 tukevat|tukee|tuetaan; tukimielenil*|tukimarss*|solidaarisuusmielen*|solidaarisuustervehd*; vierail* _3 lakkovah*|lakkovart*; lakkolais*|lakkoilevi*|lakkoilijo*|lakon puolelle|puolella|rinnalle|rinnalla|takana|tukena|taakse',
    },
    strike: {
      strong:
        '*lakko|*lakkoa|*lakkoon|*lakkona|*lakosta|*lakossa|*lakon|*lakot|*lakkoja|*lakkojen|*lakolla|*lakolle|*lakoista|*lakoissa|*lakoilla|lakkoilee|lakkoilevat|lakkoili|lakkoilivat|lakkoillaan|lakkov*; työnseisau*; ulosmars*; ulosmarss*; lakko|lakon|lakkoon|lakossa|lakkoa|lakot _3 alk*|aloit*|jatku*|laajen*|pysäyt*|sulk*|koske*; työt|työnsä seis|seisautettiin|seisauttavat; ulos töistä|työpaikoiltaan; jättävät|jättivät työpaikkansa|työnsä|työt; seisahtu*|pysähty* _6 lakko*|lakon|ulosmars*; marssi*|marssivat ulos; istumalakk*; ylityökiel*',
      fair: 'työtaistelu*; lakkovaro*|lakkouhk*; lakkolais*|lakkoilij*|lakkoilevi*|lakkoilevie*',
    },
    lockout: {
      strong:
        'työsul*|työsulku*; sululla|sulkuun|sulkua _3 $workers; sulki|sulkee|sulkevat|sulkivat|sulku* _3 portit|porttinsa|ovet|ovensa _6 työntekij*|*työntekij*|henkilöst*; työsulk*|työsulun|työsulussa|työsululla; panna|pani|panee|asetti|asettaa _5 työsulkuun',
    },
    settlement: {
      inLabour:
        'sopu|sovun|sovusta|sovintoesity*|neuvottelutulo*|työehtosopimu*|sopimu*|ratkaisu*|sovintorat* _5 synty*|syntyi|saavut*|saatiin|löyty*|hyväks*|päästiin|allekirj*|valmis; synty*|saavut*|saatiin|löyty*|hyväks*|pääs* _5 sopu|sopuun|sovun|sovinto*|sovintoesity*|neuvottelutulo*|työehtosopimu*|sopimu*; $strike _3 päätty*|loppu*|loppui|ohi|päättyi|päättyvät|päättää; päätty*|loppu*|loppui _2 $strike; palaa*|palasi*|palat* _2 töihin|töihinsä; sopu|sovintoon|sopuun _4 $strike|palk*; sovintoesity* _4 hyväks*|hyväksy*; hyväks* _4 sovintoesity*|sovintoehdot*|sopimu*|tarjouk*|neuvottelutul*; sopu|sovinto|sopimus|ratkaisu|neuvottelutulos _2 syntyi|syntynyt|saatu|saatiin|löytyi|varmistui|lopet*|päätti|päättää|tuli|hyväksyttiin; $strike|lakkokin|työtaistelu|työtaistelut|työriita|työkiista|työsulku _2 päättyi|päättyvät|päättynyt|päättyy|ohi|loppui|loppuu|päätökseen|ratkesi|ratkennut|sovittu; sopuun pääst*|päästiin; pääs* _3 sopuun|sopuun|sovintoon|yksimielisyyt*|sopimukseen; palaavat|palasivat|palaa|palataan _4 töihin|töihinsä|työpaikoille|rattiin|kouluun|sorvin; lopett*|päätti|päättää|päättävät _4 $strike|lakkonsa|työtaistelu*; $strike _4 peru* _4 sopu|sopimu*|sovin*',
      fair: 'sopu|sovun|neuvottelutulo*|sopuun',
    },
    injunction: {
      inLabour:
        'turvaamistoim*|turvaamispää*; lakkokiel*|työtaistelukiel*; käräjäoik*|työtuomioist*|hovioik*|tuomioist*|oikeus _8 kiels*|kiellä*|kielt*|keskeyt*|laitto*|laito*|estä*|esti|pysäyt*|uhkasako*; $strike _5 laito*|laitto* _4 tuomioist*|oikeu*; uhkasako* _6 $strike; väliaikai* kielt*|kiell*; käräjäoik*|käräjäoikeu*|työtuomioist*|oikeus|oikeude*|hovioik*|tuomioist*|tuomari|hallitus _9 kielsi|kieltää|kielto*|kiellon|keskeytti|keskeyttää|laittoma*|lainvasta*|pysäytti|esti|määräsi|tuomitsi _8 $strike|työtaistelu*|ulosmars*|saarto*|saarron|tukilak*; potilasturvallisuusla*|pakkotyöla*|hätätyömäär*; lakko|lakon|työtaistelu* _3 laittoma*|lainvasta*|kiellet*|työrauha*; työrauharikko*|työrauhavelvoll*|hyvityssak*; väliaikai* _2 kielto*|kiellon|kielsi|kieltä*',
    },
  },
  counted:
    'lentoa|lentoja|lennon|lähtöä|matkustajaa|matkustajan|*työntekijää|työntekijän|työntekijöitä|jäsentä|jäsenen|opettajaa|hoitajaa|oppilasta|lasta|ateriaa|lounasta|ihmistä|henkilöä|henkeä|junaa|bussia|vuoroa|laivaa|alusta|konttia|pakettia|kirjettä|lakkolaista|koulua|euroa|potilasta|leikkausta|kuljettajaa|merimiestä|ahtaajaa|postilaista|vapaaehtoista|sairaalaa|myymälää|kauppaa|vanhempaa|asiakasta|perhettä|tuntia|allekirjoitusta|satamaa|tehdasta|kuntaa|mielenosoittajaa|kuljettajan|hoitajan|opettajan|bussikuskia|lentäjää|sairaanhoitajaa|bussinkuljettajaa|rekkaa|tonnia|dollaria|lähihoitajaa|lastenhoitajaa|päiväkotia|hotellia|lentoemäntää|lakimiestä|vartijaa|siivoojaa|myyjää|lääkäriä|palomiestä|palkansaajaa|yritystä',
  sayers:
    '*liitto|*liiton|poliisi|poliisin|yhtiö|yhtiön|työnantaja|työnantajan|finnair|finnairin|posti|postin|hallitus|järjestäjien|viranomaisten mukaan|kertoo|sanoo|arvioi|ilmoittaa|kertoi|sanoi|arvioi',
};
