package io.venta.server.presence;

import io.venta.server.presence.PresenceRun.Step;
import io.venta.testing.RedisNode;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever two nodes do, the registry in a real Redis is what the model says. */
class RedisPresencePropertyIntegrationTests {

    private static final RedisNode REDIS = RedisNode.start();
    private static final RedisPresence ONE = new RedisPresence(REDIS.port());
    private static final RedisPresence TWO = new RedisPresence(REDIS.port());

    @AfterContainer
    static void stop() {
        ONE.close();
        TWO.close();
        REDIS.close();
    }

    @Property(tries = 150)
    void isWhatTheModelSays(@ForAll("steps") List<Step> steps) {
        ONE.empty();
        new PresenceRun(
                        List.of(ONE.store(), TWO.store()),
                        time -> {
                            ONE.pass(time);
                            TWO.pass(time);
                        })
                .run(steps);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return PresenceRun.steps();
    }
}
