package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonDetectorTest {
    private final Found found = new Found(new PersonDetector());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "My name is Ömer Kaya, thanks|Ömer Kaya",
                "Von Sabine Krüger ist ein Brief da|Sabine Krüger",
                "paid to J. van der Meulen today|J. van der Meulen",
                "payroll for O'Shaughnessy, Caoimhe today|O'Shaughnessy, Caoimhe",
                "Abdul-Rahman al-Sayed was on board.|Abdul-Rahman al-Sayed",
                "al-Masri, Huda (patient)|al-Masri, Huda",
                "Patient Name: Lindiwe Zulu|Lindiwe Zulu",
                "Patient name: Xylotham, Tendai|Xylotham, Tendai",
                "message from Qwertolf Xylotham: hi|Qwertolf Xylotham",
                "her name was Qwertolf Xylotham.|Qwertolf Xylotham",
                "1. XYLOTHAM JOHN MR|XYLOTHAM JOHN",
                "Geachte heer De Vries,|heer De Vries",
                "Beste mevrouw van den Berg,|mevrouw van den Berg",
                "Tenant John Q. Public left|John Q. Public",
                "my name is petra|petra",
                "Please tell Nicole that it works|Nicole",
                "the order of Mark Johnson is late|Mark Johnson",
                "Dear Mrs. Quux, hello|Mrs. Quux",
                "we met J. R. Hernandez there|J. R. Hernandez",
                "Name: Grzegorz Brzęczyszczykiewicz|Grzegorz Brzęczyszczykiewicz",
                "written by Ludwig van Beethoven in Vienna|Ludwig van Beethoven",
                "Will, can you help?|Will",
                "it is Bram de Wit again|Bram de Wit",
                "Where is order 113? Maria|Maria",
                "It never came. Mark|Mark",
                "Best regards, Maria O'Sullivan|Maria O'Sullivan",
                "shipped to 17 Baker Road in Linz, Jonas.|Jonas",
                "Don't go, Grace!|Grace",
                "it is Sedej's address|Sedej",
                "Kind regards, Jean-Paul Martin|Jean-Paul Martin",
                "ask heather olsen about it|heather olsen",
                "the letter of Mikkelsen came|Mikkelsen",
                "Smith said no|Smith",
                "NAME: JESSICA SMITH|JESSICA SMITH",
                "please ask Grzegorz about it|Grzegorz",
                "written to Søren today|Søren",
                "Has Łukasz confirmed?|Łukasz",
                "hi i'm emma from support|emma",
                "tell william that it works|william",
                "Hello Qwertolf, how are you?|Qwertolf",
                "Karanbay told me so|Karanbay",
                "Witness Dipta Shroff left|Dipta Shroff",
                "please tell Grace that it works|Grace",
                "call Terry Cook at noon|Terry Cook",
                "April Johnson is on leave|April Johnson",
                "Passenger 1: Mark Xylotham|Mark Xylotham",
                "said to Elizabeth Balashova|Elizabeth Balashova",
                "I am Mary\\'s daughter|Mary",
                "name=Brianna Baker|Brianna Baker",
                "the Peter Pham version|Peter Pham",
                "{\"last_name\":\"Zubizarreta\"}|Zubizarreta",
                "Applicant: NGUYEN VAN THANH|NGUYEN VAN THANH",
                "\"No\", says Vedzizhev.|Vedzizhev"
            })
    void aNameIsFound(String text, String name) {
        assertThat(found.in(text)).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kind regards\nNorthwind Support",
                "Best,\nAcme Billing",
                "a flight from Chicago O'Hare (ORD)",
                "Pick one:\nAmber\nRose",
                "Sehr geehrte Damen und Herren,",
                "Vielen Dank im Voraus",
                "Mit freundlichen Grüßen",
                "Guten Morgen, wo ist die Bestellung?",
                "Im Auftrag der Kundin, Dienstag"
            })
    void theWordsOfALetterAreNoNames(String text) {
        assertThat(found.in(text)).isEmpty();
    }

    @Test
    void theNamesOfAListAreFoundOneByOne() {
        assertThat(found.in("Nicole, Brown and Young came")).containsExactly("Nicole", "Brown", "Young");
        assertThat(found.in("our founders: Qwertolf, Lee and Phillips")).containsExactly("Qwertolf", "Lee", "Phillips");
        assertThat(found.in("ask Viktor or Igor")).containsExactly("Viktor", "Igor");
        assertThat(found.in("Smith, Karen A.")).containsExactly("Smith", "Karen A");
        assertThat(found.in("Record: Smith, John A.; paid")).containsExactly("Smith", "John A");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I will mark the bill as paid in May",
                "SELECT name FROM grant WHERE name LIKE 'x'",
                "Hello World",
                "Claude wrote Julia and Python code",
                "the Wilson Group and Martin Street",
                "Thanks Google",
                "We flew from Austin to Kenya",
                "This is Great",
                "THE JAMES TEST",
                "Monday in April",
                "the user name is required",
                "Will it work? Mark it as done. Grace periods end.",
                "Chase Bank and Rose Gold",
                "Function name: Wikipedia",
                "{\"name\": \"Desk Lamp\", \"price\": 5}",
                "the flight from ORD to PHL",
                "it was on 19 Jun 2024",
                "Have a great trip! Miss an update?",
                "a Thai place, a Greek island",
                "we met in Seguin",
                "npm install jasmine",
                "Los Angeles, San Francisco, Seattle",
                "Lake Jennifer and Port Arthur",
                "You’ve seen it, I’m sure",
                "Hope this helps. Faith moves mountains. Dawn breaks. Summer is near.",
                "Art is long. Bill the client. Frank discussions help. Jack of all trades.",
                "Set Name to Status. Contact Support. Email Marketing works. Meet Deadline.",
                "Dear Customer, Dear Sir or Madam, Hello Team, Hi Support",
                "Order Summary: Black Leather Jacket, Size Large, Color Navy Blue",
                "i will see you; grace period; rose garden; mark it; bill me; pat the dog"
            })
    void whatNamesNobodyIsNot(String text) {
        assertThat(found.in(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please call me back, I want my money back.",
                "call me soon",
                "can I speak with billing or talk to sales",
                "it was written by hand",
                "estuvimos en la sala grande"
            })
    void aWordOfTheLanguageIsNobodyBehindWhatIntroducesNames(String text) {
        assertThat(found.in(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "please call me mike, mike",
        "speak with mark about it, mark",
        "hi this is mike from accounting, mike",
        "maiden name: cook, cook",
        "talk to priya, priya",
        "my name is hope, hope"
    })
    void aNameThatIsAWordTooIsSomebodyThere(String text, String name) {
        assertThat(found.in(text)).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "with conn:\n    conn.execute(q)",
                "async with mike:\n    pass",
                "for (const [name, meta] of Object.entries(x)) {",
                "def f(name, aabel):",
                "for my $name (aabel %h) {",
                " * @returns Promise that resolves to the result",
                "peek = n === 0 ? \"miss\" : \"stale\";",
                "X-Cache: MISS, HIT",
                "cache: MISS, status",
                "from serializer name to Listener and Client types",
                "Change the name to Invoice.",
                "See Traceback constructor",
                "class Walker extends Visitor {",
                "y += sr.Top",
                "Align of(Type *Ty, bool exact)",
                "\tLen      uint64",
                "if inst.Len == 8"
            })
    void aWordOfCodeIsNobody(String text) {
        assertThat(found.in(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Change my name to Invoice, Invoice", "I met *Ann* there, Ann", "It works.Maria said so, Maria"})
    void whatOnlyLooksLikeCodeIsSomebody(String text, String name) {
        assertThat(found.in(text)).containsExactly(name);
    }

    @Test
    void underTheKeyOfANameTheWholeTextIsOne() {
        assertThat(found.in("xiu ying", "first_name")).containsExactly("xiu ying");
        assertThat(found.in("xiu ying", "file_name")).isEmpty();
        assertThat(found.in("see {\"a\":1}", "lastName")).isEmpty();
    }
}
