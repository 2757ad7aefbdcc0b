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
      '*työntekij*|henkilöst*|henkilökun*|*kuljettaj*|opettaj*|hoitaj*|lentäj*|merimie*|ahtaaj*|siivooj*|posti*|satam*|lentoem*|liit*|ammattiliit*|jäsen*|lakkol*|insinöör*',
    goods:
      'paket*|postipaket*|*lähety*|*kirje*|*posti*|*rahti*|*rahdi*|*lasti*|*kontti*|*kontte*|*konti*|*tavar*|*laiv*|*alus*|*kuorm*|*auto*',
    handling: 'käsittel*|lasta*|purka*|pura*|kuljet*|kulje*|jaka*|lajitt*|huolt*|siirt*',
  },
  strikeWords: '$strike; työnseisau*; ulosmars*; työtaistelu*; työsul*',
  labourWords:
    '$strike; työnseisau*; ulosmars*; työtaistelu*; työsul*; *liitto|*liiton|*liitot; työntekij*; työnantaj*; työehto*; palk*; henkilöstö*; luottamusmie*',
  negating:
    'ei|eivät|en|emme|ettei|eikä|eivätkä|ilman|kiistä*|kieltäyty*|torju*|hylkä*|vastusta*|tuomitse*|luopu*|vältt*|vältet*|perui|perua',
  undoing:
    'peru|perui|peruu|peruvat|peruutti|peruttiin|perutaan|perutti|peruuntu*|perunut|peruttu|siirretään|siirrettiin|lykät*|lykkä*|vältettiin|vältetään|kumo*|hylät*|hylkäsi|keskeytettiin; jää pois; jäi pois',
  past: 'vuosipäiv*|museo*|muistelm*|dokumentti*|romaani*|näyttely*|historia*; vuotta sitten; vuotta myöhemmin',
  lookalikes:
    'nälkälak*|nälkälako*|ilmastolak*|ilmastolako*|vuokralak*|istumalak*|äänestyslak*; lakkoraja*; boiko* _4 vaale*|vaali*|olympial*|kiso*|kisat|kokou*|istun*|äänesty*|juhl*; vaaliboiko*; lakonin*; ostajalak*; kattolak*; oven|tunnuksen lukko*',
  kinds: {
    sympathyStrike: {
      strong:
        'tukilak*|tukilako*|myötätuntolak*|myötätuntolako*|solidaarisuuslak*|solidaarisuuslako*|tukityötaistelu*|myötätuntotyötaistelu*|tukiulosmars*|tukitoim*|tukilakkoil*; $strike|työnseisau*|ulosmars*|seisau* _8 tukeakseen|tukemiseksi|tueksi|tukena|solidaarisuu*|myötätun* !vaatim*|palk*; tukeakseen|tukemiseksi _5 $strike|ulosmars*|työnseisau*; tueksi|solidaarisuu* _6 lakkoon|ulosmars*|työnseisau*|lakkoilee|lakkoilevat',
      fair: 'liitty*|liity* _3 lakkoon; tueksi _3 $strikers|posti*; postilaisten tueksi; $workers tueksi',
    },
    handlingBan: {
      strong:
        'käsittelykiel*|kuljetuskiel*|lastauskiel*|purkukiel*|käsittelysaar*|hakusaar*|toimitussaar*|kuljetussaar*|lastaussaar*; kieltäyty* _4 $handling; ei|eivät|emme _2 $handling _3 $goods; ei|eivät|emme _1 $goods _2 $handling; $goods ei|eivät $handling; jättä*|jätt* _4 käsittelem*|lastaam*|purkam*|kuljettam*; boiko* _2 $goods; saarto|saarron|saartoon|saartaa|saartavat|saarros*',
    },
    serviceSubstitutionByMovement: {
      strong:
        'solidaarisuuskoulu*|solidaarisuuskeit*|lakkokeit*|lakkokoulu*|lakkoruokal*|solidaarisuusruok*',
      inStrike:
        'talko*|vapaaehtoi*|vanhemm*|seurakun*|naapur*|kansalaisjärjest*|opiskelij*|ruokapank*|lakkolais*|yhdisty* _6 ruok*|lounas*|lounai*|ateri*|lastenhoi*|lapsi*|lapse*|lapset|oppila*|avusta*|keitt*|kyydi*|hoitava*; lastenhoi* _5 talko*|vapaaehtoi*|seurakun*|liito*; ilmai* ruok*|lounas*|lounai*|ateri*',
    },
    serviceSubstitutionByTarget: {
      strong:
        'lakonmurtaj*|lakonmurto*|rikkuri*|rikkurei*|lakkorikkur*|rikkuroi*; korvaav* työvoim*|henkilö*|työntekij*|kuljettaj*; korvaavaa työvoimaa',
      inStrike:
        'vuokratyö*|vuokrahenkil*|sijais*|sijai*|varahenkil*|esimie*|esihenkil*|johtaj*|puolustusvoim*|varusmie*|armeija*|alihankk*|urakoitsij* _5 paikka*|korva*|hoita*|teke*|tekee|jaka*|aja*|ajaa|tuura*|jakele*; palkka*|palkat* _3 sijai*|vuokratyö*|tilapäi*; yhtiö|kaupunki|kunta|työnantaja _4 varajärjest*|poikkeusjärjest*|hätäty*|sijai*|ruokapak*',
    },
    boycott: { strong: 'boiko*|ostoboiko*|ostolak*|ostolako*|kulutusboiko*|kuluttajaboiko*' },
    strikeFund: {
      strong:
        'lakkokass*|lakkoavust*|lakkorah*|lakkoapu*|lakkoavun|lakkokeräy*|tukirahasto*; lahjoit*|keräsi*|kerää*|keräy*|kerätt*|kerättiin _6 lakkolais*|lakkoilij*|lakkoilev*|lakossa; lakkolais*|lakkoilij*|lakkoilev*|lakossa _4 keräy*|keräs*|kerät*|lahjoi*',
    },
    endorsement: {
      inStrike:
        'tukee|tukevat|tuki|tukevansa|tukea|tukensa|kannattaa|kannattavat|ilmai* _4 $strikers|$strike; ilmai*|anta*|antoi|antoivat|ilmoit*|lähett*|osoit* _4 tukensa|tukea|tuen|tukevansa|solidaarisuu*; lakko* _3 tukee|tuki|tukena|tuen|tukea; solidaarisuudenosoi*|tuenosoi*|tuenilmai*; tukimielenosoi*|tukikannano*|tukijulkilau*|tukikirje*; asettu* _3 tueksi|taakse|puolelle; lakon|lakkolaisten tueksi|taakse',
    },
    strike: {
      strong: '$strike; työnseisau*; ulosmars*; ulosmarss*',
      fair: 'työtaistelu*; lakkovaro*',
    },
    lockout: { strong: 'työsul*|työsulku*; sululla|sulkuun|sulkua _3 $workers' },
    settlement: {
      inLabour:
        'sopu|sovun|sovusta|sovintoesity*|neuvottelutulo*|työehtosopimu*|sopimu*|ratkaisu*|sovintorat* _5 synty*|syntyi|saavut*|saatiin|löyty*|hyväks*|päästiin|allekirj*|valmis; synty*|saavut*|saatiin|löyty*|hyväks*|pääs* _5 sopu|sopuun|sovun|sovinto*|sovintoesity*|neuvottelutulo*|työehtosopimu*|sopimu*; $strike _3 päätty*|loppu*|loppui|ohi|päättyi|päättyvät|päättää; päätty*|loppu*|loppui _2 $strike; palaa*|palasi*|palat* _2 töihin|töihinsä; sopu|sovintoon|sopuun _4 $strike|palk*',
      fair: 'sopu|sovun|sovinto*|neuvottelutulo*|sopuun',
    },
    injunction: {
      inLabour:
        'turvaamistoim*|turvaamispää*; lakkokiel*|työtaistelukiel*; käräjäoik*|työtuomioist*|hovioik*|tuomioist*|oikeus _8 kiels*|kiellä*|kielt*|keskeyt*|laitto*|laito*|estä*|esti|pysäyt*|uhkasako*; $strike _5 laito*|laitto* _4 tuomioist*|oikeu*; uhkasako* _6 $strike; väliaikai* kielt*|kiell*',
    },
  },
  sectors: {
    AIR: 'lento*|lenno*|lentäj*|finnair*|lentokon*|matkustamo*',
    LAND: 'bussi*|linja*|juna*|raitio*|metro*|rekka*|kuorma*|rautatie*|veturi*|kuljetus*|kuljetuk*|kuljettaj*|akt',
    WATR: 'merimie*|laiva*|laivo*|lautt*|alus|aluk*|merenkul*|hinaaj*|varustamo*',
    WHSE: 'satam*|ahtaaj*|varasto*|terminaal*',
    POST: 'posti*|postin|kirje*|paket*|jakelu*',
    TRAD: 'kaupp*|kaupa*|myymäl*|myyj*|market*',
    EDU: 'koulu*|opettaj*|oppila*|yliopist*|päiväkot*|päiväkod*|varhaiskasv*',
    HLTH: 'hoitaj*|sairaal*|lääkär*|potila*|hyvinvointialue*|terveys*',
    MFG: 'tehda*|tehta*|teollisuu*|paperi*|telakk*|telaka*|teräs*',
    CONS: 'rakennus*|rakennusal*|työmaa*',
  },
  counted:
    'lentoa|lentoja|lennon|lähtöä|matkustajaa|matkustajan|*työntekijää|työntekijän|työntekijöitä|jäsentä|jäsenen|opettajaa|hoitajaa|oppilasta|lasta|ateriaa|lounasta|ihmistä|henkilöä|henkeä|junaa|bussia|vuoroa|laivaa|alusta|konttia|pakettia|kirjettä|lakkolaista|koulua|euroa|potilasta|leikkausta|kuljettajaa|merimiestä|ahtaajaa|postilaista',
  sayers:
    '*liitto|*liiton|poliisi|poliisin|yhtiö|yhtiön|työnantaja|työnantajan|finnair|finnairin|posti|postin|hallitus|järjestäjien|viranomaisten mukaan|kertoo|sanoo|arvioi|ilmoittaa|kertoi|sanoi|arvioi',
};
