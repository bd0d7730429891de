/** Kinds of data that Swedish municipalities and regions share: what the benches make their catalogue of. */
export interface DataKind {
  /** Code of the EU's data themes. */
  readonly theme: string;
  readonly shape: Shape;
  /** Who has such data. */
  readonly owner: 'kommun' | 'region' | 'both';
  /** Names that the same kind of data goes by. */
  readonly titles: readonly string[];
  readonly english: string;
  readonly keywords: readonly string[];
  readonly about: string;
  /** Code of a category of high-value datasets. */
  readonly hvd: string | undefined;
}

/** What the files are like: `place` objects on a map, `area` surfaces or lines, `table` rows, `series` figures by year, `live` readings as they come. */
export type Shape = 'place' | 'area' | 'table' | 'series' | 'live';

const lines = `
ENVI|place|kommun|Badplatser;Kommunala badplatser;Badplatser och badvattenkvalitet|Bathing places|bad, badvatten, friluftsliv|Var badplatserna ligger, vilken service som finns där och hur vattnet mår.|c_43f88346
ENVI|live|kommun|Badtemperaturer;Vattentemperatur vid badplatser|Bathing water temperatures|badtemperatur, vatten, sensorer|Vattnets temperatur vid badplatserna, mätt av sensorer varje timme under sommaren.|
ENVI|live|kommun|Luftkvalitet;Luftmätningar;Partikelhalter i luften|Air quality|luft, partiklar, kvävedioxid|Halter av partiklar och kvävedioxid från mätstationerna i tätorten.|c_63b37dd4
ENVI|area|kommun|Bullerkartläggning;Buller från väg och järnväg|Noise mapping|buller, trafikbuller, ljudnivå|Beräknade ljudnivåer utomhus från vägar, järnvägar och flyg.|c_e4358335
ENVI|place|kommun|Återvinningsstationer;Återvinningscentraler och återvinningsstationer;Återvinningsplatser|Recycling stations|återvinning, avfall, sopor|Var hushållen kan lämna förpackningar, tidningar och grovavfall, med öppettider.|c_38933a65
ENVI|series|kommun|Hushållsavfall;Insamlat avfall från hushåll;Avfallsstatistik|Household waste|avfall, sopsortering, statistik|Mängden avfall som samlas in från hushåll, uppdelad på restavfall, matavfall och förpackningar.|c_38933a65
ENVI|area|both|Naturreservat;Skyddade naturområden;Naturreservat och biotopskydd|Nature reserves|natur, naturvård, skyddade områden|Gränser för naturreservat och andra områden som skyddas, med beslut och skötselplaner.|c_83aa10a6
ENVI|place|kommun|Träd;Trädinventering;Stadens träd|Trees|träd, grönska, stadsmiljö|Träd på allmän plats med art, stamomfång och planteringsår.|
ENVI|area|kommun|Översvämningsrisker;Skyfallskartering;Översvämningskartering|Flood risks|skyfall, översvämning, klimatanpassning|Var vatten samlas vid skyfall med hundra års återkomsttid.|c_63be22bd
ENVI|table|kommun|Förorenade områden;Potentiellt förorenade områden|Contaminated land|förorening, mark, tillsyn|Områden där marken är eller kan vara förorenad, med riskklass.|c_87a129d9
ENVI|series|both|Utsläpp av växthusgaser;Klimatutsläpp;Utsläppsstatistik|Greenhouse gas emissions|klimat, utsläpp, koldioxid|Territoriella utsläpp av växthusgaser efter sektor och år.|c_4ba9548e
ENVI|area|both|Vattenskyddsområden;Skyddsområden för vattentäkter|Water protection areas|vatten, dricksvatten, vattenskydd|Områden kring vattentäkter där särskilda föreskrifter gäller.|c_83aa10a6
ENVI|live|kommun|Vattenstånd;Vattenflöden och vattennivåer|Water levels|vattenstånd, nivå, sjöar|Nivåer i sjöar och vattendrag, mätta av kommunens givare.|c_06b1eec4
ENVI|table|kommun|Dricksvattenkvalitet;Dricksvattenanalyser|Drinking water quality|dricksvatten, vattenprov, hårdhet|Analyser av dricksvatten från vattenverk och hos användare.|c_43f88346
ENVI|place|kommun|Lekplatser;Lekplatser och utegym;Lekparker|Playgrounds|lekplats, barn, utegym|Lekplatser med utrustning, tillgänglighet och ålder som de passar för.|
ENVI|area|kommun|Parker;Parker och grönområden;Grönstruktur|Parks|park, grönområden, rekreation|Parker och annan grönska som kommunen sköter.|
TRAN|area|kommun|Cykelvägar;Cykelvägnät;Gång- och cykelvägar|Bicycle paths|cykel, cykelbana, gångväg|Gång- och cykelvägnätet med beläggning, bredd och belysning.|c_b79e35eb
TRAN|live|kommun|Cykelräkningar;Cykelflöden;Mätningar av cykeltrafik|Bicycle counts|cykel, trafikmätning, flöden|Antal cyklister som passerar fasta mätpunkter, timme för timme.|
TRAN|place|kommun|Cykelparkeringar;Cykelställ;Cykelparkering vid kollektivtrafik|Bicycle parking|cykel, parkering, cykelställ|Platser där cyklar kan ställas, med antal ställ och tak.|
TRAN|place|kommun|Parkeringsplatser;Parkering på gatumark;Parkeringsytor|Parking|parkering, bil, gata|Var man får parkera, hur länge och vad det kostar.|
TRAN|live|kommun|Lediga parkeringsplatser;Beläggning i parkeringshus|Free parking spaces|parkering, realtid, beläggning|Hur många platser som är lediga i parkeringshus just nu.|
TRAN|place|kommun|Parkering för rörelsehindrade;Handikapparkeringar|Parking for disabled people|parkering, tillgänglighet, rörelsehinder|Platser för den som har parkeringstillstånd för rörelsehindrade.|
TRAN|table|kommun|Trafikflöden;Trafikmätningar;Trafikräkningar|Traffic flows|trafik, biltrafik, hastighet|Uppmätt årsdygnstrafik och hastigheter på kommunala gator.|
TRAN|area|kommun|Vägarbeten;Grävtillstånd;Pågående vägarbeten|Road works|vägarbete, trafik, framkomlighet|Arbeten som påverkar framkomligheten på gator och vägar.|
TRAN|place|region|Hållplatser;Hållplatser i kollektivtrafiken;Busshållplatser|Public transport stops|hållplats, kollektivtrafik, buss|Hållplatser med läge, namn och hur tillgängliga de är.|c_b79e35eb
TRAN|table|region|Tidtabeller;Tidtabeller för kollektivtrafiken;Planerad trafik|Timetables|kollektivtrafik, tidtabell, GTFS|Linjer, turer och avgångstider för buss, tåg och båt.|c_b79e35eb
TRAN|live|region|Trafikstörningar;Störningar i kollektivtrafiken|Service alerts|störning, kollektivtrafik, realtid|Inställda turer, förseningar och ändrade hållplatser.|
TRAN|series|region|Resande i kollektivtrafiken;Resandestatistik;Påstigande per linje|Public transport ridership|resande, kollektivtrafik, statistik|Antal påstigande per linje, hållplats och månad.|
TRAN|place|kommun|Laddstationer;Laddplatser för elbilar;Laddpunkter|Charging stations|laddning, elbil, laddstolpe|Var elbilar kan laddas, med effekt, kontakt och betalsätt.|
TRAN|table|kommun|Trafikolyckor;Olyckor i trafiken|Traffic accidents|olyckor, trafiksäkerhet, skadade|Polisrapporterade olyckor med personskada på kommunens vägar.|
TRAN|area|kommun|Hastighetsgränser;Lokala trafikföreskrifter|Speed limits|hastighet, trafikföreskrift, väg|Högsta tillåtna hastighet och andra lokala trafikföreskrifter.|
TRAN|area|kommun|Snöröjning;Plogning och halkbekämpning;Vinterväghållning|Snow clearance|snö, plogning, sandning|Vilka vägar som plogas och sandas, i vilken ordning.|
EDUC|place|kommun|Grundskolor;Skolor;Grundskolor och gymnasieskolor|Schools|skola, grundskola, utbildning|Kommunala och fristående skolor med adress, årskurser och huvudman.|
EDUC|place|kommun|Förskolor;Förskolor och familjedaghem;Pedagogisk omsorg|Preschools|förskola, barnomsorg, dagis|Förskolor med adress, antal platser och inriktning.|
EDUC|series|kommun|Elever i grundskolan;Elevstatistik;Antal elever per skola|Pupils in compulsory school|elever, skola, statistik|Antal elever per skola, årskurs och kön.|
EDUC|series|kommun|Betygsresultat;Slutbetyg i årskurs 9;Meritvärden|Final grades|betyg, meritvärde, gymnasiebehörighet|Andel elever som är behöriga till gymnasiet och genomsnittliga meritvärden.|
EDUC|series|kommun|Barn i förskola;Barngruppernas storlek|Children in preschool|förskola, barn, barngrupp|Antal barn per avdelning och personal per barn.|
EDUC|table|kommun|Skolmat;Matsedlar;Skolmatsedel|School meals|skolmat, matsedel, specialkost|Vad som serveras i skolor och förskolor vecka för vecka.|
EDUC|place|kommun|Bibliotek;Folkbibliotek;Bibliotek och bokbussar|Libraries|bibliotek, böcker, kultur|Bibliotek med adress, öppettider och det som finns där.|
EDUC|series|kommun|Bibliotekslån;Utlåning på biblioteken;Biblioteksstatistik|Library loans|lån, bibliotek, böcker|Antal lån och besök på biblioteken efter medietyp.|
EDUC|place|kommun|Idrottsanläggningar;Idrottsplatser och sporthallar;Motionsanläggningar|Sports facilities|idrott, sporthall, motion|Hallar, planer och spår som kan bokas eller användas fritt.|
EDUC|area|kommun|Motionsspår;Vandringsleder;Vandringsleder och motionsspår|Hiking trails|vandring, friluftsliv, motionsspår|Leder och spår med längd, svårighetsgrad och underlag.|
EDUC|area|kommun|Skidspår;Längdskidspår;Spårstatus för skidåkning|Ski tracks|skidor, längdskidåkning, spår|Preparerade spår och när de senast kördes.|
EDUC|table|both|Evenemang;Kulturevenemang;Evenemangskalender|Events|evenemang, kultur, kalender|Det som händer: konserter, utställningar, marknader och föreläsningar.|
EDUC|place|both|Offentlig konst;Konst på allmän plats;Skulpturer och offentlig konst|Public art|konst, skulptur, kulturarv|Konstverk på torg, i parker och i offentliga byggnader.|
EDUC|place|both|Fornlämningar;Kulturmiljöer;Kulturhistoriska byggnader|Heritage sites|kulturmiljö, fornlämning, kulturarv|Platser och byggnader som har kulturhistoriskt värde.|
EDUC|table|both|Museisamlingar;Föremål i museets samlingar;Bilder ur museets arkiv|Museum collections|museum, föremål, fotografier|Föremål och fotografier som museet har digitaliserat.|
GOVE|table|both|Leverantörsfakturor;Leverantörsreskontra;Inköp och leverantörsfakturor|Supplier invoices|inköp, fakturor, leverantörer|Betalda fakturor med leverantör, belopp och konto.|c_4ac557e7
GOVE|table|both|Avtal;Upphandlade avtal;Avtalskatalog|Contracts|avtal, upphandling, leverantör|Gällande avtal med leverantör, tid och värde.|
GOVE|series|both|Budget och bokslut;Kommunens ekonomi;Ekonomiskt utfall|Budget and accounts|budget, ekonomi, bokslut|Intäkter och kostnader per verksamhet, budget mot utfall.|c_4ac557e7
GOVE|table|both|Diarium;Diarieförda handlingar;Ärenden i diariet|Public records register|diarium, ärenden, allmänna handlingar|Ärenden och handlingar som har registrerats, utan personuppgifter.|
GOVE|table|both|Protokoll;Protokoll från fullmäktige;Beslut och protokoll|Minutes|protokoll, beslut, nämnder|Beslut från nämnder, styrelse och fullmäktige med bilagor.|
GOVE|table|both|Förtroendevalda;Politiker och uppdrag|Elected representatives|politik, förtroendevalda, uppdrag|Politiska uppdrag i nämnder och styrelser, med parti och tid.|
GOVE|table|kommun|Synpunkter och felanmälningar;Felanmälan;Felanmälningar på gator och parker|Complaints and fault reports|felanmälan, synpunkter, gata|Vad invånarna har anmält, var, och hur det har gått.|
GOVE|table|kommun|Föreningsregister;Föreningar;Föreningsbidrag|Associations|föreningar, bidrag, civilsamhälle|Föreningar med verksamhet och de bidrag som de har fått.|
GOVE|series|both|Medarbetare;Personalstatistik;Sjukfrånvaro|Staff|personal, sjukfrånvaro, anställda|Antal anställda, sjukfrånvaro och löner efter yrke.|
GOVE|series|kommun|Valresultat;Röstning i allmänna val;Valdeltagande|Election results|val, valdeltagande, mandat|Röster och valdeltagande per valdistrikt.|
GOVE|area|kommun|Valdistrikt;Valdistriktsindelning|Electoral districts|val, valdistrikt, gränser|Gränser för valdistrikt och var vallokalerna ligger.|c_9427236f
GOVE|table|both|Informationshanteringsplan;Dokumenthanteringsplan|Records management plan|arkiv, gallring, dokument|Vilka handlingar som finns, hur länge de bevaras och var.|
GOVE|table|both|E-tjänster;Lista över e-tjänster|E-services|e-tjänster, digitalisering, service|Tjänster som invånare och företag kan använda på nätet.|
SOCI|series|both|Befolkning;Befolkning efter ålder och kön;Folkmängd|Population|befolkning, ålder, demografi|Antal invånare efter ålder, kön och område.|c_f2b50efd
SOCI|series|both|Befolkningsprognos;Befolkningsframskrivning|Population forecast|prognos, befolkning, framtid|Hur befolkningen väntas förändras de kommande tio åren.|c_f2b50efd
SOCI|series|kommun|In- och utflyttning;Flyttningar;Flyttmönster|Migration|flyttning, inflyttning, utflyttning|Flyttningar till, från och inom kommunen.|c_f2b50efd
SOCI|series|kommun|Försörjningsstöd;Ekonomiskt bistånd|Income support|försörjningsstöd, socialtjänst, bidrag|Hushåll som får ekonomiskt bistånd och hur länge.|c_04bf94a3
SOCI|place|kommun|Äldreboenden;Särskilda boenden;Äldreboenden och vårdboenden|Homes for older people|äldre, äldreomsorg, boende|Boenden för äldre med adress, antal platser och inriktning.|
SOCI|series|kommun|Hemtjänst;Brukarnöjdhet i hemtjänsten;Äldreomsorg i siffror|Home care|hemtjänst, äldreomsorg, brukare|Timmar, brukare och hur nöjda de är.|
SOCI|series|kommun|Bostadsbyggande;Färdigställda bostäder;Påbörjade bostäder|Housing construction|bostäder, byggande, lägenheter|Påbörjade och färdigställda bostäder efter hustyp och upplåtelseform.|
SOCI|series|kommun|Medborgarundersökning;Trygghetsundersökning|Citizen survey|enkät, trygghet, medborgare|Vad invånarna tycker om att bo i kommunen.|
HEAL|place|region|Vårdcentraler;Vårdmottagningar;Vårdcentraler och jourmottagningar|Health centres|vårdcentral, vård, mottagning|Mottagningar med adress, öppettider och det som de erbjuder.|
HEAL|series|region|Väntetider i vården;Vårdgarantin;Väntetider till besök och behandling|Waiting times in care|väntetid, vårdgaranti, kö|Andel patienter som får vård inom den tid som vårdgarantin säger.|
HEAL|series|region|Vårdplatser;Disponibla vårdplatser;Beläggning på sjukhus|Hospital beds|vårdplatser, sjukhus, beläggning|Disponibla vårdplatser och överbeläggningar per sjukhus.|
HEAL|series|region|Vaccinationer;Vaccinationstäckning|Vaccinations|vaccin, smittskydd, influensa|Andel vaccinerade efter ålder, vaccin och område.|
HEAL|series|region|Anmälningspliktiga sjukdomar;Smittläge;Smittspridning i regionen|Notifiable diseases|smittskydd, sjukdom, infektion|Antal fall per vecka av sjukdomar som ska anmälas.|
HEAL|series|region|Läkemedelsförskrivning;Läkemedelsstatistik|Prescribed medicines|läkemedel, recept, apotek|Uthämtade recept efter läkemedelsgrupp, ålder och kön.|c_424bb0b4
HEAL|series|region|Tandhälsa;Barns tandhälsa;Folktandvårdens statistik|Dental health|tandvård, tandhälsa, karies|Andel barn och unga utan karies efter område.|
HEAL|place|both|Hjärtstartare;Offentliga hjärtstartare|Defibrillators|hjärtstartare, hjärtstopp, akut|Var det finns hjärtstartare och när de går att nå.|
HEAL|table|kommun|Livsmedelskontroller;Livsmedelsinspektioner;Restaurangkontroller|Food inspections|livsmedel, restaurang, inspektion|Resultat av kontroller på restauranger och i butiker.|
HEAL|table|region|Vårdval;Listade patienter;Patientenkät|Patient survey|patienter, enkät, vårdval|Hur patienter upplever bemötande, tillgänglighet och delaktighet.|
ENER|series|kommun|Energianvändning;Energianvändning i kommunens byggnader;Elförbrukning|Energy use|energi, el, fjärrvärme|Förbrukning av el, värme och vatten per byggnad och månad.|
ENER|place|kommun|Solceller;Solcellsanläggningar;Solkarta|Solar panels|solceller, solenergi, el|Anläggningar på kommunens tak och hur mycket de ger.|c_b7de66cd
ENER|area|both|Vindkraft;Vindkraftverk;Vindbruksplan|Wind power|vindkraft, vindkraftverk, energi|Befintliga och planerade vindkraftverk med höjd och effekt.|c_b7de66cd
ENER|area|kommun|Fjärrvärmenät;Fjärrvärme|District heating|fjärrvärme, ledningar, värme|Områden som kan få fjärrvärme.|
ECON|table|kommun|Företag;Företagsregister;Arbetsställen och näringsgrenar|Companies|företag, näringsliv, arbetsställen|Arbetsställen efter bransch, storlek och område.|c_56a1bf47
ECON|series|both|Arbetslöshet;Öppet arbetslösa;Sysselsättning och arbetslöshet|Unemployment|arbetslöshet, arbetsmarknad, sysselsättning|Andel arbetslösa efter ålder, utbildning och födelseland.|c_fd4e881c
ECON|series|both|Gästnätter;Turism;Besöksnäring i siffror|Guest nights|turism, hotell, besöksnäring|Gästnätter på hotell, stugbyar och campingar per månad.|c_a3767648
ECON|place|kommun|Turistmål;Sevärdheter;Besöksmål|Tourist attractions|turism, sevärdheter, besök|Platser att besöka, med beskrivning, bild och öppettider.|
ECON|table|kommun|Serveringstillstånd;Restauranger med serveringstillstånd|Licences to serve alcohol|alkohol, restaurang, tillstånd|Restauranger som får servera alkohol, med tider.|
ECON|area|kommun|Ledig verksamhetsmark;Lediga tomter;Kommunala tomter till salu|Vacant land|tomter, mark, etablering|Tomter som kommunen säljer till företag och till den som vill bygga hus.|
REGI|area|kommun|Detaljplaner;Gällande detaljplaner;Planområden|Detailed development plans|detaljplan, plan, byggande|Områden med gällande detaljplan och planbestämmelser.|c_ad9ae929
REGI|area|kommun|Översiktsplan;Översiktsplanens markanvändning|Comprehensive plan|översiktsplan, markanvändning, planering|Hur mark och vatten ska användas på lång sikt.|c_ad9ae929
REGI|table|kommun|Bygglov;Beviljade bygglov;Bygglovsärenden|Building permits|bygglov, byggande, tillstånd|Ansökningar och beslut om bygglov, utan personuppgifter.|
REGI|area|kommun|Baskarta;Grundkarta;Primärkarta|Base map|karta, baskarta, geodata|Byggnader, vägar, vatten och höjdkurvor i stor skala.|c_60182062
REGI|place|kommun|Adresser;Belägenhetsadresser;Adressplatser|Addresses|adress, gatunamn, postnummer|Adressplatser med gatunamn, nummer och postort.|c_c3de25e4
REGI|area|kommun|Ortofoto;Flygbilder;Historiska flygbilder|Orthophotos|flygbild, ortofoto, raster|Skalriktiga flygbilder över tätorten och landsbygden.|c_91185a85
REGI|area|kommun|Höjdmodell;Höjddata;Laserskanning|Elevation model|höjd, laserdata, terräng|Markens höjd i rutnät och som punktmoln.|c_315692ad
REGI|area|both|Stadsdelar;Statistikområden;Administrativa gränser|Districts|gränser, stadsdel, områden|Indelningar som statistik och service följer.|c_9427236f
REGI|place|kommun|Offentliga toaletter;Toaletter|Public toilets|toalett, tillgänglighet, service|Toaletter som är öppna för alla, med avgift och öppettider.|
REGI|place|kommun|Gatubelysning;Belysningsstolpar|Street lights|belysning, gata, energi|Stolpar och armaturer som kommunen sköter.|
REGI|place|kommun|Tillgänglighet i lokaler;Tillgängliga lokaler|Accessible premises|tillgänglighet, lokaler, funktionsnedsättning|Hur tillgängliga kommunens lokaler är för den som har nedsatt funktion.|
JUST|table|kommun|Räddningstjänstens insatser;Räddningsinsatser;Bränder och räddningsinsatser|Rescue operations|räddningstjänst, brand, utryckning|Larm och insatser efter typ, plats och tid.|
JUST|place|kommun|Skyddsrum;Skyddsrum och trygghetspunkter|Shelters|skyddsrum, beredskap, civilförsvar|Var det finns skyddsrum och hur många som får plats.|
JUST|series|kommun|Anmälda brott;Brottsstatistik|Reported crime|brott, trygghet, statistik|Anmälda brott per tusen invånare efter typ.|
AGRI|area|kommun|Skogsbruk;Kommunens skogar;Skogsbruksplan|Forestry|skog, skogsbruk, avverkning|Bestånd, ålder och åtgärder i kommunens skogar.|
AGRI|table|region|Livsmedelsinköp;Ekologiska inköp;Inköp av närproducerad mat|Food purchases|mat, ekologiskt, inköp|Andel ekologisk och svensk mat i offentliga kök.|
TECH|area|both|Bredband;Bredbandstäckning;Fiberutbyggnad|Broadband coverage|bredband, fiber, internet|Andel hushåll som kan få snabbt bredband.|
TECH|live|kommun|Sensordata;Mätvärden från sakernas internet;Väderdata från kommunens stationer|Sensor data|sensorer, IoT, realtid|Temperatur, fukt och nederbörd från givare i staden.|c_3af3368c
TECH|table|both|Källkod;Programvara med öppen källkod|Open source software|öppen källkod, programvara, digitalisering|Program som organisationen delar med sig av.|
`;

export const dataKinds: readonly DataKind[] = lines
  .trim()
  .split('\n')
  .map((line) => {
    const [theme = '', shape, owner, titles = '', english = '', keywords = '', about = '', hvd] =
      line.split('|');
    return {
      theme,
      shape: shape as Shape,
      owner: owner as DataKind['owner'],
      titles: titles.split(';'),
      english,
      keywords: keywords.split(', '),
      about,
      hvd: hvd === '' ? undefined : hvd,
    };
  });
