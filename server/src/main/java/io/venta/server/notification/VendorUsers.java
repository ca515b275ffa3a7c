package io.venta.server.notification;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.venta.model.UserKey;
import io.venta.model.location.VendorId;
import io.venta.server.vendor.VendorAccess;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.messaging.SessionSubscribeEvent;

/**
 * Which users are a vendor: those whose token named it when they subscribed to anything. Written
 * once an hour for each user, behind the user's back; where the database is away the next
 * subscription writes it.
 */
@Component
class VendorUsers implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(VendorUsers.class);
    private static final int MAX_WAITING = 10_000;

    private final JdbcClient jdbc;
    private final VendorAccess access;
    private final Clock clock;
    private final Cache<Seen, Boolean> written =
            Caffeine.newBuilder()
                    .maximumSize(100_000)
                    .expireAfterWrite(Duration.ofHours(1))
                    .build();
    private final ExecutorService writer =
            new ThreadPoolExecutor(
                    1,
                    1,
                    0,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(MAX_WAITING),
                    Thread.ofPlatform().daemon().name("vendor-users").factory(),
                    new ThreadPoolExecutor.DiscardPolicy());

    VendorUsers(JdbcTemplate jdbc, VendorAccess access, Clock clock) {
        this.jdbc = JdbcClient.create(jdbc);
        this.access = access;
        this.clock = clock;
    }

    /** The keys of a vendor's users. */
    List<String> of(VendorId vendor) {
        return jdbc.sql("select user_key from vendor_user where vendor_id = ? order by user_key")
                .param(vendor.value())
                .query(String.class)
                .list();
    }

    @EventListener
    void subscribed(SessionSubscribeEvent event) {
        var user = event.getUser();
        if (user != null) {
            access.ownVendor(user)
                    .map(vendor -> new Seen(vendor, UserKey.of(user.getName())))
                    .filter(seen -> written.getIfPresent(seen) == null)
                    .ifPresent(seen -> writer.execute(() -> write(seen)));
        }
    }

    private void write(Seen seen) {
        if (written.getIfPresent(seen) != null) {
            return;
        }
        try {
            jdbc.sql(
                            "insert into vendor_user (vendor_id, user_key, seen_at)"
                                    + " values (?, ?, ?) on conflict do nothing")
                    .param(seen.vendor.value())
                    .param(seen.user.value())
                    .param(NotificationRows.at(clock.instant()))
                    .update();
            written.put(seen, true);
        } catch (DataAccessException e) {
            log.debug("A vendor's user is noted later", e);
        }
    }

    @Override
    public void destroy() {
        writer.shutdown();
    }

    private record Seen(VendorId vendor, UserKey user) {}
}
