package io.venta.desktop.map.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.venta.model.location.GeoPosition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinatesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "52.2297, 21.0122",
                "52.2297,21.0122",
                " 52.2297  21.0122 ",
                "52.2297; 21.0122",
                "52,2297 21,0122",
                "52,2297; 21,0122",
                "52,2297, 21,0122",
                "52,2297,21,0122",
                "+52.2297 +21.0122",
                "geo:52.2297,21.0122",
                "GEO:52.2297,21.0122,98;u=35?z=14",
                "52.2297N 21.0122E",
                "N 52.2297, E 21.0122",
                "21.0122 E, 52.2297 N",
                "52°13'47\"N 21°0'44\"E",
                "52° 13′ 46.92″ N, 21° 0′ 43.92″ E",
                "52°13,782' N 21°0,732' E",
                "52º13’46,92”N21º0’43,92”E"
            })
    void readsOnePlaceHoweverItIsWritten(String words) throws Exception {
        GeoPosition place = Coordinates.parse(words);
        assertThat(place.lat()).isCloseTo(52.2297, within(1e-4));
        assertThat(place.lng()).isCloseTo(21.0122, within(1e-4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-33.8688, -70.5",
                "\u221233.8688 \u221270.5",
                "33.8688 S 70.5 W",
                "33°52'7.7\"S 70°30'W",
                "-33,8688 -70,5"
            })
    void readsSouthAndWest(String words) throws Exception {
        GeoPosition place = Coordinates.parse(words);
        assertThat(place.lat()).isCloseTo(-33.8688, within(1e-4));
        assertThat(place.lng()).isCloseTo(-70.5, within(1e-4));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                 | goto.empty",
                "'  '               | goto.empty",
                "52.2297            | goto.one",
                "52°13'47\"N        | goto.one",
                "91, 21             | goto.latitude",
                "52.2297, 181       | goto.longitude",
                "52°61'N 21°E       | goto.minutes",
                "Warsaw             | goto.unreadable",
                "52.2297, 21.0122, 3, 4 | goto.unreadable",
                "52 N 21 N          | goto.unreadable",
                "21 E 52 E          | goto.unreadable",
                "1e5, 2             | goto.unreadable",
                "geo:               | goto.empty"
            })
    void saysWhatIsWrong(String words, String key) {
        assertThatExceptionOfType(Coordinates.UnreadableException.class)
                .isThrownBy(() -> Coordinates.parse(words))
                .satisfies(problem -> assertThat(problem.key()).isEqualTo(key));
    }
}
