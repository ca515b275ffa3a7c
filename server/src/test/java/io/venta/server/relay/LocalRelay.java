package io.venta.server.relay;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.venta.server.session.StubClientSockets;
import io.venta.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.util.unit.DataSize;

/** The relay of one node as its clients meet it, without a network or a broker. */
final class LocalRelay {

    private final List<Object> events = new ArrayList<>();
    private final SettableClock clock = new SettableClock();
    private final StubTopicPolicy location = new StubTopicPolicy("location");
    private final Lanes lanes = new Lanes(0);
    private final Topics topics = new Topics(List.of(location), lanes);
    private final StubClientSockets sockets = new StubClientSockets();
    private final ClientSessions sessions =
            new ClientSessions(topics, sockets, clock, this::publish);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RelayFigures figures = new RelayFigures(meters);
    private final Conflation conflation = new Conflation(lanes, figures);
    private final RelaySettings settings =
            new RelaySettings(
                    List.of(),
                    Duration.ofSeconds(25),
                    DataSize.ofKilobytes(64),
                    2,
                    DataSize.ofKilobytes(64),
                    100,
                    Duration.ofSeconds(10));
    private final StubUserFeed feed = new StubUserFeed();
    private final Feeds feeds = new Feeds(feed, topics, sessions, new LoopbackUpstream(), lanes);
    private final ClientFrames frames =
            new ClientFrames(
                    topics, feeds, sessions, sockets, conflation, figures, settings, this::publish);

    private void publish(Object event) {
        events.add(event);
    }

    /** What other modules were told. */
    List<Object> events() {
        return events;
    }

    Topics topics() {
        return topics;
    }

    StubUserFeed feed() {
        return feed;
    }

    Feeds feeds() {
        return feeds;
    }

    StubClientSockets sockets() {
        return sockets;
    }

    ClientSessions sessions() {
        return sessions;
    }

    ClientFrames frames() {
        return frames;
    }

    void stop() {
        conflation.stop();
    }

    double count(String counter) {
        return meters.counter(counter).count();
    }

    /** Opens the socket {@code s1} and has Alice say CONNECT. */
    RecordingWriter connect(String versions, long sends, long wants) {
        var writer = new RecordingWriter();
        var frame = frame(StompCommand.CONNECT);
        frame.setAcceptVersion(versions);
        frame.setHeader(SimpMessageHeaderAccessor.HEART_BEAT_HEADER, new long[] {sends, wants});
        frame.setHeartbeat(sends, wants);
        sockets.open("s1", writer);
        frames.handle(frame);
        return writer;
    }

    ClientSession session() {
        return sessions.find("s1").orElseThrow();
    }

    void subscribe(String id, String destination, @Nullable String conflate) {
        frames.handle(subscribeFrame(id, destination, conflate));
    }

    void unsubscribe(String id) {
        var frame = frame(StompCommand.UNSUBSCRIBE);
        frame.setSubscriptionId(id);
        frame.setReceipt("u-" + id);
        frames.handle(frame);
    }

    void accept(String key, long version) {
        topics.accept(location, StubTopicPolicy.value(key, version));
        lanes.flush();
    }

    static StompHeaderAccessor subscribeFrame(
            String id, String destination, @Nullable String conflate) {
        var frame = frame(StompCommand.SUBSCRIBE);
        frame.setSubscriptionId(id);
        frame.setDestination(destination);
        if (conflate != null) {
            frame.setNativeHeader("conflate", conflate);
        }
        return frame;
    }

    static StompHeaderAccessor frame(StompCommand command) {
        var frame = StompHeaderAccessor.create(command);
        frame.setSessionId("s1");
        frame.setSessionAttributes(new ConcurrentHashMap<>());
        frame.setUser(new TestingAuthenticationToken("alice", token()));
        return frame;
    }

    private static Jwt token() {
        var start = SettableClock.START;
        return Jwt.withTokenValue("t")
                .header("alg", "HS256")
                .issuedAt(start)
                .expiresAt(start.plus(Duration.ofHours(1)))
                .build();
    }
}
