package io.venta.desktop.shell;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.connection.Backoff;
import io.venta.desktop.connection.ClientConfig;
import io.venta.desktop.connection.GatewayApi;
import io.venta.desktop.connection.RefusedException;
import io.venta.desktop.connection.ServerAddress;
import io.venta.desktop.connection.SteadyClock;
import io.venta.desktop.connection.StompGatewayConnection;
import io.venta.desktop.fleet.LastArrangement;
import io.venta.desktop.fx.Chime;
import io.venta.desktop.fx.FxExecutor;
import io.venta.desktop.fx.PulseExecutor;
import io.venta.desktop.login.LoginView;
import io.venta.desktop.login.LoginViewModel;
import io.venta.desktop.login.ServerOffer;
import io.venta.desktop.login.SignedIn;
import io.venta.desktop.map.MapView;
import io.venta.desktop.map.ground.BaseMap;
import io.venta.desktop.map.tile.TileCache;
import io.venta.desktop.map.tile.TileSource;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/**
 * The window and what is in it: the sign-in card, then the main view, and back.
 *
 * <p>Takes the parameters {@code --server=} and {@code --user=}, which win over what is remembered,
 * and {@code --demo}: it signs in at once, with the password in the environment.
 */
public final class DesktopApplication extends Application {

    private static final System.Logger LOG = System.getLogger(DesktopApplication.class.getName());

    private final FxExecutor fx = new FxExecutor();
    private final Executor background = Executors.newVirtualThreadPerTaskExecutor();
    private final CompletableFuture<Optional<BaseMap>> baseMap =
            CompletableFuture.supplyAsync(DesktopApplication::loadBaseMap, background);
    private final Settings settings = Settings.ofUser();
    private final Memory memory = new Memory(settings);
    private final DeviceName device = DeviceName.claim(settings);
    private final TileCache tileCache = TileCache.open(SystemFolder.CACHE.path());
    private final Thread.@Nullable UncaughtExceptionHandler before =
            Thread.getDefaultUncaughtExceptionHandler();
    private final SteadyClock clock = SteadyClock.start();
    private final Faults faults = new Faults(fx, before);
    private final StringProperty server = new SimpleStringProperty("");
    private final StringProperty user = new SimpleStringProperty("");
    private final StackPane screen = new StackPane();
    private @Nullable MainView main;
    private boolean isDemo;

    @Override
    public void start(Stage stage) {
        Thread.setDefaultUncaughtExceptionHandler(faults);
        Theme colours = new Theme();
        memory.text("server", server);
        memory.text("user", user);
        memory.choice("theme", Theme.Choice.class, colours.choiceProperty());
        memory.number("zoom", colours.zoom().factorProperty(), Zoom.LEAST, Zoom.MOST);
        Scene scene = new Scene(root(colours.zoom()));
        scene.addEventHandler(KeyEvent.ANY, Shortcuts.everywhere(colours.zoom())::handle);
        colours.dress(scene);
        stage.setTitle(text("app.name"));
        stage.getIcons().add(new Image("/io/venta/desktop/venta.png"));
        stage.setScene(scene);
        WindowPlace place = new WindowPlace(stage, memory, "window" + device.suffix());
        place.restore(colours.zoom());
        stage.setOnCloseRequest(event -> closing(stage, event));
        stage.setOnHiding(event -> place.write());
        StartOptions options = StartOptions.of(getParameters().getRaw(), server.get(), user.get());
        isDemo = options.isDemo();
        LoginViewModel login = showLogin(colours, options.server(), options.user());
        login.firstTimeProperty().set(server.get().isEmpty());
        if (isDemo) {
            login.signInToDemo(System.getenv("GATEWAY_DEMO_PASSWORD"));
        }
        stage.show();
    }

