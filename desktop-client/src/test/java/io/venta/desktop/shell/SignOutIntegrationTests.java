package io.venta.desktop.shell;

import static io.venta.desktop.fx.Texts.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.api.FxToolkitContext;
import org.testfx.service.support.FiredEvents;

/** What is left of those who signed out. */
class SignOutIntegrationTests extends DesktopStage {

    private static final int TIMES = 3;

    private final List<WeakReference<Object>> left = new ArrayList<>();

    @Test
    void leavesNothingOfAViewOrItsVendors() throws Exception {
        for (int i = 0; i < TIMES; i++) {
            signIn();
            openEverything();
            remember(left);
            signOut();
            await().atMost(PATIENCE).until(() -> lookup("#sign-in").tryQuery().isPresent());
        }
        signIn();
        List<WeakReference<Object>> now = new ArrayList<>();
        remember(now);
        forgetEvents();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            System.gc();
                            assertThat(reachable(left)).isEmpty();
                        });
        assertThat(reachable(now)).as("what is in use").hasSize(3);
    }

    private void openEverything() {
        for (String button : List.of("#bell", "#people", "#alert-button", "#connection-state")) {
            interact(() -> lookup(button).<Button>query().fire());
        }
    }

    private void signOut() {
        interact(
                () ->
                        lookup("#menu").<MenuButton>query().getItems().stream()
                                .filter(item -> text("menu.sign-out").equals(item.getText()))
                                .forEach(MenuItem::fire));
    }

    private void remember(List<WeakReference<Object>> in) {
        interact(
                () -> {
                    in.add(new WeakReference<>(main()));
                    in.add(new WeakReference<>(main().model()));
                    in.add(new WeakReference<>(main().model().vendors()));
                });
    }

    /** TestFX remembers each event, and with it where that went. */
    private static void forgetEvents() throws Exception {
        Field events = FxToolkitContext.class.getDeclaredField("firedEvents");
        events.setAccessible(true);
        ((FiredEvents) events.get(FxToolkit.toolkitContext())).clearEvents();
    }

    private static List<String> reachable(List<WeakReference<Object>> references) {
        return references.stream()
                .map(WeakReference::get)
                .filter(object -> object != null)
                .map(object -> object.getClass().getSimpleName())
                .toList();
    }
}
