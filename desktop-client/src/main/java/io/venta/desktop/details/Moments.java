package io.venta.desktop.details;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/**
 * How moments are written: in the user's zone, the date only where it is not today.
 *
 * @param clock whose zone and today count
 */
record Moments(Clock clock) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter DATE_AND_TIME =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM);
    private static final DateTimeFormatter FULL =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG);

    String brief(Instant moment) {
        ZonedDateTime local = moment.atZone(clock.getZone());
        boolean today = local.toLocalDate().equals(LocalDate.now(clock));
        return (today ? TIME : DATE_AND_TIME).format(local);
    }

    String full(Instant moment) {
        return FULL.format(moment.atZone(clock.getZone()));
    }
}
