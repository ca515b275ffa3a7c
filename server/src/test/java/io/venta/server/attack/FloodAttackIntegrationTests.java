package io.venta.server.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.Role;
import io.venta.testing.RawFrames;
import io.venta.testing.RawSocket;
import io.venta.testing.StompFrame;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Much of what alone is harmless; and little of it, slowly. */
class FloodAttackIntegrationTests extends Attack {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int BATCH = 1_000;

    /** Beside the one to errors. */
    private static final int BURST = 500;

    @Test
    void ofSubscriptionsThatComeAndGo() {
        try (var client = target.listener("come-and-go", Role.CUSTOMER)) {
            flood(
                    client,
                    100_000,
                    i ->
                            "SUBSCRIBE\nid:"
                                    + i
                                    + "\ndestination:/topic/location.v1\n\n\0"
                                    + "UNSUBSCRIBE\nid:"
                                    + i
                                    + "\n\n\0");
        }
    }

    @Test
    void ofSubscriptionsThatStay() {
        try (var client = target.listener("stay", Role.CUSTOMER)) {
            flood(
                    client,
                    100_000,
                    i -> "SUBSCRIBE\nid:s" + i + "\ndestination:/topic/location.n" + i + "\n\n\0");
        }
    }

    /** As many of each as its first burst allows, since who goes on is cut off. */
    @Test
    void ofSubscriptionsOfManySessions() {
        var subscribed = 0;
        for (int session = 0; subscribed < 100_000; session++) {
            try (var client = target.listener("many-" + session % 50, Role.CUSTOMER)) {
                var burst = new StringBuilder();
                for (int i = 0; i < BURST; i++) {
                    burst.append(
                            "SUBSCRIBE\nid:m%d\ndestination:/topic/location.m%d\n\n\0"
                                    .formatted(i, subscribed + i));
                }
                client.text(burst.toString());
                client.ask("UNSUBSCRIBE", headers("id", "m0"), "");
                subscribed += BURST;
            }
        }
    }

    @Test
    void ofTheSameId() {
        try (var client = target.listener("same-id", Role.CUSTOMER)) {
            flood(
                    client,
                    10_000,
                    i -> "SUBSCRIBE\nid:same\ndestination:/topic/location.n" + i + "\n\n\0");
        }
    }

    @Test
    void ofHeartbeats() {
        try (var client = target.signIn("beats", Role.CUSTOMER)) {
            flood(client, 200_000, i -> "\n");
        }
    }

    /** Nobody reads the pongs. */
    @Test
    void ofPings() {
        try (var client = target.signIn("pings", Role.CUSTOMER)) {
            var pings = new ByteArrayOutputStream();
            for (int i = 0; i < BATCH; i++) {
                pings.writeBytes(RawFrames.encode(0x89, new byte[125]));
            }
            client.hangUpAfter(Duration.ofSeconds(3));
            var goesOn = true;
            for (int i = 0; goesOn && i < 300; i++) {
                goesOn = client.write(pings.toByteArray());
            }
        }
    }

    /** An ERROR each would be sent for frames that come before CONNECT. */
    @Test
    void ofFramesBeforeConnect() {
        try (var client = target.open()) {
            client.text("SUBSCRIBE\n\n\0".repeat(500));
            assertThat(client.awaitEnd(SOON)).isEqualTo(4511);
            assertThat(client.frames()).hasSize(1);
        }
    }

    /** Decoding what is not whole anew with each byte would cost as much as all frames together. */
    @Test
    void ofPiecesOfOneFrame() {
        try (var client = target.signIn("crumbs", Role.SERVICE)) {
            client.text("SEND\ndestination:/app/location.report\n\n" + " ".repeat(50_000));
            var crumbs = new ByteArrayOutputStream();
            for (int i = 0; i < 10_000; i++) {
                crumbs.writeBytes(RawFrames.encode(RawFrames.TEXT, new byte[] {' '}));
            }
            client.write(crumbs.toByteArray());
            assertThat(client.awaitEnd(SOON)).isIn(4511, RawSocket.NO_CODE);
        }
    }

    @Test
    void ofConnectionsThatSayLittle() {
        var all = new ArrayList<RawSocket>();
        try {
            var url = target.server().wsUrl();
            var handshake = RawFrames.handshake(url);
            for (int i = 0; i < 50; i++) {
                var silent = RawSocket.dial(url);
                silent.write(handshake.substring(0, 3 + i).getBytes(UTF_8));
                var beforeConnect = target.open();
                beforeConnect.frame(0x01, "CONN".getBytes(UTF_8));
                var inConnect = target.open();
                inConnect.text("CONNECT\nAuthorization:Bearer ");
                all.addAll(List.of(silent, beforeConnect, inConnect));
            }
            for (int i = 0; i < 5; i++) {
                var inBody = target.signIn("slow-" + i, Role.SERVICE);
                inBody.text("SEND\ndestination:/app/location.report\ncontent-length:60000\n\n{");
                all.add(inBody);
            }
            leavesEveryoneElseUnharmed();
        } finally {
            all.forEach(RawSocket::close);
        }
    }

    /** Sends a flood and, unless it is cut off for it, is answered at its end. */
    private static void flood(RawSocket client, int frames, IntFunction<String> frame) {
        var goesOn = true;
        for (int i = 0; goesOn && i < frames; i += BATCH) {
            var batch = new ByteArrayOutputStream();
            for (int j = i; j < i + BATCH; j++) {
                batch.writeBytes(RawFrames.encode(RawFrames.TEXT, frame.apply(j).getBytes(UTF_8)));
            }
            goesOn = client.write(batch.toByteArray());
            client.readAvailable();
        }
        if (goesOn) {
            client.send(new StompFrame("UNSUBSCRIBE", headers("id", "none", "receipt", "end"), ""));
            client.awaitReceiptOrEnd("end", SOON);
        }
    }
}
