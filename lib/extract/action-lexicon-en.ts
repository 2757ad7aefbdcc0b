import type { Lexicon } from './lexicon.ts';

export const english: Lexicon = {
  everyday: 'the of and in to is was that for on with as by at from has have are were said will',
  macros: {
    workers:
      "worker|workers|workers'|employees|staff|staffers|crews|crew|drivers|teachers|nurses|doctors|dockers|dockworkers|longshoremen|stevedores|seafarers|sailors|pilots|attendants|handlers|carriers|cleaners|postmen|miners|machinists|mechanics|electricians|firefighters|academics|lecturers|actors|writers|journalists|porters|steelworkers|autoworkers|warehousemen|bakers|cooks|baristas|janitors|couriers|technicians|guards|conductors|paramedics|members|labourers|laborers|colleagues|faculty|educators|unions|union|teamsters|railwaymen|operators|clerks",
    strikers:
      "striker|strikers|strikers'|striking|strike|strikes|picketers|pickets|walkout|walkouts",
    goods:
      'parcel|parcels|mail|post|cargo|cargoes|container|containers|goods|freight|shipment|shipments|ship|ships|vessel|vessels|deliveries|cars|teslas|packages|tankers|luggage|plates|letters|trains|planes|aircraft',
    handle:
      'handle|handling|unload|unloading|load|loading|service|servicing|touch|process|processing|transport|transporting|sort|sorting|carry|carrying|deliver|delivering|collect|collecting|repair|repairing|move|moving|berth|refuel|refuelling|install|connect|print|accept',
  },
  strikeWords:
    'strike|strikes|striking|strikers|striker|walkout*|picket*|stoppage*|lockout*; on strike; walk*|walked out',
  labourWords:
    "union|unions|union's|workers|employees|staff|strike*|striking|walkout*|picket*|wage*|labor|labour|lockout*|teachers|nurses|dockers|employer*|bargaining|collective agreement; trade union*",
  negating:
    "no|not|never|without|won't|didn't|don't|doesn't|wouldn't|cannot|can't|hasn't|haven't|neither|nor|isn't|aren't|deny|denies|denied|unlikely|against|reject|rejects|rejected|rejecting|refuse|refuses|refused|refusing|avoid|avoids|avoided|avoiding|avert|averts|averted|averting|prevent|prevents|prevented|oppose|opposes|opposed|decline|declines|declined|condemn|condemns|condemned|fail|fails|failed; rule out; ruled out; rules out; instead of; stop short of",
  undoing:
    'averted|averts|avert|cancelled|canceled|shelved|shelves|shelve|scrapped|scraps|postponed|postpones|suspended|suspends|denied|dismissed|overturned|lifted|lifts|unfounded; ruled out; called off; calls off; call off; calling off; ruled out; rules out; not go ahead; withdrawn; withdraws; put off; on hold',
  past: 'anniversary|museum|memoir|documentary|novel|exhibition|centenary|history|historian|remembering|remembered; years ago; years after; years on; years since; book review; looking back; 19th century; film review',
  lookalikes:
    'air|missile|drone|drones|military|rocket|nuclear|airborne|precision|artillery|russian|israeli|ukrainian|american|u.s|lightning|bird|meteor|hunger|climate|rent|preemptive|retaliatory|deadly|first|second|third|three|bowled|called|capital strike|strikes|striking; airstrike*; strike|strikes|striking|struck a|an|up|it|down|gold|oil|fear|me|you|him|her|us !work|union|pay; strike|strikes on _3 city|base|target|targets|gaza|kyiv|kharkiv|iran|tehran|hospital|school|military|port|village|capital|refinery|depot|militants|rebels|houthi|hezbollah; strike price|prices|rate|partner|zone|zones|out|outs|force|group|team|three|weapons|drone|drones|aircraft; earthquake|quake|storm|hurricane|tragedy|disaster|virus|cyclone|asteroid|flu strikes|struck|strike; striking resemblance|similarity|contrast|difference|image|images|views|feature|new|photos|photo|example|beauty|distance|design; boycott|boycotts|boycotted|boycotting _4 election|elections|vote|polls|referendum|parliament|parliamentary|olympic|olympics|games|session|ceremony|summit|oscars|debate|talks|eurovision|cup|exam|exams|class|classes|lectures|hearing|inauguration|meeting|tournament|match|gala|ballot|conference|congress; election|electoral|olympic|olympics|diplomatic|parliamentary|academic boycott*; locked|lock|locks out of; account|accounts|phone|users locked out; back|backs|backing|support|supports strike action; account lockout; lockout tagout; lockout mechanism|screen; injunction* _4 patent|copyright|merger|abortion|publication',
  kinds: {
    sympathyStrike: {
      strong:
        "sympathy|sympathetic strike|strikes|walkout|walkouts|stoppage|stoppages|action|actions; solidarity|secondary|supportive strike|strikes|walkout|walkouts|stoppage|stoppages !fund|pay; strike*|striking|walkout*|walked|walk|walks|walking|stoppage*|stopped|grounded|stop|strike _8 in solidarity|sympathy with; strike*|striking|walkout*|walked|walk|walks|walking|stoppage* _8 in support of _3 $workers|$strikers; honor|honors|honored|honoring|honour|honours|honoured|honouring|respect|respects|respected|respecting _3 picket*; refus*|decline|declined|won't|not to? cross _4 picket*; refuse|refuses|refused|refusing to cross; down|downed|dropped|drop|downing tools _6 solidarity|sympathy|support; struck in solidarity|sympathy; solidarity|sympathy from _6 walk|walked|strike",
      fair: 'solidarity|secondary|sympathy industrial action; join|joins|joined|joining|joins in the|a? strike|walkout|picket*; in solidarity|sympathy with _4 $strikers|$workers; $workers back|backs|backed|backing _3 strike|strikes !action|ballot|vote; alongside striking $workers; in support of _3 $strikers|postal|striking',
    },
    handlingBan: {
      strong:
        "refuse|refuses|refused|refusing|decline|declines|declined|won't to $handle; refusal to $handle _4 $goods; won't|not $handle _4 $goods; refuse|refuses|refused|refusing _3 $goods !to; stop|stops|stopped|stopping|halt|halts|halted|cease|ceased unloading|loading|handling|servicing|sorting; stop|stops|stopped|stopping|halt|halts|halted _2 $goods; handling ban*|boycott*; ban|bans|banned on? handling; black|blacking ban|bans; hot cargo; blacked|blacking _2 $goods|work; block|blocks|blocked|blockade|blockades|blockaded _2 unloading|loading",
      inStrike: 'blockade|blockades|blockaded|blockading',
      inLabour:
        'sympathy|union|secondary|port|ports blockade; boycott _2 $goods; boycott of _3 $goods|ports|vessels',
    },
    serviceSubstitutionByMovement: {
      strong:
        'solidarity|strike|freedom school|schools|kitchen|kitchens|classroom|classrooms|clinic|clinics|meals; community|strike kitchen* _5 strik*',
      inStrike:
        'volunteer|volunteers|parents|parent|strikers|union|unions|church|churches|food bank|banks|neighbors|neighbours|community|activists|students|residents|charity|bank _5 feed|feeds|fed|feeding|serve|serves|served|serving|deliver|delivers|delivered|delivering|hand|cook|cooks|cooked|provide|provides|provided|providing|offer|offers|offered|run|runs|running|open|opened|distribute|distributed|drive|look after _6 meal|meals|lunch|lunches|food|children|pupils|students|kids|childcare|child|daycare|school|schools|rides|patients|care|groceries|emergency; free meals|lunches|lunch|childcare|rides; child care at _3 church|churches|union; pop up school|schools|childcare; emergency|skeleton cover _4 strikers|union',
    },
    serviceSubstitutionByTarget: {
      strong:
        'strikebreaker*|strikebreaking; strike breaker|breakers|breaking; scab|scabs; replacement worker|workers|drivers|nurses|teachers|staff|crews|labor|labour|miners|pilots',
      inStrike:
        'agency|temporary|temp|substitute|outside|contract|relief|non|emergency _1 $workers !strike|walk; hire|hires|hired|hiring|bring|brings|brought|recruit|recruits|recruited|fly|flew|flies _4 replacement|replacements|temps|substitutes|agency|contractors; army|military|troops|soldiers|national guard|police|volunteers _4 drive|drives|driving|cover|covers|step|deployed|deploy|fill|fills|replace|replaces|staff|drafted|guard|collect|deliver; managers|manager|supervisors|executives _4 drive|cover|fill|deliver|step|sort|run|do|work|operate; district|management|company|employer|city|council|ministry|government|operator|administrators|university _5 meals|lunches|childcare|buses|substitutes|replacement|replacements|emergency|contingency',
    },
    boycott: {
      strong:
        "consumer|customer|product|store|international|national|nationwide boycott*; boycott|boycotts|boycotted|boycotting; stop|stopped buying; don't buy",
      inLabour:
        'shoppers|customers|consumers _3 shun|shunning|avoid|avoiding|stay away; cancel|cancelling|cancel their subscriptions|accounts|prime',
    },
    strikeFund: {
      strong:
        "strike fund|funds|pay|benefit|benefits|relief; hardship|solidarity|defense|fighting fund|funds; donat*|raise|raises|raised|raising|collect|collects|collected|give|gives|gave|pledge|pledges|pledged|crowdfund* _6 striker|strikers|strikers'|striking; fundrais*|gofundme|crowdfund*|collection _6 strik*",
      inStrike:
        'donat*|fundrais*|crowdfund*|gofundme !boycott; collection bucket*; raise|raises|raised _2 money|cash|funds',
    },
    endorsement: {
      strong:
        'endors* _3 strike|strikers|walkout|picket*|union|$workers; letter|statement|message|messages|resolution _2 solidarity|support _4 strik*|$workers',
      inStrike:
        'express|expresses|expressed|declare|declares|declared|pledge|pledges|pledged|voice|voices|voiced|offer|offers|offered|send|sends|sent|show|shows|announce|announces _3 solidarity|support _2 with|for|to; support|supports|supported|supporting|back|backs|backed|backing|applaud|applauds|applauded|praise|praises|praised|stand|stands|stood _2 strike|strikers|striking|walkout !action|ballot|vote; stand|stands|stood|standing with|behind|by _3 $workers|$strikers; visit|visits|visited|join|joins|joined _2 picket*; rally|rallied|rallies|march|marched in support|solidarity; throw|throws|threw|lend|lends|lent _3 support|weight behind',
      fair: 'solidarity with; in support of _3 $strikers|$workers',
    },
    strike: {
      strong:
        "on strike; strike action; go|goes|going|went out on strike; $workers strike|strikes|striking|struck; $workers _3 strike|strikes !fund|funds|pay; striking $workers; strike|strikes _2 by $workers; walk|walks|walked|walking off _3 job|jobs|set; vote|votes|voted|voting _3 strike; rail|train|bus|tube|metro|postal|teachers'|nurses'|teacher|nurse|docks|port|ports|airport|airline|pilots'|school|transit|subway|mail|general|wildcat|indefinite|national|nationwide|hour|day|week|garbage|bin|hospital|university|hollywood|ferry|warehouse|factory strike|strikes; down|downs|downed|downing tools; strike|strikes over _3 pay|wages|jobs|pensions|conditions|cuts|hours; wildcat|unofficial|indefinite strike*|walkout*|stoppage*; work stoppage|stoppages",
      inLabour:
        'walk|walks|walked|walking out; walkout*; industrial action; stop|stopped|stopping work; strike|strikes begins|begin|began|starts|started|enters|hits|looms|ballot|vote|notice|deadline|day|days',
      fair: 'strike|strikes|strikers; picket line*; picket*',
    },
    lockout: {
      inLabour:
        'lockout|lockouts; lock|locks|locked|locking out _3 $workers|members|union|hundreds|thousands|staff; locked out; locked|locking|locks|lock _5 $workers _1 out; lock|locks out',
    },
    settlement: {
      inLabour:
        'tentative|provisional|preliminary|draft|last|pay|wage|labor|labour|contract agreement|deal|settlement !no|rejected|collapse*; reach|reaches|reached|agree|agrees|agreed|sign|signs|signed|ratify|ratifies|ratified|approve|approves|approved|accept|accepts|accepted|clinch|clinched|secure|secures|secured|win|wins|won|strike|strikes|struck _4 deal|agreement|settlement|contract|offer|accord; deal|agreement|settlement|accord _3 reached|signed|ratified|approved|accepted|agreed|ends|end|ended; strike|walkout|dispute|stoppage|lockout _3 ends|ended|settled|resolved; strike|walkout|dispute|lockout is|now over; end|ends|ended|ending|settle|settles|settled|resolve|resolved|halts _6 strike|strikes|walkout|dispute|lockout|stoppage|standoff; return|returns|returned|returning to work; back to|at work after; called|calls|call off _5 strike* _6 deal|agreement|offer|settlement',
      fair: 'deal|settlement|agreement',
    },
    injunction: {
      inLabour:
        'injunction|injunctions; restraining order; court|courts|judge|judges|tribunal _5 order|orders|ordered|block|blocks|blocked|bar|bars|barred|halt|halts|halted|ban|bans|banned|forbid|forbids|forbade|stop|stops|stopped|prohibit* _6 strike|strikes|strikers|walkout|walkouts|picket*|union|unions|action|boycott|$workers; strike|strikes|walkout|picketing|action _4 illegal|unlawful|blocked|banned|barred|halted _4 court|judge|tribunal; court|judge|tribunal _4 rule|rules|ruled|declare|declares|declared|find|finds _4 strike|walkout|action _3 illegal|unlawful; court|courts|judge _3 cooling off; back to work order|law|legislation|orders',
    },
  },
  sectors: {
    AIR: 'flight|flights|airline|airlines|airport*|pilots|cabin|finnair|aviation|aircraft|baggage',
    LAND: 'bus|buses|train|trains|rail|railway*|tram|trams|truck*|lorry|lorries|metro|tube|transit|subway|haulage',
    WATR: 'ferry|ferries|ship|ships|seafarers|sailors|vessel*|shipping|tugboat*|harbour pilots',
    WHSE: 'port|ports|docker*|dock|docks|dockworkers|longshore*|stevedore*|warehouse*|terminal*|unload*',
    POST: 'postal|post|mail|parcel*|letters|courier*|posti|postmen',
    TRAD: 'supermarket*|shop|shops|store|stores|retail*|grocery|checkout|shoppers',
    EDU: 'teacher*|school*|pupils|students|universit*|lecturers|district|classroom*|educators|faculty',
    HLTH: 'nurse*|hospital*|doctor*|patients|clinic*|ambulance*|paramedic*|health|care',
    MFG: 'factory|factories|plant|plants|automaker*|carmaker*|steel|autoworkers|assembly|manufactur*',
    CONS: 'construction|builders|building sites',
  },
  counted:
    'flight|flights|departures|passengers|$workers|strikers|pupils|students|children|kids|meals|lunches|people|schools|trains|buses|ships|vessels|containers|cars|parcels|letters|ports|plants|stores|customers|dollars|euros|patients|operations|jobs|households|supporters|demonstrators',
  sayers:
    'union|unions|police|company|employer|airline|government|organisers|organizers|district|management|officials|operator|ministry|spokesman|spokeswoman|spokesperson|leaders _2 say|says|said|claim|claims|claimed|estimate|estimates|estimated; according to the? union|unions|police|company|employer|airline|government|organisers|organizers|district|management|officials|operator|ministry',
};
