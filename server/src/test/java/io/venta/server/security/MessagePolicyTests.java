package io.venta.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.messaging.simp.stomp.StompCommand.CONNECT;
import static org.springframework.messaging.simp.stomp.StompCommand.DISCONNECT;
import static org.springframework.messaging.simp.stomp.StompCommand.SEND;
import static org.springframework.messaging.simp.stomp.StompCommand.SUBSCRIBE;
import static org.springframework.messaging.simp.stomp.StompCommand.UNSUBSCRIBE;

import io.venta.model.Role;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.vendor.TestUsers;
import io.venta.testing.Permission;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.security.core.Authentication;

class MessagePolicyTests {

    private final MessagePolicy policy = new MessagePolicy(TestUsers.access());

    @ParameterizedTest
    @EnumSource(Role.class)
    void decidesByTheContract(Role role) {
        assertThat(Permission.all())
                .isNotEmpty()
                .allSatisfy(
                        line ->
                                assertThat(answer(role, line))
                                        .as(line.toString())
                                        .isEqualTo(line.answer(role)));
    }

    private String answer(Role role, Permission line) {
        try {
            var command = StompCommand.valueOf(line.command());
            return allows(TestUsers.user(role), command, line.destination())
                    ? line.answer()
                    : "AUTHORIZATION_FAILED";
        } catch (RejectedMessageException e) {
            return e.code().name();
        }
    }

    @Test
    void asksWhomACustomerMayWatch() {
        var user = TestUsers.user(Map.of("vendors", List.of("v1")), Role.CUSTOMER);

        assertThat(allows(user, SUBSCRIBE, "/topic/location.v1")).isTrue();
        assertThat(allows(user, SUBSCRIBE, "/topic/location.v2")).isFalse();
        assertThat(allows(user, SUBSCRIBE, "/topic/vendor.v2")).isFalse();
        assertThat(allows(user, SUBSCRIBE, "/topic/presence.vendor.v1")).isTrue();
        assertThat(allows(user, SUBSCRIBE, "/topic/presence.vendor.v2")).isFalse();
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
                "/topic/presence.alice",
                "/topic/presence.user.",
                "/topic/presence.user.a.b",
                "/topic/presence.user.a~2E",
                "/topic/presence.user.a~2",
                "/topic/presence.user.**",
                "/topic/presence.room.r1",
                "/topic/presence.*",
                "/topic/area.u3",
                "/topic/area.u3qcnabc",
                "/topic/area.U3QCN",
                "/topic/area.u3a",
                "/topic/area.u3i",
                "/topic/area.u3l",
                "/topic/area.u3o",
                "/topic/area.*",
                "/topic/room.",
                "/topic/room.*",
                "/topic/room.r1.message",
                "／topic/location.v1",
                "/topic／location.v1",
                "/topic/location．v1",
                "/topic/location。v1",
                "/topic/location.\u200bv1",
                "/topic/location.v1\u202e",
                "/topic/location.v1\u0000",
                "/topic/location.v\u0661",
                "/topic/location.∗",
                "/topic/location.＊",
                "/topic/location.v1\ufeff",
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
        assertThat(allows(TestUsers.user(Role.ADMIN), SUBSCRIBE, destination)).isFalse();
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
                "/app/location.report\u0000",
                "/app/location.report\n",
                "/app/location\u2024report",
                "／app/location.report",
                "/app/presence.reports",
                "/app/presence.user",
                "/app/room.message",
                "/app/room..message",
                "/app/room.r1.history",
                "/app/room.r1.message.typing",
                "/app/room.*.message",
                "/app/notification.delete",
                "/app/session.revoke",
                "/App/location.report",
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
        assertThat(allows(TestUsers.user(Role.ADMIN), SEND, destination)).isFalse();
    }

    @Test
    void refusesIdsThatAreTooLong() {
        var user = TestUsers.user(Role.ADMIN);
        var longest = "/topic/location." + "a".repeat(64);

        assertThat(allows(user, SUBSCRIBE, longest)).isTrue();
        assertThat(allows(user, SUBSCRIBE, longest + "a")).isFalse();
    }

    /** A MESSAGE is a server's to send; its type is the same as a SEND's. */
    @ParameterizedTest
    @EnumSource(
            value = StompCommand.class,
            names = {"CONNECT", "STOMP", "DISCONNECT", "SEND", "SUBSCRIBE", "UNSUBSCRIBE"},
            mode = EnumSource.Mode.EXCLUDE)
    void refusesFramesOfOtherKinds(StompCommand command) {
        var admin = TestUsers.user(Role.ADMIN);

        assertThat(allows(admin, command, null)).isFalse();
        assertThat(allows(admin, command, "/app/location.report")).isFalse();
        assertThat(allows(admin, command, "/topic/location.*")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = StompCommand.class,
            names = {"CONNECT", "STOMP", "UNSUBSCRIBE", "DISCONNECT"})
    void letsUsersComeAndGo(StompCommand command) {
        assertThat(allows(TestUsers.user(Role.CUSTOMER), command, null)).isTrue();
        assertThat(allows(TestUsers.user(Role.CUSTOMER), command, "/any\nthing")).isTrue();
    }

    @Test
    void letsHeartbeatsThroughAndNothingElseWithoutACommand() {
        assertThat(allows(StompHeaderAccessor.createForHeartbeat(), null)).isTrue();
        var frame = MessageBuilder.withPayload(new byte[0]).build();
        assertThat(policy.authorize(() -> TestUsers.user(Role.ADMIN), frame).isGranted()).isFalse();
    }

    @Test
    void letsStrangersDoNothingButLeave() {
        assertThat(allows(null, DISCONNECT, null)).isTrue();
        assertThat(allows(null, CONNECT, null)).isFalse();
        assertThat(allows(null, UNSUBSCRIBE, null)).isFalse();
        assertThat(allows(null, SUBSCRIBE, "/user/queue/errors")).isFalse();
        assertThat(allows(null, SEND, "/app/session.ping")).isFalse();
    }

    @Test
    void refusesUsersWhoAreNotSignedIn() {
        var user = TestUsers.user(Role.ADMIN);
        user.setAuthenticated(false);

        assertThat(allows(user, SUBSCRIBE, "/topic/location.*")).isFalse();
    }

    private boolean allows(
            @Nullable Authentication user, StompCommand command, @Nullable String destination) {
        var frame = StompHeaderAccessor.create(command);
        frame.setDestination(destination);
        return allows(frame, user);
    }

    private boolean allows(StompHeaderAccessor frame, @Nullable Authentication user) {
        frame.setSessionId("s1");
        var message = MessageBuilder.createMessage(new byte[0], frame.getMessageHeaders());
        return policy.authorize(() -> user, message).isGranted();
    }
}
