package io.venta.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.venta.model.notification.NotificationIds;
import io.venta.model.notification.NotificationReadReport;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotificationIdsTests {

    @Test
    void takesAsManyAsOneMessageMayName() {
        var most = Collections.nCopies(NotificationIds.MAX, "n1");
        assertThat(new NotificationIds(most).ids()).hasSize(500);
        assertThat(NotificationReadReport.of(most).ids()).hasSize(500);
        var more = Collections.nCopies(NotificationIds.MAX + 1, "n1");
        assertThatIllegalArgumentException().isThrownBy(() -> new NotificationIds(more));
        assertThatIllegalArgumentException().isThrownBy(() -> NotificationReadReport.of(more));
    }

    @Test
    void refusesWhatNoIdHas() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NotificationIds(List.of("n1", "a\0b")));
    }

    @Test
    void readsSomeOrAll() {
        assertThat(NotificationReadReport.everything().all()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NotificationReadReport(null, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NotificationReadReport(null, false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NotificationReadReport(List.of("n1"), true));
    }
}
