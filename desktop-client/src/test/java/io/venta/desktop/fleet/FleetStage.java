package io.venta.desktop.fleet;

import static io.venta.desktop.vendor.Updates.NOON;
import static io.venta.desktop.vendor.Updates.moving;
import static io.venta.desktop.vendor.Updates.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.desktop.fleet.export.FleetExport;
import io.venta.desktop.fx.FxExecutor;
import io.venta.desktop.fx.LightStage;
import io.venta.desktop.fx.PulseExecutor;
import io.venta.desktop.vendor.TestClock;
import io.venta.desktop.vendor.Vendor;
import io.venta.desktop.vendor.Vendors;
import io.venta.model.location.VendorId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The list and the table by themselves: a0 to a9 move, the higher the faster; b0 to b9 stand. */
abstract class FleetStage extends FxRobot {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    final FxExecutor fx = new FxExecutor();
    final TestClock clock = new TestClock();
    final Vendors vendors = new Vendors(clock);
    final List<String> commanded = new CopyOnWriteArrayList<>();
    final List<Optional<Vendor>> leads = new CopyOnWriteArrayList<>();
    FleetViewModel model;
    Optional<Path> target = Optional.empty();

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void open() throws Exception {
        model =
                new FleetViewModel(
                        vendors,
                        new PulseExecutor(fx),
                        new FleetExport(Thread::startVirtualThread, fx, clock));
        interact(
                () -> {
                    IntStream.range(0, 10)
                            .forEach(
                                    i ->
                                            vendors.hear(
                                                    List.of(
                                                            moving("a" + i, 1, 2, 3 + i, 0, NOON),
                                                            moving("b" + i, 1, 2, 0, 0, NOON),
                                                            profile("a" + i, "a" + i, "Truck"))));
                    vendors.caughtUp(
                            Set.copyOf(vendors.all().stream().map(Vendor::id).toList()), Set.of());
                    model.selectedProperty()
                            .addListener(
                                    (property, before, now) -> leads.add(Optional.ofNullable(now)));
                });
        FxToolkit.setupStage(this::show);
        moveTo("#search");
    }

    private void show(Stage stage) {
        FleetView view = new FleetView(model, new RecordingCommands(), (name, over) -> target);
        LightStage.show(stage, view, 740, 600);
    }

    void widen() {
        clickOn("#wide");
        await().atMost(PATIENCE).until(() -> lookup("#vendor-table").tryQuery().isPresent());
        awaitText("#chip-moving", "Moving  10");
    }

    void awaitFirst(String name) {
        await().atMost(PATIENCE)
                .until(() -> of(() -> model.shown().getFirst().name().equals(name)));
    }

    void awaitShown(int size) {
        await().atMost(PATIENCE).until(() -> of(() -> model.shown().size() == size));
    }

    void awaitSelected(String... names) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(of(() -> names(model.selection())))
                                        .containsExactly(names));
    }

    void awaitText(String query, String words) {
        await().atMost(PATIENCE).until(() -> text(query).equals(words));
    }

    String text(String query) {
        return of(() -> lookup(query).<Labeled>tryQuery().map(Labeled::getText).orElse(""));
    }

    TableView<Vendor> table() {
        return lookup("#vendor-table").query();
    }

    Vendor vendor(String id) {
        return vendors.find(new VendorId(id)).orElseThrow();
    }

    static List<String> names(List<Vendor> of) {
        return of.stream().map(Vendor::name).toList();
    }

    static <T> T of(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, question);
    }

    private final class RecordingCommands implements FleetCommands {

        @Override
        public void centre(Vendor vendor) {
            commanded.add("centre " + vendor);
        }

        @Override
        public void follow(Vendor vendor) {
            commanded.add("follow " + vendor);
        }

        @Override
        public void fit(List<Vendor> of) {
            commanded.add("fit " + names(of));
        }

        @Override
        public void copy(String words) {
            commanded.add("copy " + words);
        }

        @Override
        public void open(Path place) {
            commanded.add("open " + place);
        }
    }
}
