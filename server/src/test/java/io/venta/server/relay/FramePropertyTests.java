package io.venta.server.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.venta.model.Destinations;
import io.venta.server.error.Echo;
import io.venta.server.error.RejectedMessageException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.springframework.messaging.Message;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompDecoder;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;

/**
 * Whatever goes in, what goes out is one frame with the headers it may have, as Spring's decoder
 * reads it, which shares no code with what wrote it.
 */
class FramePropertyTests {

    /** Of these RabbitMQ takes none as more than a word beside the message. */
    private static final Set<String> TO_THE_BROKER =
            Set.of(
                    "receipt",
                    "destination",
                    "content-length",
                    "content-type",
                    "type",
                    "reason",
                    "original-key");

    private static final List<String> PIECES =
            List.of(
                    "/topic/location.",
                    "/topic/vendor.",
                    "/exchange/gateway/user.",
                    "/exchange/gateway/removed.location.",
                    "/exchange/dead-letter/location.",
                    "/exchange/amq.topic/",
                    "/amq/queue/",
                    "/temp-queue/",
                    "v1",
                    "alice~40b",
                    "~",
                    ".",
                    "*",
                    "#",
                    "%41",
                    "%",
                    "/",
                    ":",
                    "\\",
                    "\n",
                    "\r",
                    "\0",
                    "\nSEND\n",
                    " ",
                    "ż",
                    "\ud83d",
                    "\nreceipt:1",
                    "\n\nbody\0SEND\ndestination:/queue/x\n\n\0");

    private final UpstreamRules rules = new UpstreamRules(Set.of("location", "vendor"));

    @Property
    void writesToTheBrokerOneFrameOfKnownHeadersOrNothing(
            @ForAll("texts") String destination,
            @ForAll @Size(max = 3) Map<@From("names") String, @From("texts") String> headers,
            @ForAll @Size(max = 300) byte[] body) {
        try {
            rules.check(destination, body, headers);
        } catch (RejectedMessageException e) {
            return;
        }
        var out = Unpooled.buffer();
        UpstreamFrames.send(out, 1, new UpstreamPublish(destination, body, headers));

        var message = onlyFrame(out.nioBuffer());
        var frame = StompHeaderAccessor.wrap(message);
        assertThat(frame.getCommand()).isEqualTo(StompCommand.SEND);
        assertThat(frame.getDestination()).isEqualTo(destination);
        assertThat(message.getPayload()).isEqualTo(body);
        assertThat(TO_THE_BROKER).containsAll(frame.toNativeHeaderMap().keySet());
        assertThat(frame.toNativeHeaderMap().values()).allMatch(values -> values.size() == 1);
    }

    @Property
    void settlesOneMessageWhateverTheBrokerCallsIt(
            @ForAll("texts") String ackId, @ForAll boolean done) {
        ByteBuf out = Unpooled.buffer();
        UpstreamFrames.settle(out, ackId, done);

        var frame = StompHeaderAccessor.wrap(onlyFrame(out.nioBuffer()));
        assertThat(frame.toNativeHeaderMap()).containsOnlyKeys("id");
    }

    @Property
    void writesToClientsOneFrameWhateverTheyCallTheirSubscription(
            @ForAll("texts") String id, @ForAll @Size(max = 300) byte[] body) {
        var isReadable = id.equals(new String(id.getBytes(UTF_8), UTF_8));
        if (!isReadable || !Echo.isFit(id)) {
            return;
        }
        var subscription = new RecordingClient("s1").subscription(id, Destinations.REPLIES, null);
        var message =
                onlyFrame(
                        ByteBuffer.wrap(
                                Delivery.of("/user/queue/replies", "pong", body, 1, 0)
                                        .frame(subscription.header())));
        var frame = StompHeaderAccessor.wrap(message);
        assertThat(frame.getFirstNativeHeader("subscription")).isEqualTo(id);
        assertThat(message.getPayload()).isEqualTo(body);
        assertThat(frame.toNativeHeaderMap().keySet())
                .containsExactlyInAnyOrder(
                        "subscription",
                        "destination",
                        "type",
                        "message-id",
                        "content-type",
                        "content-length");

        var receipt = StompHeaderAccessor.wrap(onlyFrame(ByteBuffer.wrap(Frames.receipt(id))));
        assertThat(receipt.toNativeHeaderMap()).isEqualTo(Map.of("receipt-id", List.of(id)));
    }

    @Provide
    Arbitrary<String> texts() {
        var ours = Arbitraries.of(PIECES).list().ofMaxSize(4).map(all -> String.join("", all));
        var likely =
                Arbitraries.of(
                        "/topic/location.v1",
                        "/exchange/gateway/user.alice",
                        "/exchange/dead-letter/location.%0A");
        return Arbitraries.oneOf(ours, likely, Arbitraries.strings());
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.oneOf(
                Arbitraries.of("type", "reason", "original-key"),
                Arbitraries.of(
                        "destination",
                        "receipt",
                        "transaction",
                        "x-queue-name",
                        "reply-to",
                        "persistent",
                        "expiration",
                        "user-id",
                        "content-length",
                        "type\ndestination",
                        "reason:x"),
                texts());
    }

    private static Message<byte[]> onlyFrame(ByteBuffer written) {
        var frames = new StompDecoder().decode(written);
        assertThat(frames).hasSize(1);
        assertThat(written.hasRemaining()).isFalse();
        return frames.getFirst();
    }
}
