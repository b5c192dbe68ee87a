package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ids that are told by what they are called right before them; see {@link CalledId}, {@link IssuedId}, {@link LabelledId}, {@link RegisteredId}, {@link DeviceId}
 * and {@link PersonUuid}. */
public final class CalledIdDetector implements Detector {
    private static final List<CalledSearch.Kind> KINDS = Stream.<CalledSearch.Kind>concat(
                    Stream.concat(IssuedId.ALL.stream(), CalledId.ALL.stream()),
                    Stream.concat(LabelledId.ALL.stream(), RegisteredId.ALL.stream()))
            .toList();
    private static final Set<String> WORDS = CalledSearch.words(KINDS);

    /** What the words before an id that is called so can end with. */
    private static final Set<String> LAST = Stream.of(
                    WORDS.stream(),
                    Cues.links().stream(),
                    Cues.keptWords(),
                    CalledId.lastWords(),
                    RegisteredId.lastWords())
            .flatMap(words -> words)
            .map(words -> words.substring(words.lastIndexOf(' ') + 1))
            .collect(Collectors.toUnmodifiableSet());

    private static final CalledSearch.Caller CALLER = new CalledSearch.Caller() {
        @Override
        public boolean calls(Cues cues) {
            return isCalled(cues);
        }

        @Override
        public boolean mayCall(String text, int start) {
            return LastWord.before(text, start).map(LAST::contains).orElse(true);
        }
    };

    @Override
    public boolean mayFind(Signs signs) {
        return signs.digits() >= 1;
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> all) {
        if (GoodsKeys.isNumber(label)) {
            return;
        }
        Consumer<Finding> sink = found -> {
            if (!GoodsKeys.isNumber(KeyBefore.of(scan.text(), found.start()))) {
                all.accept(found);
            }
        };
        IdentifierKey.find(scan.text(), label, sink);
        CalledSearch.in(scan, label, KINDS, CALLER, sink);
        SentCode.find(scan, sink);
        CodeBefore.find(scan, sink);
        RoutedAccount.find(scan, label, sink);
        TransferAccounts.find(scan, sink);
        DeviceId.find(scan, label, sink);
        PersonUuid.find(scan, label, sink);
    }

    private static boolean isCalled(Cues cues) {
        return cues.endWith(WORDS)
                || CalledId.isOfBank(cues)
                || CalledId.isSaid(cues)
                || CalledId.isOfSomebody(cues)
                || RegisteredId.isOfInsurance(cues);
    }
}
