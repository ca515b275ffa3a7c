package io.venta.desktop.details.notify;

import io.venta.desktop.connection.OutboundRequest;
import io.venta.model.location.VendorId;
import io.venta.model.notification.NotificationRequest;
import io.venta.model.notification.Priority;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What a user writes to one vendor, and what has become of it. JavaFX thread only. */
final class Letter {

    static final int LONGEST_TITLE = 200;
    static final int LONGEST_MESSAGE = 4_000;
    private static final String TYPE = "message";

    /** How far it is. */
    enum Stage {
        WRITING,
        SENDING,
        /** Taken, but there is no connection: it leaves by itself. */
        WAITING,
        SENT,
        FAILED;

        boolean underWay() {
            return this == SENDING || this == WAITING;
        }
    }

    /**
     * How far it is, and what to say of it.
     *
     * @param words empty while nothing is to be said
     */
    record Progress(Stage stage, String words) {
        static final Progress WRITING = new Progress(Stage.WRITING, "");
    }

    private final VendorId vendor;
    private final StringProperty title = new SimpleStringProperty("");
    private final StringProperty message = new SimpleStringProperty("");
    private final ObjectProperty<Priority> priority = new SimpleObjectProperty<>(Priority.NORMAL);
    private final ReadOnlyObjectWrapper<Progress> progress =
            new ReadOnlyObjectWrapper<>(Progress.WRITING);
    private final BooleanBinding ready =
            Bindings.createBooleanBinding(this::isReady, title, message, progress);
    private @Nullable OutboundRequest request;

    Letter(VendorId vendor) {
        this.vendor = vendor;
        title.addListener(change -> written());
        message.addListener(change -> written());
        priority.addListener(change -> written());
    }

    VendorId vendor() {
        return vendor;
    }

    StringProperty titleProperty() {
        return title;
    }

    StringProperty messageProperty() {
        return message;
    }

    ObjectProperty<Priority> priorityProperty() {
        return priority;
    }

    ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Whether it may be sent. */
    BooleanBinding readyProperty() {
        return ready;
    }

    /** Whether nobody would miss it. */
    boolean isBlank() {
        return title.get().isBlank() && message.get().isBlank() && !stage().underWay();
    }

    /**
     * What to post. As long as it reads the same it is the same request, so that the server, which
     * may have taken it without our hearing so, takes it once.
     */
    OutboundRequest request(String description) {
        NotificationRequest body =
                new NotificationRequest(
                        TYPE,
                        title.get().strip(),
                        message.get().strip(),
                        priority.get(),
                        null,
                        null,
                        null,
                        null,
                        vendor.value());
        OutboundRequest known = request;
        if (known == null || !known.payload().equals(body)) {
            known = OutboundRequest.of(description, "/api/notifications", body);
            request = known;
        }
        return known;
    }

    void become(Stage stage, String words) {
        progress.set(new Progress(stage, words));
    }

    void sent(String words) {
        request = null;
        become(Stage.SENT, "");
        title.set("");
        message.set("");
        priority.set(Priority.NORMAL);
        become(Stage.SENT, words);
    }

    Stage stage() {
        return progress.get().stage();
    }

    private void written() {
        if (!stage().underWay()) {
            progress.set(Progress.WRITING);
        }
    }

    private boolean isReady() {
        return !stage().underWay()
                && fits(title.get(), LONGEST_TITLE)
                && fits(message.get(), LONGEST_MESSAGE);
    }

    static boolean fits(String text, int longest) {
        return !text.isBlank() && text.strip().length() <= longest;
    }
}
