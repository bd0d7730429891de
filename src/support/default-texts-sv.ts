/** The Swedish texts that come with the program, as Markdown. */

export const priceSv = `Att läsa, ladda ner och använda API:et är gratis för alla och kräver inget konto.

## För er som publicerar

Vad det kostar att publicera här framgår av ert kundavtal med den som driver tjänsten. Inget debiteras innan ni har beställt och någon hos er har skrivit under.

Det här ingår alltid:

- en egen plats med hur många medlemmar och datamängder ni vill
- redigeraren, kontrollen mot DCAT-AP-SE och råden om vad som kan bli bättre
- en katalog som Sveriges dataportal kan hämta
- import och export, API och åtkomstnycklar
- felanmälan och support
- allt ni har lagt in, om ni en dag vill lämna tjänsten

Har ni inget kundavtal? Gör en [intresseanmälan](/join), så berättar vi vad som gäller för er.
`;

export const termsSv = `Villkoren gäller mellan den organisation som ansluter sig (ni) och den som driver tjänsten (vi). Kundavtalet går före om något skiljer sig.

## 1. Vad tjänsten är

Tjänsten är en katalog över öppna data. Ni beskriver era data här. Beskrivningarna bedöms mot metadataprofilen DCAT-AP-SE och visas för alla när ni publicerar dem.

## 2. Ert ansvar

- Ni ansvarar för att det ni publicerar är offentligt och får spridas. Den som publicerar intygar det för varje datamängd.
- Ni ansvarar för att beskrivningar, länkar och licenser stämmer, och för att svara på frågor om era data.
- Ni lägger inte in personuppgifter i beskrivningar, utom kontaktuppgifter till en funktion eller till någon som har gått med på det.
- Er administratör bestämmer vilka som är medlemmar och tar bort dem som slutar.

## 3. Vårt ansvar

- Vi håller tjänsten tillgänglig, säkrar den och tar säkerhetskopior.
- Planerade avbrott och störningar berättar vi om på sidan [Driftläge](/status).
- Vi svarar på felanmälningar som kommer in genom [Anmäl fel](/report).

## 4. Beskrivningarna är fria

Metadata som ni publicerar här får alla använda utan villkor (CC0). Licensen för själva datan bestämmer ni.

## 5. Versioner och logg

Varje sparad version finns kvar. Vi loggar vem som gör vad, så att ni kan följa ändringar i er organisation. Er administratör kan läsa och hämta loggen.

## 6. Personuppgifter

Vi behandlar namn, e-postadress och logg för dem som har konto, för att kunna driva tjänsten säkert. Uppgifterna tas bort när de inte längre behövs. Ni kan när som helst be att få veta vad som finns om er.

## 7. Paus och avslut

- Vi kan pausa en anslutning om den missbrukas eller om det behövs för säkerheten. Vi säger varför.
- Ni kan lämna tjänsten när ni vill, om kundavtalet inte säger annat. Ni får då en export av allt: katalogen, varje version, medlemmarna och loggen.
- Efter avslutet är datamängderna tillbakadragna. Adresserna finns kvar och säger det, så att den som följer en länk förstår.

## 8. Ändrade villkor

Vi kan ändra villkoren. Det som ni har skrivit under gäller tills ni har fått veta om ändringen och kunnat säga upp anslutningen.
`;

export const howItWorksSv = `Från intresse till publicerade data i sex steg. På er egen sida ser ni hela tiden var ni är och vad som händer sedan.

## 1. Ni anmäler intresse

Fyll i [formuläret](/join) med organisationens namn, organisationsnummer och era kontaktuppgifter. Ni får ett brev med en länk till er egen sida.

## 2. Vi kontrollerar kundavtalet

Vi kontrollerar att det finns ett kundavtal för er. Saknas det hör vi av oss.

## 3. Ni beställer

Fyll i beställningen på er sida: postadress, vem som skriver under och vem som blir er första administratör. Ni kan ändra den tills den är underskriven.

## 4. Den ansvariga skriver under

Den som ni har angett får en länk till sin egen e-postadress, läser avtalet och skriver under på webben. Efteråt kommer ett kvitto. Avtalet går alltid att läsa och skriva ut.

## 5. Vi bekräftar

Vi går igenom beställningen, öppnar er plats och bjuder in administratören.

## 6. Ni publicerar

Administratören tar emot inbjudan, bjuder in kollegor och lägger in den första datamängden. Medan ni skriver visar redigeraren vad som saknas och vad som ger mest. När beskrivningen uppfyller kraven publicerar ni den, och den går att hitta direkt.

## Det här är bra att ha till hands

- ert organisationsnummer
- vem som enligt er delegationsordning får ingå avtalet
- en funktionsbrevlåda för frågor om era data
- en första datamängd, gärna en som ni redan har på er webbplats

Har ni frågor? [Kontakta oss](/contact).
`;
