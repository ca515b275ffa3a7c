package io.venta.desktop.shell;

import static io.venta.desktop.fx.Texts.text;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * A key and what it does, in the words of the help as well.
 *
 * @param group where the help lists it
 * @param topic names its words in the bundle, {@code help.} before it
 * @param kind how the key is pressed
 * @param keys the characters that it may be, or the name of the one that is no character
 * @param command takes the character; null where the control that has the focus acts on it
 */
record Shortcut(
        Group group, String topic, Kind kind, String keys, @Nullable Consumer<String> command) {

    private static final boolean IS_MAC = System.getProperty("os.name", "").startsWith("Mac");

    /** What belongs together, as the help lists it. */
    enum Group {
        LIST,
        MAP,
        PANELS,
        WINDOW;

        String title() {
            return text("help.group." + name().toLowerCase(Locale.ROOT));
        }
    }

    enum Kind {
        TYPED,
        CHORD,
        NAMED
    }

    /** One of these characters, typed while no text is; a letter in either case. */
    static Shortcut typed(Group group, String topic, String characters, Runnable command) {
        return new Shortcut(group, topic, Kind.TYPED, characters, character -> command.run());
    }

    /** One of these characters with Ctrl, on a Mac with Cmd. */
    static Shortcut chord(Group group, String topic, String characters, Runnable command) {
        return chord(group, topic, characters, character -> command.run());
    }

    /** The same, where it matters which character it is. */
    static Shortcut chord(Group group, String topic, String characters, Consumer<String> command) {
        return new Shortcut(group, topic, Kind.CHORD, characters, command);
    }

    /** Esc. */
    static Shortcut escape(Group group, String topic, Runnable command) {
        return new Shortcut(group, topic, Kind.NAMED, "escape", character -> command.run());
    }

    /** What the control that has the focus does by itself. */
    static Shortcut told(Group group, String topic, String key) {
        return new Shortcut(group, topic, Kind.NAMED, key, null);
    }

    /** What it does, in words. */
    String words() {
        return text("help." + topic);
    }

    /** The key, as it stands on it. */
    String label() {
        if (kind == Kind.NAMED) {
            return text("key." + keys);
        }
        String first = keys.substring(0, 1).toUpperCase(Locale.ROOT).replace('-', '−');
        String which =
                keys.matches("[0-9]{3,}") ? first + " … " + keys.charAt(keys.length() - 1) : first;
        return kind == Kind.CHORD ? text(IS_MAC ? "key.chord.mac" : "key.chord", which) : which;
    }

    /** Does what it does if it is meant; false if it is not. */
    boolean take(KeyEvent event, boolean typing) {
        Consumer<String> does = command;
        String key = pressed(event, typing);
        if (does == null || key.isEmpty() || !named(key)) {
            return false;
        }
        does.accept(key);
        return true;
    }

    private boolean named(String key) {
        return kind == Kind.NAMED ? keys.equals(key) : keys.contains(key);
    }

    private String pressed(KeyEvent event, boolean typing) {
        boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
        boolean down = event.getEventType() == KeyEvent.KEY_PRESSED;
        return switch (kind) {
            case TYPED ->
                    plain && !typing && event.getEventType() == KeyEvent.KEY_TYPED
                            ? event.getCharacter().toLowerCase(Locale.ROOT)
                            : "";
            case CHORD ->
                    down && event.isShortcutDown() && !event.isAltDown()
                            ? character(event.getCode())
                            : "";
            case NAMED -> down && plain ? event.getCode().name().toLowerCase(Locale.ROOT) : "";
        };
    }

    /** What stands on a key, whether it lies in the number pad or not. */
    private static String character(KeyCode code) {
        return switch (code) {
            case PLUS, EQUALS, ADD -> "+";
            case MINUS, SUBTRACT -> "-";
            default -> {
                String name = Objects.requireNonNullElse(code.getName(), "");
                yield code.isDigitKey() || code.isLetterKey()
                        ? name.substring(name.length() - 1).toLowerCase(Locale.ROOT)
                        : "";
            }
        };
    }
}
