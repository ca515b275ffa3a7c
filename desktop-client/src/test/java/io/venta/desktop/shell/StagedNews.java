package io.venta.desktop.shell;

import io.venta.desktop.vendor.Updates;
import io.venta.model.notification.Notification;
import io.venta.model.notification.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Notifications of all kinds, the newest five of them unread. */
final class StagedNews {

    private StagedNews() {}

    static List<Notification> all() {
        String[][] texts = {
            {"Cold chain broken", "Truck 17 reports 9.4 °C for ten minutes. Call the driver."},
            {
                "Road closed",
                "Aleje Jerozolimskie is closed between Rondo Dmowskiego and the museum until 18:00."
            },
            {"Shift handed over", "Bartek leaves, Ann takes over."},
            {"New vendor", "Two Sisters’ Waffles may report from now on."},
            {"Report ready", "Yesterday’s distances are ready to be read."},
        };
        Priority[] priorities = Priority.values();
        return IntStream.range(0, 30)
                .mapToObj(i -> notification(i, texts[i % texts.length], priorities[3 - i % 4]))
                .toList();
    }

    private static Notification notification(int i, String[] words, Priority priority) {
        Instant at = Updates.NOON.minus(Duration.ofMinutes(2 + i * i));
        Instant read = i < 5 ? null : at.plusSeconds(40);
        String link = i % 2 == 0 ? "/tasks/" + i : null;
        return new Notification(
                "n" + i, "note", words[0], words[1], priority, link, null, at, read);
    }
}
