package io.venta.desktop.fx;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number that no other window of this installation has: the lock of a file, which the system
 * takes back however the process ends.
 */
public final class NumberedLock implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(NumberedLock.class.getName());

    private final int number;
    private final FileChannel channel;

    private NumberedLock(int number, FileChannel channel) {
        this.number = number;
        this.channel = channel;
    }

    /**
     * Takes the first number that is free; none if all are taken or the folder cannot be used.
     *
     * @param folder where the files are
     * @param name what they begin with
     * @param most how many numbers there are
     */
    public static Optional<NumberedLock> claim(Path folder, String name, int most) {
        for (int number = 1; number <= most; number++) {
            try {
                Files.createDirectories(folder);
                FileChannel channel = lock(folder.resolve(name + "-" + number + ".lock"));
                if (channel != null) {
                    return Optional.of(new NumberedLock(number, channel));
                }
            } catch (IOException e) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "Windows cannot be told apart: {0}",
                        e.toString());
                break;
            }
        }
        return Optional.empty();
    }

    /** From 1 on. */
    public int number() {
        return number;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The lock ends with the process", e);
        }
    }

    private static @Nullable FileChannel lock(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            LOG.log(System.Logger.Level.DEBUG, "Another window of this process has it", e);
        }
        if (lock == null) {
            channel.close();
            return null;
        }
        return channel;
    }
}
