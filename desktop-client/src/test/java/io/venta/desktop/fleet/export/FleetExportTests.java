package io.venta.desktop.fleet.export;

import static io.venta.desktop.vendor.Updates.NOON;
import static io.venta.desktop.vendor.Updates.moving;
import static io.venta.desktop.vendor.Updates.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.desktop.fleet.export.ExportOutcome.Cause;
import io.venta.desktop.fleet.export.ExportOutcome.Failed;
import io.venta.desktop.fleet.export.ExportOutcome.Saved;
import io.venta.desktop.vendor.TestClock;
import io.venta.desktop.vendor.Vendors;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetExportTests {

    private static final Clock WARSAW = Clock.fixed(NOON, ZoneId.of("Europe/Warsaw"));

    private final Vendors vendors = new Vendors(new TestClock());
    private final FleetExport export = new FleetExport(Runnable::run, Runnable::run, WARSAW);

    private Path folder;

    @BeforeEach
    void in(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void writesWhatEveryReaderUnderstands() throws IOException {
        vendors.hear(
                List.of(
                        profile("v1", "Tacos, “Tío”\nand \"sons\"", "Truck"),
                        moving("v1", -37.5, -122.25, 10, 271.4, NOON),
                        profile("v2", "Plain", "")));
        Path file = folder.resolve("out.csv");
        export.write(vendors.all(), file);

        assertThat(export.outcomeProperty().get()).isEqualTo(new Saved(file, 2));
        String text = Files.readString(file);
        assertThat(text).startsWith("\uFEFFId,Name,Type,").endsWith("\r\n");
        List<CSVRecord> records =
                CSVFormat.RFC4180.parse(new StringReader(text.substring(1))).getRecords();
        assertThat(records).hasSize(3);
        assertThat(records.get(1).toList())
                .containsExactly(
                        "v1",
                        "Tacos, “Tío”\nand \"sons\"",
                        "Truck",
                        "Moving",
                        "no",
                        "36.0",
                        "271",
                        "-37.500000",
                        "-122.250000",
                        "2026-11-20T13:00:00+01:00",
                        "",
                        "");
        assertThat(records.get(2).toList())
                .startsWith("v2", "Plain", "", "No position")
                .hasSameSizeAs(records.getFirst().toList());
        assertThat(records.getFirst().get(5)).isEqualTo("Speed km/h");
    }

    @Test
    void takesTheStingOutOfFormulas() throws IOException {
        vendors.hear(
                List.of(
                        profile("-v1", "=HYPERLINK(\"http://evil\")", "@SUM(A1)"),
                        profile("v2", "+1 Pizza", "\tTab")));
        Path file = folder.resolve("out.csv");
        export.write(vendors.all(), file);
        List<CSVRecord> records =
                CSVFormat.RFC4180.parse(Files.newBufferedReader(file)).getRecords();
        assertThat(records.get(1).toList())
                .startsWith("'-v1", "'=HYPERLINK(\"http://evil\")", "'@SUM(A1)");
        assertThat(records.get(2).toList()).startsWith("v2", "'+1 Pizza", "'\tTab");
    }

    @Test
    void replacesAFileInOneStepAndLeavesNothingBeside() throws IOException {
        Path file = Files.writeString(folder.resolve("out.csv"), "before");
        export.write(vendors.all(), file);
        assertThat(Files.readString(file)).contains("Name");
        assertThat(files()).containsExactly(file);
    }

    @Test
    void saysThatTheFolderIsGone() {
        Path file = folder.resolve("gone").resolve("out.csv");
        export.write(vendors.all(), file);
        assertThat(export.outcomeProperty().get()).isEqualTo(new Failed(file, Cause.NO_FOLDER));
        export.dismiss();
        assertThat(export.outcomeProperty().get()).isNull();
    }

    @Test
    void leavesWhatIsThereWhereItCannotWrite() throws IOException {
        Path file = folder.resolve("out.csv");
        Files.createDirectories(file.resolve("full"));
        export.write(vendors.all(), file);
        assertThat(export.outcomeProperty().get()).isEqualTo(new Failed(file, Cause.OTHER));
        assertThat(files()).containsExactly(file);
    }

    @Test
    void writesBesideTheScreenWhatWasThereWhenItWasAsked() throws IOException {
        Queue<Runnable> later = new ArrayDeque<>();
        FleetExport slow = new FleetExport(later::add, Runnable::run, WARSAW);
        vendors.hear(List.of(profile("v1", "First", "")));
        Path file = folder.resolve("out.csv");
        slow.write(vendors.all(), file);
        slow.write(vendors.all(), folder.resolve("second.csv"));
        assertThat(slow.busyProperty().get()).isTrue();
        vendors.hear(List.of(profile("v2", "Second", "")));
        assertThat(later).hasSize(1);
        later.remove().run();
        assertThat(slow.busyProperty().get()).isFalse();
        assertThat(Files.readString(file)).contains("First").doesNotContain("Second");
        assertThat(files()).containsExactly(file);
    }

    @Test
    void suggestsANameWithTheLocalTime() {
        assertThat(export.suggestedName()).isEqualTo("vendors-2026-11-20-1300.csv");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }
}
