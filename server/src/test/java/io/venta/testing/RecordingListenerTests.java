package io.venta.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RecordingListenerTests {

    private final RecordingListener listener = new RecordingListener();
    private final WebSocket socket = new CountingWebSocket();

    @Test
    void joinsFramesThatComeInPieces() {
        listener.onText(socket, "\n\nMESSAGE\nsubscription:a\n\nhal", false);
        assertThat(listener.frames()).isEmpty();
        listener.onText(socket, "f\0\nRECEIPT\nreceipt-id:r\n\n\0\n", true);
        assertThat(listener.frames())
                .extracting(StompFrame::command)
                .containsExactly("MESSAGE", "RECEIPT");
        assertThat(listener.frames().getFirst().body()).isEqualTo("half");
    }

    @Test
    void findsFrameThatComesLater() {
        var found =
                CompletableFuture.supplyAsync(
                        () -> listener.await(f -> f.body().equals("2"), Duration.ofSeconds(5)));
        listener.onText(socket, "MESSAGE\n\n1\0", true);
        listener.onText(socket, "MESSAGE\n\n2\0", true);
        assertThat(found.join().body()).isEqualTo("2");
    }

    @Test
    void tellsWhatCameInsteadOfTheFrame() {
        listener.onText(socket, "ERROR\n\nno entry\0", true);
        listener.onClose(socket, 4500, "");
        assertThatThrownBy(
                        () ->
                                listener.await(
                                        f -> f.command().equals("CONNECTED"),
                                        Duration.ofSeconds(5)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("4500")
                .hasMessageContaining("no entry");
    }

    @Test
    void readsNoFurtherWhilePaused() {
        listener.pause(true);
        listener.onText(socket, "MESSAGE\n\n1\0", true);
        assertThat(((CountingWebSocket) socket).requested).isZero();
        listener.pause(false);
        assertThat(((CountingWebSocket) socket).requested).isOne();
    }

    private static final class CountingWebSocket implements WebSocket {

        private long requested;

        @Override
        public void request(long n) {
            requested += n;
        }

        @Override
        public CompletableFuture<WebSocket> sendText(CharSequence data, boolean last) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<WebSocket> sendBinary(ByteBuffer data, boolean last) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<WebSocket> sendPing(ByteBuffer message) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<WebSocket> sendPong(ByteBuffer message) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<WebSocket> sendClose(int statusCode, String reason) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getSubprotocol() {
            return "v12.stomp";
        }

        @Override
        public boolean isOutputClosed() {
            return false;
        }

        @Override
        public boolean isInputClosed() {
            return false;
        }

        @Override
        public void abort() {
            throw new UnsupportedOperationException();
        }
    }
}
