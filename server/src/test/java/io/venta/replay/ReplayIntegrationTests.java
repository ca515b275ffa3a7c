package io.venta.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.model.Role;
import io.venta.model.location.GeoPosition;
import io.venta.model.location.LocationUpdate;
import io.venta.model.location.VendorId;
import io.venta.model.vendor.VendorPage;
import io.venta.testing.FleetFixes;
import io.venta.testing.RabbitMqNode;
import io.venta.testing.RedisNode;
import io.venta.testing.ServerProcess;
import io.venta.testing.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ReplayIntegrationTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<LocationUpdate> FIXES = FleetFixes.recorded(2_000);

    /**
     * Nodes of one broker share the writing to one Redis: one node at a time has both to itself.
     */
    private static final RabbitMqNode BROKER = RabbitMqNode.apart();

    private final Path folder;

    ReplayIntegrationTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void reportsThroughTheServer() throws Exception {
        var outcome = replayAgainstProduction("stomp");
        assertThat(outcome).contains("2,000 fixes sent", "0 lines unreadable", "0 refused");
    }

    @Test
    void publishesAsServicesDo() throws Exception {
        var outcome = replayAgainstProduction("amqp");
        assertThat(outcome).contains("2,000 fixes sent", "0 lines unreadable", "0 refused");
    }

    @Test
    void asksDemoAccountInAndMovesTheFleetToNow() throws Exception {
        var file = FleetFixes.write(FIXES.subList(0, 200), folder.resolve("fleet.ndjson"));
        try (var server = ServerProcess.embedded().start()) {
            var environment = Map.of("VENTA_PASSWORD", server.demoPassword());
            var replay = run(environment, file, "--speed=1000", "--server=" + server.baseUrl());
            assertThat(replay.code()).as(replay.output()).isZero();
            var known = lastKnown(server, server.login("demo-dispatcher"));
            assertThat(known).hasSameSizeAs(FleetFixes.newest(FIXES.subList(0, 200)));
            assertThat(known.values())
                    .allSatisfy(
                            fix ->
                                    assertThat(fix.timestamp())
                                            .isAfter(
                                                    FIXES.getLast()
                                                            .timestamp()
                                                            .plusSeconds(86_400)));
        }
    }

    private String replayAgainstProduction(String via) throws Exception {
        var file = FleetFixes.write(FIXES, folder.resolve("fleet.ndjson"));
        try (var redis = RedisNode.start();
                var server = ServerProcess.production(BROKER, redis).start()) {
            var environment = new HashMap<>(BROKER.serverEnvironment());
            environment.put("RABBITMQ_SERVICE_PASSWORD", BROKER.servicePassword());
            environment.put("VENTA_TOKEN", Tokens.of("back-end", Role.SERVICE).sign());
            var replay =
                    run(
                            environment,
                            file,
                            "--as-recorded",
                            "--speed=100000",
                            "--via=" + via,
                            "--server=" + server.baseUrl());
            assertThat(replay.code()).as(replay.output()).isZero();
            var token = Tokens.of("dispatcher", Role.DISPATCHER).sign();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(
                            () ->
                                    assertThat(places(lastKnown(server, token)))
                                            .isEqualTo(places(FleetFixes.newest(FIXES))));
            return replay.output();
        }
    }

    private static Map<VendorId, LocationUpdate> lastKnown(ServerProcess server, String token) {
        var known = new HashMap<VendorId, LocationUpdate>();
        var path = "/api/vendors?limit=1000";
        for (var next = path; next != null; ) {
            var page = JSON.readValue(server.get(next, token).body(), VendorPage.class);
            for (var vendor : page.vendors()) {
                if (vendor.location() != null) {
                    known.put(vendor.vendorId(), vendor.location());
                }
            }
            next = page.next() == null ? null : path + "&after=" + page.next();
        }
        return known;
    }

    /** Positions and times alone. */
    private static Map<VendorId, Map.Entry<GeoPosition, Instant>> places(
            Map<VendorId, LocationUpdate> fixes) {
        var places = new HashMap<VendorId, Map.Entry<GeoPosition, Instant>>();
        fixes.forEach((id, fix) -> places.put(id, Map.entry(fix.location(), fix.timestamp())));
        return places;
    }

    /** Runs the program of the shipped jar, with no standard input and no terminal. */
    private Finished run(Map<String, String> environment, Path file, String... arguments)
            throws IOException, InterruptedException {
        var log = folder.resolve("replay.log");
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-Xmx128m",
                                "-XX:TieredStopAtLevel=1",
                                "-Dloader.main=io.venta.replay.Replay",
                                "-jar",
                                System.getProperty("venta.server.jar"),
                                file.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.redirectOutput(log.toFile()).start();
        process.getOutputStream().close();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("The replay hangs:\n" + Files.readString(log));
        }
        return new Finished(process.exitValue(), Files.readString(log));
    }

    private record Finished(int code, String output) {}
}
