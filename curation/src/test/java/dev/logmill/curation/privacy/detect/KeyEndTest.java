package dev.logmill.curation.privacy.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.privacy.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys whose last words name the field, whosever it is. */
class KeyEndTest {
    private final Found names = new Found(new PersonDetector());
    private final Found phones = new Found(new PhoneDetector());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customer_first_name",
                "customerLastName",
                "billing_first_name",
                "shipping-first-name",
                "userFirstName",
                "guest_surname",
                "patient_last_name",
                "cust_fname",
                "forename",
                "givenNames",
                "customerfirstname"
            })
    void aNameIsOneWhoeversItIs(String key) {
        assertThat(names.in("Chase", key)).containsExactly("Chase");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "field_name",
                "file_name",
                "first_name_required",
                "first_name_field",
                "sort_by_last_name",
                "labelFirstName",
                "table_name",
                "host_name",
                "product_name",
                "class_name",
                "agent_name",
                "name"
            })
    void whatThingsAreCalledIsNone(String key) {
        assertThat(names.in("Chase", key)).isEmpty();
    }

    @Test
    void aNameStandsBehindItInMarkupAndAssignments() {
        assertThat(names.in("<customerFirstName>Maria</customerFirstName>")).containsExactly("Maria");
        assertThat(names.in("customer_first_name=Maria&plan=pro")).containsExactly("Maria");
        assertThat(names.in("customer_first_name VARCHAR(50), customerFirstName: string"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lastName: String, customerFirstName: Text",
                "customer_first_name: Optional[str] = None",
                "last_name = Column(String)",
                "lastName = Utils.trim(row.lastName)"
            })
    void whatDeclaresAFieldNamesNobody(String code) {
        assertThat(names.in(code)).isEmpty();
    }

    @Test
    void aCardOfAnAddressBookHasItsNameBehindFn() {
        assertThat(names.in("BEGIN:VCARD\nFN:Rose Baker\nTEL:4155552673")).containsExactly("Rose Baker");
        assertThat(names.in("TP: 5, FN: Precision Drops")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mobilephone", "homephone", "work_telephone", "billingPhoneNumber", "phone_numbers_data"})
    void aPhoneIsOneWhoeversItIs(String key) {
        assertThat(phones.in("4155552673", key)).containsExactly("4155552673");
    }

    @ParameterizedTest
    @ValueSource(strings = {"iphone", "microphone", "phone_id", "homepage"})
    void whatSoundsLikeAPhoneIsNone(String key) {
        assertThat(phones.in("4155552673", key)).isEmpty();
    }

    @Test
    void aPhoneIsCalledSoByJoinedWordsAndByOneThatIsCounted() {
        assertThat(phones.in("telephoneNumber: 4155552673")).containsExactly("4155552673");
        assertThat(phones.in("Phone 2: 4155552673")).containsExactly("4155552673");
        assertThat(phones.in("Step 2: 4155552673")).isEmpty();
        assertThat(phones.in("phone 4155552674 and order 2: 4155552673")).containsExactly("4155552674");
    }

    @Test
    void whatIsUnderAPhoneIsOne() {
        assertThat(NameWithin.label("phone_numbers", "data")).isEqualTo("phone_numbers_data");
        assertThat(NameWithin.label("payload", "data")).isEqualTo("data");
    }

    @ParameterizedTest
    @CsvSource({
        "shipping_zip, 94107, true",
        "MailingPostalCode, 94107, true",
        "homeStreet, 12 Elm St, true",
        "shipping_weight, 94107, false"
    })
    void anAddressIsOneWhoeversItIs(String key, String value, boolean address) {
        assertThat(StreetWords.isLabel(key)).isEqualTo(address);
        assertThat(new Found(new AddressDetector()).in(value, key).contains(value))
                .isEqualTo(address);
    }

    @Test
    void documentsOfPeopleAreNumberedOtherwiseThanThoseOfFirms() {
        Found ids = new Found(new CalledIdDetector());
        assertThat(ids.in("X1234567", "docNumber")).containsExactly("X1234567");
        assertThat(ids.in("document_number: AB123456")).containsExactly("AB123456");
        assertThat(ids.in("533380006", "docNumber")).containsExactly("533380006");
        assertThat(ids.in("1000234567", "document_number")).isEmpty();
        assertThat(ids.in("INV1234567", "document_number")).isEmpty();
    }
}
