package io.venta.replay;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a file, compressed where its name ends in {@code .gz}; read one at a time. */
final class Recording implements AutoCloseable {

    private final BufferedReader reader;
    private long lineNumber;

    private Recording(BufferedReader reader) {
        this.reader = reader;
    }

    static Recording open(Path file) throws IOException {
        // Not by a channel: an interrupt while it reads would close that and look like damage.
        var stored = new FileInputStream(file.toFile());
        try {
            var plain =
                    file.toString().endsWith(".gz") ? new GZIPInputStream(stored, 65536) : stored;
            return new Recording(
                    new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            stored.close();
            throw e;
        }
    }

    /** How many lines a file has. */
    static long countLines(Path file) throws IOException {
        try (var recording = open(file)) {
            return recording.reader.lines().count();
        }
    }

    /** The next line that is not blank, or null at the end. */
    @Nullable String next() throws IOException {
        String line;
        do {
            line = reader.readLine();
            if (line == null) {
                return null;
            }
            lineNumber++;
        } while (line.isBlank());
        return line;
    }

    /** The number of the line that came last, from 1. */
    long lineNumber() {
        return lineNumber;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
