package io.venta.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.venta.desktop.connection.Backoff;
import io.venta.desktop.connection.ConnectionState;
import io.venta.desktop.connection.GatewayApi;
import io.venta.desktop.connection.GatewayConnection;
import io.venta.desktop.connection.PasswordTokens;
import io.venta.desktop.connection.ServerAddress;
import io.venta.desktop.connection.StompGatewayConnection;
import io.venta.desktop.map.projection.Viewport;
import io.venta.desktop.map.projection.WebMercator;
import io.venta.desktop.vendor.Vendor;
import io.venta.model.Destinations;
import io.venta.model.location.GeoPosition;
import io.venta.model.location.LocationReport;
import io.venta.model.location.VendorId;
import io.venta.model.session.LoginRequest;
import io.venta.testing.ServerProcess;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.geometry.Point2D;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class DesktopIntegrationTests extends FxRobot {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Color MOVING = Color.web("#0072B2");
    private static final Color STOPPED = Color.web("#009E73");
    private static final Color LAND = Color.web("#F7F8F6");

    private static ServerProcess.Builder builder;
    private static ServerProcess server;
    private static GatewayConnection service;

    private Application application;

    @BeforeAll
    static void startServer() throws Exception {
        builder = ServerProcess.embedded();
        server = builder.start();
        var tokens =
                new PasswordTokens(
                        new GatewayApi(address()),
                        new LoginRequest("demo-service", server.demoPassword()));
        service = new StompGatewayConnection(address(), tokens, Backoff.standard(), "service");
        service.start();
        awaitService();
        FxToolkit.registerPrimaryStage();
    }

    @AfterAll
    static void stopServer() {
        service.close();
        server.close();
    }

    @BeforeEach
    void startDesktop() throws Exception {
        application =
                FxToolkit.setupApplication(
                        DesktopApplication.class,
                        "--server=" + server.baseUrl(),
                        "--user=demo-dispatcher");
        FxToolkit.setupStage(
                stage -> {
                    stage.setX(0);
                    stage.setY(0);
                    stage.setWidth(1000);
                    stage.setHeight(800);
                });
    }

    @AfterEach
    void stopDesktop() throws Exception {
        FxToolkit.cleanupApplication(application);
    }

    @Test
    void saysThatThePasswordIsWrong() {
        fill("#password", "wrong");
        clickOn("#sign-in");
        await().atMost(PATIENCE).until(() -> text("#login-error").contains("password is wrong"));
        assertThat(lookup("#vendors").tryQuery()).isEmpty();
    }

    @Test
    void showsAVendorMoveAndPaintsItWhereTheProjectionSays() {
        report("corner", 37.8000, -122.4000, 0);
        report("mover", 37.7612, -122.4500, 8);
        signIn();
        awaitMark(37.7612, -122.4500, MOVING);
        report("mover", 37.7662, -122.4500, 8);
        awaitMark(37.7662, -122.4500, MOVING);
        awaitMark(37.7612, -122.4500, LAND);
        awaitMark(37.8000, -122.4000, STOPPED);
    }

    @Test
    void findsAndSelectsByKeyboard() {
        report("needle", 37.7700, -122.4300, 0);
        report("hay", 37.7800, -122.4200, 0);
        signIn();
        await().atMost(PATIENCE).until(() -> list().getItems().size() >= 2);
        interact(() -> list().requestFocus());
        type(KeyCode.SLASH);
        write("needle");
        await().atMost(PATIENCE).until(() -> list().getItems().size() == 1);
        type(KeyCode.DOWN, KeyCode.ENTER);
        awaitMiddle(37.77);
    }

    @Test
    void selectsARowByItsMarkAndShowsTheMarkOfARow() {
        for (int i = 10; i < 60; i++) {
            report("row-" + i, 37.7 + i / 1000.0, -122.4, 0);
        }
        signIn();
        await().atMost(PATIENCE).until(() -> vendor("row-10") != null && vendor("row-59") != null);
        Vendor last = vendor("row-59");
        interact(() -> main().model().map().centre(last));
        awaitMiddle(37.759);
        clickOn(mark(last));
        await().atMost(PATIENCE).until(() -> list().getSelectionModel().getSelectedItem() == last);
        assertThat(lookup("row-59").tryQuery()).isPresent();
        await().atMost(PATIENCE).until(() -> text("#details-position").startsWith("37.75900°"));
        type(KeyCode.ESCAPE);
        await().atMost(PATIENCE).until(() -> !lookup("#details").query().isVisible());

        Vendor first = vendor("row-10");
        interact(
                () -> {
                    main().model().map().panBy(5000, 0);
                    list().scrollTo(list().getItems().indexOf(first));
                });
        double zoom = main().model().map().viewport().zoom();
        clickOn("row-10");
        await().atMost(PATIENCE)
                .until(() -> main().map().contains(main().map().screenToLocal(mark(first))));
        assertThat(main().model().map().viewport().zoom()).isEqualTo(zoom);
        type(KeyCode.ESCAPE);
        await().atMost(PATIENCE).until(() -> !lookup("#details").query().isVisible());
    }

    @Test
    void comesBackWhenTheServerDoes() {
        report("before", 37.77, -122.43, 0);
        signIn();
        await().atMost(PATIENCE).until(() -> text("#connection").startsWith("Live"));
        server.kill();
        await().atMost(PATIENCE)
                .until(() -> text("#connection").matches("(Reconnecting|Connecting).*"));
        assertThat(list().getItems()).isNotEmpty();
        server.close();
        server = builder.start();
        await().atMost(Duration.ofSeconds(60)).until(() -> text("#connection").startsWith("Live"));
        awaitService();
        report("after", 37.78, -122.43, 0);
        await().atMost(PATIENCE).until(() -> list().getItems().toString().contains("after"));
        assertThat(list().getItems().toString()).doesNotContain("before");
    }

    private void signIn() {
        fill("#password", server.demoPassword());
        clickOn("#sign-in");
        await().atMost(PATIENCE).until(() -> lookup("#vendors").tryQuery().isPresent());
    }

    private void fill(String query, String words) {
        TextInputControl field = lookup(query).query();
        interact(() -> field.setText(words));
    }

    private String text(String query) {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> lookup(query).<Labeled>tryQuery().map(Labeled::getText).orElse(""));
    }

    private ListView<?> list() {
        return lookup("#vendors").query();
    }

    private Vendor vendor(String id) {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> main().model().vendors().find(new VendorId(id)).orElse(null));
    }

    /** Where a vendor's mark is on the screen. */
    private Point2D mark(Vendor vendor) {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> {
                    Viewport viewport = main().model().map().viewport();
                    GeoPosition at = Objects.requireNonNull(vendor.fix()).position();
                    return main().map()
                            .localToScreen(
                                    viewport.screenX(WebMercator.x(at.lng())),
                                    viewport.screenY(WebMercator.y(at.lat())));
                });
    }

    private MainView main() {
        return lookup(node -> node instanceof MainView).query();
    }

    private void awaitMiddle(double lat) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(main().model().map().viewport().middle().lat())
                                        .isCloseTo(lat, within(1e-6)));
    }

    private void awaitMark(double lat, double lng, Color colour) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(colourAt(lat, lng)).satisfies(near(colour)));
    }

    private Color colourAt(double lat, double lng) {
        MainView view = main();
        AtomicReference<Color> colour = new AtomicReference<>(Color.TRANSPARENT);
        interact(
                () -> {
                    Viewport viewport = view.model().map().viewport();
                    double x = viewport.screenX(WebMercator.x(lng));
                    double y = viewport.screenY(WebMercator.y(lat));
                    if (viewport.shows(x, y, 1)) {
                        PixelReader pixels = view.map().snapshot(null, null).getPixelReader();
                        colour.set(pixels.getColor((int) x, (int) y));
                    }
                });
        return colour.get();
    }

    private static Consumer<Color> near(Color expected) {
        return actual -> {
            assertThat(actual.getRed()).isCloseTo(expected.getRed(), within(0.04));
            assertThat(actual.getGreen()).isCloseTo(expected.getGreen(), within(0.04));
            assertThat(actual.getBlue()).isCloseTo(expected.getBlue(), within(0.04));
        };
    }

    private static void awaitService() {
        await().atMost(PATIENCE).until(() -> service.state() instanceof ConnectionState.Live);
    }

    private static void report(String vendor, double lat, double lng, double speed) {
        service.send(
                Destinations.LOCATION_REPORT,
                new LocationReport(
                        new VendorId(vendor), new GeoPosition(lat, lng), null, 0.0, speed, null));
    }

    private static ServerAddress address() {
        return ServerAddress.parse(server.baseUrl().toString());
    }
}
