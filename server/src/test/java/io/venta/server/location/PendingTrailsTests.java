package io.venta.server.location;

import static io.venta.server.location.TestFixes.at;
import static io.venta.server.location.TestFixes.fix;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.location.VendorId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PendingTrailsTests {

    private static final VendorId V1 = new VendorId("v1");

    private final PendingTrails pending = new PendingTrails(3);

    @Test
    void givesOutAllOnce() {
        pending.add(fix("v1", 0));
        pending.remove(V1, at(-1));

        var batch = pending.take();

        assertThat(batch.fixes()).containsExactly(fix("v1", 0));
        assertThat(batch.removals()).containsExactly(Map.entry(V1, at(-1)));
        assertThat(pending.take().isEmpty()).isTrue();
    }

    @Test
    void dropsTheFirstAndCountsThem() {
        for (int i = 0; i < 5; i++) {
            pending.add(fix("v1", i));
        }

        assertThat(pending.dropped()).isEqualTo(2);
        assertThat(pending.take().fixes())
                .containsExactly(fix("v1", 2), fix("v1", 3), fix("v1", 4));
    }

    @Test
    void putsBackInFrontAndKeepsWhatIsNewest() {
        pending.add(fix("v1", 0));
        pending.add(fix("v1", 1));
        var batch = pending.take();
        pending.add(fix("v1", 2));
        pending.add(fix("v1", 3));

        pending.putBack(batch);

        assertThat(pending.dropped()).isEqualTo(1);
        assertThat(pending.take().fixes())
                .containsExactly(fix("v1", 1), fix("v1", 2), fix("v1", 3));
    }

    @Test
    void forgetsWhatARemovalCoversThoughItWasOnItsWay() {
        pending.add(fix("v1", 0));
        pending.add(fix("v2", 0));
        var batch = pending.take();
        pending.add(fix("v1", 1));
        pending.remove(V1, at(1));
        pending.add(fix("v1", 2));

        pending.putBack(batch);

        assertThat(pending.take().fixes()).containsExactly(fix("v2", 0), fix("v1", 2));
        assertThat(pending.dropped()).isZero();
    }

    @Test
    void keepsTheLaterOfTwoRemovals() {
        pending.remove(V1, at(5));
        pending.remove(V1, at(4));
        pending.putBack(new PendingTrails.Batch(Map.of(V1, at(3)), List.of()));

        assertThat(pending.take().removals()).containsExactly(Map.entry(V1, at(5)));
    }
}
