package dev.logmill.eval.run;

/** What all requests to one endpoint share, whichever model they ask. */
record EndpointBudget(InFlight inFlight, Pause pause) {
    static EndpointBudget to(String address, EvaluateConfig config) {
        return new EndpointBudget(new InFlight(config.concurrency()), new Pause(address, config.patience()));
    }
}
