package io.venta.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venta.model.location.LocationUpdate;
import io.venta.testing.SettableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayerTests {

    private static final Instant RECORDED = Instant.parse("2024-01-25T15:00:00Z");

    private final SettableClock clock = new SettableClock();
    private final RecordingPause pause = new RecordingPause(clock);
    private final Tally tally = new Tally();
    private final RecordingOutlet outlet = new RecordingOutlet();
    private final RecordingDisplay display = new RecordingDisplay();

    private final Path folder;

    PlayerTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void sendsEachFixWhenItIsDueAndStampsIt() throws Exception {
        play(
                new Player.Pacing(2, false, false),
                fix("a", 0),
                fix("b", 4),
                fix("c", 4),
                fix("a", 6));
        assertThat(outlet.batches).hasSize(3);
        assertThat(outlet.fixes())
                .extracting(f -> f.vendorId() + "+" + sinceStart(f).toSeconds())
                .containsExactly("a+0", "b+2", "c+2", "a+3");
        assertThat(outlet.sentAt)
                .extracting(at -> Duration.between(SettableClock.START, at).toSeconds())
                .containsExactly(0L, 2L, 3L);
        assertThat(pause.pauses).hasSize(2);
    }

    @Test
    void keepsRecordedTimesWhereAsked() throws Exception {
        play(new Player.Pacing(1, true, false), fix("a", 0), fix("a", 3));
        assertThat(outlet.fixes())
                .extracting(LocationUpdate::timestamp)
                .containsExactly(RECORDED, RECORDED.plusSeconds(3));
    }

    @Test
    void fillsBatchesThatAreDueTogether() throws Exception {
        var lines = IntStream.range(0, 250).mapToObj(i -> fix("v" + i, 0)).toArray(String[]::new);
        play(new Player.Pacing(1, false, false), lines);
        assertThat(outlet.batches).extracting(List::size).containsExactly(100, 100, 50);
    }

    @Test
    void skipsGapsAndSaysSo() throws Exception {
        play(new Player.Pacing(1, false, false), fix("a", 0), fix("a", 3600));
        assertThat(clock.instant()).isBefore(SettableClock.START.plusSeconds(1));
        assertThat(sinceStart(outlet.fixes().getLast())).isPositive();
        assertThat(display.said).singleElement().asString().contains("1:00:00", "skipped");
        assertThat(tally.summary(Duration.ofSeconds(1))).contains("1 gaps skipped");
    }

    @Test
    void passesOverLinesItCannotReadAndNamesThem() throws Exception {
        play(new Player.Pacing(1, false, false), fix("a", 0), "{broken", "", fix("b", 0));
        assertThat(outlet.fixes()).hasSize(2);
        assertThat(display.said).singleElement().asString().contains("Line 2", "not JSON");
        assertThat(tally.isClean()).isFalse();
    }

    @Test
    void namesOnlyTheFirstOfManyBadLines() throws Exception {
        play(
                new Player.Pacing(1, false, false),
                IntStream.range(0, 50).mapToObj(i -> "x").toArray(String[]::new));
        assertThat(display.said).hasSize(11);
        assertThat(tally.summary(Duration.ofSeconds(1))).contains("50 lines unreadable");
    }

    @Test
    void staysBehindWithoutChangingTimes() throws Exception {
        outlet.eachTakes = Duration.ofSeconds(10);
        play(new Player.Pacing(1, false, false), fix("a", 0), fix("a", 1), fix("a", 2));
        assertThat(outlet.fixes())
                .extracting(f -> sinceStart(f).toSeconds())
                .containsExactly(0L, 1L, 2L);
    }

    @Test
    void startsOverWithNewTimes() {
        outlet.failAfter = 3;
        assertThatThrownBy(() -> play(new Player.Pacing(1, false, true), fix("a", 0), fix("a", 2)))
                .isInstanceOf(ReplayFailedException.class);
        assertThat(outlet.fixes()).extracting(LocationUpdate::timestamp).isSorted();
        assertThat(display.rounds).isEqualTo(1);
        assertThat(outlet.batches).hasSize(3);
    }

    @Test
    void refusesToLoopOverNothing() {
        assertThatThrownBy(() -> play(new Player.Pacing(1, false, true), "x"))
                .isInstanceOf(ReplayFailedException.class)
                .hasMessageContaining("no fix");
    }

    @Test
    void playsCompressedFilesAndTellsWhereTheyBreakOff() throws Exception {
        var whole = folder.resolve("whole.ndjson.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(whole))) {
            out.write((fix("a", 0) + "\n" + fix("b", 1)).getBytes(StandardCharsets.UTF_8));
        }
        player(new Player.Pacing(1, false, false)).play(whole);
        assertThat(outlet.fixes()).hasSize(2);
        var bytes = Files.readAllBytes(whole);
        var cut =
                Files.write(
                        folder.resolve("cut.ndjson.gz"), Arrays.copyOf(bytes, bytes.length - 9));
        assertThatThrownBy(() -> player(new Player.Pacing(1, false, false)).play(cut))
                .isInstanceOf(ReplayFailedException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void endsWhenInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> play(new Player.Pacing(1, false, false), fix("a", 0)))
                .isInstanceOf(InterruptedException.class);
        assertThat(outlet.batches).isEmpty();
    }

    private void play(Player.Pacing pacing, String... lines)
            throws IOException, InterruptedException {
        player(pacing).play(Files.write(folder.resolve("fleet.ndjson"), List.of(lines)));
    }

    private Player player(Player.Pacing pacing) {
        return new Player(pacing, outlet, display, tally, clock, pause);
    }

    private static String fix(String vendor, long second) {
        return "{\"vendorId\":\"%s\",\"lat\":52.2,\"long\":21.0,\"timestamp\":\"%s\"}"
                .formatted(vendor, RECORDED.plusSeconds(second));
    }

    private static Duration sinceStart(LocationUpdate fix) {
        return Duration.between(SettableClock.START, fix.timestamp());
    }

    private final class RecordingOutlet implements Outlet {

        private final List<List<LocationUpdate>> batches = new ArrayList<>();
        private final List<Instant> sentAt = new ArrayList<>();
        private Duration eachTakes = Duration.ZERO;
        private int failAfter = Integer.MAX_VALUE;

        @Override
        public int batchSize() {
            return 100;
        }

        @Override
        public void send(List<LocationUpdate> fixes) {
            if (batches.size() == failAfter) {
                throw new ReplayFailedException("enough");
            }
            batches.add(fixes);
            sentAt.add(clock.instant());
            clock.advance(eachTakes);
        }

        @Override
        public void drain() {}

        @Override
        public void close() {}

        List<LocationUpdate> fixes() {
            return batches.stream().flatMap(List::stream).toList();
        }
    }

    private static final class RecordingDisplay implements Display {

        private final List<String> said = new ArrayList<>();
        private int rounds;

        @Override
        public void reached(long line, Instant recorded) {}

        @Override
        public void say(String line) {
            said.add(line);
        }

        @Override
        public void startOver() {
            rounds++;
        }

        @Override
        public void close() {}
    }
}
