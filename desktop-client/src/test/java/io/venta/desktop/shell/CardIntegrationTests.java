package io.venta.desktop.shell;

import static io.venta.desktop.details.trail.Trails.answer;
import static io.venta.desktop.vendor.Updates.NOON;
import static io.venta.desktop.vendor.Updates.moving;
import static io.venta.desktop.vendor.Updates.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.desktop.connection.ConnectionState;
import io.venta.desktop.connection.GatewayMessage;
import io.venta.desktop.connection.RecordingConnection;
import io.venta.desktop.connection.ServerAddress;
import io.venta.desktop.details.trail.Trails;
import io.venta.desktop.fx.FxExecutor;
import io.venta.desktop.login.SignedIn;
import io.venta.desktop.vendor.Fix;
import io.venta.desktop.vendor.TestClock;
import io.venta.model.Destinations;
import io.venta.model.MessageType;
import io.venta.model.location.TrailPoint;
import io.venta.model.location.VendorId;
import io.venta.model.location.VendorTrail;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The selected vendor's card in the main view, against a recording, at noon. */
class CardIntegrationTests extends FxRobot {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TRAIL = "/api/vendors/v1/trail?since=2026-11-20T11:00:00Z";
    private static final Color MOVING = Color.web("#0072B2");
    private static final String LONG_NAME =
            "The Extraordinarily Long Named Arepas, Empanadas & Tamales Truck of Soma";

    private final RecordingConnection connection = new RecordingConnection();
    private MainView view;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void open() throws Exception {
        connection.become(new ConnectionState.Live(null));
        view = WaitForAsyncUtils.waitForAsyncFx(10_000, this::build);
        interact(
                () -> {
                    hear(MessageType.VENDOR_UPDATED, profile("v1", "Tacos", "Truck"));
                    hear(MessageType.LOCATION_UPDATED, moving("v1", 52, 21, 9, 44, NOON));
                    connection.caughtUp(Destinations.ALL_LOCATIONS);
                });
    }

