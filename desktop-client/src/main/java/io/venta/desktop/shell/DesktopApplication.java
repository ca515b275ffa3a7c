package io.venta.desktop.shell;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.connection.Backoff;
import io.venta.desktop.connection.ClientConfig;
import io.venta.desktop.connection.GatewayApi;
import io.venta.desktop.connection.RefusedException;
import io.venta.desktop.connection.ServerAddress;
import io.venta.desktop.connection.StompGatewayConnection;
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
import io.venta.desktop.notification.Chime;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The window and what is in it: the sign-in card, then the main view, and back.
 *
 * <p>Takes the parameters {@code --server=} and {@code --user=}, both optional.
 */
public final class DesktopApplication extends Application {

    private static final System.Logger LOG = System.getLogger(DesktopApplication.class.getName());
    private static final String DEFAULT_SERVER = "http://localhost:5006";

    private final FxExecutor fx = new FxExecutor();
    private final Executor background = Executors.newVirtualThreadPerTaskExecutor();
    private final CompletableFuture<Optional<BaseMap>> baseMap =
            CompletableFuture.supplyAsync(DesktopApplication::loadBaseMap, background);
    private final Settings settings = Settings.ofUser();
    private final Memory memory = new Memory(settings);
    private final DeviceName device = DeviceName.claim(settings);
    private final TileCache tileCache = TileCache.open(SystemFolder.CACHE.path());
    private final StackPane root = new StackPane();
    private @Nullable MainView main;
    private String server = DEFAULT_SERVER;
    private String user = "";

    @Override
    public void start(Stage stage) {
        server = getParameters().getNamed().getOrDefault("server", DEFAULT_SERVER);
        user = getParameters().getNamed().getOrDefault("user", "");
        Theme colours = new Theme();
        Scene scene = new Scene(root, 1280, 800);
        colours.dress(scene);
        stage.setTitle(text("app.name"));
        stage.setMinWidth(720);
        stage.setMinHeight(480);
        stage.setScene(scene);
        showLogin(colours);
        stage.show();
    }

    @Override
    public void stop() {
        closeMain();
        memory.close();
        device.close();
        tileCache.close();
    }

    private void showLogin(Theme colours) {
        closeMain();
        LoginViewModel model =
                new LoginViewModel(
                        (address, tokens) ->
                                new StompGatewayConnection(
                                        address, tokens, Backoff.standard(), device.value()),
                        new ServerOffer(
                                address -> new GatewayApi(address).clientConfig(), background, fx),
                        fx,
                        session -> showMain(session, colours));
        model.serverProperty().set(server);
        model.userProperty().set(user);
        LoginView view = new LoginView(model);
        show(view);
        view.focusFirstEmpty();
    }

    private void showMain(SignedIn session, Theme colours) {
        server = session.server().toString();
        user = session.connection().userName().orElse(user);
        PulseExecutor pulse = new PulseExecutor(fx);
        MainViewModel model =
                new MainViewModel(session, fx, pulse, Clock.system(ZoneId.systemDefault()));
        remember(model);
        MainView view = new MainView(model, colours, fx, this::browse, () -> showLogin(colours));
        main = view;
        MapView map = view.map();
        colours.darkProperty().addListener(change -> map.restyle());
        show(view);
        furnish(map, session.server());
    }

    /** What of a session the next one starts with. */
    private void remember(MainViewModel model) {
        memory.flag("muted", model.notifications().mutedProperty());
        model.notifications().onAlarm(new Chime(background));
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
        var unused = CompletableFuture.allOf(outlines, pictures);
    }

    private void closeMain() {
        MainView open = main;
        main = null;
        if (open != null) {
            open.close();
        }
    }

    private void show(Parent view) {
        root.getChildren().setAll(view);
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
