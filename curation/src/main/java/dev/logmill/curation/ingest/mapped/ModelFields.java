package dev.logmill.curation.ingest.mapped;

import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.trace.Model;
import java.io.Serializable;
import java.util.Optional;

/** Where the names of the model lie: of the one that was asked for, and of the one that answered. */
record ModelFields(Optional<Address> requested, Optional<Address> responded) implements Serializable {
    /** An address alone is that of the model that was asked for. */
    static ModelFields read(MappingKeys mapping) {
        if (!mapping.isBlock("model")) {
            return new ModelFields(mapping.address("model"), Optional.empty());
        }
        MappingKeys keys = mapping.nested("model");
        ModelFields model = new ModelFields(keys.address("requested"), keys.address("responded"));
        keys.require(
                keys.has("requested") || keys.has("responded"),
                "needs requested or responded: where the name of the model lies that was asked for, or that answered");
        keys.refuseUnknown();
        return model;
    }

    /** The model that a record names, or one without names. */
    Model in(MappedRecord record) throws UnreadableRecord {
        return new Model(
                Optional.empty(),
                record.text(requested),
                record.text(responded),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** A model whose answer ended for a reason; nothing where neither is known. */
    static Optional<Model> ended(Model named, Optional<String> finish) {
        boolean known = named.requested().isPresent() || named.responded().isPresent() || finish.isPresent();
        return known
                ? Optional.of(new Model(
                        Optional.empty(),
                        named.requested(),
                        named.responded(),
                        Optional.empty(),
                        Optional.empty(),
                        finish))
                : Optional.empty();
    }
}
