package io.venta.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.Role;
import io.venta.server.vendor.TestUsers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.security.core.Authentication;

class MessagePolicyTests {

    private final MessagePolicy policy = new MessagePolicy(TestUsers.access());

    @ParameterizedTest
    @CsvSource({
        "CUSTOMER, SUBSCRIBE, /topic/location.v1, true",
        "CUSTOMER, SUBSCRIBE, /topic/vendor.v1, true",
        "CUSTOMER, SUBSCRIBE, /topic/location.*, false",
        "CUSTOMER, SUBSCRIBE, /topic/vendor.*, false",
        "CUSTOMER, MESSAGE, /app/location.report, false",
        "CUSTOMER, MESSAGE, /app/vendor.report, false",
        "VENDOR, SUBSCRIBE, /topic/location.*, false",
        "VENDOR, MESSAGE, /app/location.report, true",
        "VENDOR, MESSAGE, /app/vendor.report, true",
        "DISPATCHER, SUBSCRIBE, /topic/location.*, true",
        "DISPATCHER, SUBSCRIBE, /topic/vendor.*, true",
        "DISPATCHER, MESSAGE, /app/location.report, false",
        "SERVICE, SUBSCRIBE, /topic/location.*, false",
        "SERVICE, MESSAGE, /app/location.report, true",
        "ADMIN, SUBSCRIBE, /topic/vendor.*, true",
        "ADMIN, MESSAGE, /app/vendor.report, true"
    })
    void decidesByRole(Role role, SimpMessageType type, String destination, boolean allowed) {
        assertThat(allows(TestUsers.user(role), type, destination)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void letsEveryoneHearTheirOwnQueuesAndPing(Role role) {
        var user = TestUsers.user(role);

        assertThat(allows(user, SimpMessageType.SUBSCRIBE, "/user/queue/notifications")).isTrue();
        assertThat(allows(user, SimpMessageType.SUBSCRIBE, "/user/queue/errors")).isTrue();
        assertThat(allows(user, SimpMessageType.SUBSCRIBE, "/user/queue/replies")).isTrue();
        assertThat(allows(user, SimpMessageType.MESSAGE, "/app/session.ping")).isTrue();
    }

    @Test
    void asksWhomACustomerMayWatch() {
        var user = TestUsers.user(Map.of("vendors", List.of("v1")), Role.CUSTOMER);

        assertThat(allows(user, SimpMessageType.SUBSCRIBE, "/topic/location.v1")).isTrue();
        assertThat(allows(user, SimpMessageType.SUBSCRIBE, "/topic/location.v2")).isFalse();
        assertThat(allows(user, SimpMessageType.SUBSCRIBE, "/topic/vendor.v2")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/topic",
                "/topic/",
                "/topic/location",
                "/topic/location.",
                "/topic/location.**",
                "/topic/location.#",
                "/topic/location.>",
                "/topic/*",
                "/topic/**",
                "/topic/#",
                "/topic/*.v1",
                "/topic/*.*",
                "/**",
                "*",
                "#",
                "/topic/location.v*",
                "/topic/location.v1.*",
                "/topic/location.*.v1",
                "/topic/location.v1,v2",
                "/topic/location.v1/../v2",
                "/topic/../topic/location.v1",
                "/topic/location%2ev1",
                "/topic/location.%2a",
                "/topic/location.v1%00",
                "/topic/location.v1 ",
                " /topic/location.v1",
                "/topic/location.v1\n",
                "/topic/location.v1\r\nselector:x",
                "/topic//location.v1",
                "//topic/location.v1",
                "/Topic/location.v1",
                "/topic/Location.v1",
                "topic/location.v1",
                "/topic/location.v１",
                "/topic/locatіon.v1",
                "/topic/location․v1",
                "/topic/location.*\u200b",
                "/topic/presence.user.alice",
                "/topic/area.u3qcn",
                "/topic/room.r1",
                "/queue/x",
                "/queue/errors-users1",
                "/amq/queue/stomp-subscription-x",
                "/exchange/amq.topic/location.*",
                "/exchange/gateway/removed.*.*",
                "/exchange/notifications/user.*",
                "/reply-queue/x",
                "/temp-queue/x",
                "/user/queue/other",
                "/user/queue/errors/x",
                "/user/bob/queue/notifications",
                "/user/alice/queue/errors",
                "/user/queue/*",
                "/session/s2/queue/errors",
                "/app/location.report",
                "/app/session.ping"
            })
    void refusesToSubscribeToAnythingElse(String destination) {
        assertThat(allows(TestUsers.user(Role.ADMIN), SimpMessageType.SUBSCRIBE, destination))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/app",
                "/app/",
                "/app/*",
                "/app/**",
                "/app/location.report/",
                "/app/location.report ",
                "/app/location.report/../vendor.report",
                "/app//location.report",
                "/app/location%2ereport",
                "/app/locationXreport",
                "/app/location.reports",
                "/App/location.report",
                "/app/session.refresh",
                "/app/presence.report",
                "/app/room.r1.message",
                "/topic/location.v1",
                "/topic/vendor.v1",
                "/user/queue/errors",
                "/user/bob/queue/notifications",
                "/queue/x",
                "/exchange/amq.topic/location.v1",
                "/exchange/gateway/removed.location.v1",
                "/amq/queue/x",
                "/temp-queue/x",
                "/session/s2/queue/errors"
            })
    void refusesToSendAnywhereElse(String destination) {
        assertThat(allows(TestUsers.user(Role.ADMIN), SimpMessageType.MESSAGE, destination))
                .isFalse();
    }

    @Test
    void refusesIdsThatAreTooLong() {
        var user = TestUsers.user(Role.ADMIN);
        var longest = "/topic/location." + "a".repeat(64);

        assertThat(allows(user, SimpMessageType.SUBSCRIBE, longest)).isTrue();
        assertThat(allows(user, SimpMessageType.SUBSCRIBE, longest + "a")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = SimpMessageType.class,
            names = {"CONNECT_ACK", "DISCONNECT_ACK", "OTHER"})
    void refusesFramesOfOtherKinds(SimpMessageType type) {
        assertThat(allows(TestUsers.user(Role.ADMIN), type, null)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = SimpMessageType.class,
            names = {"CONNECT", "UNSUBSCRIBE", "DISCONNECT", "HEARTBEAT"})
    void letsUsersComeAndGo(SimpMessageType type) {
        assertThat(allows(TestUsers.user(Role.CUSTOMER), type, null)).isTrue();
    }

    @Test
    void letsStrangersDoNothingButLeave() {
        assertThat(allows(null, SimpMessageType.DISCONNECT, null)).isTrue();
        assertThat(allows(null, SimpMessageType.HEARTBEAT, null)).isTrue();
        assertThat(allows(null, SimpMessageType.CONNECT, null)).isFalse();
        assertThat(allows(null, SimpMessageType.UNSUBSCRIBE, null)).isFalse();
        assertThat(allows(null, SimpMessageType.SUBSCRIBE, "/user/queue/errors")).isFalse();
        assertThat(allows(null, SimpMessageType.MESSAGE, "/app/session.ping")).isFalse();
    }

    @Test
    void refusesUsersWhoAreNotSignedIn() {
        var user = TestUsers.user(Role.ADMIN);
        user.setAuthenticated(false);

        assertThat(allows(user, SimpMessageType.SUBSCRIBE, "/topic/location.*")).isFalse();
    }

    private boolean allows(
            @Nullable Authentication user, SimpMessageType type, @Nullable String destination) {
        var headers = SimpMessageHeaderAccessor.create(type);
        headers.setDestination(destination);
        headers.setSessionId("s1");
        var frame = MessageBuilder.createMessage(new byte[0], headers.getMessageHeaders());
        return policy.authorize(() -> user, frame).isGranted();
    }
}
