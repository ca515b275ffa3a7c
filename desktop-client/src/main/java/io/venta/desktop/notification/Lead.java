package io.venta.desktop.notification;

import javafx.beans.value.ObservableBooleanValue;

/**
 * Where a message over the map leads.
 *
 * @param open whether what it tells of is in sight already, so that the message is not needed
 * @param follow brings it to the user's eyes
 */
public record Lead(ObservableBooleanValue open, Runnable follow) {}
