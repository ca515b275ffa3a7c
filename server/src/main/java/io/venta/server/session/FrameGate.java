package io.venta.server.session;

import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;

/**
 * Sees the WebSocket frames of a client that nobody else hears of: pings, which Jetty answers, and
 * messages cut into crumbs.
 */
record FrameGate(FrameHandler behind, Conduct conduct) implements FrameHandler {

    @Override
    public void onOpen(CoreSession session, Callback callback) {
        behind.onOpen(session, callback);
    }

    @Override
    public void onFrame(Frame frame, Callback callback) {
        if (frame.isControlFrame() || !frame.isFin()) {
            conduct.heardNothing(frame.getPayloadLength());
        }
        behind.onFrame(frame, callback);
    }

    @Override
    public void onError(Throwable cause, Callback callback) {
        behind.onError(cause, callback);
    }

    @Override
    public void onClosed(CloseStatus status, Callback callback) {
        behind.onClosed(status, callback);
    }
}
