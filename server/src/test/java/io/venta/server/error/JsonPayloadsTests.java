package io.venta.server.error;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.venta.model.ErrorCode;
import io.venta.model.location.LocationReport;
import io.venta.model.location.LocationUpdate;
import io.venta.model.location.VendorId;
import io.venta.model.session.LoginRequest;
import io.venta.model.session.Ping;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPayloadsTests {

    private static final String GOOD = "{\"location\":{\"lat\":1.5,\"long\":2}}";

    private final JsonPayloads payloads = new JsonPayloads();

    @Test
    void readsAReport() {
        var body =
                """
                {"vendorId":"v1","location":{"lat":52.2,"long":21},"speed":3,"heading":null,
                 "timestamp":"2026-03-01T12:00:00.123456789Z","shoeSize":43}""";

        var report = payloads.read(body.getBytes(UTF_8), LocationReport.class);

        assertThat(report.vendorId()).isEqualTo(new VendorId("v1"));
        assertThat(report.location().lng()).isEqualTo(21);
        assertThat(report.speed()).isEqualTo(3);
        assertThat(report.heading()).isNull();
        assertThat(report.timestamp()).isEqualTo(Instant.parse("2026-03-01T12:00:00.123456789Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "{",
                "{\"location\":",
                "{'location':1}",
                "{} {}",
                "{}x",
                "[{}",
                "nul",
                "{\"location\":{\"lat\":NaN,\"long\":2}}",
                "{\"location\":{\"lat\":-Infinity,\"long\":2}}",
                "{\"location\":{\"lat\":01,\"long\":2}}",
                "{\"location\":{\"lat\":.5,\"long\":2}}"
            })
    void refusesWhatIsNotJson(String body) {
        var refusal = refusalOf(body);

        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_MESSAGE);
        assertThat(refusal.reason()).doesNotContain("Exception", "jackson", "Token", "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "1", "\"x\"", "true", "[]", "[[]]"})
    void refusesWhatIsNoObject(String body) {
        assertThat(refusalOf(body).reason()).isEqualTo("A JSON object is expected");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                               | location",
                "{\"location\":null}                              | ",
                "{\"location\":\"here\"}                          | location",
                "{\"location\":{}}                                | location.lat",
                "{\"location\":{\"lat\":\"1\",\"long\":2}}        | location.lat",
                "{\"location\":{\"lat\":null,\"long\":2}}         | location.lat",
                "{\"location\":{\"lat\":true,\"long\":2}}         | location.lat",
                "{\"location\":{\"lat\":1}}                       | location.long",
                "{\"location\":{\"lat\":91,\"long\":2}}           | location",
                "{\"location\":{\"lat\":1e400,\"long\":2}}        | location",
                "{\"location\":{\"lat\":1,\"long\":2},\"speed\":\"\"}       | speed",
                "{\"location\":{\"lat\":1,\"long\":2},\"speed\":-1}         | ",
                "{\"location\":{\"lat\":1,\"long\":2},\"vendorId\":7}       | vendorId",
                "{\"location\":{\"lat\":1,\"long\":2},\"vendorId\":\"a.*#\"} | vendorId",
                "{\"location\":{\"lat\":1,\"long\":2},\"vendorId\":\"\"}    | vendorId",
                "{\"location\":{\"lat\":1,\"long\":2},\"timestamp\":1}      | timestamp",
                "{\"location\":{\"lat\":1,\"long\":2},\"timestamp\":\"1\"}  | timestamp",
                "{\"location\":{\"lat\":1,\"long\":2},\"timestamp\":\"\"}   | timestamp",
                "{\"location\":{\"lat\":1,\"long\":2},\"timestamp\":\"2026-03-01\"} | timestamp"
            })
    void saysWhereAMemberIsMissingOrWrong(String body, String path) {
        var refusal = refusalOf(body);

        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_MESSAGE);
        assertThat(refusal.details().get("path")).isEqualTo(path);
        assertThat(refusal.reason()).doesNotContain("Exception", "io.venta", "java", "\n");
    }

    @Test
    void saysTheRangeThatAValueLeft() {
        assertThat(refusalOf("{\"location\":{\"lat\":91,\"long\":2}}").reason())
                .isEqualTo("lat must be -90 to 90, was 91.0");
    }

    @Test
    void refusesNullWhereAMemberIsRequired() {
        assertThat(refusal("{\"sentAt\":null}", Ping.class).code())
                .isEqualTo(ErrorCode.INVALID_MESSAGE);
        assertThat(refusal("{\"username\":null,\"password\":\"x\"}", LoginRequest.class).code())
                .isEqualTo(ErrorCode.INVALID_MESSAGE);
        var update = "{\"vendorId\":\"v1\",\"location\":{\"lat\":1,\"long\":2},\"timestamp\":null}";
        assertThat(refusal(update, LocationUpdate.class).code())
                .isEqualTo(ErrorCode.INVALID_MESSAGE);
    }

    @Test
    void refusesOtherEncodingsThanUtf8() {
        assertThat(refusal(GOOD.getBytes(UTF_16LE)).code()).isEqualTo(ErrorCode.INVALID_MESSAGE);
        assertThat(refusal(("\uFEFF" + GOOD).getBytes(UTF_8)).code())
                .isEqualTo(ErrorCode.INVALID_MESSAGE);
        var broken = GOOD.replace("}}", "},\"x\":\"?\"}").getBytes(UTF_8);
        broken[broken.length - 3] = (byte) 0xC3;
        assertThat(refusal(broken).code()).isEqualTo(ErrorCode.INVALID_MESSAGE);
    }

    @Test
    void refusesWhatIsNestedTooDeeply() {
        assertThat(refusalOf("[".repeat(100_000)).code()).isEqualTo(ErrorCode.INVALID_MESSAGE);
        var nested = "{\"x\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";
        assertThat(refusalOf(nested).code()).isEqualTo(ErrorCode.INVALID_MESSAGE);
    }

    @Test
    void refusesNumbersOfAThousandDigitsWithoutMuchWork() {
        var body = "{\"location\":{\"lat\":" + "9".repeat(50_000) + ",\"long\":2}}";

        assertThat(refusalOf(body).code()).isEqualTo(ErrorCode.INVALID_MESSAGE);
        assertThat(refusalOf("{\"location\":{\"lat\":1e999999999,\"long\":2}}").code())
                .isEqualTo(ErrorCode.INVALID_MESSAGE);
    }

    @Test
    void readsOneOrMany() {
        assertThat(payloads.readOneOrMany(GOOD.getBytes(UTF_8), LocationReport.class, 100))
                .hasSize(1);
        assertThat(payloads.readOneOrMany(array(100), LocationReport.class, 100)).hasSize(100);
        assertThat(payloads.readOneOrMany(array(0), LocationReport.class, 100)).isEmpty();
    }

    @Test
    void refusesMoreThanAllowed() {
        var refusal = refusalOfMany(array(101));

        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_MESSAGE);
        assertThat(refusal.details()).isEqualTo(Map.of("items", 101));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "[]", "{\"location\":7}", "{\"location\":{\"lat\":99,\"long\":1}}"})
    void saysWhichOfManyIsWrong(String bad) {
        var refusal = refusalOfMany(("[" + GOOD + "," + GOOD + "," + bad + "]").getBytes(UTF_8));

        assertThat(refusal.details()).containsEntry("index", 2);
    }

    private static byte[] array(int items) {
        return ("[" + String.join(",", Collections.nCopies(items, GOOD)) + "]").getBytes(UTF_8);
    }

    private RejectedMessageException refusalOf(String body) {
        return refusal(body.getBytes(UTF_8));
    }

    private RejectedMessageException refusal(byte[] body) {
        return catchThrowableOfType(
                RejectedMessageException.class, () -> payloads.read(body, LocationReport.class));
    }

    private RejectedMessageException refusal(String body, Class<?> type) {
        return catchThrowableOfType(
                RejectedMessageException.class, () -> payloads.read(body.getBytes(UTF_8), type));
    }

    private RejectedMessageException refusalOfMany(byte[] body) {
        return catchThrowableOfType(
                RejectedMessageException.class,
                () -> payloads.readOneOrMany(body, LocationReport.class, 100));
    }
}
