package io.venta.model.notification;

/** How much a notification matters, least first. */
public enum Priority {
    /** Can wait. */
    LOW,
    /** The usual. */
    NORMAL,
    /** Should be seen soon. */
    HIGH,
    /** Must be seen now. */
    CRITICAL
}
