package io.venta.desktop.alert.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTests {

    private static final Rule SLOW = Rule.usual(RuleKind.STOPPED);
    private static final Rule FAST =
            new Rule(
                    "r1",
                    "Racing",
                    RuleKind.SPEED,
                    60,
                    new Audience(Audience.Type.MATCHING, "“truck” \\ é"),
                    false);

    private final Rules rules = new Rules();

    @Test
    void comesBackFromItsText() {
        rules.put(SLOW);
        rules.put(FAST);
        Rules others = new Rules();
        others.storedProperty().set(rules.storedProperty().get());
        assertThat(others.all()).containsExactly(SLOW, FAST);
        assertThat(others.storedProperty().get()).isEqualTo(rules.storedProperty().get());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[",
                "7",
                "null",
                "{}",
                "[null]",
                "[{}]",
                "[[]]",
                "[{\"id\":\"r\",\"name\":\"\",\"kind\":\"SPEED\",\"threshold\":9000,"
                        + "\"audience\":{\"type\":\"ALL\",\"text\":\"\"},\"enabled\":true}]",
                "[{\"id\":\"r\",\"name\":\"\",\"kind\":\"LATE\",\"threshold\":9,"
                        + "\"audience\":{\"type\":\"ALL\",\"text\":\"\"},\"enabled\":true}]",
                "[{\"id\":\"r\",\"name\":\"\",\"kind\":\"SPEED\",\"threshold\":9,"
                        + "\"audience\":{\"type\":\"ONE\",\"text\":\"a b\"},\"enabled\":true}]"
            })
    void ignoresWhatMakesNoRule(String stored) {
        rules.storedProperty().set(stored);
        assertThat(rules.all()).isEmpty();
    }

    @Test
    void keepsTheGoodAmongTheBad() {
        rules.put(FAST);
        String good = rules.storedProperty().get();
        String one = good.substring(1, good.length() - 1);
        rules.storedProperty().set("[{\"id\":4}," + one + ",null," + one + "]");
        assertThat(rules.all()).containsExactly(FAST);
    }

    @Test
    void hasTheDeletedBackWhereItWas() {
        rules.put(SLOW);
        rules.put(FAST);
        rules.delete(SLOW);
        assertThat(rules.all()).containsExactly(FAST);
        assertThat(rules.deletedProperty().get()).isEqualTo(SLOW);
        rules.undelete();
        assertThat(rules.all()).containsExactly(SLOW, FAST);
        assertThat(rules.deletedProperty().get()).isNull();
        rules.delete(FAST);
        rules.put(SLOW.enabled(false));
        rules.undelete();
        assertThat(rules.all()).containsExactly(SLOW.enabled(false));
    }

    @Test
    void takesNoMoreThanCanBeSurveyed() {
        IntStream.range(0, Rules.MOST + 5).forEach(i -> rules.put(Rule.usual(RuleKind.SPEED)));
        assertThat(rules.all()).hasSize(Rules.MOST);
        assertThat(rules.hasRoom()).isFalse();
    }
}
