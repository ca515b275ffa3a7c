package io.venta.server.error;

import io.venta.model.ErrorCode;

/** Hears of each refusal that left its connection open. */
public interface RefusalListener {

    /** A session was refused something; on the thread that refused it. */
    void refused(String sessionId, ErrorCode code);
}
