package io.venta.server.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.Destinations;
import io.venta.model.ErrorCode;
import io.venta.model.ErrorReply;
import io.venta.server.RecordingChannel;
import io.venta.server.error.RecordingReplies;
import io.venta.server.session.StubClientSockets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHandler;
import org.springframework.messaging.simp.SimpMessagingTemplate;
import org.springframework.messaging.simp.annotation.support.SimpAnnotationMethodMessageHandler;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.ExecutorSubscribableChannel;
import org.springframework.messaging.support.MessageBuilder;

class SendReceiptsTests {

    private final ExecutorSubscribableChannel channel = new ExecutorSubscribableChannel();
    private final MessageHandler controllers =
            new SimpAnnotationMethodMessageHandler(
                    channel, channel, new SimpMessagingTemplate(channel));
    private final ClientSessions sessions =
            new ClientSessions(
                    new Topics(List.of(), new Lanes(0)),
                    new StubClientSockets(),
                    Clock.systemUTC(),
                    _ -> {});
    private final RecordingChannel refusals = new RecordingChannel();
    private final SendReceipts receipts =
            new SendReceipts(() -> sessions, RecordingReplies.over(refusals));
    private final RecordingClient client = new RecordingClient("s1");

    @BeforeEach
    void letIn() {
        sessions.add(client.session());
    }

    @AfterEach
    void closeScope() {
        SendScope.close();
    }

    @Test
    void answersAtOnceWhereNothingWasPublished() {
        handle(send("r1"), () -> {}, null);

        assertThat(client.heard()).containsExactly("RECEIPT r1");
        assertThat(SendScope.current()).isNull();
    }

    @Test
    void answersOnceTheBrokerHasConfirmedEverything() {
        var first = new CompletableFuture<Void>();
        var second = new CompletableFuture<Void>();

        handle(
                send("r1"),
                () -> {
                    SendScope.await(first);
                    SendScope.await(second);
                },
                null);
        first.complete(null);
        assertThat(client.heard()).isEmpty();

        second.complete(null);
        assertThat(client.heard()).containsExactly("RECEIPT r1");
    }

    @Test
    void answersNothingToWhatWasRefused() {
        handle(send("r1"), SendScope::refuse, null);

        assertThat(client.heard()).isEmpty();
        assertThat(refusals.sent()).isEmpty();
    }

    @Test
    void answersNothingToWhatFailed() {
        handle(send("r1"), () -> {}, new IllegalStateException("controller"));

        assertThat(client.heard()).isEmpty();
        assertThat(SendScope.current()).isNull();
    }

    @Test
    void refusesAsRetryableWhereTheConfirmationIsLost() {
        var confirmation = new CompletableFuture<Void>();
        handle(send("r1"), () -> SendScope.await(confirmation), null);

        confirmation.completeExceptionally(new IllegalStateException("lost"));

        assertThat(refusals.payloads())
                .containsExactly(
                        new ErrorReply(
                                ErrorCode.SERVICE_DEGRADED,
                                "The broker did not confirm it",
                                true,
                                Destinations.LOCATION_REPORT,
                                null,
                                "r1",
                                null));
        assertThat(client.heard()).isEmpty();
    }

    @Test
    void opensNothingForASendWithoutReceipt() {
        handle(send(null), () -> assertThat(SendScope.current()).isNull(), null);

        assertThat(client.heard()).isEmpty();
    }

    @Test
    void leavesOtherHandlersAlone() {
        MessageHandler broker = _ -> {};

        receipts.beforeHandle(send("r1"), channel, broker);
        receipts.afterMessageHandled(send("r1"), channel, broker, null);

        assertThat(SendScope.current()).isNull();
        assertThat(client.heard()).isEmpty();
    }

    @Test
    void saysNothingToASessionThatIsGone() {
        var confirmation = new CompletableFuture<Void>();
        handle(send("r1"), () -> SendScope.await(confirmation), null);
        sessions.remove("s1");

        confirmation.complete(null);

        assertThat(client.heard()).isEmpty();
        assertThat(refusals.sent()).isEmpty();
    }

    private void handle(Message<?> frame, Runnable controller, @Nullable Exception failure) {
        receipts.beforeHandle(frame, channel, controllers);
        controller.run();
        receipts.afterMessageHandled(frame, channel, controllers, failure);
    }

    private static Message<byte[]> send(@Nullable String receipt) {
        var headers = StompHeaderAccessor.create(StompCommand.SEND);
        headers.setSessionId("s1");
        headers.setDestination(Destinations.LOCATION_REPORT);
        if (receipt != null) {
            headers.setReceipt(receipt);
        }
        return MessageBuilder.createMessage(new byte[0], headers.getMessageHeaders());
    }
}
