package io.venta.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.venta.desktop.map.MapViewModel;
import io.venta.model.location.GeoPosition;
import java.nio.file.Path;
import javafx.collections.FXCollections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapPlaceTests {

    private static final String SERVER = "http://localhost:5006";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path folder;

    private Memory memory;

    @BeforeEach
    void remember() {
        memory = new Memory(new Settings(folder));
    }

    @AfterEach
    void close() {
        memory.close();
    }

    @Test
    void isTheLastOneOnThatServer() {
        MapViewModel first = map(SERVER);
        first.open(new GeoPosition(52.23, 21.01), 13.5);
        first.panBy(100, 0);
        MapViewModel next = map(SERVER);
        assertThat(next.isPlaced()).isTrue();
        assertThat(next.viewport().zoom()).isEqualTo(13.5);
        assertThat(next.viewport().x()).isCloseTo(first.viewport().x(), within(1e-9));
        assertThat(next.viewport().y()).isCloseTo(first.viewport().y(), within(1e-9));
        assertThat(map("http://elsewhere").isPlaced()).isFalse();
    }

    @Test
    void isNotRememberedBeforeThereIsOne() {
        map(SERVER).resize(1000, 700);
        assertThat(map(SERVER).isPlaced()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "52 21", "95 21 10", "NaN 21 10", "52 21 NaN", "a b c"})
    void isTheFirstFitWhereWhatIsWrittenIsNoPlace(String written) {
        memory.put("map." + SERVER, written);
        assertThat(map(SERVER).isPlaced()).isFalse();
    }

    private MapViewModel map(String server) {
        MapViewModel map = new MapViewModel(FXCollections.observableArrayList(), () -> 0);
        new MapPlace(memory, server).restore(map);
        return map;
    }
}
