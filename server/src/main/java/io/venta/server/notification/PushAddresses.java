package io.venta.server.notification;

import io.venta.model.notification.NotificationPreferences;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Where each user's devices are pushed to, and what the user wants pushed. Thread-safe; blocks. */
@Component
class PushAddresses {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final JsonMapper json;
    private final Clock clock;

    PushAddresses(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            JsonMapper json,
            Clock clock) {
        this.jdbc = JdbcClient.create(jdbc);
        this.transactions = new TransactionTemplate(transactions);
        this.json = json;
        this.clock = clock;
    }

    /** Notes a device's token; where it was another user's, that one has left the device. */
    void register(String userKey, String device, String token) {
        transactions.executeWithoutResult(
                _ -> {
                    forget(token);
                    remove(userKey, device);
                    jdbc.sql(
                                    "insert into push_token (user_key, device_id, token, updated_at)"
                                            + " values (?, ?, ?, ?)")
                            .param(userKey)
                            .param(device)
                            .param(token)
                            .param(NotificationRows.at(clock.instant()))
                            .update();
                });
    }

    /** Forgets a device. */
    void remove(String userKey, String device) {
        jdbc.sql("delete from push_token where user_key = ? and device_id = ?")
                .param(userKey)
                .param(device)
                .update();
    }

    /** Forgets a token, whosever it is. */
    void forget(String token) {
        jdbc.sql("delete from push_token where token = ?").param(token).update();
    }

    List<String> tokens(String userKey) {
        return jdbc.sql("select token from push_token where user_key = ? order by device_id")
                .param(userKey)
                .query(String.class)
                .list();
    }

    /** What the user wants; all, where nothing was said. */
    NotificationPreferences preferences(String userKey) {
        return jdbc.sql("select preferences from push_preference where user_key = ?")
                .param(userKey)
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, NotificationPreferences.class))
                .orElse(new NotificationPreferences(Map.of()));
    }

    void prefer(String userKey, NotificationPreferences preferences) {
        transactions.executeWithoutResult(
                _ -> {
                    jdbc.sql("delete from push_preference where user_key = ?")
                            .param(userKey)
                            .update();
                    jdbc.sql("insert into push_preference (user_key, preferences) values (?, ?)")
                            .param(userKey)
                            .param(json.writeValueAsString(preferences))
                            .update();
                });
    }
}
