package io.venta.server.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.venta.model.ErrorCode;
import io.venta.model.MessageType;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.topic.RetainedValue;
import io.venta.server.topic.TopicPolicy;
import io.venta.testing.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A family whose bodies are {@code <key>@<version>}, the version in seconds. */
final class StubTopicPolicy implements TopicPolicy {

    private final String family;
    private final List<String> told = new CopyOnWriteArrayList<>();

    StubTopicPolicy(String family) {
        this.family = family;
    }

    static RetainedValue value(String key, long version) {
        var body = (key + '@' + version).getBytes(UTF_8);
        return new RetainedValue(key, Instant.ofEpochSecond(version), SettableClock.START, body);
    }

    /** A value that was heard at another moment than all others. */
    static RetainedValue value(String key, long version, Instant heard) {
        return new RetainedValue(
                key, Instant.ofEpochSecond(version), heard, (key + '@' + version).getBytes(UTF_8));
    }

    @Override
    public String family() {
        return family;
    }

    @Override
    public MessageType type() {
        return MessageType.LOCATION_UPDATED;
    }

    @Override
    public RetainedValue check(String key, byte[] body) {
        var text = new String(body, UTF_8);
        var at = text.indexOf('@');
        if (at < 0 || !text.substring(0, at).equals(key)) {
            throw new RejectedMessageException(ErrorCode.INVALID_MESSAGE, "not " + key + "@…");
        }
        return value(key, Long.parseLong(text.substring(at + 1)));
    }

    @Override
    public void kept(RetainedValue value) {
        told.add(new String(value.body(), UTF_8));
    }

    @Override
    public void removed(String key, Instant upTo) {
        told.add(key + " gone up to " + upTo);
    }

    /** What became of its keys, as it was told. */
    List<String> told() {
        return told;
    }
}
