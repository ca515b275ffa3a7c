package io.venta.model.presence;

/** What somebody does at a device. */
public enum ActivityType {
    /** Anything: the device is not idle, and neither types nor views. */
    ACTIVE,
    /** Types; it fades after six seconds. */
    TYPING,
    /** Looks at something; it fades after thirty seconds. */
    VIEWING
}
