package io.venta.desktop.presence;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.fx.PresenceDot;
import io.venta.desktop.fx.PresenceTexts;
import io.venta.model.presence.PresenceStatus;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;

/** The status that the user says to have on this device, in the status line. */
public final class OwnStatusMenu extends MenuButton {

    private static final List<PresenceStatus> CHOICES =
            List.of(PresenceStatus.ONLINE, PresenceStatus.AWAY, PresenceStatus.BUSY);

    private final PresenceDot dot = new PresenceDot();

    /** Shows and sets what {@code own} says. */
    public OwnStatusMenu(OwnPresence own) {
        setId("own-status");
        setAccessibleText(text("own-status.title"));
        setTooltip(new Tooltip(text("own-status.title")));
        getStyleClass().addAll("flat", "status-button", "own-status");
        setFocusTraversable(false);
        setGraphic(dot);
        ToggleGroup group = new ToggleGroup();
        for (PresenceStatus status : CHOICES) {
            RadioMenuItem item = new RadioMenuItem(PresenceTexts.status(status));
            item.setId("own-" + status.name().toLowerCase(Locale.ROOT));
            PresenceDot mark = new PresenceDot();
            mark.show(status);
            item.setGraphic(mark);
            item.setToggleGroup(group);
            item.setSelected(own.statusProperty().get() == status);
            item.setOnAction(event -> own.statusProperty().set(status));
            getItems().add(item);
        }
        own.statusProperty().subscribe(status -> show(status));
    }

    private void show(PresenceStatus status) {
        dot.show(status);
        setText(PresenceTexts.status(status));
    }
}
