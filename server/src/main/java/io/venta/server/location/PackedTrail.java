package io.venta.server.location;

import io.venta.model.location.LocationUpdate;
import io.venta.model.location.TrailPoint;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A vendor's points, oldest first, in twenty bytes each. Not thread-safe. */
final class PackedTrail {

    private static final int BYTES = Long.BYTES + PackedPoint.BYTES;
    private static final int ROOM = 16 * BYTES;
    private static final long NANOS = TimeUnit.SECONDS.toNanos(1);

    private ByteBuffer points = ByteBuffer.allocate(ROOM);
    private long lastSlot = -1;

    /** Adds a fix if its slot is later than all so far; forgets what is too old to make room. */
    boolean add(LocationUpdate fix, long slot, Instant oldest) {
        if (slot <= lastSlot) {
            return false;
        }
        if (!points.hasRemaining()) {
            keepFrom(nanos(oldest));
        }
        points.putLong(nanos(fix.timestamp()));
        PackedPoint.write(fix, points);
        lastSlot = slot;
        return true;
    }

    /** Forgets the points up to a moment, and lets none of that time in again. */
    void remove(Instant upTo, long slot) {
        keepFrom(nanos(upTo) + 1);
        lastSlot = Math.max(lastSlot, slot);
    }

    List<TrailPoint> from(Instant since) {
        var rest = points.duplicate().flip();
        var found = new ArrayList<TrailPoint>(rest.remaining() / BYTES);
        while (rest.hasRemaining()) {
            var nanos = rest.getLong();
            var point = PackedPoint.read(rest, Instant.ofEpochSecond(0, nanos));
            if (!point.timestamp().isBefore(since)) {
                found.add(point);
            }
        }
        return found;
    }

    private void keepFrom(long nanos) {
        points.flip();
        while (points.hasRemaining() && points.getLong(points.position()) < nanos) {
            points.position(points.position() + BYTES);
        }
        var kept = points.remaining();
        var room = Math.ceilDiv(kept / 4, BYTES) * BYTES;
        points = ByteBuffer.allocate(kept + Math.max(room, ROOM)).put(points);
    }

    private static long nanos(Instant moment) {
        return moment.getEpochSecond() * NANOS + moment.getNano();
    }
}
