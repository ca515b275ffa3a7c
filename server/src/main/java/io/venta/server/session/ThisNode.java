package io.venta.server.session;

import java.security.SecureRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What this node is called among the others. */
@Component
public class ThisNode {

    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int NAME_LENGTH = 8;
    private static final int START_LENGTH = 6;

    private final String name;
    private final String id;

    /**
     * A node that has started now.
     *
     * @param name empty for one that nobody chose
     */
    public ThisNode(@Value("${gateway.node}") String name) {
        this.name = name.isEmpty() ? random(NAME_LENGTH) : name;
        this.id = this.name + '-' + random(START_LENGTH);
    }

    /** Its name in figures: as set, or a random one. */
    public String name() {
        return name;
    }

    /** The name with something that is another after each start: what it did before is not its. */
    public String id() {
        return id;
    }

    private static String random(int length) {
        var random = new SecureRandom();
        var text = new StringBuilder(length);
        random.ints(length, 0, LETTERS.length()).forEach(i -> text.append(LETTERS.charAt(i)));
        return text.toString();
    }
}
