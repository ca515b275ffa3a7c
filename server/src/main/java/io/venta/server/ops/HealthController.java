package io.venta.server.ops;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the process lives, and whether it should be sent clients. */
@RestController
class HealthController {

    private final Readiness readiness;

    HealthController(Readiness readiness) {
        this.readiness = readiness;
    }

    @GetMapping("/health")
    Alive health() {
        return new Alive("alive");
    }

    @GetMapping("/ready")
    ResponseEntity<ReadyReport> ready() {
        var report = readiness.report();
        return ResponseEntity.status(report.servesClients() ? 200 : 503).body(report);
    }

    /**
     * The answer of a process that can answer.
     *
     * @param status always {@code alive}
     */
    record Alive(String status) {}
}
