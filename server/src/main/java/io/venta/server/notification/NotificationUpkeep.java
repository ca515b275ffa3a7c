package io.venta.server.notification;

import static io.venta.server.notification.NotificationRows.at;

import io.venta.model.notification.NotificationState;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Removes what is kept of notifications once it is of no more use. Blocks; what several nodes do at
 * once is done once.
 */
@Component
class NotificationUpkeep {

    private static final int CREATED = NotificationRows.code(NotificationState.CREATED);

    private final JdbcClient jdbc;

    NotificationUpkeep(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    /**
     * Removes what has expired, and what came before a moment.
     *
     * @return how many of the users' copies
     */
    int removeOld(Instant now, Instant oldest) {
        var old = " where expires_at <= :now or created_at < :oldest";
        jdbc.sql("delete from broadcast" + old)
                .param("now", at(now))
                .param("oldest", at(oldest))
                .update();
        return jdbc.sql("delete from notification" + old)
                .param("now", at(now))
                .param("oldest", at(oldest))
                .update();
    }

    /**
     * Removes, of users that have too many that no device has reported, the oldest of the lowest
     * priority.
     *
     * @param most how many each user may have
     * @return how many
     */
    int giveWay(int most) {
        var crowded =
                jdbc.sql(
                                "select user_key from notification where state = :created"
                                        + " group by user_key having count(*) > :most")
                        .param("created", CREATED)
                        .param("most", most)
                        .query(String.class)
                        .list();
        return crowded.stream().mapToInt(user -> giveWay(user, most)).sum();
    }

    private int giveWay(String user, int most) {
        return jdbc.sql(
                        "delete from notification where user_key = :user and state = :created"
                                + " and seq in (select seq from notification"
                                + " where user_key = :user and state = :created"
                                + " order by priority desc, seq desc offset :most rows)")
                .param("user", user)
                .param("created", CREATED)
                .param("most", most)
                .update();
    }
}
