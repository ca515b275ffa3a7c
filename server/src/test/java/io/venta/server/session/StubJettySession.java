package io.venta.server.session;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.CloseStatus;

/** Jetty's session without a network: it keeps what it is told and answers nothing. */
final class StubJettySession {

    private final List<CloseStatus> closes = new CopyOnWriteArrayList<>();
    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final AtomicInteger pings = new AtomicInteger();
    private final AtomicBoolean cut = new AtomicBoolean();
    private final Session session =
            (Session)
                    Proxy.newProxyInstance(
                            Session.class.getClassLoader(),
                            new Class<?>[] {Session.class},
                            (proxy, method, arguments) -> told(method.getName(), arguments));
    private volatile boolean broken;

    Session session() {
        return session;
    }

    void breakDown() {
        broken = true;
    }

    List<CloseStatus> closes() {
        return closes;
    }

    List<String> texts() {
        return texts;
    }

    int pings() {
        return pings.get();
    }

    boolean isCut() {
        return cut.get();
    }

    private @Nullable Object told(String what, Object[] arguments) {
        switch (what) {
            case "close" -> closes.add(new CloseStatus((int) arguments[0], (String) arguments[1]));
            case "sendText" -> texts.add((String) arguments[0]);
            case "sendPing" -> pings.incrementAndGet();
            case "disconnect" -> cut.set(true);
            default -> throw new UnsupportedOperationException(what);
        }
        if (broken && arguments != null && arguments[arguments.length - 1] instanceof Callback c) {
            c.fail(new java.nio.channels.ClosedChannelException());
        }
        return null;
    }
}
