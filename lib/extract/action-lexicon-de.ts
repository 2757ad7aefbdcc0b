import type { Lexicon } from './lexicon.ts';

export const german: Lexicon = {
  everyday: 'der die und das in den von zu mit sich des auf für ist im dem nicht ein eine als',
  macros: {
    strike:
      '*streik|*streiks|*streiken|*streikt|*streikten|*streikte|gestreikt|*streikende|*streikenden|*streiktag*|*ausstand',
    strikers: 'streik|streiks|streikende|streikenden|streikender|*streik|ausstand|*streiks',
    workers:
      'arbeiter|*arbeiter|*arbeiterinnen|beschäftigte|beschäftigten|*beschäftigte|*beschäftigten|mitarbeiter|mitarbeitende|angestellte|personal|*personal|lehrer|lehrkräfte|*lehrer|pflegekräfte|pfleger|krankenschwestern|ärzte|piloten|*piloten|lokführer|busfahrer|fahrer|*fahrer|zusteller|seeleute|matrosen|kollegen|kolleginnen|gewerkschaft|gewerkschaften|mitglieder|erzieherinnen|belegschaft|belegschaften|docker|flugbegleiter|*leute|postler|verkäuferinnen',
    goods:
      '*paket|*pakete|*fracht|*ladung|*container|*schiff|*schiffe|*waren|*güter|*post|*briefe|*sendungen|*lieferungen|*autos|*wagen|*kohle|*flugzeuge',
    handle:
      'entladen|beladen|abzufertigen|abfertigen|löschen|verladen|bearbeiten|transportieren|auszuliefern|ausliefern|zuzustellen|sortieren|abzuladen|anzufassen|reparieren|umzuschlagen|weiterzuleiten|zu',
  },
  strikeWords: '$strike; streik*|warnstreik*|arbeitsniederlegung*|ausstand; aussperr*',
  labourWords:
    '$strike; *gewerkschaft*|verdi|beschäftigt*|arbeitgeber*|tarif*|lohn|löhne|*streik*|betriebsrat*|aussperr*|arbeitskampf*|arbeitsniederleg*|belegschaft*|warnstreik*',
  negating:
    'kein|keine|keinen|keiner|keinem|nicht|nie|niemals|ohne|gegen|lehnt|lehnen|lehnte|ablehnen|weigert|weigern|weigerte|verhindert|verhindern|vermeiden|verurteilt|verurteilen|dementiert|statt; abgewendet',
  undoing:
    'abgesagt|abgewendet|abgeblasen|verschoben|ausgesetzt|abgelehnt|aufgehoben|zurückgezogen|verhindert|entfällt|entfallen; fällt aus; sagt _4 ab; sagen _4 ab; lehnt _4 ab; lehnen _4 ab; weist _4 zurück; bläst _4 ab',
  past: 'jahrestag*|museum|memoiren|dokumentation|dokumentarfilm|roman|ausstellung|geschichte|jubiläum; vor _1 jahren; jahre nach; jahre danach',
  lookalikes:
    'hungerstreik*|klimastreik*|schulstreik*|sitzstreik*|mietstreik*|mietenstreik*; generalstreik der natur; boykott* _4 wahl|wahlen|abstimmung|olympia*|spiele|wm|gipfel|sitzung|referendum|eurovision|esc|debatte|preisverleihung|parlament*; wahlboykott*|olympiaboykott*|wmboykott*; streik der technik; luftschlag*; ausgesperrt _2 wohnung|haus|auto|balkon; *anlage|heizung|computer|technik|motor streikt',
  kinds: {
    sympathyStrike: {
      strong:
        'solidaritätsstreik*|sympathiestreik*|unterstützungsstreik*|solidaritätsarbeitsnieder*|solistreik*; $strike|streik*|arbeitsniederleg*|legen|legten _8 solidarität|sympathie|unterstützung mit|für|der|des|von !forderung*|tarif*|höhere*; aus solidarität _6 arbeit|$strike|nieder; aus solidarität|sympathie mit _4 $strikers|$workers; solidarisch _4 streiken|niedergelegt|nieder',
      fair: 'schließen|schließt|schlossen sich _4 streik*|ausstand an?; in solidarität mit; solidarisieren|solidarisiert|solidarisierten sich',
    },
    handlingBan: {
      strong:
        'weigern|weigert|weigerten|weigerung sich? _6 $handle; verweigern|verweigert|verweigerten _4 abfertigung|entladung|beladung|annahme|umschlag|transport|entladen|$goods; boykottieren|boykottiert|boykottierten _3 $goods|schiffe|hafen; $goods nicht _2 entladen|beladen|abgefertigt|bearbeitet|abfertigen|gelöscht; fertigen|entladen|beladen|löschen|transportieren|bearbeiten _4 $goods _2 nicht; fertigen|entladen|laden|löschen keine|kein|nicht|keinerlei _3 $goods; abfertigungsboykott*|abfertigungsverbot*|hafenboykott*|annahmeverweigerung*|entladeboykott*',
      inStrike: 'blockade|blockieren|blockierten _4 $goods|hafen|häfen|entladung',
    },
    serviceSubstitutionByMovement: {
      strong:
        'solidaritätsküche*|streikküche*|solidaritätsschule*|volksküche*|solidaritätskita*|streikschule*|solidarküche*',
      inStrike:
        'freiwillige|freiwilligen|ehrenamtliche|ehrenamtlichen|eltern|nachbarn|kirchengemeinde*|kirche|gemeinde|tafel|verein|vereine|studierende|streikende|elterninitiative* _7 essen|mahlzeit*|mittagessen|suppe|kinder*|kochen|betreuung|betreuen|verteilen|schüler*|fahrdienst*|notbetreuung|versorgen; kostenlos* _2 essen|mahlzeit*|mittagessen|kinderbetreuung|betreuung; notbetreuung _4 eltern|elterninitiative|ehrenamtlich*; eltern organisieren',
    },
    serviceSubstitutionByTarget: {
      strong: 'streikbrecher*|streikbruch*|ersatzpersonal|ersatzkräfte|streikbrechende*',
      inStrike:
        'leiharbeit*|leihkräfte*|zeitarbeit*|aushilf*|fremdfirm*|subunternehm*|bundeswehr|soldaten|führungskräfte|manager|vertretungs*|verwaltungsmitarbeiter* _6 ersetz*|fahren|springen|übernehmen|übernimmt|einspringen|einsetz*|eingesetzt|zustellen|arbeiten; setzt|setzen|setzte|heuert|holt|engagiert|engagierte _5 leiharbeit*|aushilf*|ersatz*|fremdfirm*|zeitarbeit*|streikbrech*|beamte; notfahrplan|ersatzfahrplan|notdienst* _3 arbeitgeber|stadt|konzern|unternehmen; stadt|konzern|unternehmen|arbeitgeber|bahn _4 notbetreuung|ersatzverkehr|ersatzbusse|ersatzfahrplan|ersatz*',
    },
    boycott: {
      strong:
        'boykott|boykotts|boykottieren|boykottiert|boykottierten|boykottaufruf*|käuferboykott*|konsumboykott*|verbraucherboykott*|kaufboykott*|kundenboykott*; nicht mehr kaufen|einkaufen; käuferstreik*',
    },
    strikeFund: {
      strong:
        'streikkasse*|streikgeld*|streikfonds|solidaritätsfonds|solidaritätskasse|streikunterstützung*|solifonds|unterstützungskasse; spend*|sammel*|gesammelt|sammeln _7 streikend*|streikkasse|streik; streikende* _4 spend*|gesammelt|sammel*',
      inStrike:
        'spendenaktion*|spendensammlung*|spendenaufruf*|crowdfunding|solidaritätsspende*; spenden|spendet|spendete|spendeten _4 euro|franken',
    },
    endorsement: {
      inStrike:
        'unterstützen|unterstützt|unterstützten|unterstützte|begrüßen|begrüßt|befürworten _5 streik*|*streik|streikend*|beschäftigt*|arbeitskampf*|ausstand|forderung*; solidarität|solidarisch|unterstützung|rückhalt _4 streik*|*streik|streikend*|beschäftigt*|ausstand|arbeitskampf; erklären|erklärt|erklärte|zeigen|zeigt|bekunden|bekundet|bekundete|sichern|sichert|senden|sendet _4 solidarisch|solidarität|unterstützung; stellt|stellen|stellte sich hinter _4 streik*|streikend*|*streik; solidaritätserklärung*|solidaritätsadresse*|solidaritätsbekund*|unterstützungserklär*|grußbotschaft*|soliadresse*; solidaritätsdemo*|solidaritätskundgebung*; offener|offenen brief _4 unterstütz*|solidar*',
    },
    strike: {
      strong:
        '$strike; warnstreik*; arbeitsniederlegung*; legen|legten|legt _4 arbeit nieder; arbeit nieder|niedergelegt|niederlegen; urabstimmung* _5 streik*; streikaufruf*|streikauftakt*|streikwelle*|streikbeginn*|streiktag*',
      fair: 'arbeitskampf*; streikposten; streik*',
    },
    lockout: {
      strong: 'aussperrung|aussperrungen|aussperren; aussperrung*',
      inLabour:
        'sperrt|sperren|sperrte|sperrten _5 aus; ausgesperrt|ausgesperrte|ausgesperrten|aussperrt',
    },
    settlement: {
      inLabour:
        '*einigung|*tarifabschluss|*abschluss|*tarifvertrag|*vereinbarung|*kompromiss|*schlichterspruch _4 erzielt|erreicht|unterzeichnet|angenommen|steht|gefunden|zugestimmt|beendet|unterschrieben; tarifeinigung*|tarifabschluss*|schlichtungseinigung; einigen|einigten|einigt sich; *streik|streiks|ausstand|tarifstreit|tarifkonflikt|arbeitskampf|aussperrung _3 beendet|vorbei|ende|endet|beigelegt|beenden|zu ende; beendet|beenden|ende|endet|beigelegt _3 *streik|*streiks|ausstand|tarifstreit|tarifkonflikt|arbeitskampf; kehren|kehrt|nehmen _4 arbeit zurück|wieder; zurück an die arbeit; stimmen|stimmten|stimmt _4 tarifabschluss|einigung|angebot|schlichterspruch|tarifergebnis; tarifergebnis',
      fair: 'einigung|tarifvertrag|kompromiss',
    },
    injunction: {
      inLabour:
        'arbeitsgericht*|*gericht|gericht|richter|landesarbeitsgericht* _7 untersagt*|untersagen|verbietet|verbot|verboten|stoppt|stoppte|stoppen|rechtswidrig|unzulässig|gestoppt; einstweilige|einstweiliger|einstweiligen verfügung*|anordnung* !abgelehnt; *streik|streiks|ausstand|warnstreik* _4 untersagt|verboten|gestoppt|rechtswidrig|unzulässig _4 *gericht|richter; *streik|streiks|ausstand|warnstreik* _3 *gericht* _3 untersagt|verboten|gestoppt; streikverbot*',
    },
  },
  sectors: {
    AIR: 'flug|flüge|flughafen|flughäfen|*piloten|lufthansa|airline*|flugbegleiter|luftverkehr|*flieger|kabinenpersonal|bodenpersonal',
    LAND: 'bahn|züge|zug|bus|busse|*fahrer|lokführer|straßenbahn*|nahverkehr*|lkw|spedition*|gdl|ubahn',
    WATR: 'schiff|schiffe|fähre|fähren|seeleute|reederei*|matrosen|schlepper',
    WHSE: 'hafen|häfen|hafenarbeiter*|lager|terminal*|logistik*|seehafen*|docker|umschlag*',
    POST: 'post|briefe|pakete|zusteller|paketboten|briefträger|dhl|postler',
    TRAD: 'einzelhandel|supermarkt|supermärkte|handel|filialen|verkäufer*|kaufhaus|läden',
    EDU: 'lehrer|lehrkräfte|schule|schulen|schüler|kita|kitas|erzieher*|universität*|hochschule*',
    HLTH: 'krankenhaus|kliniken|klinik|pflege*|ärzte|patienten|charité|klinikum|krankenhäuser',
    MFG: 'werk|werke|fabrik|fabriken|metall|stahl*|autobauer|industrie|fließband',
    CONS: 'bau|baustelle*|bauarbeiter|bauwirtschaft',
  },
  counted:
    'flüge|flügen|abflüge|passagiere|passagieren|fluggäste|reisende|$workers|streikende|streikenden|schüler|kinder|mahlzeiten|essen|menschen|personen|schulen|kitas|züge|zügen|busse|schiffe|schiffen|container|pakete|briefe|euro|patienten|operationen|filialen|demonstranten|teilnehmer|betriebe|millionen',
  sayers:
    'gewerkschaft|verdi|polizei|unternehmen|konzern|arbeitgeber|airline|regierung|veranstalter|stadt|flughafen|gdl _2 sagt|sagte|spricht|sprach|schätzt|schätzte|teilt|teilte|erklärte|meldet|zufolge; nach angaben _2 gewerkschaft|polizei|unternehmens|konzerns|arbeitgeber|veranstalter|stadt|airline|verdi|gdl; laut _1 gewerkschaft|verdi|polizei|unternehmen|konzern|arbeitgeber|veranstalter|veranstaltern|airline|gdl',
};
