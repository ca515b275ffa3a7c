package io.venta.model;

/** What a user may be; a token names any number of them in its {@code roles} claim. */
public enum Role {
    /** Watches the vendors it is shown. */
    CUSTOMER,
    /** Is a vendor: reports its own position and profile. */
    VENDOR,
    /** Watches all vendors. */
    DISPATCHER,
    /** A back-end system: reports for any vendor. */
    SERVICE,
    /** May do all of it and read the figures. */
    ADMIN
}
