package io.venta.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

import io.venta.model.Destinations;
import io.venta.model.location.GeoPosition;
import io.venta.model.location.LocationUpdate;
import io.venta.model.location.VendorId;
import io.venta.server.location.LocationTracker;
import io.venta.server.session.SessionClosed;
import io.venta.server.session.SessionOpened;
import io.venta.server.vendor.VendorProfiles;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.messaging.simp.SimpMessageSendingOperations;

/** The demo fleet at its seam: the real tracker and its events, over a recorded broker. */
class DemoFleetTests {

    private static final VendorId REAL = new VendorId("bus-1548");
    private static final Duration A_WHILE = Duration.ofMillis(600);

    private final RecordingMessaging messaging = new RecordingMessaging();
    private final VendorProfiles profiles = mock();
    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();

    private final Set<String> connected = ConcurrentHashMap.newKeySet();

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void reportsAllItsVendorsOnceTheServerIsReady() {
        start("embedded", Map.of());
        await().untilAsserted(() -> assertThat(messaging.present()).hasSize(40));
        Mockito.verify(profiles, Mockito.times(40)).publish(Mockito.any());
    }

    @Test
    void staysWhileNobodyElseReports() {
        start("embedded", Map.of());
        await().until(() -> messaging.sent() > 60);
        assertThat(messaging.present()).hasSize(40);
        assertThat(connected).hasSize(40);
    }

    @Test
    void leavesForGoodOnceARealVendorReports() {
        start("embedded", Map.of());
        await().until(() -> messaging.sent() > 45);
        reportReally();
        await().untilAsserted(() -> assertOnlyTheRealVendorIsPresent());
        await().during(A_WHILE).untilAsserted(() -> assertOnlyTheRealVendorIsPresent());
    }

    @Test
    void takesItsProfilesAlong() {
        start("embedded", Map.of());
        await().until(() -> messaging.sent() > 45);
        reportReally();
        await().untilAsserted(
                        () -> Mockito.verify(profiles, Mockito.times(40)).remove(Mockito.any()));
        await().until(connected::isEmpty);
    }

    @Test
    void neverComesWhereARealVendorWasFirst() {
        refresh("embedded", Map.of());
        reportReally();
        announceReady();
        await().during(A_WHILE).untilAsserted(() -> assertOnlyTheRealVendorIsPresent());
    }

    @Test
    void endsWhereItCannotReport() {
        messaging.fail();
        start("embedded", Map.of());
        await().until(() -> messaging.attempts() > 0);
        await().during(A_WHILE).untilAsserted(() -> assertThat(messaging.attempts()).isOne());
    }

    @Test
    void staysAwayWhereItIsTurnedOff() {
        refresh("embedded", Map.of("no-demo", ""));
        assertThat(context.getBeansOfType(DemoFleet.class)).isEmpty();
    }

    @Test
    void staysAwayFromProduction() {
        refresh("production", Map.of());
        assertThat(context.getBeansOfType(DemoFleet.class)).isEmpty();
    }

    private void hear(ApplicationEvent event) {
        if (event instanceof PayloadApplicationEvent<?> payload) {
            switch (payload.getPayload()) {
                case SessionOpened opened -> connected.add(opened.session());
                case SessionClosed closed -> connected.remove(closed.session());
                default -> {
                    // Positions are told elsewhere.
                }
            }
        }
    }

    private void assertOnlyTheRealVendorIsPresent() {
        assertThat(messaging.present()).containsExactly(Destinations.location(REAL));
    }

    private void reportReally() {
        var somewhere = new GeoPosition(52.23, 21.01);
        context.getBean(LocationTracker.class)
                .accept(new LocationUpdate(REAL, somewhere, null, null, null, Instant.now()));
    }

    private void start(String profile, Map<String, Object> properties) {
        refresh(profile, properties);
        announceReady();
    }

    private void announceReady() {
        context.publishEvent(
                new ApplicationReadyEvent(
                        new SpringApplication(), new String[0], context, Duration.ZERO));
    }

    private void refresh(String profile, Map<String, Object> properties) {
        var environment = context.getEnvironment();
        environment.setActiveProfiles(profile);
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(SimpMessageSendingOperations.class, () -> messaging);
        context.registerBean(VendorProfiles.class, () -> profiles);
        context.register(LocationTracker.class, DemoDevices.class, DemoFleet.class);
        context.addApplicationListener(this::hear);
        context.refresh();
    }
}
