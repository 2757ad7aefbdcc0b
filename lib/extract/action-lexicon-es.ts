import type { Lexicon } from './lexicon.ts';

export const spanish: Lexicon = {
  everyday: 'el la de que los las y en por con una para del se al su más este ha son',
  macros: {
    strike: 'huelga|huelgas|paro|paros',
    strikers: 'huelguista|huelguistas|huelga|huelgas|paro',
    workers:
      'trabajador|trabajadores|trabajadoras|empleado|empleados|plantilla|personal|maestros|maestras|profesores|profesoras|docentes|enfermeras|enfermeros|médicos|estibadores|pilotos|conductores|maquinistas|carteros|marineros|obreros|mineros|jornaleros|repartidores|camioneros|portuarios|sindicato|sindicatos|tripulantes|compañeros|compañeras|limpiadoras|ferroviarios|azafatas|despedidos',
    goods:
      'paquetes|paquete|carga|cargas|contenedores|mercancía|mercancías|buque|buques|barco|barcos|correo|correspondencia|envíos|camiones|coches|cartas|aviones|cargamento',
    handle:
      'descargar|cargar|manipular|transportar|repartir|clasificar|mover|tocar|atender|reparar|entregar|procesar|estibar|recoger',
  },
  strikeWords: '$strike; huelguist*; cierre patronal; piquet*; paran',
  labourWords:
    'huelga*|huelguist*|sindicat*|trabajador*|patronal|emplead*|salari*|convenio|laboral|plantilla|piquet*|docentes|estibadores|empresa',
  negating:
    'no|ni|sin|nunca|niega|niegan|negó|rechaza|rechazan|rechazó|rechazar|descarta|descartan|descartó|evita|evitan|evitó|evitar|contra|tampoco|condena|condenan; se niega a; lejos de; en vez de',
  undoing:
    'desconvoca|desconvocan|desconvocada|desconvocado|desconvocó|desconvocar|suspende|suspenden|suspendida|suspendió|cancela|cancelan|cancelada|aplaza|aplazan|aplazada|descartada|revoca|anula|anulada|denegada|desestimada|desestima|evitada',
  past: 'aniversario|museo|memorias|documental|novela|exposición|historia|centenario; hace _2 años; años después',
  lookalikes:
    'huelga|huelgas de? hambre; huelga|huelgas decir|climática|climático|estudiantil; paro juvenil|registrado|cardíaco|cardiaco|cardiorrespiratorio|respiratorio|estructural|femenino; tasa|cifra|datos|seguro|subsidio|prestación|prestaciones|cobrar|cobra|al|el desempleo|del|de|por paro !huelga|trabajadores|sindicato*|horas|nacional|general|transporte*; boicot*|boicotea* _4 elecciones|votación|referéndum|olímpic*|olimpiad*|juegos|sesión|pleno|eurovisión|cumbre|mundial|examen*|gala|debate; boicot electoral|diplomático|olímpico|parlamentario',
  kinds: {
    sympathyStrike: {
      strong:
        'huelga|huelgas|paro|paros de|por|en solidaridad|simpatía; huelga|huelgas|paro|paros|paran|pararon|pararán|cese|plante _7 en solidaridad|apoyo|respaldo con|a|al|de !demanda*|petición*|reivindica*|subida*|mejora*; huelga|paro solidaria|solidario; huelga de apoyo; se solidarizan|solidariza _6 paro|paros|huelga|paran; secundan|secunda|apoyan|suman|sumarse _3 huelga|paro _4 compañeros|otros; respetar|respetan|respetaron|cruzar _3 piquete*',
      fair: 'se suman|suma a la|al huelga|paro; en|por solidaridad con _4 $workers|$strikers; en apoyo a|de _3 $workers|$strikers',
    },
    handlingBan: {
      strong:
        'niegan|niega|negaron|negó|negarse|negarán|rehúsan|rehusan|rehusaron a? $handle; se niegan|niega a $handle; negativa a $handle; boicot|boicotean|boicotearán|boicotear _3 $goods; no $handle|descargan|cargan|manipularán|descargarán|cargarán|transportarán _3 $goods; dejan|dejaron|dejarán|deja de $handle; paralizan|paralizaron|detienen|bloquean|bloquearon _3 descarga|carga|$goods; rechazan|rechazaron $handle|descargar',
      inStrike: 'bloqueo|bloqueos _3 puerto*|$goods',
    },
    serviceSubstitutionByMovement: {
      strong:
        'escuela|escuelas|comedor|comedores|cocina|cocinas|guardería|guarderías solidaria|solidarias|solidario|solidarios|popular|populares|comunitario|comunitarios; olla|ollas común|comunes|popular|populares',
      inStrike:
        'voluntario|voluntarios|voluntarias|padres|madres|familias|vecinos|vecinas|parroquia|parroquias|iglesia|asociación|asociaciones|huelguistas|sindicato|banco de? alimentos _7 comida|comidas|almuerzo|almuerzos|alimentos|niños|niñas|alumnos|guardería|cuidado|cuidan|clases|cenas|comedor; banco de alimentos; reparten|reparte|repartieron|sirven|cocinan|ofrecen _4 comida|comidas|almuerzos|alimentos',
    },
    serviceSubstitutionByTarget: {
      strong: 'esquirol|esquiroles|esquirolaje|rompehuelgas|carneros',
      inStrike:
        'sustituyen|sustituye|sustituir|sustituirá|sustituyó|reemplazan|reemplaza|reemplazar|reemplazó|contrata|contratan|contrató|contratar|recurre|recurren _6 huelguistas|temporales|eventuales|suplentes|ett|sustitutos|interinos|subcontratas|reemplazo; ejército|militares|soldados|directivos|mandos|policía _5 conducir|conducen|cubren|cubrir|sustituyen|reparten|repartir|recogen|recoger|despliega|asumen; servicios mínimos _3 fija|impone|abusivos; empresa|distrito|gobierno|ayuntamiento _4 comidas|almuerzos|suplentes|autobuses|guarderías',
    },
    boycott: {
      strong:
        'boicot|boicots|boicoteo|boicotea|boicotean|boicotear|boicotearán|boicoteen|boicotearon; no comprar|compren|compres|compréis; dejar|dejan|dejen de comprar',
    },
    strikeFund: {
      strong:
        'caja|cajas|fondo|fondos de? resistencia|huelga|solidaridad; caja de resistencia; fondo de huelga|resistencia|solidaridad; dona|donan|donó|donaron|donación|donaciones|recauda|recaudan|recaudó|recaudaron|recolecta|colecta|recogen|aportan|aporta _7 huelguista|huelguistas|huelga',
      inStrike:
        'colecta|colectas|recaudan|recauda|donativos; donan|dona|donaron|donó _3 euros|pesos|dólares',
    },
    endorsement: {
      inStrike:
        'apoya|apoyan|apoyó|apoyaron|respalda|respaldan|respaldó|respaldaron|avala|avalan|aplaude|aplauden _4 huelga|paro|huelguistas|trabajadores|reivindicaciones; expresa|expresan|expresó|expresaron|muestra|muestran|mostró|manifiesta|manifiestan|manifestó|declara|declaran|envía|envían|anuncia|anuncian _3 solidaridad|apoyo|respaldo; carta|manifiesto|mensaje|comunicado|declaración de apoyo|solidaridad; apoyo|respaldo|solidaridad a|con los|las|la _2 huelga|huelguistas|trabajadores|trabajadoras; concentración|marcha|manifestación _2 apoyo|solidaridad|respaldo; visita|visitan|visitó _3 piquete*',
      fair: 'se solidariza|solidarizan',
    },
    strike: {
      strong:
        'huelga|huelgas; huelguista|huelguistas; $workers paran|pararon|pararán; paro|paros _1 nacional|laboral|laborales|general|indefinido|parcial|parciales|docente|docentes|sindical|transporte|transportes|camioneros|estibadores|portuario; paro|paros de _2 horas|$workers|labores|actividades|brazos|transporte|días; cese de actividades|labores',
      fair: 'paran|paro|paros; piquet*',
    },
    lockout: {
      strong: 'cierre|cierres patronal|patronales; lockout|lock out',
      inStrike:
        'cierra|cierran|cerró _3 puertas|planta|fábrica _5 huelguistas|trabajadores|plantilla',
    },
    settlement: {
      inLabour:
        'acuerdo|preacuerdo|convenio|pacto _4 alcanz*|logr*|firm*|ratific*|aprueb*|aprob*|cierr*|pone|fin|desconvoc*; alcanz*|logr*|firm*|ratific*|aprueb*|aprob*|acept*|llegan|llega|llegaron|cierr*|sell*|pact* _4 acuerdo|preacuerdo|convenio|oferta|pacto; fin|final _3 huelga|paro|conflicto; pone|ponen|puso|pusieron fin|final _4 huelga|paro|conflicto; termin*|acab*|finaliz*|levant* _4 huelga|paro; desconvoc* _6 acuerdo|preacuerdo; huelga|paro _3 termin*|acab*|finaliz*|concluy*; vuelven|vuelve|regresan|volvieron|regresaron|volverán al trabajo; preacuerdo; acuerdo de principio',
      fair: 'acuerdo|preacuerdo',
    },
    injunction: {
      inLabour:
        'juez|jueza|tribunal|juzgado|corte|justicia|audiencia _6 prohíb*|prohib*|suspend*|orden*|paraliz*|bloque*|declar*|impid*|veta|vetó|ilegal _6 huelga|huelgas|paro|paros|piquetes|huelguistas|trabajo; medida|medidas|orden cautelar|cautelares|judicial _8 huelga|paro; huelga|paro _3 ilegal|prohibida|prohibido|suspendida|suspendido _4 tribunal|juez|jueza|juzgado|corte|justicia; conciliación obligatoria; cautelar|cautelarísima|interdicto',
    },
  },
  sectors: {
    AIR: 'vuelo|vuelos|aerolínea|aerolíneas|aeropuerto*|pilotos|tripulantes|aviones|azafatas',
    LAND: 'autobús|autobuses|tren|trenes|ferrocarril*|ferroviari*|metro|camion*|transporte|transportes|maquinistas|tranvía',
    WATR: 'barco|barcos|marineros|ferri|ferris|ferry|ferries|naviera*|buque|buques|remolcador*',
    WHSE: 'puerto|puertos|estibador*|almacén|almacenes|portuari*|contenedores|logístic*',
    POST: 'correos|cartero*|postal|postales|paquetes|paquetería|mensajería',
    TRAD: 'supermercado*|tienda|tiendas|comercio|dependientas|cajeras',
    EDU: 'docente*|maestr*|profesor*|escuela*|colegio*|alumn*|universi*|educación',
    HLTH: 'enfermer*|hospital*|médic*|sanitari*|pacientes|sanidad|ambulancia*',
    MFG: 'fábrica*|planta|automotriz|siderúrgic*|metal|ensamblaje|acería*',
    CONS: 'construcción|obras|albañiles',
  },
  counted:
    'vuelos|pasajeros|$workers|huelguistas|alumnos|niños|niñas|comidas|almuerzos|personas|escuelas|colegios|trenes|autobuses|barcos|buques|contenedores|paquetes|cartas|euros|pesos|dólares|pacientes|manifestantes|tiendas|familias',
  sayers:
    'sindicato|sindicatos|policía|empresa|aerolínea|patronal|gobierno|ayuntamiento|organizadores|organización|ministerio|compañía _2 dice|dicen|asegura|aseguran|afirma|afirman|cifra|cifran|estima|estiman|dijo|afirmó|aseguró; según _2 sindicato|sindicatos|policía|empresa|aerolínea|patronal|gobierno|ayuntamiento|organizadores|organización|ministerio|compañía',
};
