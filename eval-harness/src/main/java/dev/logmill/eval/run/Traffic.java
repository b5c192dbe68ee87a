package dev.logmill.eval.run;

/** What all requests to one endpoint share, whichever model they ask. */
record Traffic(InFlight inFlight, Pause pause) {
    static Traffic to(String address, EvaluateConfig config) {
        return new Traffic(new InFlight(config.concurrency()), new Pause(address, config.patience()));
    }
}
