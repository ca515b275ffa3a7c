package io.venta.desktop.map.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.venta.model.location.GeoPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebMercatorTests {

    @Test
    void putsTheOriginInTheMiddle() {
        assertThat(WebMercator.x(0)).isEqualTo(0.5);
        assertThat(WebMercator.y(0)).isEqualTo(0.5, within(1e-12));
    }

    /** Tile numbers at zoom 10 as every tile server has them. */
    @ParameterizedTest
    @CsvSource({
        "37.7749, -122.4194, 163, 395",
        "52.2297, 21.0122, 571, 337",
        "-33.8688, 151.2093, 942, 614"
    })
    void agreesWithTileNumbers(double lat, double lng, int column, int row) {
        assertThat((int) (WebMercator.x(lng) * 1024)).isEqualTo(column);
        assertThat((int) (WebMercator.y(lat) * 1024)).isEqualTo(row);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "37.7749, -122.4194", "85, 179.9", "-60.5, -0.25"})
    void comesBack(double lat, double lng) {
        GeoPosition back = WebMercator.position(WebMercator.x(lng), WebMercator.y(lat));
        assertThat(back.lat()).isEqualTo(lat, within(1e-9));
        assertThat(back.lng()).isEqualTo(lng, within(1e-9));
    }

    @Test
    void endsBeforeThePoles() {
        assertThat(WebMercator.y(90)).isEqualTo(0, within(1e-9));
        assertThat(WebMercator.y(-90)).isEqualTo(1, within(1e-9));
    }

    @Test
    void knowsWhatAPixelSpans() {
        assertThat(WebMercator.metresPerPixel(0, 0)).isEqualTo(156_543, within(1.0));
        assertThat(WebMercator.metresPerPixel(60, 10)).isEqualTo(76.4, within(0.1));
    }
}
