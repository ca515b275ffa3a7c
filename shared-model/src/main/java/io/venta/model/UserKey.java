package io.venta.model;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A user's id as part of a destination or routing key: each byte of its UTF-8 form outside {@code
 * [A-Za-z0-9_-]} is {@code ~hh}, in lower-case hex.
 *
 * @param value the encoded form, 1 to 230 ASCII characters, {@code alice~40example~2ecom}
 */
public record UserKey(String value) {

    private static final int MAX_LENGTH = 230;

    /** Checks the encoded form's length. */
    public UserKey {
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("A user id has 1 to 230 bytes once encoded");
        }
    }

    /**
     * Encodes a user's id.
     *
     * @throws IllegalArgumentException if it is empty, has control characters or is too long
     */
    public static UserKey of(String userId) {
        if (userId.codePoints().anyMatch(UserKey::isUnwritable)) {
            throw new IllegalArgumentException("A user id has no control characters");
        }
        var encoded = new StringBuilder(userId.length() + 16);
        for (byte b : userId.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain(b)) {
                encoded.append((char) b);
            } else {
                encoded.append('~').append(HexFormat.of().toHexDigits(b));
            }
        }
        return new UserKey(encoded.toString());
    }

    /** The user's id; something that nobody is called where this is no encoded form. */
    public String userId() {
        var bytes = new ByteArrayOutputStream(value.length());
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) == '~' && i + 2 < value.length()) {
                bytes.write(HexFormat.fromHexDigits(value, i + 1, i + 3));
                i += 2;
            } else {
                bytes.write(value.charAt(i));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Halves of surrogate pairs have no UTF-8: all of them would become the same "?". */
    private static boolean isUnwritable(int character) {
        return Character.isISOControl(character)
                || Character.getType(character) == Character.SURROGATE;
    }

    private static boolean isPlain(byte b) {
        return switch (b) {
            case '_', '-' -> true;
            default -> b > 0 && Character.isLetterOrDigit(b);
        };
    }
}
