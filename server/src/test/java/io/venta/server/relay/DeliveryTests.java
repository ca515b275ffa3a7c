package io.venta.server.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeliveryTests {

    private static final byte[] SUBSCRIPTION = "subscription:a\n".getBytes(UTF_8);

    @Test
    void isAFrameOfTheContractsHeadersAndNoOthers() {
        var delivery =
                Delivery.newest("/topic/location.v1", "location_updated", bytes("{}"), false, 7, 0);

        assertThat(text(delivery.frame(SUBSCRIPTION)))
                .isEqualTo(
                        """
                        MESSAGE
                        subscription:a
                        destination:/topic/location.v1
                        type:location_updated
                        message-id:7
                        content-type:application/json
                        content-length:2

                        {}\0""");
    }

    @Test
    void saysWhatIsRetained() {
        var delivery =
                Delivery.newest("/topic/location.v1", "location_updated", bytes("{}"), true, 7, 0);

        assertThat(text(delivery.frame(SUBSCRIPTION))).contains("\nretained:true\n");
    }

    @Test
    void countsTheBodyInBytes() {
        var body = "{\"name\":\"Żółw 🐢\"}";
        var delivery = Delivery.of("/user/queue/replies", "pong", bytes(body), 1, 0);

        assertThat(text(delivery.frame(SUBSCRIPTION)))
                .contains("\ncontent-length:" + bytes(body).length + "\n\n")
                .endsWith(body + '\0');
    }

    @Test
    void escapesItsDestination() {
        var delivery = Delivery.of("/topic/a:b\nc", "message", bytes(""), 1, 0);

        assertThat(text(delivery.frame(SUBSCRIPTION))).contains("\ndestination:/topic/a\\cb\\nc\n");
    }

    @Test
    void isEncodedOnceForAllWhoNameTheirSubscriptionAlike() {
        var delivery = Delivery.of("/user/queue/replies", "pong", bytes("{}"), 1, 0);

        var frame = delivery.frame(SUBSCRIPTION);

        assertThat(delivery.frame("subscription:a\n".getBytes(UTF_8))).isSameAs(frame);
        assertThat(text(delivery.frame("subscription:b\n".getBytes(UTF_8))))
                .isEqualTo(text(frame).replace("subscription:a", "subscription:b"));
    }

    @Test
    void saysTheSameWrittenIntoAnArray() {
        var delivery = Delivery.of("/user/queue/replies", "pong", bytes("{}"), 1, 0);
        var size = delivery.size(SUBSCRIPTION);
        var target = new byte[size + 10];

        var end = delivery.write(SUBSCRIPTION, target, 5);

        assertThat(end).isEqualTo(size + 5);
        assertThat(new String(target, 5, size, UTF_8))
                .isEqualTo(text(delivery.frame(SUBSCRIPTION)));
    }

    @Test
    void makesWayForNewerOnesOnlyWhereThoseMakeItWorthless() {
        assertThat(Delivery.of("/user/queue/errors", "error", bytes(""), 1, 0).slot()).isNull();
        assertThat(Delivery.newest("/topic/location.v1", "x", bytes(""), false, 1, 0).slot())
                .isEqualTo("/topic/location.v1");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static String text(byte[] frame) {
        return new String(frame, UTF_8);
    }
}
