package io.venta.server.location;

import io.venta.model.ErrorCode;
import io.venta.model.location.VendorId;
import io.venta.server.error.RejectedMessageException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Nothing is known of a vendor, or nothing that this user may know. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class UnknownVendorException extends RejectedMessageException {

    private static final long serialVersionUID = 1L;

    UnknownVendorException(VendorId vendor) {
        super(ErrorCode.INVALID_MESSAGE, "No vendor " + vendor);
    }
}
