package io.venta.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A stretch of network in front of a server, which can be slowed, jammed and cut.
 *
 * <p>A cut loses bytes and closes nothing: neither end hears of it, as where a cable is pulled or a
 * machine dies. Thread-safe.
 */
public final class TcpProxy implements AutoCloseable {

    private static final int BUFFER = 16 * 1024;

    private final ServerSocket entrance;
    private final InetSocketAddress server;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private volatile Duration delay = Duration.ZERO;
    private boolean isJammed;
    private boolean isCut;
    private boolean isDeaf;

    private TcpProxy(InetSocketAddress server) throws IOException {
        this.server = server;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("proxy").start(this::accept);
    }

    /** A way to a port of this machine. */
    public static TcpProxy to(int port) {
        try {
            return new TcpProxy(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on the loopback interface", e);
        }
    }

    /** Where it is entered, on 127.0.0.1. */
    public int port() {
        return entrance.getLocalPort();
    }

    /** Lets everything arrive so much later from now on, each way, at most 16 KiB at a time. */
    public void slow(Duration each) {
        delay = each;
    }

    /** Lets nothing through for now; nothing is lost. */
    public synchronized void jam() {
        isJammed = true;
    }

    /** Lets through what waits and all that comes. */
    public synchronized void clear() {
        isJammed = false;
        notifyAll();
    }

    /** Loses all from now on, of connections that come as well. */
    public synchronized void cut() {
        isCut = true;
        links.forEach(Link::cut);
    }

    /** Loses all answers from now on; what is sent to the server arrives. */
    public synchronized void loseAnswers() {
        isDeaf = true;
        links.forEach(Link::loseAnswers);
    }

    /** Serves connections that come from now on; those that were cut stay dead. */
    public synchronized void mend() {
        isCut = false;
        isDeaf = false;
    }

    /** Closes it and all that goes through it. */
    @Override
    public void close() {
        clear();
        closeQuietly(entrance);
        links.forEach(Link::close);
    }

    private void accept() {
        try {
            while (true) {
                open(entrance.accept());
            }
        } catch (IOException closed) {
            close();
        }
    }

    private void open(Socket client) throws IOException {
        var behind = new Socket();
        // Else the system holds megabytes of what is jammed.
        behind.setReceiveBufferSize(BUFFER);
        var link = new Link(client, behind);
        try {
            behind.connect(server);
        } catch (IOException refused) {
            link.close();
            return;
        }
        synchronized (this) {
            links.add(link);
            if (isCut) {
                link.cut();
            }
            if (isDeaf) {
                link.loseAnswers();
            }
        }
        Thread.ofVirtual().name("proxy-in").start(() -> link.pass(client, behind));
        Thread.ofVirtual().name("proxy-out").start(() -> link.pass(behind, client));
    }

    private synchronized void awaitClear() throws IOException {
        try {
            while (isJammed) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted in a jam", e);
        }
    }

    private void travel() {
        long until = System.nanoTime() + delay.toNanos();
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }

    private static void closeQuietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new IllegalStateException("A socket does not close", e);
        }
    }

    /** One connection. */
    private final class Link {

        private final Socket client;
        private final Socket behind;
        private volatile boolean isDead;
        private volatile boolean isDeaf;

        Link(Socket client, Socket behind) {
            this.client = client;
            this.behind = behind;
        }

        void cut() {
            isDead = true;
        }

        void loseAnswers() {
            isDeaf = true;
        }

        void close() {
            links.remove(this);
            closeQuietly(client);
            closeQuietly(behind);
        }

        void pass(Socket from, Socket to) {
            var bytes = new byte[BUFFER];
            try {
                int length;
                while ((length = from.getInputStream().read(bytes)) >= 0) {
                    travel();
                    awaitClear();
                    if (!isDead && !(isDeaf && to == client)) {
                        to.getOutputStream().write(bytes, 0, length);
                    }
                }
            } catch (IOException e) {
                closeQuietly(from);
            }
            if (!isDead) {
                close();
            }
        }
    }
}
