package io.venta.desktop.map.marks;

import static io.venta.desktop.vendor.Updates.NOON;
import static io.venta.desktop.vendor.Updates.fix;
import static io.venta.desktop.vendor.Updates.moving;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.desktop.map.projection.WebMercator;
import io.venta.desktop.vendor.TestClock;
import io.venta.desktop.vendor.Vendors;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MarkTests {

    private final TestClock clock = new TestClock();
    private final Vendors vendors = new Vendors(clock);
    private Mark mark;

    @BeforeEach
    void hear() {
        vendors.hear(List.of(fix("v", 50, 20, NOON)));
        mark = new Mark(vendors.all().getFirst());
        advance();
    }

    @Test
    void glidesAfterAPause() {
        pass(Duration.ofSeconds(80));
        vendors.hear(List.of(moving("v", 50.001, 20, 8, 0, clock.instant())));
        assertThat(advance()).isTrue();
    }

    @Test
    void cutsWhereNobodyKnowsTheWayThatWasTaken() {
        pass(Duration.ofMinutes(5));
        advance();
        vendors.hear(List.of(moving("v", 50.01, 20, 8, 0, clock.instant())));
        assertThat(advance()).isFalse();
        assertThat(mark.worldY()).isEqualTo(WebMercator.y(50.01));
        pass(Duration.ofSeconds(1));
        vendors.hear(List.of(moving("v", 50.0101, 20, 8, 0, clock.instant())));
        assertThat(advance()).as("known again, though it still reads as stale").isTrue();
    }

    @Test
    void fadesInStepsWhileItIsStale() {
        assertThat(mark.fade()).isEqualTo(Fade.LEAST);
        pass(Duration.ofMinutes(9));
        advance();
        assertThat(mark.state()).isEqualTo(MarkState.STALE);
        assertThat(mark.fade()).isEqualTo(Fade.LEAST);
        pass(Duration.ofMinutes(2));
        advance();
        assertThat(mark.fade()).isEqualTo(Fade.SOME);
        pass(Duration.ofHours(1));
        advance();
        assertThat(mark.fade()).isEqualTo(Fade.MOST);
        vendors.hear(List.of(fix("v", 50, 20, clock.instant())));
        pass(Duration.ofSeconds(4));
        advance();
        assertThat(mark.fade()).isEqualTo(Fade.LEAST);
    }

    private boolean advance() {
        return mark.advance(1, false);
    }

    /** Long enough before the end for what is seen to hold. */
    private void pass(Duration time) {
        Duration last = time.compareTo(Duration.ofSeconds(4)) < 0 ? time : Duration.ofSeconds(4);
        clock.advance(time.minus(last));
        vendors.tick();
        clock.advance(last);
        vendors.tick();
    }
}
