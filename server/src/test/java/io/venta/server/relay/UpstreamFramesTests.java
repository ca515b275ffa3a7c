package io.venta.server.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.messaging.Message;
import org.springframework.messaging.simp.stomp.StompDecoder;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;

/** What is written is what Spring's decoder, which shares no code with it, reads. */
class UpstreamFramesTests {

    private final ByteBuf out = Unpooled.buffer();

    @Test
    void asksForItsVirtualHostWithItsLogin() {
        UpstreamFrames.connect(
                out, new UpstreamSettings("broker", 61613, "gateway", "s3:cret", "venta"), 10_000);

        var connect = decoded().getFirst();
        assertThat(connect.getAcceptVersion()).containsExactly("1.2");
        assertThat(connect.getHost()).isEqualTo("venta");
        assertThat(connect.getLogin()).isEqualTo("gateway");
        assertThat(connect.getPasscode()).isEqualTo("s3:cret");
        assertThat(connect.getHeartbeat()).containsExactly(10_000, 10_000);
    }

    @Test
    void subscribesToBoundedQueuesOfItsOwn() {
        UpstreamFrames.subscribe(out, 1, UpstreamSubscription.own("/topic/location.*", "p"));

        assertThat(decoded().getFirst().toNativeHeaderMap())
                .containsEntry("id", List.of("1"))
                .containsEntry("receipt", List.of("1"))
                .containsEntry("destination", List.of("/topic/location.*"))
                .containsEntry("exclusive", List.of("true"))
                .containsEntry("auto-delete", List.of("true"))
                .containsEntry("durable", List.of("false"))
                .containsEntry("x-queue-type", List.of("classic"))
                .containsEntry("x-max-length", List.of("100000"));
    }

    @Test
    void sharesAQueueThatIsThereAlready() {
        UpstreamFrames.subscribe(out, 2, UpstreamSubscription.shared("gateway.notifications"));

        assertThat(decoded().getFirst().toNativeHeaderMap())
                .containsOnlyKeys("id", "receipt", "destination", "ack", "prefetch-count")
                .containsEntry("destination", List.of("/amq/queue/gateway.notifications"))
                .containsEntry("ack", List.of("client-individual"));
    }

    @Test
    void settlesByTheBrokersId() {
        UpstreamFrames.settle(out, "T_0@@session:1", true);
        UpstreamFrames.settle(out, "T_2", false);

        assertThat(decoded())
                .extracting(frame -> frame.getCommand() + " " + frame.getFirstNativeHeader("id"))
                .containsExactly("ACK T_0@@session:1", "NACK T_2");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void writesOneFrameWhateverIsInIt(int seed) {
        var random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            var destination = "/topic/" + noise(random, 40);
            var reason = noise(random, 40);
            var body = new byte[random.nextInt(200)];
            random.nextBytes(body);
            out.clear();
            UpstreamFrames.send(
                    out, i, new UpstreamPublish(destination, body, Map.of("reason", reason)));

            var frames = messages();
            assertThat(frames).hasSize(1);
            var headers = StompHeaderAccessor.wrap(frames.getFirst());
            assertThat(frames.getFirst().getPayload()).isEqualTo(body);
            assertThat(headers.toNativeHeaderMap())
                    .containsOnlyKeys("receipt", "destination", "reason", "content-length");
            assertThat(headers.getDestination()).isEqualTo(survived(destination));
            assertThat(headers.getFirstNativeHeader("reason")).isEqualTo(survived(reason));
        }
    }

    /** STOMP has no escape for the other control characters, and UTF-8 none for half a pair. */
    private static String survived(String text) {
        var kept = new StringBuilder();
        text.codePoints()
                .forEach(
                        c -> {
                            var isControl = c < ' ' && c != '\n' && c != '\r';
                            var isHalf = c >= 0xd800 && c < 0xe000;
                            kept.appendCodePoint(isControl ? ' ' : isHalf ? '?' : c);
                        });
        return kept.toString();
    }

    private static String noise(Random random, int length) {
        var bounds = new int[] {0x20, 0x80, 0x800, 0x10000};
        var noise = new StringBuilder();
        for (int i = random.nextInt(length); i >= 0; i--) {
            var special = random.nextInt(4) == 0;
            noise.append(
                    special
                            ? ":\\\n\r\0%/".charAt(random.nextInt(7))
                            : (char) random.nextInt(bounds[random.nextInt(4)]));
        }
        return noise.toString();
    }

    private List<StompHeaderAccessor> decoded() {
        return messages().stream().map(StompHeaderAccessor::wrap).toList();
    }

    private List<Message<byte[]>> messages() {
        return new StompDecoder().decode(out.nioBuffer());
    }

    @Test
    void namesTheLengthOfItsBodyInBytes() {
        UpstreamFrames.send(
                out, 1, new UpstreamPublish("/topic/l.v", "żółw".getBytes(UTF_8), Map.of()));

        assertThat(out.toString(UTF_8))
                .isEqualTo("SEND\nreceipt:1\ndestination:/topic/l.v\ncontent-length:7\n\nżółw\0");
    }
}
