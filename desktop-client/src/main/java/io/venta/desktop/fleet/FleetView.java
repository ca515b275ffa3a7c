package io.venta.desktop.fleet;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.vendor.Vendor;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Control;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The vendors, as a list of two-line rows or, wide, as a table: both show the same rows, selected
 * the same, and are virtual: as many as fit, however many vendors there are.
 */
public final class FleetView extends VBox {

    private static final double ROW_HEIGHT = 44;
    private static final PseudoClass OUT_OF_DATE = PseudoClass.getPseudoClass("out-of-date");
    private static final PseudoClass WIDE = PseudoClass.getPseudoClass("wide");

    private final FleetViewModel model;
    private final FleetCommands commands;
    private final FleetHeader header;
    private final RowMenu menu;
    private final StackPane place = new StackPane();
    private final RowSelection list;
    private @Nullable RowSelection table;
    private RowSelection showing;

    /**
     * @param model what to show
     * @param commands what rows can do beyond the list
     */
    public FleetView(FleetViewModel model, FleetCommands commands) {
        this(model, commands, new FileChooserTarget());
    }

    FleetView(FleetViewModel model, FleetCommands commands, ExportTarget target) {
        this.model = model;
        this.commands = commands;
        ExportCommand export = new ExportCommand(model, target, this);
        menu = new RowMenu(model, commands, export);
        getStyleClass().add("fleet");
        list = selectionOf(Rows.of(compact()));
        showing = list;
        header = new FleetHeader(model, export, this::enterRows);
        VBox.setVgrow(place, Priority.ALWAYS);
        getChildren()
                .addAll(
                        header,
                        place,
                        new SelectionBar(model, commands, export),
                        new ExportBar(model.export(), commands, export));
        model.outOfDateProperty().subscribe(old -> pseudoClassStateChanged(OUT_OF_DATE, old));
        model.watch(
                new RowsWatcher() {
                    @Override
                    public void before() {
                        showing.before();
                    }

                    @Override
                    public void after(boolean asked) {
                        showing.after(asked);
                    }
                });
        model.wideProperty().subscribe(this::show);
        focusOnceShown();
    }

    /** Puts the cursor into the search field. */
    public void focusSearch() {
        header.focusSearch();
    }

    /** The vendors whose rows can be seen, from the top. */
    public List<Vendor> inSight() {
        return showing.rows().inSight(model.shown());
    }

    private ListView<Vendor> compact() {
        ListView<Vendor> rows = new ListView<>();
        rows.setId("vendors");
        rows.setAccessibleText(text("fleet.accessible"));
        rows.setFixedCellSize(ROW_HEIGHT);
        rows.setCellFactory(view -> new VendorCell());
        rows.setPlaceholder(new FleetPlaceholder(model));
        return rows;
    }

    private RowSelection table() {
        RowSelection known = table;
        if (known == null) {
            known = selectionOf(Rows.of(new VendorTable(model)));
            table = known;
        }
        return known;
    }

    private RowSelection selectionOf(Rows rows) {
        RowSelection selection = new RowSelection(rows, model);
        new RowGestures(selection, model, commands, menu).listen();
        return selection;
    }

    /**
     * The list or the table; whichever had the keys, the other has them then. Under a menu rows
     * stay where they are, as under the pointer.
     */
    private void show(boolean wide) {
        boolean focused = showing.rows().control().isFocusWithin();
        model.pointedProperty().unbind();
        showing.detach();
        showing = wide ? table() : list;
        Control control = showing.rows().control();
        place.getChildren().setAll(control);
        pseudoClassStateChanged(WIDE, wide);
        showing.attach();
        model.pointedProperty().bind(control.hoverProperty().or(menu.showingProperty()));
        if (focused) {
            control.requestFocus();
        }
    }

    /** So that the arrow keys go through the rows from the start. */
    private void focusOnceShown() {
        sceneProperty()
                .addListener(
                        (property, before, scene) -> {
                            if (scene != null) {
                                showing.rows().control().requestFocus();
                            }
                        });
    }

    private void enterRows(boolean select) {
        showing.rows().control().requestFocus();
        if (select && model.selection().isEmpty() && !model.shown().isEmpty()) {
            Vendor first = model.shown().getFirst();
            model.choose(List.of(first), first);
        }
    }
}
