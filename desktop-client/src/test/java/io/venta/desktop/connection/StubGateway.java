package io.venta.desktop.connection;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.CloseReason;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;

/** A STOMP server of a few lines on a real socket, which does what a test tells it. */
public final class StubGateway implements AutoCloseable {

    /** One client's socket. */
    record Client(Session session) {

        void send(String frame) {
            try {
                session.getBasicRemote().sendText(frame + '\0');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void error(String code, String message) {
            send("ERROR\ncode:" + code + "\nmessage:" + message + "\n\n");
        }

        void close(int code) {
            try {
                session.close(new CloseReason(CloseReason.CloseCodes.getCloseCode(code), ""));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A frame as text, with a way to its headers. */
    record Frame(String text) {

        String command() {
            return text.lines().findFirst().orElse("");
        }

        String header(String name) {
            return text.lines()
                    .filter(line -> line.startsWith(name + ":"))
                    .map(line -> line.substring(name.length() + 1))
                    .findFirst()
                    .orElse("");
        }
    }

    /** What came by POST. */
    record Post(String key, String authorization) {}

    private final Tomcat tomcat = new Tomcat();
    private final List<Post> posts = new CopyOnWriteArrayList<>();

    /** The status of the next answers to POST; 202 where there is none. */
    final Queue<Integer> postStatus = new ConcurrentLinkedQueue<>();

    private final List<Frame> frames = new CopyOnWriteArrayList<>();
    private final List<Client> clients = new CopyOnWriteArrayList<>();
    volatile Consumer<Client> onConnect =
            client -> client.send("CONNECTED\nversion:1.2\nuser-name:ann\nheart-beat:0,0\n\n");
    volatile BiConsumer<Client, Frame> onSubscribe =
            (client, frame) ->
                    client.send("RECEIPT\nreceipt-id:" + frame.header("receipt") + "\n\n");

    /** Listens on a free port. */
    public StubGateway() throws LifecycleException, DeploymentException {
        tomcat.setBaseDir(new File("target/stub-gateway").getAbsolutePath());
        tomcat.setPort(0);
        tomcat.setHostname("127.0.0.1");
        StandardContext context = (StandardContext) tomcat.addContext("", null);
        context.setClearReferencesThreadLocals(false);
        context.setClearReferencesRmiTargets(false);
        context.addServletContainerInitializer(new WsSci(), null);
        Tomcat.addServlet(context, "none", new Posts(this));
        context.addServletMappingDecoded("/", "none");
        tomcat.getConnector();
        tomcat.start();
        ServerContainer sockets =
                (ServerContainer)
                        context.getServletContext().getAttribute(ServerContainer.class.getName());
        sockets.addEndpoint(
                ServerEndpointConfig.Builder.create(Sockets.class, "/ws")
                        .configurator(new Instances(this))
                        .build());
    }

    /** Where. */
    public ServerAddress address() {
        return ServerAddress.parse("http://127.0.0.1:" + tomcat.getConnector().getLocalPort());
    }

    List<Frame> frames(String command) {
        return frames.stream().filter(frame -> frame.command().equals(command)).toList();
    }

    List<Post> posts() {
        return List.copyOf(posts);
    }

    List<Client> clients() {
        return new ArrayList<>(clients);
    }

    private void took(Client client, Frame frame) {
        frames.add(frame);
        switch (frame.command()) {
            case "CONNECT", "STOMP" -> onConnect.accept(client);
            case "SUBSCRIBE" -> onSubscribe.accept(client, frame);
            default -> {}
        }
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    private static final class Posts extends HttpServlet {

        private static final long serialVersionUID = 1;

        private final transient StubGateway gateway;

        Posts(StubGateway gateway) {
            this.gateway = gateway;
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) {
            gateway.posts.add(
                    new Post(
                            request.getHeader("Idempotency-Key"),
                            request.getHeader("Authorization")));
            Integer status = gateway.postStatus.poll();
            response.setStatus(status == null ? HttpServletResponse.SC_ACCEPTED : status);
        }
    }

    private static final class Instances extends ServerEndpointConfig.Configurator {

        private final StubGateway gateway;

        Instances(StubGateway gateway) {
            this.gateway = gateway;
        }

        @Override
        public <T> T getEndpointInstance(Class<T> type) {
            return type.cast(new Sockets(gateway));
        }
    }

    private static final class Sockets extends Endpoint {

        private final StubGateway gateway;

        Sockets(StubGateway gateway) {
            this.gateway = gateway;
        }

        @Override
        public void onOpen(Session session, EndpointConfig config) {
            Client client = new Client(session);
            gateway.clients.add(client);
            session.addMessageHandler(
                    String.class, text -> gateway.took(client, new Frame(text.replace("\0", ""))));
        }

        @Override
        public void onClose(Session session, CloseReason reason) {
            gateway.clients.removeIf(client -> client.session().equals(session));
        }
    }
}
