package io.venta.model.vendor;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.venta.model.location.VendorId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of vendors in the order of their ids, as {@code GET /api/vendors} answers.
 *
 * @param vendors at most as many as asked for
 * @param next what to pass as {@code after} for the next page; absent on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VendorPage(List<VendorState> vendors, @Nullable VendorId next) {}
