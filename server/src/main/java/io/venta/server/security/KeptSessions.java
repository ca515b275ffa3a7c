package io.venta.server.security;

import java.util.Collection;
import java.util.Set;

/** Which browsers' sessions there are; asking keeps none of them alive. */
@FunctionalInterface
interface KeptSessions {

    /**
     * Those of the ids whose session has ended, run out or been deleted. May wait for a server, and
     * throws if it is out of reach.
     */
    Set<String> gone(Collection<String> ids);
}
