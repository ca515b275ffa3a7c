package io.venta.server.error;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.venta.model.ErrorCode;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Counts refusals by code, and logs one a second of each: who is refused a million times fills no
 * disk. What the client sent is never logged. Thread-safe.
 */
@Component
public class RefusalFigures {

    private static final int TOO_LARGE_FOR_THE_CONTAINER = 1009;

    private static final Logger log = LoggerFactory.getLogger(RefusalFigures.class);

    private final Map<ErrorCode, Cause> causes = new EnumMap<>(ErrorCode.class);

    @Autowired
    RefusalFigures(MeterRegistry meters) {
        this(meters, System::nanoTime);
    }

    /** With a time of one's own. */
    public RefusalFigures(MeterRegistry meters, LongSupplier nanoTime) {
        for (var code : ErrorCode.values()) {
            var counter =
                    Counter.builder("venta.refusals")
                            .description("Refusals, and connections ended, by code")
                            .tag("code", code.name())
                            .register(meters);
            causes.put(code, new Cause(counter, new OnceASecond(nanoTime)));
        }
    }

    /** Something was refused; of a session, or of whoever {@code who} names. */
    public void refused(ErrorCode code, String who) {
        var cause = causes.get(code);
        if (cause != null) {
            cause.counter().increment();
            cause.lines()
                    .say(leftOut -> log.info("{} for {}, and {} more before", code, who, leftOut));
        }
    }

    /** A connection has ended; counted where its close code is one of ours. */
    public void ended(int closeCode, String who) {
        if (closeCode == TOO_LARGE_FOR_THE_CONTAINER) {
            refused(ErrorCode.MESSAGE_TOO_LARGE, who);
        }
        for (var code : causes.keySet()) {
            if (code.fatal() && code.closeCode() == closeCode) {
                refused(code, who);
            }
        }
    }

    private record Cause(Counter counter, OnceASecond lines) {}
}
