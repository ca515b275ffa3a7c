package io.venta.server.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.CorruptedFrameException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamDecoderTests implements UpstreamDecoder.Sink {

    private final List<String> heard = new ArrayList<>();
    private final UpstreamDecoder decoder = new UpstreamDecoder(this);

    @Test
    void readsWhatRabbitMqSends() {
        decode("CONNECTED\nversion:1.2\nheart-beat:10000,10000\n\n\0\n\r\n");
        decode("RECEIPT\nreceipt-id:41\n\n\0\nERROR\nmessage:access_refused\n\nno\0");
        decode(message("destination:/topic/location.v1\nmessage-id:T_0@@1@@2\n", "{\"a\":\"\0\"}"));

        assertThat(heard)
                .containsExactly(
                        "CONNECTED 10000,10000 ",
                        "receipt 41",
                        "ERROR null no",
                        "/topic/location.v1 {\"a\":\"\0\"}");
    }

    @Test
    void believesTheBrokersHeadersAndNotThePublishers() {
        decode(
                message(
                        """
                        destination:/topic/location.v1
                        destination:/topic/location.v2
                        content-length:1
                        receipt-id:x
                        subscription:other
                        """,
                        "body"));

        assertThat(heard).containsExactly("/topic/location.v1 body");
    }

    @ParameterizedTest
    @CsvSource({
        "/topic/location.v1, /topic/location.v1",
        "/topic/location.a%2Fb%20c, '/topic/location.a/b c'",
        "/topic/location.a+b, /topic/location.a+b",
        "/topic/location.a\\cb, /topic/location.a:b",
        "/exchange/notifications/user.z%C5%BC, /exchange/notifications/user.zż",
        "/topic/location.50%25, /topic/location.50%",
        "/topic/location.%zz, /topic/location.%zz"
    })
    void decodesDestinations(String sent, String meant) {
        decode(message("destination:" + sent + '\n', "x"));

        assertThat(heard).containsExactly(meant + " x");
    }

    @Test
    void skipsWhatIsTooLargeAndGoesOn() {
        var tooMuch = "x".repeat(3 * 1024 * 1024);
        decode(message("destination:/topic/location.v1\n", tooMuch));
        decode(message("destination:/topic/location.v2\nmore:" + "h".repeat(70_000) + '\n', "y"));
        decode(message("destination:/topic/location.v3\n", "z"));

        assertThat(heard).containsExactly("skipped", "skipped", "/topic/location.v3 z");
    }

    @Test
    void takesTheLargestBody() {
        var much = "x".repeat(1024 * 1024);
        inPieces(message("destination:/topic/location.v1\n", much).getBytes(UTF_8), _ -> 16_384);

        assertThat(heard).containsExactly("/topic/location.v1 " + much);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MESSAGE\ncontent-length:2\n\nabc\0",
                "MESSAGE\ncontent-length:-1\n\nabc\0",
                "MESSAGE\ncontent-length:99999999999\n\nabc\0"
            })
    void saysSoWhenItIsLost(String frame) {
        assertThatExceptionOfType(CorruptedFrameException.class).isThrownBy(() -> decode(frame));
    }

    @Test
    void takesNoHeaderBlockOrBodyWithoutEnd() {
        assertThatExceptionOfType(CorruptedFrameException.class)
                .isThrownBy(() -> decode("MESSAGE\n" + "a:b\n".repeat(200_000)));
        assertThatExceptionOfType(CorruptedFrameException.class)
                .isThrownBy(
                        () -> new UpstreamDecoder(this).decode(Unpooled.wrappedBuffer(endless())));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void findsEachFrameWhereverTheNetworkCuts(int seed) {
        var random = new Random(seed);
        var bytes = new ByteArrayOutputStream();
        var expected = new ArrayList<String>();
        for (int i = 0; i < 400; i++) {
            var body = text(random, random.nextInt(random.nextInt(20) == 0 ? 90_000 : 300));
            var more = "x-more:" + HeaderBlock.escape(text(random, random.nextInt(40))) + '\n';
            var eol = random.nextBoolean() ? "\n" : "\r\n";
            var frame = message("destination:/topic/location.v" + i + '\n' + more, body);
            var head = frame.substring(0, frame.indexOf("\n\n") + 2);
            bytes.writeBytes((head.replace("\n", eol) + body + '\0').getBytes(UTF_8));
            bytes.writeBytes(eol.repeat(random.nextInt(3)).getBytes(UTF_8));
            expected.add("/topic/location.v" + i + ' ' + body);
        }

        inPieces(bytes.toByteArray(), left -> 1 + random.nextInt(Math.min(left, 20_000)));

        assertThat(heard).isEqualTo(expected);
    }

    /** Whatever comes, it is taken, or refused as what it is; nothing else happens. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void survivesNoise(int seed) {
        var random = new Random(seed);
        var alphabet = "MESAG\n\n\n\r:\0\0%\\content-length:12destination:/topic/l.v";
        var lost = 0;
        var taken = 0;
        for (int i = 0; i < 20_000; i++) {
            var noise = new StringBuilder("MESSAGE\n");
            for (int n = random.nextInt(60); n > 0; n--) {
                noise.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                new UpstreamDecoder(this)
                        .decode(Unpooled.copiedBuffer(noise.toString() + "\n\n\0", UTF_8));
                taken++;
            } catch (CorruptedFrameException e) {
                lost++;
            }
        }
        assertThat(taken).isGreaterThan(1000);
        assertThat(taken + lost).isEqualTo(20_000);
        assertThat(heard).isNotEmpty();
    }

    @Override
    public void message(UpstreamMessage message) {
        heard.add(message.destination() + ' ' + new String(message.body(), UTF_8));
    }

    @Override
    public void receipt(int id) {
        heard.add("receipt " + id);
    }

    @Override
    public void other(String command, HeaderBlock headers, byte[] body) {
        heard.add(command + ' ' + headers.first("heart-beat") + ' ' + new String(body, UTF_8));
    }

    @Override
    public void skipped() {
        heard.add("skipped");
    }

    private void decode(String frames) {
        decoder.decode(Unpooled.copiedBuffer(frames, UTF_8));
    }

    private void inPieces(byte[] bytes, IntUnaryOperator size) {
        for (int at = 0; at < bytes.length; ) {
            var piece = Math.min(size.applyAsInt(bytes.length - at), bytes.length - at);
            decoder.decode(Unpooled.wrappedBuffer(bytes, at, piece));
            at += piece;
        }
    }

    private static String message(String headers, String body) {
        return "MESSAGE\nsubscription:0\n"
                + headers
                + "content-length:"
                + body.getBytes(UTF_8).length
                + "\n\n"
                + body
                + '\0';
    }

    private static byte[] endless() {
        return ("MESSAGE\n\n" + "x".repeat(1_100_000)).getBytes(UTF_8);
    }

    private static String text(Random random, int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(
                    (char)
                            (random.nextInt(10) == 0
                                    ? random.nextInt(0x500)
                                    : ' ' + random.nextInt(90)));
        }
        return text.toString();
    }
}
