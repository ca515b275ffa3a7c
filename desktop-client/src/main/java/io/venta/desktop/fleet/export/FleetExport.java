package io.venta.desktop.fleet.export;

import io.venta.desktop.vendor.Vendor;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Writes vendors to a file, beside the JavaFX thread: as they were when it was asked, all of them
 * or none; the file appears, or changes, in one step. Used on the JavaFX thread.
 */
public final class FleetExport {

    private static final System.Logger LOG = System.getLogger(FleetExport.class.getName());
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm");

    private final ReadOnlyObjectWrapper<@Nullable ExportOutcome> outcome =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final Executor background;
    private final Executor fx;
    private final Clock clock;

    /**
     * @param background where files are written
     * @param fx the JavaFX thread
     * @param clock whose zone the times are in
     */
    public FleetExport(Executor background, Executor fx, Clock clock) {
        this.background = background;
        this.fx = fx;
        this.clock = clock;
    }

    /** How the last one ended; null before, and after it was dismissed. */
    public ReadOnlyObjectProperty<@Nullable ExportOutcome> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /** Whether one is being written. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** A name that no earlier export has, but one of the same minute. */
    public String suggestedName() {
        return "vendors-" + STAMP.format(LocalDateTime.now(clock)) + ".csv";
    }

    /** Writes them, in this order; one at a time. */
    public void write(Collection<Vendor> vendors, Path file) {
        if (busy.get()) {
            return;
        }
        List<VendorLine> lines = vendors.stream().map(VendorLine::of).toList();
        busy.set(true);
        outcome.set(null);
        background.execute(
                () -> {
                    ExportOutcome end = write(lines, file.toAbsolutePath());
                    fx.execute(
                            () -> {
                                busy.set(false);
                                outcome.set(end);
                            });
                });
    }

    /** The user has read how it ended. */
    public void dismiss() {
        outcome.set(null);
    }

    private ExportOutcome write(List<VendorLine> lines, Path file) {
        try {
            replace(file, lines);
            return new ExportOutcome.Saved(file, lines.size());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Vendors are not exported: {0}", e.toString());
            return new ExportOutcome.Failed(file, cause(e));
        }
    }

    private void replace(Path file, List<VendorLine> lines) throws IOException {
        Path fresh = Files.createTempFile(file.resolveSibling(""), "vendors", ".part");
        try {
            try (Writer writer = Files.newBufferedWriter(fresh)) {
                new VendorCsv(clock.getZone()).write(lines, writer);
            }
            move(fresh, file);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void move(Path fresh, Path file) throws IOException {
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static ExportOutcome.Cause cause(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> ExportOutcome.Cause.FORBIDDEN;
            case NoSuchFileException missing -> ExportOutcome.Cause.NO_FOLDER;
            default -> ExportOutcome.Cause.OTHER;
        };
    }
}
