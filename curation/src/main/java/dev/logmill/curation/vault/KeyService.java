package dev.logmill.curation.vault;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * A key management service: declared in a jar on the class path as {@link ServiceLoader} wants it, and asked for by
 * {@code privacy.vault.key-service}. It finds its own credentials, as its client library does.
 */
public interface KeyService {
    /** The scheme of addresses that are its own, such as {@code aws-kms}. */
    String scheme();

    /** The master key at an address of its own; throws {@link IllegalArgumentException} where it cannot be one. */
    MasterKey key(URI address);

    /** The service whose scheme an address has. */
    static Optional<KeyService> of(URI address) {
        return all().stream()
                .filter(service -> service.scheme().equals(address.getScheme()))
                .findFirst();
    }

    /** The schemes of all services that there are, for messages. */
    static String schemes() {
        return all().stream().map(KeyService::scheme).sorted().collect(Collectors.joining(", "));
    }

    private static List<KeyService> all() {
        return ServiceLoader.load(KeyService.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
