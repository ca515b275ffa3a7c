package io.venta.server;

/** The gateway does not start with a setting as it is. */
class RefusedSettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    RefusedSettingException(String problem, String action) {
        super(problem);
        this.action = action;
    }

    String action() {
        return action;
    }
}
