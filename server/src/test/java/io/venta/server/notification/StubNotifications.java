package io.venta.server.notification;

import io.venta.model.notification.NotificationPage;
import io.venta.model.notification.NotificationState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A store that keeps what it is given, or fails in ways that a test chooses. */
final class StubNotifications implements Notifications {

    private final List<Kept> kept = new ArrayList<>();
    private Function<List<Sending>, @Nullable RuntimeException> failure = _ -> null;
    private int asked;

    /** From now on, fails where the function finds something to fail with. */
    void failWith(Function<List<Sending>, @Nullable RuntimeException> found) {
        failure = found;
    }

    int asked() {
        return asked;
    }

    List<String> ids() {
        return TestNotifications.ids(kept);
    }

    @Override
    public List<Kept> keep(List<Sending> sendings) {
        asked++;
        var found = failure.apply(sendings);
        if (found != null) {
            throw found;
        }
        var copies = new ArrayList<Kept>();
        for (var sending : sendings) {
            for (var user : JdbcNotifications.keys(sending)) {
                copies.add(
                        new Kept(
                                user,
                                kept.size() + copies.size() + 1,
                                NotificationState.CREATED,
                                sending.notification()));
            }
        }
        kept.addAll(copies);
        return copies;
    }

    @Override
    public List<Kept> handOutBroadcasts(Collection<String> userKeys) {
        return List.of();
    }

    @Override
    public Unread unread(String userKey, long after, int limit) {
        return new Unread(kept, kept.size(), false);
    }

    @Override
    public void received(String userKey, Collection<String> ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> read(String userKey, Collection<String> ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> readAll(String userKey) {
        throw new UnsupportedOperationException();
    }

    @Override
    public NotificationPage history(String userKey, HistoryQuery query) {
        throw new UnsupportedOperationException();
    }
}
