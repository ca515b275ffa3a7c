package io.venta.desktop.notification;

import io.venta.model.notification.Notification;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** A notification as this client knows it. JavaFX thread only; changed by {@link Inbox} alone. */
public final class News {

    private final Notification notification;
    private final int nth;
    private final ReadOnlyBooleanWrapper unread;

    /**
     * @param nth how many came before it, so that those of one moment have an order
     */
    News(Notification notification, int nth) {
        this.notification = notification;
        this.nth = nth;
        this.unread = new ReadOnlyBooleanWrapper(notification.readAt() == null);
    }

    String id() {
        return notification.id();
    }

    Notification notification() {
        return notification;
    }

    int nth() {
        return nth;
    }

    ReadOnlyBooleanProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    boolean unread() {
        return unread.get();
    }

    void becomeRead() {
        unread.set(false);
    }
}
