package io.venta.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

class WebSocketFramesTests {

    private final List<String> heard = new ArrayList<>();
    private final WebSocketFrames frames =
            new WebSocketFrames((opcode, payload) -> heard.add(opcode + text(payload)));

    @Test
    void readsMessagesOfEveryLengthInWhateverPieces() {
        var bytes = new ByteArrayOutputStream();
        var expected = new ArrayList<String>();
        for (int length : new int[] {0, 125, 126, 65_535, 65_536}) {
            var payload = "x".repeat(length).getBytes(UTF_8);
            bytes.writeBytes(frame(0x81, payload));
            expected.add("1" + text(payload));
        }

        for (byte each : bytes.toByteArray()) {
            frames.read(ByteBuffer.wrap(new byte[] {each}));
        }

        assertThat(heard).isEqualTo(expected);
    }

    @Test
    void joinsFragmentsAroundWhatComesBetween() {
        frames.read(ByteBuffer.wrap(frame(0x01, "a".getBytes(UTF_8))));
        frames.read(ByteBuffer.wrap(frame(0x89, new byte[0])));
        frames.read(ByteBuffer.wrap(frame(0x80, "b".getBytes(UTF_8))));

        assertThat(heard).containsExactly("9", "1ab");
    }

    @Test
    void inflatesWithWhatWasSaidBefore() {
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        var first = deflated(deflater, "position of the vendor");
        var second = deflated(deflater, "position of the vendor");

        frames.read(ByteBuffer.wrap(frame(0xc1, first)));
        frames.read(ByteBuffer.wrap(frame(0xc1, second)));

        assertThat(second).hasSizeLessThan(first.length);
        assertThat(heard).containsExactly("1position of the vendor", "1position of the vendor");
        assertThat(frames.compressedBytes()).isEqualTo(first.length + second.length);
    }

    private static byte[] deflated(Deflater deflater, String text) {
        var bytes = new byte[1000];
        deflater.setInput(text.getBytes(UTF_8));
        var length = deflater.deflate(bytes, 0, bytes.length, Deflater.SYNC_FLUSH);
        return Arrays.copyOf(bytes, length - 4);
    }

    /** As a server writes it, without a mask. */
    private static byte[] frame(int first, byte[] payload) {
        var frame = ByteBuffer.allocate(payload.length + 10).put((byte) first);
        if (payload.length < 126) {
            frame.put((byte) payload.length);
        } else if (payload.length < 65_536) {
            frame.put((byte) 126).putShort((short) payload.length);
        } else {
            frame.put((byte) 127).putLong(payload.length);
        }
        return Arrays.copyOf(frame.put(payload).array(), frame.position());
    }

    private static String text(byte[] payload) {
        return new String(payload, UTF_8);
    }
}