    private MainView build() {
        FxExecutor fx = new FxExecutor();
        SignedIn session = new SignedIn(ServerAddress.parse("localhost:1"), connection);
        MainViewModel model = new MainViewModel(session, fx, fx, new TestClock());
        Theme theme = new Theme();
        theme.choiceProperty().set(Theme.Choice.LIGHT);
        MainView main = new MainView(model, theme, fx, link -> {}, () -> {});
        Scene scene = new Scene(main, 1000, 900);
        theme.dress(scene);
        Stage stage = FxToolkit.toolkitContext().getRegisteredStage();
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1000);
        stage.setHeight(900);
        stage.show();
        return main;
    }

    @AfterEach
    void close() {
        interact(view::close);
    }

    @Test
    void drawsTheSpeedsOfTheLastHourWithAGap() {
        TrailPoint[] points =
                Stream.of(hour(-3_000, -1_800), hour(-1_200, -10))
                        .flatMap(Stream::of)
                        .toArray(TrailPoint[]::new);
        select(answer("v1", points));
        assertThat(line().getElements()).filteredOn(MoveTo.class::isInstance).hasSize(2);
        assertThat(line().getElements()).hasSizeGreaterThan(100);
        await().atMost(PATIENCE).until(() -> marks(lookup("#speed-chart").query()) > 100);
    }

    @Test
    void goesThroughTheHourByKeyboardAndBackByEscape() {
        select(answer("v1", hour(-3_000, -10)));
        interact(() -> lookup("#scrubber").query().requestFocus());
        type(KeyCode.HOME);
        assertThat(text("#reading")).isEqualTo("11:10:00 · 22\u2009km/h · north, 0°");
        type(KeyCode.PAGE_UP, KeyCode.RIGHT, KeyCode.LEFT, KeyCode.LEFT);
        assertThat(text("#reading")).startsWith("11:14:50");
        double before = slider().getValue();
        interact(
                () ->
                        hear(
                                MessageType.LOCATION_UPDATED,
                                moving("v1", 52, 21, 9, 44, NOON.plusSeconds(10))));
        assertThat(text("#reading")).startsWith("11:14:50");
        assertThat(slider().getValue()).isLessThan(before);

        type(KeyCode.ESCAPE);
        assertThat(scrubbed()).isNull();
        assertThat(slider().getValue()).isEqualTo(slider().getMax());
        assertThat(view.model().map().selectedProperty().get()).isNotNull();
        type(KeyCode.ESCAPE);
        assertThat(view.model().map().selectedProperty().get()).isNull();
    }

    @Test
    void goesThroughTheHourByMouseAndTellsWhatLiesUnderIt() {
        select(answer("v1", hour(-3_000, -10)));
        moveTo("#speed-chart");
        assertThat(text("#reading")).matches("11:\\d\\d:\\d\\d · .*km/h.*");
        assertThat(scrubbed()).isNull();
        clickOn("#speed-chart");
        assertThat(scrubbed()).isNotNull();
        double clicked = slider().getValue();
        drag("#scrubber .thumb").moveBy(-60, 0).drop();
        assertThat(slider().getValue()).isLessThan(clicked);
        clickOn("#live");
        assertThat(scrubbed()).isNull();
        assertThat(lookup("#live").query().isVisible()).isFalse();
    }

    @Test
    void saysThatTheServerDoesNotAnswerAndTriesAgain() {
        interact(() -> view.model().select(new VendorId("v1")));
        assertThat(text("#trail-failure")).contains("could not be read");
        connection.answer(TRAIL, answer("v1", hour(-3_000, -10)));
        slid();
        clickOn("#trail-again");
        assertThat(lookup("#trail-failure").query().getParent().isVisible()).isFalse();
        assertThat(line().getElements()).hasSizeGreaterThan(100);
    }

    @Test
    void showsASkeletonUntilTheServerAnswers() {
        CompletableFuture<VendorTrail> coming = new CompletableFuture<>();
        connection.answer(TRAIL, coming);
        interact(() -> view.model().select(new VendorId("v1")));
        await().atMost(PATIENCE).until(() -> lookup("#trail-skeleton").query().isVisible());
        interact(() -> coming.complete(answer("v1")));
        assertThat(lookup("#trail-skeleton").query().isVisible()).isFalse();
    }

    @Test
    void sendsANotificationOnce() {
        select(answer("v1"));
        clickOn("#details-notify");
        write("Move on");
        interact(() -> lookup("#notify-message").<TextInputControl>query().setText("Please"));
        assertThat(text("#notify-message-count")).isEqualTo("6 / 4,000");
        doubleClickOn("#notify-send");
        assertThat(connection.posted()).hasSize(1);
        assertThat(text("#notify-progress")).isEqualTo("Sent at 12:00:00");
        assertThat(lookup("#notify-send").query().isDisabled()).isTrue();
    }

    @Test
    void closesTheFormByEscapeAndKeepsWhatIsWritten() {
        select(answer("v1"));
        clickOn("#details-notify");
        write("Move on");
        type(KeyCode.ESCAPE);
        assertThat(lookup("#notify-form").query().isVisible()).isFalse();
        assertThat(view.model().map().selectedProperty().get()).isNotNull();
        clickOn("#details-notify");
        assertThat(lookup("#notify-title").<TextInputControl>query().getText())
                .isEqualTo("Move on");
    }

    @Test
    void copiesCoordinatesAndSaysSo() {
        select(answer("v1"));
        clickOn("#details-copy");
        assertThat(text("#details-copy")).isEqualTo("Copied");
        String copied =
                WaitForAsyncUtils.waitForAsyncFx(
                        10_000, () -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).isEqualTo("52.00000, 21.00000");
        await().atMost(PATIENCE).until(() -> text("#details-copy").equals("Copy"));
    }

    @Test
    void listsTheNewestFixes() {
        select(answer("v1", hour(-3_000, -10)));
        assertThat(lookup(".fix-list .label").queryAll()).isEmpty();
        clickOn("#fixes .title");
        assertThat(lookup(".fix-list .label").queryAllAs(Labeled.class))
                .hasSize(60)
                .extracting(Labeled::getText)
                .startsWith("12:00:00", "32\u2009km/h", "52.00000, 21.00000", "11:59:50");
    }

    @Test
    void givesALongNameThreeLinesAndScrollsWhenItIsLow() {
        interact(
                () -> {
                    hear(MessageType.VENDOR_UPDATED, profile("v1", LONG_NAME, "Truck"));
                    view.getScene().getWindow().setHeight(480);
                });
        select(answer("v1", hour(-3_000, -10)));
        Labeled name = lookup("#details-name").query();
        assertThat(name.getHeight()).isBetween(50.0, 70.0);
        assertThat(name.getTooltip().getText()).isEqualTo(LONG_NAME);
        ScrollPane scroll = lookup("#details").lookup(".scroll-pane").query();
        assertThat(scroll.getContent().getBoundsInLocal().getHeight())
                .isGreaterThan(scroll.getHeight());
        assertThat(scroll.getContent().getBoundsInLocal().getWidth())
                .isLessThanOrEqualTo(scroll.getWidth());
    }

    /** Selects the vendor and waits until its card is where it stays. */
    private void select(VendorTrail trail) {
        connection.answer(TRAIL, trail);
        interact(() -> view.model().select(new VendorId("v1")));
        slid();
    }

    private void slid() {
        Node card = lookup("#details").query();
        await().atMost(PATIENCE).until(() -> card.isVisible() && card.getTranslateX() == 0);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static TrailPoint[] hour(int from, int to) {
        return IntStream.iterate(from, second -> second <= to, second -> second + 10)
                .mapToObj(
                        second -> Trails.point(second, 5 + Math.abs(second + 1_500) % 700 / 100.0))
                .toArray(TrailPoint[]::new);
    }

    /** How many pixels have the colour of what moves. */
    private static long marks(Node node) {
        WritableImage image =
                WaitForAsyncUtils.waitForAsyncFx(10_000, () -> node.snapshot(null, null));
        int width = (int) image.getWidth();
        return IntStream.range(0, width * (int) image.getHeight())
                .mapToObj(i -> image.getPixelReader().getColor(i % width, i / width))
                .filter(MOVING::equals)
                .count();
    }

    private Path line() {
        return lookup(".speed-line").query();
    }

    private Slider slider() {
        return lookup("#scrubber").query();
    }

    private @Nullable Fix scrubbed() {
        return view.model().details().scrubbedProperty().get();
    }

    private String text(String id) {
        return lookup(id).<Labeled>tryQuery().map(Labeled::getText).orElse("");
    }

    private void hear(MessageType type, Object payload) {
        String destination =
                type == MessageType.VENDOR_UPDATED
                        ? Destinations.ALL_VENDORS
                        : Destinations.ALL_LOCATIONS;
        connection.deliver(destination, new GatewayMessage(type, false, payload));
    }
}
