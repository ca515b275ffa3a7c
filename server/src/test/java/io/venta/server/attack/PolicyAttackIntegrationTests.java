package io.venta.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.Role;
import io.venta.testing.Permission;
import io.venta.testing.RawSocket;
import io.venta.testing.StompFrame;
import io.venta.testing.Tokens;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every frame type, to every family of destinations, by every role. */
class PolicyAttackIntegrationTests extends Attack {

    private static final Duration SOON = Duration.ofSeconds(10);

    private static final List<String> ELSEWHERE =
            List.of(
                    "/topic/location.v1",
                    "/topic/vendor.v1",
                    "/topic/presence.user.victim",
                    "/topic/#",
                    "/topic/location.#",
                    "/topic/*.*",
                    "/user/queue/errors",
                    "/user/victim/queue/notifications",
                    "/user/victim/queue/errors",
                    "/queue/notifications",
                    "/queue/errors-user1",
                    "/exchange/amq.topic/location.v1",
                    "/exchange/notifications/user.victim",
                    "/exchange/gateway/user.victim",
                    "/exchange/gateway/removed.location.calm",
                    "/exchange/commands/session.revoke",
                    "/exchange/events/session.closed",
                    "/exchange/dead-letter/x",
                    "/amq/queue/gateway.notifications",
                    "/temp-queue/x",
                    "/reply-queue/x",
                    "/session/x/queue/errors",
                    "/app",
                    "/app/",
                    "/app/unknown",
                    "/app/../topic/location.v1",
                    "/app/location.report/../../topic/location.v1",
                    "/app//location.report",
                    "//app/location.report",
                    "/app/location%2ereport",
                    "/app/location\u2024report",
                    "/app／location.report",
                    "/app/location.report\u200b",
                    "/app/location.report\n",
                    "／topic/location.v1",
                    "/topic/location．calm",
                    "");

    @ParameterizedTest
    @EnumSource(Role.class)
    void answersByTheContract(Role role) {
        var token = Tokens.of("alice", role).with("vendor_id", "v1").sign();
        try (var alice = target.open().connect(token)) {
            alice.ask("SUBSCRIBE", headers("id", "e", "destination", "/user/queue/errors"), "");
            assertThat(Permission.all())
                    .allSatisfy(
                            line ->
                                    assertThat(answer(ask(alice, line)))
                                            .as(line.toString())
                                            .isEqualTo(line.answer(role)));
        }
    }

    private static StompFrame ask(RawSocket client, Permission line) {
        var headers = headers("id", "x", "destination", line.destination());
        var answer = client.ask(line.command(), headers, line.body());
        client.ask("UNSUBSCRIBE", headers("id", "x"), "");
        return answer;
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void refusesEverythingElse(Role role) {
        try (var alice = target.listener("else-" + role, role)) {
            for (var destination : ELSEWHERE) {
                var headers = headers("id", "x", "destination", destination);
                assertThat(answer(alice.ask("SEND", headers, "{}")))
                        .as("SEND " + destination)
                        .isEqualTo("AUTHORIZATION_FAILED");
            }
            for (var command :
                    List.of("ACK", "NACK", "BEGIN", "COMMIT", "ABORT", "RECEIPT", "CONNECTED")) {
                var headers =
                        headers("id", "x", "transaction", "t", "destination", "/topic/location.v1");
                assertThat(answer(alice.ask(command, headers, "")))
                        .as(command)
                        .isEqualTo("AUTHORIZATION_FAILED");
            }
            for (var command : List.of("MESSAGE", "ERROR")) {
                var headers = headers("subscription", "x", "destination", "/app/location.report");
                assertThat(answer(alice.ask(command, headers, "{}")))
                        .as(command)
                        .isEqualTo("AUTHORIZATION_FAILED");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void refusesToBeSubscribedToAnythingElse(Role role) {
        try (var alice = target.listener("sub-" + role, role)) {
            for (var destination : ELSEWHERE) {
                var isOpen =
                        List.of("/topic/location.v1", "/topic/vendor.v1", "/user/queue/errors");
                var overseer = role == Role.DISPATCHER || role == Role.ADMIN;
                if (isOpen.contains(destination)
                        || (overseer && destination.contains("presence"))) {
                    continue;
                }
                var headers = headers("id", "x", "destination", destination);
                assertThat(answer(alice.ask("SUBSCRIBE", headers, "")))
                        .as("SUBSCRIBE " + destination)
                        .isEqualTo("AUTHORIZATION_FAILED");
            }
        }
    }

    @Test
    void showsACustomerOnlyWhomTheTokenLists() {
        var token = Tokens.of("eve", Role.CUSTOMER).withVendors("v1").sign();
        try (var eve = target.open().connect(token)) {
            eve.ask("SUBSCRIBE", headers("id", "e", "destination", "/user/queue/errors"), "");
            for (var family : List.of("location", "vendor", "presence.vendor")) {
                var headers = headers("id", family, "destination", "/topic/" + family + ".calm");
                assertThat(answer(eve.ask("SUBSCRIBE", headers, "")))
                        .isEqualTo("AUTHORIZATION_FAILED");
            }
            assertThat(eve.frames())
                    .noneMatch(frame -> frame.is("MESSAGE", "subscription", "location"));
        }
        var server = target.server();
        assertThat(server.get("/api/vendors/calm", token).statusCode()).isEqualTo(404);
        for (var page : List.of("?limit=1", "?limit=1&after=c", "?limit=1000")) {
            assertThat(server.get("/api/vendors" + page, token).body()).doesNotContain("calm");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SEND",
                "SUBSCRIBE",
                "UNSUBSCRIBE",
                "DISCONNECT",
                "ACK",
                "NACK",
                "BEGIN",
                "COMMIT",
                "ABORT",
                "MESSAGE",
                "RECEIPT",
                "ERROR",
                "CONNECTED",
                "connect",
                "HELLO"
            })
    void refusesFramesBeforeConnect(String command) {
        try (var stranger = target.open()) {
            var headers = headers("id", "x", "destination", "/app/location.report", "receipt", "r");
            stranger.send(new StompFrame(command, headers, ""));
            assertThat(stranger.awaitEnd(SOON)).isEqualTo(4511);
            assertThat(stranger.frames())
                    .extracting(Attack::answer)
                    .containsExactly("ERROR PROTOCOL_ERROR");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT", "STOMP"})
    void refusesToBecomeAnother(String command) {
        try (var alice = target.listener("alice", Role.CUSTOMER)) {
            var bob = Tokens.of("bob", Role.SERVICE).sign();
            var again = headers("accept-version", "1.2", "Authorization", "Bearer " + bob);
            alice.text(new StompFrame(command, again, "").encode() + report());
            assertThat(alice.awaitEnd(SOON)).isEqualTo(4511);
        }
    }

    /** The report would reach the administrator among the bystanders. */
    @Test
    void dropsWhatComesBehindAFatalRefusal() {
        try (var service = target.signIn("gone", Role.SERVICE)) {
            var refused = headers("id", "x", "destination", "/queue/x");
            service.text(new StompFrame("SUBSCRIBE", refused, "").encode() + report());
            assertThat(service.awaitEnd(SOON)).isEqualTo(4511);
        }
    }

    private static String report() {
        var body = "{\"vendorId\":\"forbidden\",\"location\":{\"lat\":1,\"long\":2}}";
        return new StompFrame("SEND", headers("destination", "/app/location.report"), body)
                .encode();
    }
}
