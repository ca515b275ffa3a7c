package io.venta.model.notification;

/** How far a notification has come with its recipient; it never goes back. */
public enum NotificationState {
    /** Stored; no device of the recipient has said that it has it. */
    CREATED,
    /** A device has it. */
    DELIVERED,
    /** The recipient has read it, on whichever device. */
    READ
}
