package io.venta.desktop.alert.rule;

import static io.venta.desktop.vendor.Updates.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.desktop.vendor.TestClock;
import io.venta.desktop.vendor.Vendors;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleDraftTests {

    private final Vendors vendors = new Vendors(new TestClock());
    private final Rule usual = Rule.usual(RuleKind.OFFLINE);
    private final RuleDraft draft = new RuleDraft(usual, vendors);

    @BeforeEach
    void know() {
        vendors.hear(
                List.of(
                        profile("v1", "Tacos", "Truck"),
                        profile("v2", "Arepas", "Cart"),
                        profile("v3", "arepas", "Cart")));
    }

    @ParameterizedTest
    @CsvSource({
        "OFFLINE, 0", "OFFLINE, 1441", "OFFLINE, 1.5", "OFFLINE, -5", "OFFLINE, ''",
        "OFFLINE, ten", "STOPPED, 99999999999", "SPEED, 4", "SPEED, 251", "SPEED, ٣٣"
    })
    void saysWhichThresholdsThereAre(RuleKind kind, String typed) {
        draft.kindProperty().set(kind);
        draft.thresholdProperty().set(typed);
        assertThat(draft.thresholdErrorProperty().get()).as("not while typing").isEmpty();
        assertThat(draft.finish()).isEmpty();
        assertThat(draft.thresholdErrorProperty().get())
                .startsWith("Enter whole")
                .endsWith(kind == RuleKind.SPEED ? "5 to 250." : "1 to 1440.");
        draft.thresholdProperty().set(" 30 ");
        assertThat(draft.thresholdErrorProperty().get()).isEmpty();
        assertThat(draft.finish()).map(Rule::threshold).contains(30);
    }

    @ParameterizedTest
    @CsvSource({
        "ONE, '', Enter the vendor",
        "ONE, Pizza, No vendor is called “Pizza”",
        "ONE, AREPAS, Several vendors are called “AREPAS”",
        "MATCHING, ' ', Enter what to look for"
    })
    void saysWhatIsWrongWithTheVendors(Audience.Type type, String typed, String words) {
        draft.audienceProperty().set(type);
        draft.wordsProperty().set(typed);
        assertThat(draft.finish()).isEmpty();
        assertThat(draft.audienceErrorProperty().get()).startsWith(words);
        draft.audienceProperty().set(Audience.Type.ALL);
        assertThat(draft.audienceErrorProperty().get()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"tacos, v1", "v3, v3"})
    void findsOneByNameOrId(String typed, String id) {
        draft.audienceProperty().set(Audience.Type.ONE);
        draft.wordsProperty().set(typed);
        assertThat(draft.finish())
                .map(Rule::audience)
                .contains(new Audience(Audience.Type.ONE, id));
    }

    @Test
    void keepsWhomItWasAboutThoughItIsNotKnown() {
        Rule about =
                new Rule(
                        "r",
                        "",
                        RuleKind.SPEED,
                        60,
                        new Audience(Audience.Type.ONE, "away"),
                        false);
        assertThat(new RuleDraft(about, vendors).finish()).contains(about);
    }

    @Test
    void offersTheUsualOfAnotherKind() {
        draft.kindProperty().set(RuleKind.SPEED);
        assertThat(draft.thresholdProperty().get()).isEqualTo("90");
        draft.thresholdProperty().set("77");
        draft.kindProperty().set(RuleKind.STOPPED);
        assertThat(draft.thresholdProperty().get()).isEqualTo("77");
    }

    @Test
    void cutsANameThatIsTooLong() {
        draft.nameProperty().set("x".repeat(500));
        assertThat(draft.finish()).map(Rule::name).contains("x".repeat(Rule.LONGEST_NAME));
    }
}
