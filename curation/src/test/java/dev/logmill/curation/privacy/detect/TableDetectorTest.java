package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableDetectorTest {
    private final Found found = new Found(new TableDetector());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id,first_name,dob\n1,Rose,1980-05-03\n2,Grant,1981-06-04",
                "id;first_name;dob\r\n1;Rose;1980-05-03\r\n2;Grant;1981-06-04\r\n",
                "id\tfirst_name\tdob\n1\tRose\t1980-05-03\n2\tGrant\t1981-06-04",
                "id|first_name|dob\n1|Rose|1980-05-03\n2|Grant|1981-06-04",
                "\"id\",\"First Name\",\"Birth date\"\n\"1\",\"Rose\",\"1980-05-03\"\n\"2\",\"Grant\",\"1981-06-04\"",
                "| id | First name | DOB |\n|---|:---|---|\n| 1 | Rose | 1980-05-03 |\n| 2 | Grant | 1981-06-04 |\n\nDone.",
                " id | first_name | dob\n----+---+---\n  1 | Rose | 1980-05-03\n  2 | Grant | 1981-06-04\n(2 rows)",
                "+--+----+---+\n| id | first_name | dob |\n+--+----+---+\n| 1 | Rose | 1980-05-03 |\n| 2 | Grant | 1981-06-04 |\n+--+",
                "id  first_name  dob\n1   Rose        1980-05-03\n2   Grant       1981-06-04",
                "   id first_name        dob\n0   1       Rose 1980-05-03\n1   2      Grant 1981-06-04",
                "<table><tr><th>id</th><th>First name</th><th>DOB</th></tr><tr><td>1</td><td>Rose</td><td>1980-05-03</td></tr>"
                        + "<tr><td>2</td><td> Grant </td><td>1981-06-04</td></tr></table>"
            })
    void aColumnsHeaderNamesItsCellsInEveryRow(String table) {
        assertThat(found.in(table)).containsExactly("Rose", "1980-05-03", "Grant", "1981-06-04");
    }

    @Test
    void idsAccountsPhonesPasswordsAndAddressesAreTold() {
        assertThat(
                        found.in(
                                "phone,account_number,sort_code,patient_id,password,zip\n4155552673,12345678,112233,884412,Winter77x,94107"))
                .containsExactly("4155552673", "12345678", "112233", "884412", "Winter77x", "94107");
    }

    @Test
    void aNameIsSomebodysWhereATableIsOfPeople() {
        assertThat(found.in("name,dob\nChase Summer,1980-05-03")).containsExactly("Chase Summer", "1980-05-03");
        assertThat(found.in("name,email\nRose Baker,x")).containsExactly("Rose Baker");
        assertThat(found.in("name,email\nWeekly Deals,x")).isEmpty();
        assertThat(found.in("name,price\nRose Baker,3")).isEmpty();
    }

    @Test
    void aCommaWithinQuotesPartsNoCells() {
        assertThat(found.in("last_name,address\n\"Baker\",\"12 Elm, Apt 3\""))
                .containsExactly("Baker", "12 Elm, Apt 3");
    }

    @Test
    void whatIsEmptyStays() {
        assertThat(found.in("first_name,last_name\nNULL,\n,N/A\nnan,-\nRose,<null>"))
                .containsExactly("Rose");
    }

    @Test
    void rowsStopWhereTheShapeDoes() {
        assertThat(found.in("first_name,last_name\nRose,Baker\nGrant Stone\nFaith,Summer"))
                .containsExactly("Rose", "Baker");
        assertThat(found.in("first_name  last_name\nRose  Baker\n\nFaith  Summer"))
                .containsExactly("Rose", "Baker");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name,type,nullable\nfirst_name,varchar,NO\nlast_name,varchar,NO",
                "first_name,last_name,email\nfirst_name,string,req\nlast_name,string,req",
                "| Field | Type |\n|---|---|\n| first_name | string |\n| last_name | string |",
                "| first_name | Rose |\n| last_name | Baker |",
                "name,latency,tokens\nRose,1.2,10482731",
                "NAME   READY   ADDRESS\nrose   1/1     Elm",
                "Please give me your name, address, phone.\nand Rose, Grant, Stone",
                "for name, phone in rows:\n    print(name, phone)",
                "SELECT first_name, last_name\nFROM people, places",
                "<table><tr><th>Name</th><th>Price</th></tr><tr><td>Rose</td><td>3</td></tr></table>"
            })
    void whatIsNoTableOfPeopleHasNothing(String text) {
        assertThat(found.in(text)).isEmpty();
    }

    /** Each line is tried as a header once, however often it names columns. */
    @ParameterizedTest
    @ValueSource(strings = {"name,dob ", "name,dob\n", "first_name  dob\n1 ", "<th>name", "<th>dob</th><tr>", "\"dob,"})
    @Timeout(20)
    void readsHostileTextOnce(String unit) {
        assertThat(found.in(unit.repeat(300_000))).isEmpty();
    }
}
