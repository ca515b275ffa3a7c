package io.venta.model.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.venta.model.Role;
import io.venta.model.location.VendorId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in.
 *
 * @param id the user's id
 * @param roles what the user may be
 * @param vendorId the vendor the user is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SessionUser(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) Set<Role> roles,
        @Nullable VendorId vendorId) {}
