package io.venta.server.attack;

import io.venta.testing.StompFrame;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A kind of attack, made on both profiles: after each, everyone else is unharmed. */
@ParameterizedClass
@EnumSource(Target.class)
abstract class Attack {

    private static Bystanders bystanders;

    @Parameter Target target;

    @BeforeParameterizedClassInvocation
    static void arrive(Target target) {
        bystanders = new Bystanders(target);
    }

    @AfterEach
    void leavesEveryoneElseUnharmed() {
        bystanders.assertUnharmed();
    }

    @AfterParameterizedClassInvocation
    static void leave() {
        try (var all = bystanders) {
            all.assertNothingRemains();
        }
    }

    static Map<String, String> headers(String... namesAndValues) {
        var headers = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return headers;
    }

    /** RECEIPT, or the code of the refusal. */
    static String answer(StompFrame frame) {
        return switch (frame.command()) {
            case "MESSAGE" -> frame.body().replaceFirst(".*\"code\":\"([A-Z_]+)\".*", "$1");
            case "ERROR" -> "ERROR " + frame.header("code");
            default -> frame.command();
        };
    }
}
