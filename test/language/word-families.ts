/** Swedish words of the public sector. Before the line: forms that must meet one another; after it: parts they must be found by. */
const table = `
badplats badplatsen badplatser badplatserna badplatsens badplatsernas badplatsers | bad plats
lekplats lekplatsen lekplatser lekplatserna lekplatsernas | lek plats
grillplats grillplatsen grillplatser grillplatserna | plats
hållplats hållplatsen hållplatser hållplatserna hållplatsers | plats
busshållplats busshållplatsen busshållplatser busshållplatserna | buss hållplats
parkeringsplats parkeringsplatsen parkeringsplatser parkeringsplatserna | parkering plats
vårdplats vårdplatsen vårdplatser vårdplatserna | vård plats
arbetsplats arbetsplatsen arbetsplatser arbetsplatserna arbetsplatsers | arbete plats
ställplats ställplatsen ställplatser ställplatserna | plats
skola skolan skolor skolorna skolans skolornas | 
förskola förskolan förskolor förskolorna förskolans förskolornas | 
grundskola grundskolan grundskolor grundskolorna grundskolans | skola
gymnasieskola gymnasieskolan gymnasieskolor gymnasieskolorna | skola gymnasium
friskola friskolan friskolor friskolorna | skola
musikskola musikskolan musikskolor | musik skola
förskoleavdelning förskoleavdelningen förskoleavdelningar förskoleavdelningarna | förskola avdelning
skolenhet skolenheten skolenheter skolenheterna | skola enhet
skolmåltid skolmåltiden skolmåltider skolmåltiderna | skola måltid
skolval skolvalet skolvalen | skola val
elev eleven elever eleverna elevernas elevs | 
lärare läraren lärarna lärarnas lärares | 
barn barnet barnen barnens barns | 
bibliotek biblioteket biblioteken bibliotekets bibliotekens | 
folkbibliotek folkbiblioteket folkbiblioteken | folk bibliotek
museum museet museer museerna museets | 
konsthall konsthallen konsthallar konsthallarna | konst hall
register registret registren registrets registers | 
diarium diariet diarier diarierna diariets | 
sjukhus sjukhuset sjukhusen sjukhusets sjukhusens | sjuk hus
vårdcentral vårdcentralen vårdcentraler vårdcentralerna vårdcentralens | vård central
vårdenhet vårdenheten vårdenheter vårdenheterna | vård enhet
hälsocentral hälsocentralen hälsocentraler hälsocentralerna | hälsa central
apotek apoteket apoteken apotekets | 
tandvård tandvården tandvårdens | tand vård
sjukvård sjukvården sjukvårdens | sjuk vård
äldreboende äldreboendet äldreboenden äldreboendena äldreboendets | äldre boende
hemtjänst hemtjänsten hemtjänster hemtjänstens | hem tjänst
väntetid väntetiden väntetider väntetiderna | vänta tid
öppettid öppettiden öppettider öppettiderna | tid
restid restiden restider restiderna | resa tid
patient patienten patienter patienterna patienternas | 
läkare läkaren läkarna läkarnas läkares | 
läkemedel läkemedlet läkemedlen läkemedels | 
vaccination vaccinationen vaccinationer vaccinationerna | 
hälsa hälsan hälsans | 
folkhälsa folkhälsan folkhälsans | folk hälsa
hjärtstartare hjärtstartaren hjärtstartarna hjärtstartares | hjärta startare
byggnad byggnaden byggnader byggnaderna byggnadens byggnadernas | 
bygglov bygglovet bygglovs bygglovets bygglovens | lov
bygglovsbeslut bygglovsbeslutet bygglovsbesluten | bygglov beslut
detaljplan detaljplanen detaljplaner detaljplanerna detaljplanens | detalj plan
översiktsplan översiktsplanen översiktsplaner översiktsplanerna | översikt plan
snöröjningsplan snöröjningsplanen snöröjningsplaner | snöröjning plan
fastighet fastigheten fastigheter fastigheterna fastighetens | 
fastighetsgräns fastighetsgränsen fastighetsgränser | fastighet gräns
tomt tomten tomter tomterna tomternas | 
bostad bostaden bostäder bostäderna bostadens bostädernas | 
hyresbostad hyresbostaden hyresbostäder hyresbostäderna | bostad hyra
småhus småhuset småhusen småhusens | hus
stad staden städer städerna stadens städernas stads | 
kommun kommunen kommuner kommunerna kommunens kommuners | 
region regionen regioner regionerna regionens regioners | 
län länet länen länets länens | 
ort orten orter orterna ortens orternas | 
tätort tätorten tätorter tätorterna | ort
stadsdel stadsdelen stadsdelar stadsdelarna | stad del
nämnd nämnden nämnder nämnderna nämndens | 
byggnadsnämnd byggnadsnämnden byggnadsnämnder | byggnad nämnd
beslut beslutet besluten beslutets besluts | 
protokoll protokollet protokollen protokollets | 
ärende ärendet ärenden ärendena ärendets | 
handling handlingen handlingar handlingarna handlingens | 
avtal avtalet avtalen avtalets avtalens | 
upphandling upphandlingen upphandlingar upphandlingarna | 
leverantör leverantören leverantörer leverantörerna leverantörens | 
leverantörsreskontra leverantörsreskontran leverantörsreskontror | leverantör reskontra
faktura fakturan fakturor fakturorna fakturans | 
leverantörsfaktura leverantörsfakturor leverantörsfakturorna | leverantör faktura
budget budgeten budgetar budgetarna budgetens | 
skatt skatten skatter skatterna skattens | 
skattesats skattesatsen skattesatser skattesatserna | skatt sats
avgift avgiften avgifter avgifterna avgiftens | 
taxa taxan taxor taxorna taxans | 
parkeringsavgift parkeringsavgiften parkeringsavgifter | parkering avgift
park parken parker parkerna parkens | 
parkering parkeringen parkeringar parkeringarna | 
cykelparkering cykelparkeringen cykelparkeringar cykelparkeringarna | cykel parkering
cykel cykeln cyklar cyklarna cykelns | 
lånecykel lånecykeln lånecyklar lånecyklarna | låna cykel
cykelväg cykelvägen cykelvägar cykelvägarna | cykel väg
cykelbana cykelbanan cykelbanor cykelbanorna | cykel bana
cykelräkning cykelräkningen cykelräkningar | cykel räkning
väg vägen vägar vägarna vägens vägars | 
vägarbete vägarbetet vägarbeten vägarbetena | väg arbete
gata gatan gator gatorna gatans | 
trafik trafiken trafikens | 
kollektivtrafik kollektivtrafiken kollektivtrafikens | kollektiv trafik
trafikolycka trafikolyckan trafikolyckor trafikolyckorna | trafik olycka
trafikmätning trafikmätningen trafikmätningar | trafik mätning
buss bussen bussar bussarna bussens | 
busslinje busslinjen busslinjer busslinjerna | buss linje
tåg tåget tågen tågets tågens | 
tidtabell tidtabellen tidtabeller tidtabellerna | tid tabell
laddstation laddstationen laddstationer laddstationerna | ladda station
laddstolpe laddstolpen laddstolpar laddstolparna | ladda stolpe
elbil elbilen elbilar elbilarna | el bil
luftkvalitet luftkvaliteten luftkvalitetens | luft kvalitet
luftkvalitetsmätning luftkvalitetsmätningen luftkvalitetsmätningar | luft kvalitet mätning
luftförorening luftföroreningen luftföroreningar luftföroreningarna | luft förorening
badvatten badvattnet badvattnets | bad vatten
badvattenkvalitet badvattenkvaliteten | badvatten kvalitet
vattenkvalitet vattenkvaliteten | vatten kvalitet
dricksvatten dricksvattnet dricksvattnets | vatten
grundvatten grundvattnet grundvattnets | grund vatten
vatten vattnet vattnets vattnen | 
vattendrag vattendraget vattendragen | vatten
sjö sjön sjöar sjöarna sjöns | 
avlopp avloppet avloppen avloppets | 
avfall avfallet avfallets avfalls | 
avfallshantering avfallshanteringen | avfall hantering
återvinning återvinningen återvinnings | 
återvinningsstation återvinningsstationen återvinningsstationer återvinningsstationerna | återvinning station
återvinningscentral återvinningscentralen återvinningscentraler | återvinning central
träd trädet träden trädens trädets | 
gatuträd gatuträdet gatuträden | gata träd
skog skogen skogar skogarna skogens | 
naturreservat naturreservatet naturreservaten | natur reservat
naturvård naturvården naturvårdens | natur vård
miljö miljön miljöer miljöerna miljöns | 
kulturmiljö kulturmiljön kulturmiljöer kulturmiljöerna | kultur miljö
kulturarv kulturarvet kulturarvets | kultur arv
fornlämning fornlämningen fornlämningar fornlämningarna | lämning
klimat klimatet klimatets | 
klimatanpassning klimatanpassningen | klimat anpassning
skyfall skyfallet skyfallen | 
översvämning översvämningen översvämningar översvämningarna | 
energi energin energier energins | 
energianvändning energianvändningen | energi användning
solcell solcellen solceller solcellerna | sol cell
vindkraftverk vindkraftverket vindkraftverken | vindkraft
fjärrvärme fjärrvärmen fjärrvärmens | värme
utsläpp utsläppet utsläppen utsläppens | 
koldioxidutsläpp koldioxidutsläppet koldioxidutsläppen | koldioxid utsläpp
livsmedelskontroll livsmedelskontrollen livsmedelskontroller | livsmedel kontroll
tillsyn tillsynen tillsyns | 
befolkning befolkningen befolkningar befolkningens | 
befolkningsprognos befolkningsprognosen befolkningsprognoser | befolkning prognos
invånare invånaren invånarna invånarnas | 
medborgare medborgaren medborgarna medborgarnas | 
arbetsmarknad arbetsmarknaden arbetsmarknadens | arbete marknad
företag företaget företagen företagens | 
förening föreningen föreningar föreningarna | 
föreningsregister föreningsregistret | förening register
evenemang evenemanget evenemangen evenemangets | 
fritidsgård fritidsgården fritidsgårdar fritidsgårdarna | fritid gård
hundrastgård hundrastgården hundrastgårdar hundrastgårdarna | hund gård
idrottshall idrottshallen idrottshallar idrottshallarna | idrott hall
idrottsanläggning idrottsanläggningen idrottsanläggningar | idrott anläggning
simhall simhallen simhallar simhallarna | hall
skidspår skidspåret skidspåren skidspårens | skida spår
motionsspår motionsspåret motionsspåren | motion spår
vandringsled vandringsleden vandringsleder vandringslederna | vandring led
toalett toaletten toaletter toaletterna | 
karta kartan kartor kartorna kartans | 
grundkarta grundkartan grundkartor | grund karta
flygbild flygbilden flygbilder flygbilderna | bild
höjdmodell höjdmodellen höjdmodeller | höjd modell
adress adressen adresser adresserna adressens | 
belägenhetsadress belägenhetsadressen belägenhetsadresser | adress
brandpost brandposten brandposter brandposterna | brand post
räddningstjänst räddningstjänsten räddningstjänster | räddning tjänst
väder vädret vädrets | 
väderstation väderstationen väderstationer | väder station
mätstation mätstationen mätstationer mätstationerna | station
mätvärde mätvärdet mätvärden mätvärdena | värde
statistik statistiken statistikens | 
undersökning undersökningen undersökningar undersökningarna | 
enkät enkäten enkäter enkäterna | 
val valet valen valets | 
valdistrikt valdistriktet valdistrikten | val distrikt
valresultat valresultatet valresultaten | val resultat
röstningslokal röstningslokalen röstningslokaler | lokal
kommunkod kommunkoden kommunkoder | kommun kod
datamängd datamängden datamängder datamängderna | data mängd
bok boken böcker böckerna bokens | 
tjänst tjänsten tjänster tjänsterna tjänstens | 
jämställdhet jämställdheten jämställdhetens | 
`;

export interface WordFamily {
  readonly forms: readonly string[];
  readonly parts: readonly string[];
}

export const wordFamilies: readonly WordFamily[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [forms = '', parts = ''] = line.split('|');
    return { forms: forms.trim().split(' '), parts: parts.trim().split(' ').filter(Boolean) };
  });
