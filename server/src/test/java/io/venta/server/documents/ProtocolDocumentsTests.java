package io.venta.server.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.Destinations;
import io.venta.model.ErrorCode;
import io.venta.model.MessageType;
import io.venta.model.UserKey;
import io.venta.model.location.VendorId;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The protocol as people and machines read it says what the code says. */
class ProtocolDocumentsTests {

    private static final VendorId ANY = new VendorId("ANY");
    private static final UserKey ANYBODY = new UserKey("ANY");
    private static final String PROTOCOL = "docs/protocol.md";

    private final AsyncApi asyncApi = AsyncApi.read();

    @Test
    void explainsEveryDestination() throws ReflectiveOperationException {
        assertThat(Documents.code(PROTOCOL)).containsAll(destinations("<vendorId>", "<userKey>"));
    }

    @Test
    void describesTheDestinationsForMachinesAndNoOthers() throws ReflectiveOperationException {
        assertThat(asyncApi.channelAddresses())
                .filteredOn(address -> address.startsWith("/"))
                .containsExactlyInAnyOrderElementsOf(destinations("{vendorId}", "{userKey}"));
    }

    @Test
    void explainsEveryType() {
        assertThat(Documents.code(PROTOCOL))
                .containsAll(
                        Arrays.stream(MessageType.values()).map(MessageType::wireName).toList());
    }

    @Test
    void isAsyncApiWithoutDanglingReferences() {
        assertThat(asyncApi.at("#/asyncapi")).isEqualTo("3.0.0");
        assertThat(asyncApi.references())
                .isNotEmpty()
                .allSatisfy(pointer -> assertThat(asyncApi.at(pointer)).as(pointer).isNotNull());
    }

    @Test
    void listsTheErrorsThatLeaveAConnectionOpen() {
        var open = Arrays.stream(ErrorCode.values()).filter(code -> !code.fatal()).toList();
        assertThat(asyncApi.at("#/components/schemas/ErrorReply/properties/code/enum"))
                .isEqualTo(open.stream().map(Enum::name).toList());
    }

    @Test
    void givesErrorsTheirCloseCodes() {
        assertThat(Documents.text(PROTOCOL).lines())
                .filteredOn(line -> line.matches("\\| `[A-Z_]+` \\| \\d{4} .*"))
                .isNotEmpty()
                .allSatisfy(ProtocolDocumentsTests::assertThatCloseCodeIsRight);
    }

    private static void assertThatCloseCodeIsRight(String row) {
        var code = ErrorCode.valueOf(row.replaceAll("^\\| `([A-Z_]+)`.*", "$1"));
        assertThat(row).startsWith("| `%s` | %d ".formatted(code, code.closeCode()));
    }

    private static List<String> destinations(String vendor, String user)
            throws ReflectiveOperationException {
        var destinations = new ArrayList<String>();
        for (var field : Destinations.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                destinations.add(String.valueOf(field.get(null)));
            }
        }
        for (Method method : Destinations.class.getMethods()) {
            if (Arrays.asList(method.getParameterTypes()).equals(List.of(VendorId.class))) {
                var destination = String.valueOf(method.invoke(null, ANY));
                destinations.add(destination.replace(ANY.value(), vendor));
            }
            if (Arrays.asList(method.getParameterTypes()).equals(List.of(UserKey.class))) {
                var destination = String.valueOf(method.invoke(null, ANYBODY));
                destinations.add(destination.replace(ANYBODY.value(), user));
            }
        }
        destinations.removeIf(prefix -> prefix.lastIndexOf('/') == 0);
        return destinations;
    }
}
