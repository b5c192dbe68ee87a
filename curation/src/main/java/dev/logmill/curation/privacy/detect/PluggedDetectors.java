package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.ServiceLoader;

/**
 * Detectors that are no part of Logmill, such as a model for names: those that a jar on the class path declares for
 * {@link Detector} as {@link ServiceLoader} wants it. Each is given a limit of time, as nobody here knows how long it runs.
 */
public final class PluggedDetectors {
    private PluggedDetectors() {}

    public static List<Detector> found() {
        return ServiceLoader.load(Detector.class).stream()
                .map(ServiceLoader.Provider::get)
                .<Detector>map(TimedDetector::new)
                .toList();
    }
}
