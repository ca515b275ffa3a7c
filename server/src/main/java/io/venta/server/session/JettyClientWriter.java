package io.venta.server.session;

import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.common.WebSocketSession;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;

/** Writes through Jetty's core session, which tells by a callback when the socket has taken it. */
final class JettyClientWriter implements ClientWriter {

    private final CoreSession session;
    private final boolean isPlain;

    private JettyClientWriter(CoreSession session) {
        this.session = session;
        this.isPlain = session.getNegotiatedExtensions().isEmpty();
    }

    /** The way out of a session; of Jetty's own kind, there is no other. */
    static ClientWriter of(Session session) {
        return new JettyClientWriter(((WebSocketSession) session).getCoreSession());
    }

    @Override
    public void write(TextFrames frames, Done done) {
        if (isPlain) {
            var run = new FrameRun(frames, done);
            session.sendFrame(run, run, false);
        } else {
            writeEach(frames, done);
        }
    }

    /** Compression works on single frames. */
    private void writeEach(TextFrames frames, Done done) {
        var payloads = frames.payloads();
        for (var payload : payloads.subList(0, payloads.size() - 1)) {
            session.sendFrame(new Frame(OpCode.TEXT, payload), Callback.NOOP, true);
        }
        session.sendFrame(
                new Frame(OpCode.TEXT, payloads.getLast()),
                Callback.from(() -> done.done(true), _ -> done.done(false)),
                false);
    }

    /**
     * Frames in one write: to Jetty, which writes the header and then the payload as it is, one
     * frame of the first one's length with a payload that goes on behind its end.
     */
    private static final class FrameRun extends Frame implements Callback {

        private final int firstLength;
        private final Done done;

        FrameRun(TextFrames frames, Done done) {
            super(OpCode.TEXT, frames.bytes());
            this.firstLength = frames.firstLength();
            this.done = done;
        }

        @Override
        public int getPayloadLength() {
            return firstLength;
        }

        @Override
        public void succeeded() {
            done.done(true);
        }

        @Override
        public void failed(Throwable failure) {
            done.done(false);
        }
    }
}
