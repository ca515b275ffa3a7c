package io.venta.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.desktop.shell.Shortcut.Group;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class ShortcutTests {

    private final List<String> done = new ArrayList<>();
    private final Shortcut follow = Shortcut.typed(Group.MAP, "follow", "f", () -> done.add("f"));
    private final Shortcut filters = Shortcut.chord(Group.LIST, "search", "123456789", done::add);
    private final Shortcut back = Shortcut.escape(Group.WINDOW, "back", () -> done.add("back"));

    @Test
    void takesALetterInEitherCaseButNotWhileSomebodyTypes() {
        assertThat(follow.take(typed("f"), false)).isTrue();
        assertThat(follow.take(typed("F"), false)).isTrue();
        assertThat(follow.take(typed("f"), true)).isFalse();
        assertThat(follow.take(typed("g"), false)).isFalse();
        assertThat(follow.take(typed(""), false)).isFalse();
        assertThat(follow.take(pressed(KeyCode.F, false, false), false)).isFalse();
        assertThat(done).containsExactly("f", "f");
    }

    @Test
    void takesAChordOfTheNumberPadAsWellAndSaysWhich() {
        assertThat(filters.take(pressed(KeyCode.DIGIT1, true, false), true)).isTrue();
        assertThat(filters.take(pressed(KeyCode.NUMPAD9, true, false), false)).isTrue();
        assertThat(filters.take(pressed(KeyCode.DIGIT0, true, false), false)).isFalse();
        assertThat(filters.take(pressed(KeyCode.DIGIT1, false, false), false)).isFalse();
        assertThat(filters.take(pressed(KeyCode.DIGIT1, true, true), false)).isFalse();
        assertThat(done).containsExactly("1", "9");
    }

    @Test
    void takesTheKeyOfAPlusWhetherItIsShiftedOrNot() {
        Shortcut larger = Shortcut.chord(Group.WINDOW, "larger", "+", () -> done.add("+"));
        for (KeyCode code : List.of(KeyCode.PLUS, KeyCode.EQUALS, KeyCode.ADD)) {
            assertThat(larger.take(pressed(code, true, false), false)).isTrue();
        }
        assertThat(larger.take(pressed(KeyCode.MINUS, true, false), false)).isFalse();
    }

    @Test
    void takesEscapeEvenWhileSomebodyTypes() {
        assertThat(back.take(pressed(KeyCode.ESCAPE, false, false), true)).isTrue();
        assertThat(back.take(pressed(KeyCode.ENTER, false, false), true)).isFalse();
    }

    @Test
    void leavesToControlsWhatTheyDoThemselves() {
        Shortcut centre = Shortcut.told(Group.LIST, "centre", "enter");
        assertThat(centre.take(pressed(KeyCode.ENTER, false, false), false)).isFalse();
    }

    @Test
    void isWrittenAsOnTheKey() {
        assertThat(follow.label()).isEqualTo("F");
        assertThat(back.label()).isEqualTo("Esc");
        assertThat(filters.label()).endsWith("1 … 9").isNotEqualTo("1 … 9");
        assertThat(Shortcut.typed(Group.MAP, "zoom-out", "-", () -> {}).label()).isEqualTo("−");
        assertThat(Shortcut.typed(Group.MAP, "zoom-in", "+=", () -> {}).label()).isEqualTo("+");
    }

    private static KeyEvent typed(String character) {
        return new KeyEvent(
                KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false);
    }

    private static KeyEvent pressed(KeyCode code, boolean shortcut, boolean alt) {
        boolean mac = System.getProperty("os.name", "").startsWith("Mac");
        return new KeyEvent(
                KeyEvent.KEY_PRESSED, "", "", code, false, shortcut && !mac, alt, shortcut && mac);
    }
}
