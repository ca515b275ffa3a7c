package io.venta.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTests {

    @Test
    void takesAnAddressApart() {
        assertThat(DatabaseUrl.parse("postgresql://venta:s3cret@db.internal:6432/live"))
                .isEqualTo(
                        new DatabaseUrl(
                                "jdbc:postgresql://db.internal:6432/live", "venta", "s3cret"));
    }

    @Test
    void decodesWhatAPasswordMayHave() {
        var url = DatabaseUrl.parse("postgresql://a%40b:p%3A%2F%3F+x@db/venta?sslmode=require");

        assertThat(url)
                .isEqualTo(
                        new DatabaseUrl(
                                "jdbc:postgresql://db/venta?sslmode=require", "a@b", "p:/?+x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "db:5432/venta",
                "mysql://venta:s3cret@db/venta",
                "postgresql://venta:s3cret@db",
                "postgresql://venta:s3 cret@db/venta"
            })
    void refusesWhatIsNoAddressAndRepeatsNoPassword(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatabaseUrl.parse(url))
                .withMessageContaining("DATABASE_URL")
                .withMessageNotContaining("cret")
                .withNoCause();
    }

    @Test
    void keepsThePasswordToItself() {
        assertThat(DatabaseUrl.parse("postgresql://venta:s3cret@db/venta").toString())
                .doesNotContain("s3cret");
    }
}