    @Override
    public void stop() {
        closeMain();
        memory.close();
        device.close();
        tileCache.close();
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    private ZoomedPane root(Zoom zoom) {
        FaultNotice notice = new FaultNotice(faults);
        StackPane.setAlignment(notice, Pos.BOTTOM_CENTER);
        ZoomedPane root = new ZoomedPane(zoom);
        root.content().getChildren().addAll(screen, notice);
        return root;
    }

    private LoginViewModel showLogin(Theme colours, String address, String name) {
        closeMain();
        LoginViewModel model =
                new LoginViewModel(
                        (to, tokens) ->
                                new StompGatewayConnection(
                                        to, tokens, Backoff.standard(), device.value(), clock),
                        new ServerOffer(
                                asked -> new GatewayApi(asked).clientConfig(), background, fx),
                        fx,
                        session -> showMain(session, colours));
        model.serverProperty().set(address);
        model.userProperty().set(name);
        LoginView view = new LoginView(model);
        show(view);
        view.focusFirstEmpty();
        return model;
    }

    private void showMain(SignedIn session, Theme colours) {
        String address = session.server().toString();
        String name = session.connection().userName().orElse("");
        if (!isDemo) {
            server.set(address);
            user.set(name);
            memory.use(address);
        }
        PulseExecutor pulse = new PulseExecutor(fx);
        MainViewModel model = new MainViewModel(session, fx, pulse, clock);
        AlertHabits habits = new AlertHabits(memory, background);
        habits.tell(model.alerts(), model.notifications(), screen.getScene().getWindow());
        Runnable signOut = () -> showLogin(colours, address, name);
        MainView view = new MainView(model, colours, fx, this::browse, signOut);
        remember(model, view);
        habits.remember(model.alerts());
        main = view;
        MapView map = view.map();
        show(view);
        furnish(map, session.server());
    }

    /** What of a session the next one starts with, a line each. */
    private void remember(MainViewModel model, MainView view) {
        model.notifications().onAlarm(new Chime(background));
        memory.flag("muted", model.notifications().mutedProperty());
        memory.flag("fleet.wide", model.fleet().wideProperty());
        memory.text("fleet.filters", model.fleet().saved().storedProperty());
        memory.number(
                "list-width", view.listWidth().asListProperty(), FleetWidth.LEAST, FleetWidth.MOST);
        view.welcome().open();
        memory.flag("welcomed", view.welcome().seenProperty());
        String fleet = isDemo ? "demo" : model.server();
        memory.text("fleet.left." + fleet, new LastArrangement(model.fleet()).storedProperty());
        new MapPlace(memory, fleet).restore(model.map());
    }

    private void browse(URI link) {
        getHostServices().showDocument(link.toString());
    }

    /** What lies under the marks comes when it is read; the window does not wait for it. */
    private void furnish(MapView map, ServerAddress address) {
        var outlines = baseMap.thenAcceptAsync(world -> world.ifPresent(map::setBaseMap), fx);
        var pictures =
                CompletableFuture.supplyAsync(() -> tiles(address), background)
                        .thenAcceptAsync(
                                found -> found.ifPresent(source -> map.setTiles(source, tileCache)),
                                fx);
        var unused = CompletableFuture.allOf(outlines, pictures).whenComplete(this::tellFailure);
    }

    private void tellFailure(@Nullable Void done, @Nullable Throwable failure) {
        if (failure != null) {
            faults.uncaughtException(Thread.currentThread(), failure);
        }
    }

    private void closing(Stage stage, WindowEvent request) {
        request.consume();
        MainView open = main;
        if (open == null) {
            stage.close();
        } else {
            open.leave(stage::close);
        }
    }

    private void closeMain() {
        MainView open = main;
        main = null;
        if (open != null) {
            open.close();
        }
    }

    private void show(Parent view) {
        screen.getChildren().setAll(view);
    }

    private static Optional<BaseMap> loadBaseMap() {
        try {
            return Optional.of(BaseMap.load());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "The map has no outlines", e);
            return Optional.empty();
        }
    }

    private static Optional<TileSource> tiles(ServerAddress server) {
        try {
            ClientConfig.Tiles tiles = new GatewayApi(server).clientConfig().tiles();
            return Optional.ofNullable(tiles)
                    .map(known -> new TileSource(known.url(), known.attribution()));
        } catch (IOException | RefusedException e) {
            LOG.log(System.Logger.Level.DEBUG, "The server names no tiles", e);
            return Optional.empty();
        }
    }
}
