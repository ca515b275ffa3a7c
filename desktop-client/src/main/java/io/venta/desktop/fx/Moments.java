package io.venta.desktop.fx;

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
public record Moments(Clock clock) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DATE_AND_TIME =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM);
    private static final DateTimeFormatter FULL =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG);

    /** {@code 14:02:31}, with the date where it was not today. */
    public String brief(Instant moment) {
        ZonedDateTime local = moment.atZone(clock.getZone());
        boolean today = local.toLocalDate().equals(LocalDate.now(clock));
        return (today ? TIME : DATE_AND_TIME).format(local);
    }

    /** {@code 14:02}, for where the day is clear. */
    public String minute(Instant moment) {
        return MINUTE.format(moment.atZone(clock.getZone()));
    }

    /** With date and zone. */
    public String full(Instant moment) {
        return FULL.format(moment.atZone(clock.getZone()));
    }
}
