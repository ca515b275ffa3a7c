package io.venta.server.presence;

import io.venta.model.ErrorCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Profile;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * The registry in Redis (6.2 or later), shared by all nodes.
 *
 * <p>Each change is one script, which writes the log as well; what grows with the number of devices
 * goes in batches, so that none holds up others for long. The time is Redis' own.
 */
@Component
@Profile("production")
class RedisPresenceStore implements PresenceStore, DisposableBean {

    private static final RedisScript<Long> TRACK = RedisPresenceScripts.counting("track");
    private static final RedisScript<Long> CHANGE = RedisPresenceScripts.counting("change");
    private static final RedisScript<Long> LEAVE = RedisPresenceScripts.counting("leave");
    private static final RedisScript<Long> BEAT = RedisPresenceScripts.counting("beat");
    private static final RedisScript<Long> SYNC = RedisPresenceScripts.counting("sync");
    private static final RedisScript<Long> SYNCED = RedisPresenceScripts.counting("synced");
    private static final RedisScript<Long> STOP = RedisPresenceScripts.counting("stop");
    private static final RedisScript<Long> REAP = RedisPresenceScripts.counting("reap");

    @SuppressWarnings("rawtypes")
    private static final RedisScript<List> STAYING = RedisPresenceScripts.listing("staying");

    @SuppressWarnings("rawtypes")
    private static final RedisScript<List> DEVICES = RedisPresenceScripts.listing("page");

    private static final int BATCH = 200;
    private static final int PAGE_OF_DEVICES = 500;

    private final StringRedisTemplate redis;
    private final RedisPresenceScripts scripts;
    private final RedisPresenceLog log;
    private final Clock clock;

    @Autowired
    RedisPresenceStore(StringRedisTemplate redis, Clock clock, PresenceSettings settings) {
        this(redis, clock, PresenceBounds.with(settings.lease()), () -> Duration.ZERO);
    }

    /**
     * A store whose time can be moved.
     *
     * @param clock the node's, which says when devices connected
     * @param shift what to add to Redis' time
     */
    RedisPresenceStore(
            StringRedisTemplate redis,
            Clock clock,
            PresenceBounds bounds,
            Supplier<Duration> shift) {
        this.redis = redis;
        this.scripts = new RedisPresenceScripts(redis, bounds, shift);
        this.log = new RedisPresenceLog(redis);
        this.clock = clock;
    }

    @Override
    public void track(Device device) {
        scripts.count(TRACK, List.of(device.node(), DeviceText.of(device), age(device)));
    }

    @Override
    public void change(Device device) {
        scripts.count(CHANGE, List.of(device.session(), DeviceText.of(device)));
    }

    @Override
    public void leave(String session, String reason, Duration grace) {
        scripts.count(LEAVE, List.of(session, reason, millis(grace)));
    }

    @Override
    public boolean beat(String node) {
        return scripts.count(BEAT, List.of(node)) == 1;
    }

    @Override
    public void sync(String node, Collection<Device> devices) {
        var ordered =
                devices.stream()
                        .sorted(Comparator.comparing(Device::since).thenComparing(Device::session))
                        .toList();
        for (var batch : batches(ordered)) {
            var arguments = new ArrayList<>(List.of(node));
            for (var device : batch) {
                arguments.add(DeviceText.of(device));
                arguments.add(age(device));
            }
            scripts.count(SYNC, arguments);
        }
        var unknown = staying(node);
        unknown.removeAll(devices.stream().map(Device::session).collect(Collectors.toSet()));
        for (var batch : batches(unknown)) {
            var arguments = new ArrayList<>(List.of(node, "0"));
            arguments.addAll(batch);
            scripts.count(SYNCED, arguments);
        }
        scripts.count(SYNCED, List.of(node, "1"));
    }

    @Override
    public void stop(String node, Duration grace) {
        var arguments =
                List.of(
                        node,
                        ErrorCode.SERVER_SHUTTING_DOWN.name(),
                        millis(grace),
                        String.valueOf(BATCH));
        long stopped;
        do {
            stopped = scripts.count(STOP, arguments);
        } while (stopped == BATCH);
    }

    @Override
    public int reap(int most, boolean alsoLostNodes) {
        var sum = 0;
        int asked;
        long gone;
        do {
            asked = Math.min(most - sum, BATCH);
            gone = scripts.count(REAP, List.of(String.valueOf(asked), alsoLostNodes ? "1" : "0"));
            sum += Math.toIntExact(gone);
        } while (gone == asked && sum < most);
        return sum;
    }

    @Override
    public Snapshot snapshot() {
        var found = new LinkedHashMap<String, Device>();
        var page = scripts.list(DEVICES, "", String.valueOf(PAGE_OF_DEVICES));
        var version = Long.parseLong(page.getFirst());
        while (page.size() > 1) {
            page.stream()
                    .skip(1)
                    .map(DeviceText::parse)
                    .forEach(device -> found.put(device.session(), device));
            var last = DeviceText.parse(page.getLast()).session();
            page = scripts.list(DEVICES, last, String.valueOf(PAGE_OF_DEVICES));
        }
        return new Snapshot(version, List.copyOf(found.values()));
    }

    @Override
    public long version() {
        return Long.parseLong(scripts.list(DEVICES, "", "0").getFirst());
    }

    @Override
    public List<PresenceChange> changesAfter(long version, Duration patience) {
        return log.after(version, patience);
    }

    @Override
    public Map<Subject, Instant> lastSeen(Collection<Subject> subjects) {
        var asked = List.copyOf(subjects);
        var found = new HashMap<Subject, Instant>();
        for (int start = 0; start < asked.size(); start += PAGE) {
            var page = asked.subList(start, Math.min(start + PAGE, asked.size()));
            var names = page.stream().map(RedisPresenceLog::name).toArray();
            var scores =
                    Objects.requireNonNull(
                            redis.opsForZSet().score(RedisPresenceScripts.SEEN, names));
            for (int i = 0; i < page.size(); i++) {
                var score = scores.get(i);
                if (score != null) {
                    found.put(page.get(i), Instant.ofEpochMilli(score.longValue()));
                }
            }
        }
        return found;
    }

    @Override
    public void destroy() {
        log.close();
    }

    private List<String> staying(String node) {
        var all = new ArrayList<String>();
        var page = scripts.list(STAYING, node, "", String.valueOf(PAGE));
        while (!page.isEmpty()) {
            all.addAll(page);
            page = scripts.list(STAYING, node, page.getLast(), String.valueOf(PAGE));
        }
        return all;
    }

    private String age(Device device) {
        var age = Duration.between(device.since(), clock.instant());
        return millis(age.isNegative() ? Duration.ZERO : age);
    }

    private static String millis(Duration time) {
        return String.valueOf(time.toMillis());
    }

    private static <T> List<List<T>> batches(List<T> all) {
        var batches = new ArrayList<List<T>>();
        for (int start = 0; start < all.size(); start += BATCH) {
            batches.add(all.subList(start, Math.min(start + BATCH, all.size())));
        }
        return batches;
    }
}
