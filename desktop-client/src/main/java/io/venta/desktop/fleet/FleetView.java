package io.venta.desktop.fleet;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.vendor.Vendor;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The list with its search field. Virtual: as many rows as fit, however many vendors there are. */
public final class FleetView extends VBox {

    private static final double ROW_HEIGHT = 44;
    private static final int ROWS_ABOVE = 3;
    private static final PseudoClass OUT_OF_DATE = PseudoClass.getPseudoClass("out-of-date");

    private final FleetViewModel model;
    private final TextField search = new TextField();
    private final ListView<Vendor> list = new ListView<>();
    private boolean syncing;

    /**
     * @param model what to show
     * @param centre brings a vendor to the middle of the map
     */
    public FleetView(FleetViewModel model, Consumer<Vendor> centre) {
        this.model = model;
        getStyleClass().add("fleet");
        search.setId("search");
        search.setPromptText(text("fleet.search"));
        search.setAccessibleText(text("fleet.search"));
        search.textProperty().bindBidirectional(model.queryProperty());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
        list.setId("vendors");
        list.setAccessibleText(text("fleet.accessible"));
        list.setItems(model.shown());
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(view -> new VendorCell());
        list.setPlaceholder(new FleetPlaceholder(model));
        model.pointedProperty().bind(list.hoverProperty());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::passEscapeOn);
        list.setOnKeyPressed(event -> listKey(event, centre));
        list.setOnMouseClicked(event -> listClick(event, centre));
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox header = new VBox(search);
        header.getStyleClass().add("fleet-header");
        getChildren().addAll(header, list);
        model.outOfDateProperty()
                .addListener((property, before, now) -> pseudoClassStateChanged(OUT_OF_DATE, now));
        syncSelection();
        focusOnceShown();
    }

    /** Puts the cursor into the search field. */
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    /** The vendors whose rows can be seen, from the top. */
    public List<Vendor> inSight() {
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && flow.getFirstVisibleCell() != null
                && flow.getLastVisibleCell() != null) {
            int last = Math.min(flow.getLastVisibleCell().getIndex() + 1, model.shown().size());
            int first = Math.min(flow.getFirstVisibleCell().getIndex(), last);
            return List.copyOf(model.shown().subList(first, last));
        }
        return List.of();
    }

    /** So that the arrow keys go through the list from the start. */
    private void focusOnceShown() {
        list.sceneProperty()
                .addListener(
                        (property, before, scene) -> {
                            if (scene != null) {
                                list.requestFocus();
                            }
                        });
    }

    private void syncSelection() {
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> picked(now));
        InvalidationListener show = change -> showSelected();
        model.selectedProperty().addListener(show);
        model.shown().addListener(show);
    }

    private void picked(@Nullable Vendor vendor) {
        if (!syncing && vendor != null) {
            model.selectedProperty().set(vendor);
        }
    }

    /** Rows may have moved or gone: the list's own selection follows the model's. */
    private void showSelected() {
        Vendor vendor = model.selectedProperty().get();
        syncing = true;
        try {
            int index = vendor == null ? -1 : model.shown().indexOf(vendor);
            if (index < 0) {
                list.getSelectionModel().clearSelection();
            } else if (list.getSelectionModel().getSelectedIndex() != index) {
                list.getSelectionModel().clearAndSelect(index);
                list.getFocusModel().focus(index);
                if (!list.isHover()) {
                    scrollTo(index);
                }
            }
        } finally {
            syncing = false;
        }
    }

    /** Only where the row is not in sight, so that nothing jumps. */
    private void scrollTo(int index) {
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && flow.getFirstVisibleCell() != null
                && index > flow.getFirstVisibleCell().getIndex()
                && index < flow.getLastVisibleCell().getIndex()) {
            return;
        }
        list.scrollTo(Math.max(0, index - ROWS_ABOVE));
    }

    private void searchKey(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> {
                if (search.getText().isEmpty()) {
                    list.requestFocus();
                } else {
                    search.clear();
                }
            }
            case DOWN -> {
                list.requestFocus();
                if (list.getSelectionModel().isEmpty()) {
                    list.getSelectionModel().selectFirst();
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** The list would keep it to itself, to end an editing that there is not. */
    private void passEscapeOn(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            fireEvent(event.copyFor(this, this));
        }
    }

    private void listKey(KeyEvent event, Consumer<Vendor> centre) {
        Vendor vendor = model.selectedProperty().get();
        if (event.getCode() == KeyCode.ENTER && vendor != null) {
            centre.accept(vendor);
            event.consume();
        }
    }

    private void listClick(MouseEvent event, Consumer<Vendor> centre) {
        Vendor vendor = model.selectedProperty().get();
        if (event.getButton() == MouseButton.PRIMARY
                && event.getClickCount() == 2
                && vendor != null) {
            centre.accept(vendor);
        }
    }
}
