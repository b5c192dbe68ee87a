package dev.logmill.jobs.simulate;

import java.time.LocalDate;

/** Invents agent logs night by night, and writes down beside them what is true. */
public final class Simulation {
    private final SimulationConfig config;

    public Simulation(SimulationConfig config) {
        this.config = config;
    }

    /** Writes all nights and the truth. Files of the same names are replaced. */
    public void write() {
        People people = new People(config.seed(), Math.max(40, config.spans() / 12));
        try (Truth truth = new Truth(config.truth())) {
            Pages pages = new Pages(config, truth);
            for (int night = 0; night < config.nights(); night++) {
                LocalDate date = config.start().plusDays(night);
                Dice dice = Dice.of("night", Long.toString(config.seed()), date.toString());
                NightLogs logs = new NightLogs(config, date, pages, truth, dice);
                Session.Evening evening = new Session.Evening(night, config.nights(), new Earlier());
                while (pages.spansOf(date) < config.spans()) {
                    new Session(evening, people.any(dice), logs, dice).play();
                }
                if (config.canaries()) {
                    new Canaries(config.seed(), date, pages, truth).plant();
                }
                pages.write(date, dice);
            }
        }
    }
}
