package io.venta.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.Role;
import io.venta.testing.ServerProcess;
import io.venta.testing.StompFrame;
import io.venta.testing.StompTestClient;
import io.venta.testing.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everyone else while somebody attacks: a customer who watches one vendor, an administrator who
 * watches all, a service that reports. They are served as before, and hear nothing else.
 */
final class Bystanders implements AutoCloseable {

    /** Where attackers may report to; nobody minds hearing of it. */
    static final Set<String> PERMITTED = Set.of("v1", "attacker");

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String CALM = "/topic/location.calm";
    private static final long HEAP_BOUND = 32L * 1024 * 1024;

    private final ServerProcess server;
    private final Optional<BrokerWitness> broker;
    private final StompTestClient customer;
    private final StompTestClient administrator;
    private final StompTestClient service;
    private final int logged;
    private final long heap;
    private int reports;

    Bystanders(Target target) {
        target.awaitReady();
        server = target.server();
        customer = connect("victim", Role.CUSTOMER);
        administrator = connect("watchful", Role.ADMIN);
        service = connect("dispatch-system", Role.SERVICE);
        customer.subscribe(CALM);
        for (var client : List.of(customer, administrator)) {
            client.subscribe("/user/queue/errors");
            client.subscribe("/user/queue/replies");
            client.subscribe("/user/queue/notifications");
        }
        administrator.subscribe("/topic/location.*");
        administrator.subscribe("/topic/vendor.*");
        broker = target.broker();
        report();
        logged = server.log().length();
        heap = server.usedHeap();
    }

    private StompTestClient connect(String user, Role role) {
        return StompTestClient.connect(server.wsUrl(), Tokens.of(user, role).sign());
    }

    /** All are served as if nothing had been, newcomers too, and know nothing of it. */
    void assertUnharmed() {
        report();
        greetANewcomer();
        assertThat(customer.frames())
                .filteredOn(frame -> frame.command().equals("MESSAGE"))
                .allMatch(frame -> frame.is("MESSAGE", "destination", CALM));
        assertThat(administrator.frames())
                .filteredOn(frame -> frame.command().equals("MESSAGE"))
                .allMatch(Bystanders::mayBeHeard);
        assertThat(service.frames()).noneMatch(frame -> frame.command().equals("MESSAGE"));
        broker.ifPresent(
                witness -> {
                    witness.assertAsBefore();
                    assertThat(witness.published())
                            .allMatch(what -> isAbout(what.replaceAll(" .*", ""), "amq.topic/"));
                });
    }

    private void report() {
        var accuracy = "\"accuracy\":" + ++reports;
        service.sendAwaitingReceipt(
                "/app/location.report",
                "{\"vendorId\":\"calm\",\"location\":{\"lat\":1,\"long\":2}," + accuracy + "}");
        for (var client : List.of(customer, administrator)) {
            client.awaitFrame(
                    frame ->
                            frame.is("MESSAGE", "destination", CALM)
                                    && frame.body().contains(accuracy + ".0"),
                    SOON);
        }
    }

    private void greetANewcomer() {
        try (var newcomer = connect("newcomer", Role.CUSTOMER)) {
            newcomer.subscribe(CALM);
            assertThat(newcomer.messages(CALM)).isNotEmpty();
        }
    }

    private static boolean mayBeHeard(StompFrame message) {
        return message.header("retained") != null
                || isAbout(String.valueOf(message.header("destination")), "/topic/");
    }

    private static boolean isAbout(String what, String prefix) {
        var vendor = what.replaceFirst("^" + prefix + "(location|vendor)\\.", "");
        return vendor.equals("calm") || PERMITTED.contains(vendor);
    }

    /**
     * Nothing is left of it: no memory held, no stack traces, no tokens, no payloads in the log.
     */
    void assertNothingRemains() {
        assertThat(server.usedHeap()).isLessThan(heap + HEAP_BOUND);
        assertThat(server.log().substring(logged))
                .doesNotContain("\tat ", "eyJ", "Exception", "lat\"");
    }

    @Override
    public void close() {
        customer.close();
        administrator.close();
        service.close();
        broker.ifPresent(BrokerWitness::close);
    }
}
