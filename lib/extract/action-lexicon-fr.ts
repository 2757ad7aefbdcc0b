import type { Lexicon } from './lexicon.ts';

/** French words are parted at the apostrophe: l'appel is l, appel. */
export const french: Lexicon = {
  everyday: 'le la les des et du une que dans est pour qui sur par au plus ce pas avec il',
  macros: {
    strike: 'grève|grèves|débrayage|débrayages',
    strikers: 'gréviste|grévistes|grève|grèves',
    workers:
      'salarié|salariés|salariées|travailleurs|travailleuses|employés|employées|ouvriers|ouvrières|personnel|personnels|enseignants|enseignantes|professeurs|profs|infirmiers|infirmières|soignants|médecins|dockers|pilotes|hôtesses|conducteurs|cheminots|facteurs|postiers|marins|routiers|éboueurs|agents|syndicat|syndicats|cgt|collègues|camarades|livreurs|caissières|raffineurs|équipages|électriciens',
    goods:
      'colis|courrier|fret|cargaison|cargaisons|conteneurs|conteneur|marchandises|navire|navires|bateau|bateaux|camions|lettres|avions|voitures|livraisons|armes',
    handle:
      'décharger|charger|manipuler|transporter|trier|livrer|traiter|acheminer|embarquer|réparer|toucher|distribuer|débarquer|ravitailler|collecter|ramasser',
  },
  strikeWords: '$strike; gréviste*; lock; piquet*; débraya*|débray*',
  labourWords:
    'grève*|gréviste*|syndicat*|syndical*|salarié*|travailleurs|employeur*|patronat|salaire*|salarial*|convention collective|piquet*|cgt|cfdt|débray*|enseignants|dockers|direction',
  negating:
    'pas|aucun|aucune|ni|sans|jamais|non|refuse|refusent|refusé|rejette|rejettent|rejeté|dément|démentent|exclut|excluent|évite|évitent|éviter|évité|contre|condamne|condamnent|renonce|renoncent; au lieu de',
  undoing:
    'annulé|annulée|annulent|annule|annulés|suspendu|suspendue|suspend|suspendent|reporté|reportée|reporte|reportent|levé|levée|évité|évitée|rejeté|rejetée|débouté|déboutée|déboute; renonce à',
  past: 'anniversaire|musée|mémoires|documentaire|roman|exposition|histoire|centenaire; il y a _2 ans; ans après; ans plus tard',
  lookalikes:
    'grève|grèves de la faim; grève|grèves _1 climat|climatique|scolaire|sexe|loyers; place de grève; la grève de sable; boycott*|boycotte* _4 élection|élections|scrutin|vote|référendum|jeux|jo|olympiques|séance|cérémonie|sommet|eurovision|mondial|coupe|débat|examens; boycott électoral|diplomatique|olympique',
  kinds: {
    sympathyStrike: {
      strong:
        'grève|grèves|débrayage|débrayages|arrêt|arrêts de|par|en? solidarité|sympathie|soutien !revendication*; grève|grèves|débray*|arrêt|arrêtent|cessent _8 solidarité|soutien|sympathie avec|aux|au|à|des !revendication*|hausse*; grève solidaire; débraient|débrayent _6 solidarité|soutien; en solidarité|soutien _6 grève|débray*; refus* _2 franchir _3 piquet*; respect* _3 piquet*',
      fair: 'rejoignent|rejoint|joignent|rallient|rejoindre _4 grève|mouvement|grévistes; par|en solidarité avec _4 $workers|$strikers; en soutien aux|à|au _4 $workers|$strikers',
    },
    handlingBan: {
      strong:
        'refusent|refuse|refusé|refusaient|refuseront|refus de $handle; refusent|refuse|refusé de _1 $handle; cessent|arrêtent|stoppent|bloquent de? _2 $handle|déchargement|chargement|$goods; ne $handle|déchargent|chargent|déchargeront|chargeront|transportent|traiteront _2 $goods; boycott|boycottent|boycotte _3 $goods|ports; refusent|refuse _2 $goods !de',
      inStrike: 'blocage|bloquent|bloqué _3 $goods|port|ports|terminal|dépôt|dépôts',
    },
    serviceSubstitutionByMovement: {
      strong:
        'cantine|cantines|cuisine|cuisines|école|écoles|crèche|crèches|garderie|garderies|soupe|soupes solidaire|solidaires|populaire|populaires|sauvage|sauvages !fermé*; cantine de grève',
      inStrike:
        'bénévole|bénévoles|parents|voisins|voisines|habitants|paroisse|paroisses|église|association|associations|grévistes|étudiants|banque alimentaire _7 repas|déjeuner|déjeuners|nourriture|enfants|élèves|garde|gardent|cuisinent|cuisine|crèche|garderie|distribuent|nourrissent; repas gratuits|gratuit; distribuent|servent|cuisinent|préparent|offrent _4 repas|nourriture|déjeuners|paniers',
    },
    serviceSubstitutionByTarget: {
      strong: 'briseur|briseurs|briseuses de grève|grèves; briser la grève; jaunes remplacent',
      inStrike:
        'remplacent|remplace|remplacer|remplacé|remplacés|recrute|recrutent|embauche|embauchent|recours|recourt|recourir|appel _5 grévistes|intérimaires|intérim|remplaçants|vacataires|cdd|soustraitants|prestataires|bénévoles; intérimaires|armée|militaires|soldats|cadres|gendarmes|remplaçants _5 remplac*|conduis*|conduir*|assur*|livr*|ramass*|collect*|prêt*|distribu*|déploy*; réquisition|réquisitionne|réquisitionnés|réquisitions|réquisitionnées; service minimum _4 mairie|ville|direction|commune; mairie|direction|entreprise|ville _4 intérimaires|remplaçants|repas|navettes|accueil minimum',
    },
    boycott: {
      strong:
        'boycott|boycotts|boycottage|boycotte|boycottent|boycotter|boycottez|boycottons|boycotté; ne plus acheter; cesser|cessent|arrêter d acheter; n achetez',
    },
    strikeFund: {
      strong:
        'caisse|caisses|fonds de? grève|grèves|solidarité; caisse|caisses de grève|solidarité|soutien; fonds de grève; don|dons|donne|donnent|verse|versent|récolte|récoltent|récolté|collecte|collectent|cagnotte|cagnottes|collecté|reverse _7 gréviste|grévistes|grève; gréviste|grévistes _4 cagnotte|dons|collecte',
      inStrike: 'cagnotte|cagnottes; collecte de dons|fonds',
    },
    endorsement: {
      inStrike:
        'soutient|soutiennent|soutenu|soutiens|soutenir|appuie|appuient|salue|saluent|approuve|approuvent _4 grève|grévistes|mouvement|salariés|travailleurs|lutte; apporte|apportent|apporté|exprime|expriment|exprimé|affiche|affichent|déclare|déclarent|témoigne|adresse|adressent|manifeste|affirme|affirment _3 soutien|solidarité; soutien|solidarité aux|avec|à _2 grévistes|grève|salariés|travailleurs|les; lettre|message|motion|tribune|communiqué|déclaration de soutien|solidarité; rassemblement|manifestation|marche|manifestent|défilent _2 soutien|solidarité; se solidarise|solidarisent; rend|rendent visite _4 piquet*|grévistes',
    },
    strike: {
      strong:
        '$strike; grévistes|gréviste; débraient|débrayent|débrayé|débrayer; cessent|cessé|arrêtent le travail; arrêt|arrêts de travail; préavis|mouvement|appel|appellent|appelle _2 grève',
      fair: 'piquet de; mouvement social; mobilisation',
    },
    lockout: {
      strong:
        'lock out|outs; lockout|lockouts|lockoute|lockoutent|lockouté|lockoutés; grève patronale',
      inStrike: 'ferme|fermé|ferment _4 usine|portes|site _6 grévistes|salariés',
    },
    settlement: {
      inLabour:
        'accord|protocole|compromis|convention _4 signé*|conclu*|trouvé*|ratifié*|approuvé*|accepté*|atteint|obtenu*|met; signe|signent|signé|concluent|conclut|trouvent|trouve|trouvé|ratifient|ratifie|approuvent|approuve|acceptent|parviennent|parvient|arrachent|obtiennent|valident|adoptent _4 accord|protocole|compromis|offre|convention; fin _2 grève|conflit|mouvement|débrayage|lock; met|mettent|mis fin _4 grève|conflit|mouvement; grève|conflit|mouvement _3 terminé*|fini*|achev*|prend fin|levé*; reprise|reprennent|reprend|repris _1 travail|boulot|service; cessent|lèvent|arrêtent|suspendent la grève; accord de principe; protocole d accord|fin; fin de conflit',
      fair: 'accord|protocole|compromis',
    },
    injunction: {
      inLabour:
        'tribunal|juge|juges|justice|cour|référé _7 interdit|interdire|interdisent|suspend|ordonne|ordonnent|illicite|illégale|illégal|bloque|stoppe|enjoint|astreinte _7 grève|grèves|piquet*|blocage*|mouvement|débrayage|grévistes|évacuation|travail|reprise; grève|grèves|piquet*|débrayage|blocage _4 interdit*|illicite|illégale|suspendue _4 tribunal|juge|justice|cour; injonction|injonctions; ordonnance|loi de retour au travail; loi spéciale _4 grève; astreinte _6 piquet*|grévistes|syndicat; expulsion|évacuation du? piquet*',
    },
  },
  sectors: {
    AIR: 'vol|vols|aéroport*|pilotes|hôtesses|stewards|compagnie aérienne|aiguilleurs|contrôleurs aériens|avions',
    LAND: 'train|trains|sncf|ratp|bus|métro|cheminots|tram|tramway|routiers|tgv|rer|chauffeurs|ferroviaire*',
    WATR: 'ferry|ferries|marins|navire|navires|bateau|bateaux|armateur*|remorqueur*|maritime',
    WHSE: 'port|ports|dockers|docks|entrepôt*|portuaire*|conteneurs|logistique*|terminal',
    POST: 'poste|postiers|facteurs|courrier|colis|postal|postaux|postale',
    TRAD: 'supermarché*|magasin*|hypermarché*|commerce|caissières|enseigne|grande distribution',
    EDU: 'enseignant*|école*|professeur*|profs|lycée*|collège*|élèves|université*|éducation',
    HLTH: 'infirmi*|hôpital|hôpitaux|soignants|médecins|patients|urgences|clinique*|santé',
    MFG: 'usine*|raffinerie*|métallurg*|aciérie*|automobile|fabrique|sidérurg*',
    CONS: 'bâtiment|chantier*|btp',
  },
  counted:
    'vols|passagers|voyageurs|$workers|grévistes|élèves|enfants|repas|personnes|écoles|trains|bus|navires|bateaux|conteneurs|colis|lettres|euros|patients|opérations|magasins|manifestants|familles|clients',
  sayers:
    'syndicat|syndicats|police|direction|entreprise|compagnie|gouvernement|préfecture|organisateurs|mairie|ministère|cgt|cfdt _2 dit|disent|affirme|affirment|annonce|annoncent|estime|estiment|revendique|indique; selon _2 syndicat|syndicats|police|direction|entreprise|compagnie|gouvernement|préfecture|organisateurs|mairie|ministère|cgt|cfdt; d après _2 syndicat|syndicats|police|direction|organisateurs|cgt',
};
