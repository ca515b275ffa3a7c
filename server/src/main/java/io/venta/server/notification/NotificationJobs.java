package io.venta.server.notification;

import io.venta.server.database.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import net.javacrumbs.shedlock.core.DefaultLockingTaskExecutor;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockingTaskExecutor;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What is to be done again and again, by one node at a time: the one that has the job's lock in the
 * database, for five minutes at most. On threads of its own, which may wait for the database.
 */
@Component
class NotificationJobs implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(NotificationJobs.class);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Database database;
    private final LockingTaskExecutor lock;
    private final Clock clock;
    private final ScheduledExecutorService threads =
            Executors.newScheduledThreadPool(
                    2, Thread.ofPlatform().daemon().name("notification-job-", 0).factory());

    NotificationJobs(
            UpkeepJob upkeep, PushJob push, Database database, JdbcTemplate jdbc, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.lock =
                new DefaultLockingTaskExecutor(
                        new JdbcTemplateLockProvider(
                                JdbcTemplateLockProvider.Configuration.builder()
                                        .withJdbcTemplate(jdbc)
                                        .usingDbTime()
                                        .build()));
        for (var job :
                List.of(
                        new Job("notification-upkeep", Duration.ofSeconds(10), upkeep::run),
                        new Job("notification-push", Duration.ofSeconds(1), push::run))) {
            var pause = job.pause.toSeconds();
            var unused =
                    threads.scheduleWithFixedDelay(() -> run(job), pause, pause, TimeUnit.SECONDS);
        }
    }

    private void run(Job job) {
        if (!database.isUp()) {
            return;
        }
        try {
            var configuration =
                    new LockConfiguration(clock.instant(), job.name, LONGEST, Duration.ZERO);
            lock.executeWithLock(job.task, configuration);
        } catch (RuntimeException e) {
            log.warn("The job {} is done later: {}", job.name, e.getMessage());
        }
    }

    @Override
    public void destroy() {
        threads.shutdown();
    }

    private record Job(String name, Duration pause, Runnable task) {}
}
