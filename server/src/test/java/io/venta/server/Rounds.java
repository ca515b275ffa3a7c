package io.venta.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.venta.testing.Crowd;
import io.venta.testing.CrowdMember;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a crowd hears of vendors that all report in rounds, and how long it took. The round is said
 * in {@code accuracy}. Thread-safe.
 */
final class Rounds implements Crowd.Ear {

    private static final int SLOWEST_MILLIS = 60_000;
    private static final String ROUND = "\"accuracy\":";

    private final String vendors;
    private final int vendorCount;
    private final Map<Integer, int[]> newest = new HashMap<>();
    private final long[] reportedAt = new long[10_000];
    private final int[] millis = new int[SLOWEST_MILLIS + 1];
    private int round;
    private long heard;
    private long disordered;

    /** Vendors {@code <vendors>-0} and so on. */
    Rounds(String vendors, int vendorCount) {
        this.vendors = vendors;
        this.vendorCount = vendorCount;
    }

    /** The next round's reports, an array. */
    synchronized String next() {
        reportedAt[++round] = System.nanoTime();
        var now = Instant.now();
        return IntStream.range(0, vendorCount)
                .mapToObj(
                        i ->
                                """
                                {"vendorId":"%s-%d","location":{"lat":1,"long":2},"accuracy":%d,"timestamp":"%s"}"""
                                        .formatted(vendors, i, round, now))
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Override
    public synchronized void heard(int member, byte[] frame) {
        var text = new String(frame, ISO_8859_1);
        var body = text.indexOf("\n\n{");
        var said = body < 0 ? -1 : text.indexOf(ROUND, body);
        if (said < 0) {
            return;
        }
        var vendor = number(text, text.indexOf(vendors + '-', body) + vendors.length() + 1);
        var roundHeard = number(text, said + ROUND.length());
        var known = newest.computeIfAbsent(member, _ -> new int[vendorCount]);
        if (known[vendor] >= roundHeard) {
            disordered++;
        }
        known[vendor] = roundHeard;
        heard++;
        var took = Duration.ofNanos(System.nanoTime() - reportedAt[roundHeard]).toMillis();
        millis[(int) Math.min(took, SLOWEST_MILLIS)]++;
    }

    /** Whether each of them has heard the last round of every vendor. */
    synchronized boolean isLastHeardBy(Collection<CrowdMember> members) {
        return members.stream().allMatch(member -> hasLast(member, 0, vendorCount));
    }

    /** Whether it has heard the last round of one vendor. */
    synchronized boolean isLastHeardBy(CrowdMember member, int vendor) {
        return hasLast(member, vendor, vendor + 1);
    }

    /** How many came twice, or after a newer one of their vendor. */
    synchronized long disordered() {
        return disordered;
    }

    /** How many were heard since the times were forgotten. */
    synchronized long heard() {
        return heard;
    }

    /** Milliseconds from report to hearing that 99 % of what was heard did not take. */
    synchronized int p99() {
        var slower = heard / 100;
        var took = SLOWEST_MILLIS;
        while (took > 0 && slower >= millis[took]) {
            slower -= millis[took--];
        }
        return took;
    }

    synchronized void forgetTimes() {
        Arrays.fill(millis, 0);
        heard = 0;
    }

    private boolean hasLast(CrowdMember member, int from, int to) {
        var known = newest.get(member.number());
        return known != null && Arrays.stream(known, from, to).allMatch(last -> last == round);
    }

    private static int number(String text, int start) {
        var end = start;
        while (Character.isDigit(text.charAt(end))) {
            end++;
        }
        return Integer.parseInt(text, start, end, 10);
    }
}
