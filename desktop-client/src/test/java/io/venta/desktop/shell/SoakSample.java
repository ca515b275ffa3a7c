package io.venta.desktop.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What both programs need at one moment of a soak.
 *
 * @param minutes since the start
 * @param heap of the desktop after a full collection, in MB
 * @param resident memory of the desktop, in MB
 * @param nodes of all its scene graphs
 * @param threads of it
 * @param files that it holds open, sockets too
 * @param frames a second since the sample before
 * @param vendors that it knows
 * @param serverHeap after a full collection, in MB
 * @param serverResident memory of the server, in MB
 * @param serverThreads of it
 * @param sessions that the server serves
 */
record SoakSample(
        double minutes,
        double heap,
        double resident,
        int nodes,
        int threads,
        long files,
        double frames,
        int vendors,
        double serverHeap,
        double serverResident,
        int serverThreads,
        int sessions) {

    static final String HEAD =
            """
              min | heap MB  RSS MB  nodes threads files  fps vendors \
            | server: heap MB  RSS MB threads sessions""";

    private static final String CSV_HEAD =
            "minutes,heap_mb,rss_mb,nodes,threads,files,fps,vendors,"
                    + "server_heap_mb,server_rss_mb,server_threads,server_sessions";

    /** As a row of the table. */
    String row() {
        return String.format(
                Locale.ROOT,
                "%5.1f | %7.2f %7.0f %6d %7d %5d %4.1f %7d | %15.1f %7.0f %7d %8d",
                values().toArray());
    }

    /** Writes them as a table that other programs read; what was there is gone. */
    static void write(List<SoakSample> samples, Path file) {
        Stream<String> rows = samples.stream().map(SoakSample::csv);
        try {
            Files.write(file, Stream.concat(Stream.of(CSV_HEAD), rows).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String csv() {
        return String.format(
                Locale.ROOT, "%.2f,%.3f,%.1f,%d,%d,%d,%.1f,%d,%.2f,%.1f,%d,%d", values().toArray());
    }

    private List<Object> values() {
        return List.of(
                minutes,
                heap,
                resident,
                nodes,
                threads,
                files,
                frames,
                vendors,
                serverHeap,
                serverResident,
                serverThreads,
                sessions);
    }
}
